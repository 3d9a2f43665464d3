#include "model/fill.h"

#include <cassert>
#include <utility>

#include "model/fields.h"

namespace kk {

// {sector} in a text becomes "the shop": what the page around the questionnaire said, by way of a declared value.

Filler::Filler(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& values)
    : questionnaire_(questionnaire), values_(values) {
  assert(values.size() == questionnaire.parameters.size());
}

void Filler::fill(Text& text) const {
  const Text asked = text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A text of another language that stands in gets words of that language.
    fill(text[i], static_cast<std::size_t>(questionnaire_.language_of(asked, static_cast<int>(i))));
  }
}

void Filler::fill(std::string& text, std::size_t language) const {
  const std::vector<Parameter>& parameters = questionnaire_.parameters;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) return;
    const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
    std::size_t index = 0;
    while (index < parameters.size() && parameters[index].id != name) ++index;
    if (index == parameters.size()) {
      ++open;
      continue;
    }
    assert(values_[index] < parameters[index].values.size());
    assert(language < parameters[index].values[values_[index]].text.size());
    const std::string& value = parameters[index].values[values_[index]].text[language];
    text.replace(open, close - open + 1, value);
    open += value.size();
  }
}

namespace {

/// Visits every text; no other field.
class Visitor {
 public:
  explicit Visitor(const Filler& filler) : filler_(filler) {}

  template <class T>
  void scored(T&) {}
  template <class T>
  void shown(T&) {}
  void shown(Text& text) { filler_.fill(text); }
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
  const Filler& filler_;
};

}  // namespace

Questionnaire filled(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters) {
  Questionnaire copy = questionnaire;
  copy.parameters.clear();
  const Filler filler(questionnaire, parameters);
  Visitor visitor(filler);
  questionnaire_fields(visitor, copy);
  copy.parameters = questionnaire.parameters;
  return copy;
}

}  // namespace kk
