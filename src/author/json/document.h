// JSON as a small flat tree in which every value knows its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"

namespace kk {

enum class JsonKind : std::uint8_t { kNull, kFalse, kTrue, kNumber, kString, kArray, kObject };

/// Nodes stand in the order of the text, so a value's descendants directly follow it.
struct JsonNode {
  JsonKind kind = JsonKind::kNull;
  std::uint32_t offset = 0;               ///< of the value, in bytes from the start of the text
  std::uint32_t key_offset = 0;           ///< of the member's name; the value's own offset outside objects
  std::uint32_t parent = 0;               ///< the root is its own parent
  std::uint32_t position = 0;             ///< among the elements or members of its parent
  std::uint32_t end = 0;                  ///< index after the last descendant
  std::uint32_t count = 0;                ///< elements or members
  std::uint32_t key = 0, key_size = 0;    ///< in JsonDocument::chars
  std::uint32_t text = 0, text_size = 0;  ///< in JsonDocument::chars
  double number = 0;
};

struct JsonDocument {
  std::vector<JsonNode> nodes;  ///< the first is the root; never empty after a successful read
  std::string chars;            ///< all names and texts, unescaped
};

/// One value of a document, or nothing (an absent member).
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonDocument& document, std::size_t index) : document_(&document), index_(index) {}

  explicit operator bool() const { return document_ != nullptr; }
  JsonKind kind() const { return node().kind; }
  bool is(JsonKind kind) const { return node().kind == kind; }
  double number() const { return node().number; }
  std::string_view text() const { return chars(node().text, node().text_size); }
  std::string_view key() const { return chars(node().key, node().key_size); }
  std::size_t size() const { return node().count; }
  std::size_t offset() const { return node().offset; }
  std::size_t key_offset() const { return node().key_offset; }

  /// The member of that name, the first when there are several; nothing when there is none.
  JsonValue member(std::string_view name) const;

  class Iterator {
   public:
    Iterator(const JsonDocument& document, std::size_t index) : document_(&document), index_(index) {}
    JsonValue operator*() const { return {*document_, index_}; }
    Iterator& operator++() {
      index_ = document_->nodes[index_].end;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const JsonDocument* document_;
    std::size_t index_;
  };
  /// Elements or members; nothing for other kinds.
  Iterator begin() const { return {*document_, index_ + 1}; }
  Iterator end() const { return {*document_, node().end}; }

  /// JSON pointer from the root.
  std::string pointer() const;

 private:
  const JsonNode& node() const { return document_->nodes[index_]; }
  std::string_view chars(std::uint32_t from, std::uint32_t size) const {
    return std::string_view(document_->chars).substr(from, size);
  }

  const JsonDocument* document_ = nullptr;
  std::size_t index_ = 0;
};

/// Adds a name to a JSON pointer, escaped.
void append_pointer(std::string& pointer, std::string_view name);

}  // namespace kk
