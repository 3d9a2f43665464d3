// The command line: a table of subcommands and the reading of their arguments.
#include <algorithm>
#include <csignal>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "author/json/names.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"

namespace kk {
namespace {

constexpr std::size_t kAnyNumber = 100'000;  ///< of files

constexpr Command kCommands[] = {
    {"init", "[FILE] [--title TEXT] [--lang TAGS] [--levels N]", "a questionnaire to begin with",
     "Without FILE to the standard output; a file that is there stays. --lang: such as nl,en. --levels: answers to a\n"
     "question, from 2 to 11. At a terminal it asks for what is not given.\n",
     0, 1, "--title --lang --levels", run_init},
    {"check", "FILE... [--strict] [--format text|json|github|sarif]", "problems in questionnaires",
     "FILE may be a folder, for each .json in it. --strict: warnings are errors. At a terminal the line is shown in "
     "which a\nproblem stands; json, github (annotations of a workflow) and sarif go to the standard output.\n",
     1, kAnyNumber, "--strict --format", run_check},
    {"score", "FILE [ANSWERS|-] [--ndjson]", "answers -> result; with --ndjson one a line", "", 1, 2, "--ndjson",
     run_score},
    {"code", "FILE [ANSWERS|-]", "answers -> result code", "", 1, 2, "", run_code},
    {"decode", "FILE CODE", "result code -> answers", "", 2, 2, "", run_decode},
    {"compare", "FILE BEFORE NOW", "two answers objects or codes -> what moved between them",
     "A code may stand by itself or in a file.\n", 3, 3, "", run_compare},
    {"team", "FILE [MEMBERS|-] [--ndjson] [--partial] …", "members' answers or codes -> where a team agrees",
     "MEMBERS: {\"members\": [{\"role\": \"leadership\", \"answers\": {…}}, …]}, a code or link a line "
     "(\"role<tab>code\"), "
     "or any text\nwith codes in it. --ndjson: a member a line, however many. --partial: counts instead, which\n"
     "klantkompas team FILE merge PARTIAL... adds up. --min-group N: smaller groups stay unseen (3, or more).\n",
     1, kAnyNumber, "--ndjson --partial --min-group", run_team},
    {"export", "FILE [ANSWERS|-] --format csv|md|ics|json|xapi …", "answers -> a file as the page's Delen gives",
     "A code may stand by itself or in a file. --lang: the language of the texts. --time: now, for xapi and ics.\n"
     "An xapi statement gets a random --id and --actor unless they are given.\n",
     1, 2, "--format --lang --id --actor --time", run_export},
    {"earlier", "FILE", "an old version -> its entry for \"earlier\" in the new one", "", 1, 1, "", run_earlier},
    {"audit", "FILE [--format json|text|html] [-o OUT] …", "what every possible set of answers gives",
     "It counts complete sets; --unknown adds \"weet ik niet\" to each question. With -o the report goes to OUT, by "
     "its\n"
     "ending html, json or text, and a table to the standard output; --lang nl|en is the page's language. --force: "
     "also\n"
     "over a file that klantkompas did not make.\n",
     1, 1, "--format -o --lang --unknown --force", run_audit},
    {"bundle", "FILE -o OUT.html [--url URL] …", "the page with this questionnaire inside",
     "It starts in the first language or the one of --lang. --url: its public address, for OUT.oembed.json; --theme\n"
     "light|dark is how that answer shows it (light, unless the questionnaire says). --team: with the page on which\n"
     "a team lays its codes side by side. --force: also over a file that klantkompas did not make.\n",
     1, 1, "-o --url --lang --theme --team --force", run_bundle},
    {"serve", "FILE [--port N] [--team]", "the page on this machine, shown anew at each save",
     "It prints the address to open. What is wrong with FILE is told there and in the page, which keeps its place and\n"
     "its answers. --port: 8417, or another; 0 is any that is free. --team: with the page for a team.\n",
     1, 1, "--port --team", run_serve},
    {"fmt", "FILE... [--write]", "a JSON file laid out for people",
     "Two spaces a level, on one line what fits in 120 characters; nothing else changes. --write: in its place, and "
     "the "
     "files\nthat changed are named.\n",
     1, kAnyNumber, "--write", run_fmt},
    {"completion", "bash|zsh|fish", "what that shell needs to complete these commands",
     "bash: klantkompas completion bash > ~/.local/share/bash-completion/completions/klantkompas; zsh and fish read it "
     "at\n"
     "their start: source <(klantkompas completion zsh), klantkompas completion fish | source.\n",
     1, 1, "", run_completion},
    {"logic", "", "[rule, data] a line -> the JsonLogic value a line", "", 0, 0, "", run_logic},
};

std::string usage_of(const Command& command) {
  std::string usage = "klantkompas " + std::string(command.name);
  if (!command.usage.empty()) usage += " " + std::string(command.usage);
  return usage;
}

std::string help() {
  std::string text = "usage: klantkompas COMMAND …\n\n";
  for (const Command& command : kCommands) {
    text += "  " + usage_of(command) + "\n      " + std::string(command.summary) + "\n";
  }
  return text + "\nFILE is a questionnaire: a path, or the name of a built-in one (" + builtin_names() +
         ").\nWithout ANSWERS, or with -, the standard input is read. klantkompas COMMAND --help says more.\n"
         "Exit: 0 fine, 1 the input has problems, 2 wrong usage.\n";
}

std::string help_of(const Command& command) {
  return "usage: " + usage_of(command) + "\n\n" + std::string(command.summary) + "\n" + std::string(command.notes);
}

int wrong_usage(const std::string& what) {
  write_error("klantkompas: " + what + "\nTry klantkompas --help\n");
  return kWrongUsage;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::vector<std::string_view> options_of(const Command& command) {
  std::vector<std::string_view> options;
  for (std::string_view rest = command.options; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    options.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return options;
}

bool takes(const Command& command, std::string_view option) {
  const std::vector<std::string_view> options = options_of(command);
  return std::find(options.begin(), options.end(), option) != options.end();
}

bool is_help(std::string_view word) { return word == "--help" || word == "-h"; }

std::string& value_of(Arguments& arguments, const std::string& option) {
  if (option == "--format") return arguments.format;
  if (option == "--lang") return arguments.lang;
  if (option == "--theme") return arguments.theme;
  if (option == "--min-group") return arguments.min_group;
  if (option == "--id") return arguments.id;
  if (option == "--title") return arguments.title;
  if (option == "--levels") return arguments.levels;
  if (option == "--port") return arguments.port;
  if (option == "--actor") return arguments.actor;
  if (option == "--time") return arguments.time;
  return option == "-o" ? arguments.out : arguments.url;
}

int run(const Command& command, std::span<char*> words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i];
    const bool is_option = word.size() > 1 && word[0] == '-';
    if (!is_option) {
      arguments.files.push_back(word);
    } else if (is_help(word)) {
      return write_output(help_of(command));
    } else if (!takes(command, word)) {
      return wrong_usage(std::string(command.name) + " does not take " + word +
                         did_you_mean(word, options_of(command)));
    } else if (word == "--ndjson") {
      arguments.ndjson = true;
    } else if (word == "--partial") {
      arguments.partial = true;
    } else if (word == "--write") {
      arguments.write = true;
    } else if (word == "--force") {
      arguments.force = true;
    } else if (word == "--strict") {
      arguments.strict = true;
    } else if (word == "--team") {
      arguments.team = true;
    } else if (word == "--unknown") {
      arguments.unknown = true;
    } else if (i + 1 == words.size()) {
      return wrong_usage(word + " needs a value");
    } else {
      value_of(arguments, word) = words[++i];
    }
  }
  if (arguments.files.size() < command.least || arguments.files.size() > command.most) {
    return wrong_usage("usage: " + usage_of(command));
  }
  return command.run(arguments);
}

int run(std::span<char*> words) {
  if (words.empty()) return wrong_usage("expected a command");
  const std::string_view name = words[0];
  if (is_help(name) || name == "help") return write_output(help());
  if (name == "--version") return write_output("klantkompas " KK_VERSION "\n");
  const Command* const command = find_command(name);
  if (command == nullptr) {
    std::vector<std::string_view> names;
    for (const Command& each : kCommands) names.push_back(each.name);
    return wrong_usage("unknown command " + std::string(name) + did_you_mean(name, names));
  }
  return run(*command, words.subspan(1));
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace kk

int main(int count, char** words) {
  // A closed pipe becomes a failed write, which is reported like any other.
  std::signal(SIGPIPE, SIG_IGN);
  const std::span<char*> all(words, static_cast<std::size_t>(count));
  return kk::run(all.subspan(all.empty() ? 0 : 1));
}
