// Tables for spreadsheets (RFC 4180), as the language of their numbers has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_writer.h"

namespace kk {

/// Cells one after another, rows ended by end_row(). `decimal` is the mark of a decimal: with a comma, semicolons part
/// the cells.
class CsvWriter {
 public:
  CsvWriter(std::string& out, char decimal) : out_(out), decimal_(decimal), between_(decimal == ',' ? ';' : ',') {}

  /// Always in quotes: no program has to guess, and a text of digits stays a text.
  void text(std::string_view text) {
    // Excel, LibreOffice and Google Sheets calculate what begins so, whoever wrote it (OWASP, CSV injection).
    constexpr std::string_view kFormula = "=+-@\t\r";
    cell();
    out_ += '"';
    if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos) out_ += '\'';
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void whole(std::int64_t number) {
    cell();
    append_int(out_, number);
  }

  void hundredths(std::int64_t number) {
    cell();
    const std::size_t begin = out_.size();
    append_hundredths(out_, number);
    const std::size_t point = out_.find('.', begin);
    if (point != std::string::npos) out_[point] = decimal_;
  }

  void nothing() { cell(); }

  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }

 private:
  void cell() {
    if (!first_) out_ += between_;
    first_ = false;
  }

  std::string& out_;
  char decimal_, between_;
  bool first_ = true;
};

}  // namespace kk
