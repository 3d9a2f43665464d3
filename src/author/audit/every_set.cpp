// All sets of core answers in turn, like an odometer: the last question turns fastest. Every set is compared with those
// that have one answer a level lower; they came at most as many sets ago as the first question's stride, so that many
// entries are remembered.
#include "author/audit/parts.h"

namespace kk {
namespace {

class EverySet {
 public:
  EverySet(const Questionnaire& questionnaire, Audit& audit)
      : questionnaire_(questionnaire),
        lowest_(audit.options.with_unknown ? kUnknownValue : Value::of(0)),
        scorer_(questionnaire),
        tally_(questionnaire, audit),
        set_(questionnaire),
        strides_(questionnaire.questions.size()) {
    std::size_t stride = 1;
    for (std::size_t i = strides_.size(); i-- > 0;) {
      strides_[i] = stride;
      stride *= static_cast<std::size_t>(questionnaire.questions[i].top() - lowest_.number + 1);
    }
    recent_.resize(strides_[0]);
    for (std::size_t i = 0; i < strides_.size(); ++i) set_.set(i, lowest_);
  }

  void run() {
    do visit();
    while (turn());
    tally_.finish();
  }

 private:
  void visit() {
    scorer_.score(set_.answers);
    const AuditEntry entry = tally_.entry_of(scorer_);
    for (std::size_t i = 0; i < strides_.size(); ++i) {
      if (set_.values[i].number <= 0 || scorer_.values()[i] == kNotAsked) continue;
      const std::size_t around = position_ >= strides_[i] ? position_ : position_ + recent_.size();
      const AuditEntry& before = recent_[around - strides_[i]];
      if (!tally_.is_met_again(before, entry, set_, lowest_)) tally_.move(i, before, entry, set_);
    }
    recent_[position_] = entry;
    if (++position_ == recent_.size()) position_ = 0;
    if (is_first_of_its_kind()) tally_.count(scorer_, entry, set_);
  }

  /// Sets that differ only in what is not asked are one set: that with the lowest values there.
  bool is_first_of_its_kind() const {
    for (std::size_t i = 0; i < strides_.size(); ++i) {
      if (scorer_.values()[i] == kNotAsked && set_.values[i] != lowest_) return false;
    }
    return true;
  }

  /// To the next set; false after the last.
  bool turn() {
    for (std::size_t i = strides_.size(); i-- > 0;) {
      if (set_.values[i].number < questionnaire_.questions[i].top()) {
        set_.set(i, Value{static_cast<std::int8_t>(set_.values[i].number + 1)});  // from unknown to 0, too
        return true;
      }
      set_.set(i, lowest_);
    }
    return false;
  }

  const Questionnaire& questionnaire_;
  const Value lowest_;
  AuditScorer scorer_;
  AuditTally tally_;
  AuditSet set_;
  std::vector<std::size_t> strides_;  ///< how many sets lie between two levels of a question
  std::vector<AuditEntry> recent_;    ///< entries of the last strides_[0] sets, in a ring
  std::size_t position_ = 0;          ///< in the ring
};

}  // namespace

void audit_every_set(const Questionnaire& questionnaire, Audit& audit) { EverySet(questionnaire, audit).run(); }

}  // namespace kk
