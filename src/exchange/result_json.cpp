#include "exchange/result_json.h"

#include <cassert>

#include "base/json_writer.h"
#include "base/rounding.h"
#include "model/result.h"

namespace kk {
namespace {

constexpr std::string_view kConfidences[] = {"high", "medium", "low", "insufficient"};
constexpr std::string_view kClaimLabels[] = {"words_strong", "words_lead", "balanced", "deeds_lead"};
constexpr std::string_view kBalanceLabels[] = {"neither", "awareness", "resources", "both"};
constexpr std::string_view kProfileLabels[] = {"rarely", "sometimes", "often", "strong"};

class ResultWriter {
 public:
  ResultWriter(const Questionnaire& questionnaire, const Result& result, std::string& out)
      : questionnaire_(questionnaire), result_(result), out_(out) {}

  void write() {
    assert(result_.values.size() == questionnaire_.questions.size());
    assert(result_.sections.size() == questionnaire_.sections.size());
    assert(!result_.stage || result_.stage->caps.size() == questionnaire_.gates.size());
    head();
    sections();
    stage();
    claims();
    balance();
    out_.text(",\"patterns\":");
    ids(questionnaire_.patterns, result_.patterns);
    out_.text(",\"strengths\":");
    ids(questionnaire_.strengths, result_.strengths);
    steps();
    sensitivity();
    profile();
    out_.text(result_.context_note ? ",\"context_note\":true}" : ",\"context_note\":false}");
  }

 private:
  // Ids, versions and labels need no escaping: they were checked when the questionnaire was read.
  void quoted(std::string_view id) {
    out_.put('"');
    out_.text(id);
    out_.put('"');
  }

  void points(Ticks ticks) { out_.hundredths(divide_rounded(ticks * 100, questionnaire_.ticks_per_point)); }

  void points(const std::optional<Ticks>& ticks) {
    if (ticks)
      points(*ticks);
    else
      out_.text("null");
  }

  template <class T>
  void ids(const std::vector<T>& things, const std::vector<int>& indexes) {
    out_.put('[');
    for (std::size_t i = 0; i < indexes.size(); ++i) {
      if (i > 0) out_.put(',');
      assert(indexes[i] >= 0 && static_cast<std::size_t>(indexes[i]) < things.size());
      quoted(things[static_cast<std::size_t>(indexes[i])].id);
    }
    out_.put(']');
  }

  /// An object with a member for each thing; `value` writes the member's value.
  template <class T, class Write>
  void by_id(const std::vector<T>& things, const Write& value) {
    out_.put('{');
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (i > 0) out_.put(',');
      quoted(things[i].id);
      out_.put(':');
      value(i);
    }
    out_.put('}');
  }

  void head() {
    out_.text("{\"questionnaire\":{\"id\":");
    quoted(questionnaire_.id);
    out_.text(",\"version\":");
    quoted(questionnaire_.version);
    out_.text(",\"hash\":\"");
    out_.hex(questionnaire_.hash, 16);
    out_.text("\"},\"answered\":");
    out_.whole(result_.answered);
    out_.text(",\"coverage\":");
    if (result_.asked > 0)
      out_.hundredths(divide_rounded(std::int64_t{result_.answered} * 100, result_.asked));
    else
      out_.text("null");
    out_.text(",\"confidence\":");
    quoted(kConfidences[static_cast<int>(result_.confidence)]);
  }

  void sections() {
    out_.text(",\"sections\":");
    by_id(questionnaire_.sections, [&](std::size_t i) { points(result_.sections[i]); });
    out_.text(",\"overall\":");
    points(result_.overall);
    out_.text(",\"range\":[");
    out_.whole(result_.range_low);
    out_.put(',');
    out_.whole(result_.range_high);
    out_.put(']');
  }

  void stage() {
    out_.text(",\"stage\":");
    if (!result_.stage) {
      out_.text("null");
      return;
    }
    const StageResult& stage = *result_.stage;
    out_.text("{\"score\":");
    out_.whole(stage.score);
    out_.text(",\"final\":");
    out_.whole(stage.final);
    out_.text(",\"caps\":");
    by_id(questionnaire_.gates, [&](std::size_t i) { out_.whole(stage.caps[i]); });
    out_.text(",\"binding\":");
    ids(questionnaire_.gates, stage.binding);
    out_.text(",\"to_next\":");
    points(stage.to_next);
    out_.put('}');
  }

  void claims() {
    out_.text(",\"claims\":");
    if (!result_.claims) {
      out_.text("null");
      return;
    }
    const ClaimsResult& claims = *result_.claims;
    out_.text("{\"score\":");
    points(claims.score);
    out_.text(",\"gap\":");
    points(claims.gap);
    out_.text(",\"label\":");
    quoted(kClaimLabels[static_cast<int>(claims.label)]);
    out_.text(",\"sections\":");
    by_id(questionnaire_.sections, [&](std::size_t i) { points(claims.sections[i]); });
    out_.put('}');
  }

  void balance() {
    out_.text(",\"balance\":");
    if (!result_.balance) {
      out_.text("null");
      return;
    }
    out_.text("{\"awareness\":");
    points(result_.balance->awareness);
    out_.text(",\"resources\":");
    points(result_.balance->resources);
    out_.text(",\"label\":");
    quoted(kBalanceLabels[static_cast<int>(result_.balance->label)]);
    out_.put('}');
  }

  void steps() {
    out_.text(",\"steps\":[");
    for (const Step& step : result_.steps) {
      if (&step != result_.steps.data()) out_.put(',');
      out_.text("{\"question\":\"");
      out_.text(questionnaire_.questions[static_cast<std::size_t>(step.question)].id);
      if (step.find_out) {
        out_.text("\",\"kind\":\"find_out\",\"from\":null,\"to\":null,\"priority\":");
      } else {
        out_.text("\",\"kind\":\"improve\",\"from\":");
        out_.whole(step.from);
        out_.text(",\"to\":");
        out_.whole(step.to);
        out_.text(",\"priority\":");
      }
      out_.hundredths(divide_rounded(step.priority, 2));
      out_.text(",\"blocked_by\":");
      ids(questionnaire_.questions, step.blocked_by);
      out_.text(step.gate ? ",\"gate\":true}" : ",\"gate\":false}");
    }
    out_.put(']');
  }

  void sensitivity() {
    out_.text(",\"sensitivity\":");
    if (!result_.sensitivity) {
      out_.text("null");
      return;
    }
    out_.text("{\"up\":");
    ids(questionnaire_.questions, result_.sensitivity->up);
    out_.text(",\"down\":");
    ids(questionnaire_.questions, result_.sensitivity->down);
    out_.text(result_.sensitivity->robust() ? ",\"robust\":true}" : ",\"robust\":false}");
  }

  void profile() {
    out_.text(",\"profile\":");
    if (!result_.profile_top) {
      out_.text("null,\"profile_top\":null");
      return;
    }
    by_id(questionnaire_.profile.causes, [&](std::size_t i) {
      const CauseResult& cause = result_.profile[i];
      if (!cause.score) {
        out_.text("null");
        return;
      }
      out_.text("{\"score\":");
      points(cause.score);
      out_.text(",\"label\":");
      quoted(kProfileLabels[cause.label]);
      out_.put('}');
    });
    out_.text(",\"profile_top\":");
    ids(questionnaire_.profile.causes, *result_.profile_top);
  }

  const Questionnaire& questionnaire_;
  const Result& result_;
  TextWriter out_;
};

}  // namespace

void write_result(const Questionnaire& questionnaire, const Result& result, std::string& out) {
  ResultWriter(questionnaire, result, out).write();
}

}  // namespace kk
