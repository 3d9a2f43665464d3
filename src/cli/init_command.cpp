// klantkompas init: a questionnaire to begin with, of the languages and levels that its author wants. It has no errors,
// so that what `check` says next is about the author's own texts.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "author/json/format.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/read/questionnaire.h"
#include "base/json_writer.h"
#include "base/phrase.h"
#include "cli/command.h"
#include "cli/output.h"

namespace kk {
namespace {

constexpr int kQuestions = 4, kStages = 3;

/// What an author puts their own words in the place of; {n}, {a} and {b} are numbers.
struct Placeholders {
  std::string_view title, lead, duration, hint, doubt, small_hint, limits, open_step, keep, section, topic, question,
      why, level, step, stage, stage_text;
};
constexpr Placeholders kDutch = {"Hoe staan wij ervoor?",
                                 "Vier vragen om mee te beginnen. Zet overal je eigen tekst neer.",
                                 "4 vragen, ongeveer 1 minuut",
                                 "Kies wat er nu gebeurt.",
                                 "Twijfel je? Kies het laagste antwoord dat klopt.",
                                 "Ook met een klein team kun je elke vraag beantwoorden.",
                                 "Dit is een zelfbeeld van vier vragen, geen onderzoek.",
                                 "Zoek uit hoe het zit met {topic} en beantwoord dan vraag {n}.",
                                 "Houd dit vast.",
                                 "Deel {n}",
                                 "Onderwerp {n}",
                                 "Wat zie je gebeuren bij onderwerp {n}?",
                                 "Waarom onderwerp {n} ertoe doet.",
                                 "Antwoord {b} op vraag {a}.",
                                 "Wat je bij onderwerp {a} doet om van antwoord {b} verder te komen.",
                                 "Fase {n}",
                                 "Wat fase {n} betekent."};
constexpr Placeholders kEnglish = {"How are we doing?",
                                   "Four questions to begin with. Put your own text everywhere.",
                                   "4 questions, about 1 minute",
                                   "Choose what happens now.",
                                   "In doubt? Choose the lowest answer that is true.",
                                   "A small team can answer every question too.",
                                   "This is a self-image of four questions, not research.",
                                   "Find out about {topic} and then answer question {n}.",
                                   "Keep it up.",
                                   "Part {n}",
                                   "Topic {n}",
                                   "What do you see happen with topic {n}?",
                                   "Why topic {n} matters.",
                                   "Answer {b} to question {a}.",
                                   "What you do about topic {a} to get on from answer {b}.",
                                   "Stage {n}",
                                   "What stage {n} means."};

class Template {
 public:
  Template(std::string id, std::string title, std::vector<std::string> languages, int levels)
      : id_(std::move(id)), title_(std::move(title)), languages_(std::move(languages)), levels_(levels), json_(out_) {}

  std::string write() {
    json_.open('{');
    json_.name("format").whole(1);
    json_.name("id").text(id_);
    json_.name("version").text("0.1.0");
    json_.name("languages").open('[');
    for (const std::string& tag : languages_) json_.text(tag);
    json_.close(']');
    if (title_.empty()) {
      text("title", &Placeholders::title);
    } else {
      json_.name("title").open('{');
      for (const std::string& tag : languages_) json_.name(tag).text(title_);
      json_.close('}');
    }
    text("lead", &Placeholders::lead);
    text("duration", &Placeholders::duration);
    text("hint", &Placeholders::hint);
    text("doubt", &Placeholders::doubt);
    text("small_hint", &Placeholders::small_hint);
    text("limits", &Placeholders::limits);
    text("open_step", &Placeholders::open_step);
    text("keep", &Placeholders::keep);
    sections();
    stages();
    json_.close('}');
    return std::move(out_);
  }

 private:
  void values(std::string_view Placeholders::*member, int n, int a, int b) {
    json_.open('{');
    for (const std::string& tag : languages_) {
      const bool is_dutch = tag == "nl" || tag.starts_with("nl-");
      const std::string_view pattern = (is_dutch ? kDutch : kEnglish).*member;
      // The page fills in its own {n} and {topic}.
      json_.name(tag).text(n < 0 ? std::string(pattern) : fill(pattern, {{"n", n}, {"a", a}, {"b", b}}));
    }
    json_.close('}');
  }
  void text(std::string_view name, std::string_view Placeholders::*member, int n = -1) {
    json_.name(name);
    values(member, n, 0, 0);
  }

  void sections() {
    json_.name("sections").open('[');
    for (int section = 1; section <= 2; ++section) {
      json_.open('{');
      json_.name("id").text(cat("part", section));
      text("name", &Placeholders::section, section);
      json_.name("min_answered").whole(1);
      json_.name("questions").open('[');
      for (int n = kQuestions / 2 * (section - 1) + 1; n <= kQuestions / 2 * section; ++n) question(n);
      json_.close(']');
      json_.close('}');
    }
    json_.close(']');
  }

  void question(int n) {
    json_.open('{');
    json_.name("id").text(cat("q", n));
    text("topic", &Placeholders::topic, n);
    text("text", &Placeholders::question, n);
    text("why", &Placeholders::why, n);
    json_.name("levels").open('[');
    for (int level = 0; level < levels_; ++level) values(&Placeholders::level, 0, n, level);
    json_.close(']');
    json_.name("steps").open('[');
    for (int level = 0; level + 1 < levels_; ++level) values(&Placeholders::step, 0, n, level);
    json_.close(']');
    json_.name("priority").whole(1);
    json_.close('}');
  }

  void stages() {
    constexpr int kFrom[kStages] = {0, 40, 75};
    json_.name("stages").open('[');
    for (int n = 1; n <= kStages; ++n) {
      json_.open('{');
      json_.name("from").whole(kFrom[n - 1]);
      text("name", &Placeholders::stage, n);
      text("text", &Placeholders::stage_text, n);
      json_.close('}');
    }
    json_.close(']');
  }

  std::string id_, title_;
  std::vector<std::string> languages_;
  int levels_;
  std::string out_;
  JsonWriter json_;
};

std::vector<std::string> parted(std::string_view list) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t end = std::min(list.find(','), list.size());
    out.emplace_back(list.substr(0, end));
    if (end == list.size()) return out;
    list.remove_prefix(end + 1);
  }
}

/// What the author types, at a terminal; empty: what was proposed.
void ask(std::string_view question, std::string& value, std::string_view proposed) {
  if (!value.empty()) return;
  value = proposed;
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return;
  write_error(cat(question, " [", proposed, "]: "));
  std::string line;
  if (std::getline(std::cin, line) && !line.empty()) value = line;
}

}  // namespace

int run_init(const Arguments& arguments) {
  std::string out = arguments.files.empty() ? "-" : arguments.files[0], title = arguments.title, tags = arguments.lang,
              digits = arguments.levels;
  std::error_code error;
  if (out != "-" && std::filesystem::exists(std::filesystem::symlink_status(out, error))) {
    write_error("klantkompas: " + out + " is there already; init writes no file over another\n");
    return kWrongUsage;
  }
  ask("Title", title, kDutch.title);
  if (title == kDutch.title) title.clear();  // each language its own
  ask("Languages, the first is the one it starts in", tags, "nl");
  ask("Answers to a question, from 2 to 11", digits, "5");
  const bool is_number =
      digits.size() <= 2 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  const int levels = is_number ? std::stoi(digits) : 0;
  if (levels < 2 || levels > 11) {
    write_error("klantkompas: found --levels " + digits + ", expected a whole number from 2 to 11\n");
    return kWrongUsage;
  }
  const std::string name = out == "-" ? "mine" : std::filesystem::path(out).stem().string();
  std::string id;
  for (const char c : name) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (fits || (c >= 'A' && c <= 'Z')) id += fits ? c : static_cast<char>(c - 'A' + 'a');
  }
  if (id.empty() || (id[0] >= '0' && id[0] <= '9')) id = "mine" + id;
  const std::string json = Template(id.substr(0, 32), title, parted(tags), levels).write();
  ReadQuestionnaire read = read_questionnaire(json);
  for (const Problem& problem : read.problems) {
    if (problem.severity != Severity::kError) continue;
    write_error("klantkompas: this would make no questionnaire: " + problem.pointer + ": " + problem.sentence + "\n");
    return kWrongUsage;
  }
  JsonProblems problems(json);
  JsonDocument document;
  read_json(json, {.bytes = kMaxQuestionnaireBytes}, document, problems);
  const std::string text = formatted(json, document);
  if (out == "-") return write_output(text);
  if (write_file(out, text) != kFine) return kWrongUsage;
  return write_output(out + ": 4 questions. Put your own texts in it, then: klantkompas check " + out + "\n");
}

}  // namespace kk
