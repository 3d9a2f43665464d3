#include "model/fill.h"

#include <cassert>
#include <utility>

#include "base/phrase.h"
#include "model/fields.h"

namespace kk {
namespace {

// {sector} in a text becomes "the shop": what the page around the questionnaire said, by way of a declared value.
/// Visits every text; no other field.
class Filler {
 public:
  /// `parameters`: the questionnaire's own, taken out of it.
  Filler(const Questionnaire& questionnaire, const std::vector<Parameter>& parameters,
         const std::vector<std::uint8_t>& values)
      : questionnaire_(questionnaire), parameters_(parameters), values_(values) {}

  template <class T>
  void scored(T&) {}
  template <class T>
  void shown(T&) {}
  void shown(Text& text) {
    const Text asked = text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      // A text of another language that stands in gets words of that language.
      fill(text[i], static_cast<std::size_t>(questionnaire_.language_of(asked, static_cast<int>(i))));
    }
  }
  template <class T, class Visit>
  void list(std::vector<T>& list, const Visit& visit) {
    for (T& element : list) visit(element);
  }
  template <class T, class Visit>
  void shown_list(std::vector<T>& values, const Visit& visit) {
    list(values, visit);
  }
  template <class Visit>
  void option(char, bool, const Visit& visit) {
    visit();
  }
  template <class Visit>
  void shown_option(char, bool, const Visit& visit) {
    visit();
  }
  void texts(std::vector<Text>& texts) {
    for (Text& text : texts) shown(text);
  }

 private:
  void fill(std::string& text, std::size_t language) const {
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
      const std::size_t close = text.find('}', open);
      if (close == std::string::npos) return;
      const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
      std::size_t index = 0;
      while (index < parameters_.size() && parameters_[index].id != name) ++index;
      if (index == parameters_.size()) {
        ++open;
        continue;
      }
      assert(values_[index] < parameters_[index].values.size());
      assert(language < parameters_[index].values[values_[index]].text.size());
      const std::string& value = parameters_[index].values[values_[index]].text[language];
      text.replace(open, close - open + 1, value);
      open += value.size();
    }
  }

  const Questionnaire& questionnaire_;
  const std::vector<Parameter>& parameters_;
  const std::vector<std::uint8_t>& values_;
};

}  // namespace

void fill_in(Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters) {
  assert(parameters.size() == questionnaire.parameters.size());
  if (parameters.empty()) return;
  // What is put in is itself left as it is.
  std::vector<Parameter> own = std::exchange(questionnaire.parameters, {});
  Filler filler(questionnaire, own, parameters);
  questionnaire_fields(filler, questionnaire);
  questionnaire.parameters = std::move(own);
}

Questionnaire filled(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters) {
  Questionnaire copy = questionnaire;
  fill_in(copy, parameters);
  return copy;
}

}  // namespace kk
