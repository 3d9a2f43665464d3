// klantkompas completion: what a shell needs to complete commands, options and their values, made of the table of
// commands.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"

namespace kk {
namespace {

std::vector<std::string_view> parted(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

/// What may stand behind an option, as the usage or the notes name it: "--format text|json". Empty: anything, or
/// nothing.
std::vector<std::string_view> values_of(const Command& command, std::string_view option) {
  for (std::string_view text : {command.usage, command.notes}) {
    const std::size_t at = text.find(option);
    if (at == text.npos) continue;
    text.remove_prefix(std::min(at + option.size() + 1, text.size()));
    const std::string_view value = text.substr(0, text.find_first_of(" ]\n:.;"));
    if (value.find('|') != value.npos) return parted(value, '|');
  }
  return {};
}

std::string names() {
  std::vector<std::string_view> out;
  for (const Command& command : commands()) out.push_back(command.name);
  return joined(out);
}

std::string for_bash() {
  std::string out =
      "_klantkompas() {\n"
      "  local words=''\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    words='" +
      names() +
      "'\n"
      "  else\n"
      "    case \"${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD - 1]}\" in\n";
  for (const Command& command : commands()) {
    const std::string name(command.name);
    for (const std::string_view option : parted(command.options, ' ')) {
      const auto values = values_of(command, option);
      if (!values.empty()) out += "    '" + name + " " + std::string(option) + "') words='" + joined(values) + "' ;;\n";
    }
    out += "    '" + name + " '*) words='" + std::string(command.options) + "' ;;\n";
  }
  return out +
         "    esac\n"
         "  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$2\"))\n"
         "  local IFS=$'\\n'\n"
         "  if [[ $2 != -* ]] && ((COMP_CWORD > 1)); then COMPREPLY+=($(compgen -f -- \"$2\")); fi\n"
         "}\n"
         "complete -o filenames -F _klantkompas klantkompas\n";
}

std::string for_fish() {
  const std::string begin = "complete -c klantkompas ";
  std::string out;
  for (const Command& command : commands()) {
    const std::string name(command.name);
    out += begin + "-n __fish_use_subcommand -a " + name + " -d '";
    for (const char c : command.summary) out += c == '\'' ? std::string("\\'") : std::string(1, c);
    out += "'\n";
    for (const std::string_view option : parted(command.options, ' ')) {
      const bool is_long = option.starts_with("--");
      out += begin + "-n '__fish_seen_subcommand_from " + name + "' " + (is_long ? "-l " : "-s ") +
             std::string(option.substr(is_long ? 2 : 1));
      const auto values = values_of(command, option);
      if (!values.empty()) out += " -x -a '" + joined(values) + "'";
      out += "\n";
    }
  }
  return out;
}

}  // namespace

int run_completion(const Arguments& arguments) {
  const std::string& shell = arguments.files[0];
  if (shell == "bash") return write_output(for_bash());
  if (shell == "zsh") return write_output("autoload -U +X bashcompinit && bashcompinit\n" + for_bash());
  if (shell == "fish") return write_output(for_fish());
  write_error("klantkompas: found the shell " + shell + ", expected bash, zsh or fish\n");
  return kWrongUsage;
}

}  // namespace kk
