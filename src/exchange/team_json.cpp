#include "exchange/team_json.h"

#include <cassert>
#include <string_view>

#include "base/json_writer.h"
#include "base/rounding.h"
#include "exchange/identity.h"

namespace kk {
namespace {

constexpr std::string_view kLabels[] = {"united", "fair", "divided"};
constexpr std::string_view kGapLabels[] = {"leaders_rosier", "leaders_stricter", "similar"};

/// Rounds to hundredths; null without a value.
class TeamWriter {
 public:
  TeamWriter(const Questionnaire& questionnaire, std::string& out) : q_(questionnaire), json_(out) {}

  void write(const TeamResult& team) {
    assert(team.questions.size() == q_.questions.size() && team.sections.size() == q_.sections.size());
    json_.open('{');
    json_.name("n").whole(team.n);
    json_.name("questions").open('{');
    for (std::size_t i = 0; i < q_.questions.size(); ++i) question(q_.questions[i].id, team.questions[i]);
    json_.close('}');
    json_.name("sections").open('{');
    for (std::size_t i = 0; i < q_.sections.size(); ++i) points(q_.sections[i].id, team.sections[i]);
    json_.close('}');
    points("overall", team.overall);
    stage(team.stage);
    parts("agreement", team.agreement);
    json_.name("role_gap").open('{');
    for (std::size_t i = 0; i < q_.questions.size(); ++i) parts(q_.questions[i].id, team.questions[i].gap);
    json_.close('}');
    parts("role_gap_overall", team.gap);
    label("role_gap_label", team.gap_label, kGapLabels);
    json_.name("talk_first").open('[');
    for (const int index : team.talk_first) json_.text(q_.questions[static_cast<std::size_t>(index)].id);
    json_.close(']');
    json_.close('}');
  }

  void write(const TeamCounts& counts) {
    assert(counts.answers.size() == q_.questions.size());
    json_.open('{');
    json_.name("partial").whole(kPartialFormat);
    write_identity(q_, json_.name("questionnaire"));
    json_.name("min_group").whole(counts.min_group);
    json_.name("members").open('{');
    for (std::size_t role = 0; role < kTeamRoles; ++role) json_.name(role_name(role)).whole(counts.members[role]);
    json_.close('}');
    json_.name("questions").open('{');
    for (std::size_t i = 0; i < q_.questions.size(); ++i) {
      json_.name(q_.questions[i].id).open('{');
      json_.name("asked").whole(counts.asked[i]);
      for (std::size_t role = 0; role < kTeamRoles; ++role) {
        json_.name(role_name(role)).open('[');
        for (std::size_t value = 0; value < q_.questions[i].levels.size(); ++value) {
          json_.whole(counts.answers[i][role][value]);
        }
        json_.close(']');
      }
      json_.close('}');
    }
    json_.close('}');
    json_.close('}');
  }

 private:
  void question(std::string_view id, const TeamQuestion& question) {
    json_.name(id).open('{');
    json_.name("n").whole(question.n);
    parts("mean", question.mean);
    parts("sd", question.deviation);
    whole("min", question.lowest, question.n > 0);
    whole("max", question.highest, question.n > 0);
    parts("agreement", question.agreement);
    label("label", question.label, kLabels);
    json_.close('}');
  }

  void stage(const std::optional<TeamStage>& stage) {
    json_.name("stage");
    if (!stage) return json_.literal("null");
    json_.open('{');
    json_.name("score").whole(stage->score);
    json_.name("final").whole(stage->final);
    json_.name("caps").open('{');
    for (std::size_t i = 0; i < q_.gates.size(); ++i) json_.name(q_.gates[i].id).whole(stage->caps[i]);
    json_.close('}');
    json_.name("binding").open('[');
    for (const int gate : stage->binding) json_.text(q_.gates[static_cast<std::size_t>(gate)].id);
    json_.close(']');
    json_.close('}');
  }

  void whole(std::string_view name, int value, bool known) {
    json_.name(name);
    known ? json_.whole(value) : json_.literal("null");
  }

  void parts(std::string_view name, const std::optional<Parts>& value) {
    json_.name(name);
    value ? json_.hundredths(divide_rounded(*value, kPartsOfOne / 100)) : json_.literal("null");
  }

  void points(std::string_view name, const std::optional<Ticks>& value) {
    json_.name(name);
    value ? json_.hundredths(divide_rounded(*value, kTeamTicksPerPoint / 100)) : json_.literal("null");
  }

  template <typename Label, std::size_t kSize>
  void label(std::string_view name, const std::optional<Label>& value, const std::string_view (&texts)[kSize]) {
    json_.name(name);
    value ? json_.text(texts[static_cast<std::size_t>(*value)]) : json_.literal("null");
  }

  const Questionnaire& q_;
  JsonWriter json_;
};

}  // namespace

void write_team(const Questionnaire& questionnaire, const TeamResult& team, std::string& out) {
  TeamWriter(questionnaire, out).write(team);
}

void write_partial(const Questionnaire& questionnaire, const TeamCounts& counts, std::string& out) {
  TeamWriter(questionnaire, out).write(counts);
}

}  // namespace kk
