#include "view/words.h"

namespace kk {
namespace {

constexpr Words kDutch = {
    .tag = "nl",
    .text_view = "Tekstweergave",
    .languages = "Taal",
    .start = "Start",
    .back = "Terug",
    .next = "Volgende",
    .skip = "Overslaan",
    .to_result = "Naar je uitslag",
    .edit = "Antwoorden aanpassen",
    .restart = "Opnieuw",
    .restart_ask = "Opnieuw beginnen wist al je antwoorden. Dit kun je niet ongedaan maken.",
    .restart_yes = "Ja, wis alles",
    .cancel = "Nee, ga terug",
    .tabs = "Delen van je uitslag",
    .result = "Uitslag",
    .steps = "Stappen",
    .patterns = "Patronen",
    .share = "Delen",
    .share_long = "Delen en bewaren",
    .to_steps = "Naar je stappen",
    .to_steps_short = "Stappen",
    .to_patterns = "Naar je patronen",
    .how = "Hoe zit dat?",
    .about = "Over dit kompas",
    .privacy = "Privacy",
    .back_to_result = "Terug naar je uitslag",
    .back_to_start = "Terug",
    .stages_figure = "Vijf fasen, van {first} tot {last}.",
    .stage = "Fase",
    .name = "Naam",
    .get_stage = "Je fase",
    .get_stage_text = "Van {first} tot {last}.",
    .get_steps = "Drie stappen",
    .get_steps_text = "Wat je eerst doet, en waarom.",
    .get_code = "Een code",
    .get_code_text = "Voor later, of voor je team.",
    .promise = "Je antwoorden blijven in je browser. Jij bepaalt wat je deelt.",
    .count = "Vraag {n} van {of}",
    .why = "Waarom: {why}",
    .unknown = "Weet ik niet",
    .missing = "Kies een antwoord, of sla de vraag over.",
    .live = "Je score komt uit tussen {a} en {b}",
    .question_title = "vraag {n} van {of}",
    .too_few_title = "Nog geen uitslag",
    .over = "Fase {n} van {of} · {score} van 100",
    .over_open = "{n} van {of} vragen beantwoord",
    .one_brake = "Jullie antwoorden passen bij fase {m}, {name}. Eén ding remt: {brake}. Daarom fase {n}.",
    .more_brakes = "Jullie antwoorden passen bij fase {m}, {name}. {count} dingen remmen: {brake}. Daarom fase {n}.",
    .two = "Twee",
    .three = "Drie",
    .many = "{n}",
    .and_word = "en",
    .start_here = "Begin hier:",
    .one_lifts = "Eén niveau hoger bij {question} brengt jullie in fase {n}.",
    .none_lifts = "Hiervoor zijn meer stappen nodig.",
    .ladder_score = "Jullie zitten in fase {n} van {of}, {name}.",
    .ladder_fits = "De score van {score} past bij fase {m}, {fits}.",
    .you = "Jullie zitten hier",
    .you_score = "Jullie zitten hier, score {score}",
    .score = "Score {score}",
    .score_only = "{score}",
    .brake = "Rem: {brake}",
    .brakes = "Rem: {n} dingen",
    .brake_tag = "rem",
    .strongest = "Sterkst: {high}. Zwakst: {low}.",
    .section = "Deel",
    .section_score = "Score",
    .answers = "Je antwoorden",
    .answers_hint = "links laagste niveau, rechts hoogste",
    .question = "Vraag",
    .level = "Niveau",
    .level_of = "{n} van {of}",
    .level_words = "In woorden",
    .remark = "Opmerking",
    .unknown_mark = "weet ik niet",
    .skipped_mark = "overgeslagen",
    .complete = "Volledig ingevuld ({n} van {of}).",
    .nearly = "Bijna volledig ({n} van {of}).",
    .partly = "Deels ingevuld ({n} van {of}).",
    .too_few = "Te weinig ingevuld ({n} van {of}).",
    .self_image = "Een zelfbeeld, geen meting bij klanten.",
    .needed = "Voor een uitslag zijn per deel {min} antwoorden nodig. Nog nodig: {questions}.",
    .range = "Je score ligt tussen {a} en {b}, omdat je {n} niet kon beantwoorden.",
    .one_question = "één vraag",
    .more_questions = "{n} vragen",
    .not_counted = "te weinig antwoorden",
    .steps_title = "Je eerste stappen",
    .steps_first = "Begin bij {brake}",
    .now = "nu",
    .after = "na de stap",
    .step_meta = "Vraag {n}: {topic}",
    .why_gate = "Waarom eerst: deze vraag houdt je fase tegen.",
    .why_first = "Waarom eerst: deze vraag weegt het zwaarst.",
    .why_weight = "Waarom nu: na vraag {n} weegt dit het zwaarst.",
    .why_built = "Waarom nu: bouwt op vraag {n}, en die is op orde.",
    .why_find = "Waarom nu: zo weet je zeker waar jullie staan.",
    .waits_one = "Vraag {questions} wacht op vraag {n}.",
    .waits_more = "Vraag {questions} wachten op vraag {n}.",
    .all_top = "Alles staat op het hoogste niveau",
    .weak_link = "Eerste zwakke schakel: {link}",
    .no_weak_link = "Geen zwakke schakel",
    .order_rule = "Van links naar rechts, tools als laatste.",
    .order_level = "niveau {n}",
    .order_figure = "Volgorde van werken",
    .link = "Schakel",
    .questions = "Vragen",
    .lowest = "Laagste niveau",
    .first_weak = "eerste zwakke schakel",
    .lift_one = "Alleen vraag {q} verandert je fase: van {m} naar {n}",
    .lift_one_short = "Alleen vraag {q} brengt je in fase {n}",
    .lift_more = "Deze vragen veranderen je fase met één niveau: {q}",
    .lift_none = "Eén antwoord hoger verandert je fase niet",
    .lift_figure = "Fase na één niveau hoger",
    .stage_after = "Fase na één niveau hoger",
    .unchanged = "geen verandering",
    .no_stage = "Nog geen fase",
    .result_ready = "Je uitslag is klaar.",
    .view_on = "Tekstweergave staat aan.",
    .view_off = "Tekstweergave staat uit.",
    .no_wasm = "Het rekendeel van het kompas kan hier niet starten. Je kunt de vragen wel lezen.",
    .no_webgl = "Tekenen kan hier niet. Je ziet daarom de tekstweergave; verder werkt alles.",
    .trapped = "Er ging iets mis met het kompas. Je antwoorden staan nog in het adres van deze pagina: laad die opnieuw.",
    .bad_code = "Deze code klopt niet. Controleer of je alles hebt gekopieerd.",
    .other_code = "Deze code hoort bij een andere vragenlijst.",
    .newer_code = "Deze code komt uit een nieuwere versie.",
    .old_scoring = "De telling van de vragenlijst is sindsdien veranderd. Vul de vragen opnieuw in.",
    .wiped = "Alles is gewist.",
    .version = "Klantkompas {version} · vragenlijst {questionnaire} {content}",
};

constexpr Words kEnglish = {
    .tag = "en",
    .text_view = "Text view",
    .languages = "Language",
    .start = "Start",
    .back = "Back",
    .next = "Next",
    .skip = "Skip",
    .to_result = "To your result",
    .edit = "Change answers",
    .restart = "Start again",
    .restart_ask = "Starting again wipes all your answers. You cannot undo this.",
    .restart_yes = "Yes, wipe all",
    .cancel = "No, go back",
    .tabs = "Parts of your result",
    .result = "Result",
    .steps = "Steps",
    .patterns = "Patterns",
    .share = "Share",
    .share_long = "Share and keep",
    .to_steps = "To your steps",
    .to_steps_short = "Steps",
    .to_patterns = "To your patterns",
    .how = "How does that work?",
    .about = "About this compass",
    .privacy = "Privacy",
    .back_to_result = "Back to your result",
    .back_to_start = "Back",
    .stages_figure = "Five stages, from {first} to {last}.",
    .stage = "Stage",
    .name = "Name",
    .get_stage = "Your stage",
    .get_stage_text = "From {first} to {last}.",
    .get_steps = "Three steps",
    .get_steps_text = "What to do first, and why.",
    .get_code = "A code",
    .get_code_text = "For later, or for your team.",
    .promise = "Your answers stay in your browser. You decide what you share.",
    .count = "Question {n} of {of}",
    .why = "Why: {why}",
    .unknown = "I don’t know",
    .missing = "Choose an answer, or skip the question.",
    .live = "Your score will end between {a} and {b}",
    .question_title = "question {n} of {of}",
    .too_few_title = "No result yet",
    .over = "Stage {n} of {of} · {score} of 100",
    .over_open = "{n} of {of} questions answered",
    .one_brake = "Your answers fit stage {m}, {name}. One thing holds you back: {brake}. Hence stage {n}.",
    .more_brakes = "Your answers fit stage {m}, {name}. {count} things hold you back: {brake}. Hence stage {n}.",
    .two = "Two",
    .three = "Three",
    .many = "{n}",
    .and_word = "and",
    .start_here = "Start here:",
    .one_lifts = "One level higher on {question} brings you to stage {n}.",
    .none_lifts = "This takes more than one step.",
    .ladder_score = "You are in stage {n} of {of}, {name}.",
    .ladder_fits = "The score of {score} fits stage {m}, {fits}.",
    .you = "You are here",
    .you_score = "You are here, score {score}",
    .score = "Score {score}",
    .score_only = "{score}",
    .brake = "Brake: {brake}",
    .brakes = "Brake: {n} things",
    .brake_tag = "brake",
    .strongest = "Strongest: {high}. Weakest: {low}.",
    .section = "Part",
    .section_score = "Score",
    .answers = "Your answers",
    .answers_hint = "lowest level left, highest right",
    .question = "Question",
    .level = "Level",
    .level_of = "{n} of {of}",
    .level_words = "In words",
    .remark = "Remark",
    .unknown_mark = "I don’t know",
    .skipped_mark = "skipped",
    .complete = "Complete ({n} of {of}).",
    .nearly = "Nearly complete ({n} of {of}).",
    .partly = "Partly filled in ({n} of {of}).",
    .too_few = "Too little filled in ({n} of {of}).",
    .self_image = "A self-image, not a measurement with customers.",
    .needed = "A result needs {min} answers in each part. Still needed: {questions}.",
    .range = "Your score lies between {a} and {b}, because you could not answer {n}.",
    .one_question = "one question",
    .more_questions = "{n} questions",
    .not_counted = "too few answers",
    .steps_title = "Your first steps",
    .steps_first = "Start with {brake}",
    .now = "now",
    .after = "after the step",
    .step_meta = "Question {n}: {topic}",
    .why_gate = "Why first: this question holds your stage back.",
    .why_first = "Why first: this question weighs most.",
    .why_weight = "Why now: after question {n} this weighs most.",
    .why_built = "Why now: it builds on question {n}, which is in order.",
    .why_find = "Why now: then you know for sure where you stand.",
    .waits_one = "Question {questions} waits for question {n}.",
    .waits_more = "Questions {questions} wait for question {n}.",
    .all_top = "Everything is at the highest level",
    .weak_link = "First weak link: {link}",
    .no_weak_link = "No weak link",
    .order_rule = "From left to right, tools last.",
    .order_level = "level {n}",
    .order_figure = "Order of work",
    .link = "Link",
    .questions = "Questions",
    .lowest = "Lowest level",
    .first_weak = "first weak link",
    .lift_one = "Only question {q} changes your stage: from {m} to {n}",
    .lift_one_short = "Only question {q} brings you to stage {n}",
    .lift_more = "These questions change your stage by one level: {q}",
    .lift_none = "One answer higher does not change your stage",
    .lift_figure = "Stage after one level higher",
    .stage_after = "Stage after one level higher",
    .unchanged = "no change",
    .no_stage = "No stage yet",
    .result_ready = "Your result is ready.",
    .view_on = "Text view is on.",
    .view_off = "Text view is off.",
    .no_wasm = "The part that works out your score cannot start here. You can still read the questions.",
    .no_webgl = "Drawing is not possible here, so you see the text view; everything else works.",
    .trapped = "Something went wrong. Your answers are still in this page’s address: reload it.",
    .bad_code = "This code is not right. Check that you copied all of it.",
    .other_code = "This code belongs to another questionnaire.",
    .newer_code = "This code comes from a newer version.",
    .old_scoring = "The scoring of the questionnaire changed since. Please answer the questions again.",
    .wiped = "Everything is wiped.",
    .version = "Klantkompas {version} · questionnaire {questionnaire} {content}",
};

/// The case bit of the first letter: ASCII, or the second byte of a Latin-1 letter in UTF-8 (Dutch: É, é).
std::string with_case(std::string_view text, bool upper) {
  std::string out(text);
  const auto letter = [](char c, char first, char last) { return c >= first && c <= last; };
  const auto flip = [&](std::size_t at, char from, char to) {
    if (letter(out[at], from, to)) out[at] = static_cast<char>(out[at] ^ 0x20);
  };
  if (out.empty()) return out;
  if (out[0] == '\xC3' && out.size() > 1) {
    upper ? flip(1, '\xA0', '\xBE') : flip(1, '\x80', '\x9E');
  } else {
    upper ? flip(0, 'a', 'z') : flip(0, 'A', 'Z');
  }
  return out;
}

}  // namespace

const Words& words_for(std::string_view tag) { return tag.substr(0, 2) == "nl" ? kDutch : kEnglish; }

std::string fill(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    out += pattern.substr(0, open);
    const auto key = pattern.substr(open + 1, close - open - 1);
    for (const auto& [name, value] : values) {
      if (name == key) out += value;
    }
    pattern.remove_prefix(close + 1);
  }
  out += pattern;
  return out;
}

std::string lower_first(std::string_view text) { return with_case(text, false); }
std::string upper_first(std::string_view text) { return with_case(text, true); }

std::string number(long long value) {
  char digits[24];
  char* at = digits + sizeof digits;
  const bool negative = value < 0;
  unsigned long long rest = negative ? 0ull - static_cast<unsigned long long>(value) : static_cast<unsigned long long>(value);
  do {
    *--at = static_cast<char>('0' + rest % 10);
  } while (rest /= 10);
  if (negative) *--at = '-';
  return std::string(at, digits + sizeof digits);
}

}  // namespace kk
