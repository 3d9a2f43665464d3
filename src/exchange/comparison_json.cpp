#include "exchange/comparison_json.h"

#include <cassert>
#include <string_view>

#include "base/json_writer.h"
#include "base/rounding.h"

namespace kk {
namespace {

/// In the order of Apart; the first is never written.
constexpr std::string_view kReasons[] = {"",
                                         "added",
                                         "changed",
                                         "not_asked_before",
                                         "not_asked_now",
                                         "skipped_before",
                                         "unknown_before",
                                         "skipped_now",
                                         "unknown_now"};

class ComparisonWriter {
 public:
  ComparisonWriter(const Questionnaire& questionnaire, const Comparison& comparison, std::string& out)
      : q_(questionnaire), c_(comparison), json_(out) {}

  void write(int earlier) {
    assert(c_.questions.size() == q_.questions.size());
    const Earlier* const version = earlier < 0 ? nullptr : &q_.earlier[static_cast<std::size_t>(earlier)];
    json_.open('{');
    json_.name("questionnaire").text(q_.id);
    json_.name("before");
    side(c_.before, version != nullptr ? version->version : q_.version);
    json_.name("now");
    side(c_.now, q_.version);
    json_.name("difference").open('{');
    json_.name("overall");
    difference(c_.before.overall, c_.now.overall);
    json_.name("stage");
    const bool both = c_.before.stage && c_.now.stage;
    both ? json_.whole(c_.now.stage->final - c_.before.stage->final) : json_.literal("null");
    json_.close('}');
    sections();
    questions();
    json_.name("up").whole(c_.moves.up);
    json_.name("down").whole(c_.moves.down);
    json_.name("equal").whole(c_.moves.equal);
    not_compared(version);
    json_.close('}');
  }

 private:
  std::int64_t hundredths(Ticks ticks) const { return divide_rounded(ticks * 100, q_.ticks_per_point); }

  void points(const std::optional<Ticks>& ticks) {
    ticks ? json_.hundredths(hundredths(*ticks)) : json_.literal("null");
  }

  void difference(const std::optional<Ticks>& before, const std::optional<Ticks>& now) {
    before&& now ? json_.hundredths(hundredths(*now) - hundredths(*before)) : json_.literal("null");
  }

  void side(const Result& result, std::string_view version) {
    json_.open('{');
    json_.name("version").text(version);
    json_.name("answered").whole(result.answered);
    json_.name("overall");
    points(result.overall);
    json_.name("range").open('[');
    json_.whole(result.range_low);
    json_.whole(result.range_high);
    json_.close(']');
    json_.name("stage");
    if (result.stage) {
      json_.open('{');
      json_.name("score").whole(result.stage->score);
      json_.name("final").whole(result.stage->final);
      json_.name("binding").open('[');
      for (const int gate : result.stage->binding) json_.text(q_.gates[static_cast<std::size_t>(gate)].id);
      json_.close(']');
      json_.close('}');
    } else {
      json_.literal("null");
    }
    json_.close('}');
  }

  void sections() {
    json_.name("sections").open('{');
    for (std::size_t i = 0; i < q_.sections.size(); ++i) {
      json_.name(q_.sections[i].id).open('{');
      json_.name("before");
      points(c_.before.sections[i]);
      json_.name("now");
      points(c_.now.sections[i]);
      json_.name("difference");
      difference(c_.before.sections[i], c_.now.sections[i]);
      json_.close('}');
    }
    json_.close('}');
  }

  void level(Level level) {
    if (level == kSkipped) return json_.literal("null");
    level == kUnknown ? json_.text("unknown") : json_.whole(level);
  }

  void questions() {
    json_.name("questions").open('{');
    for (std::size_t i = 0; i < q_.questions.size(); ++i) {
      const QuestionChange& change = c_.questions[i];
      json_.name(q_.questions[i].id).open('{');
      json_.name("before");
      level(change.before);
      json_.name("now");
      level(change.now);
      json_.name("difference");
      change.apart == Apart::kNo ? json_.whole(change.difference) : json_.literal("null");
      json_.close('}');
    }
    json_.close('}');
  }

  void reason(std::string_view question, std::string_view why) {
    json_.open('{');
    json_.name("question").text(question);
    json_.name("why").text(why);
    json_.close('}');
  }

  void not_compared(const Earlier* version) {
    json_.name("not_compared").open('[');
    for (std::size_t i = 0; i < q_.questions.size(); ++i) {
      const Apart apart = c_.questions[i].apart;
      if (apart != Apart::kNo) reason(q_.questions[i].id, kReasons[static_cast<int>(apart)]);
    }
    for (const int index : c_.removed) reason(version->questions[static_cast<std::size_t>(index)].id, "removed");
    json_.close(']');
  }

  const Questionnaire& q_;
  const Comparison& c_;
  JsonWriter json_;
};

}  // namespace

void write_comparison(const Questionnaire& questionnaire, const Comparison& comparison, int earlier, std::string& out) {
  ComparisonWriter(questionnaire, comparison, out).write(earlier);
}

}  // namespace kk
