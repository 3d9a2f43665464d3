// What the page around a questionnaire says, put into its texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/questionnaire.h"

namespace kk {

/// Puts the texts of chosen parameters in place of {id}.
class Filler {
 public:
  /// `values`: as Answers::parameters. Of the questionnaire only languages, fallbacks and parameters are looked at; it
  /// must outlive the filler.
  Filler(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& values);

  /// A text of that questionnaire; what is put in is itself left as it is.
  void fill(Text& text) const;

 private:
  void fill(std::string& text, std::size_t language) const;

  const Questionnaire& questionnaire_;
  const std::vector<std::uint8_t>& values_;
};

/// A copy with all texts filled in, but those of the parameters. The hashes stay.
Questionnaire filled(const Questionnaire& questionnaire, const std::vector<std::uint8_t>& parameters);

}  // namespace kk
