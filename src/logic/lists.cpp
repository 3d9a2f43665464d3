#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "logic/evaluator.h"

namespace kk {
namespace {

using Kind = LogicValue::Kind;

/// A member of an object or an element of an array; null when there is none.
const LogicValue* child(const LogicValue& value, std::string_view name) {
  if (value.is(Kind::kObject)) {
    for (const LogicMember& member : value.fields()) {
      if (member.name == name) return &member.value;
    }
  } else if (value.is(Kind::kArray)) {
    std::size_t index = 0;
    if (name.empty() || name.size() > 9 || (name.size() > 1 && name[0] == '0')) return nullptr;
    for (const char c : name) {
      if (c < '0' || c > '9') return nullptr;
      index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    if (index < value.size) return &value.elements[index];
  }
  return nullptr;
}

/// The value at a path like "a.b.0"; null when there is none.
const LogicValue* look_up(const LogicValue& data, std::string_view path) {
  const LogicValue* at = &data;
  for (;;) {
    const std::size_t dot = path.find('.');
    at = child(*at, path.substr(0, dot));
    if (at == nullptr || dot == std::string_view::npos) return at;
    path.remove_prefix(dot + 1);
  }
}

}  // namespace

/// JavaScript's String(value).
std::string_view Evaluator::text_of(const LogicValue& value) {
  if (value.is(Kind::kString)) return value.text();
  return joined(std::span<const LogicValue>(&value, 1), "null");
}

/// The texts of `values` in a row, null written as `null_text`.
std::string_view Evaluator::joined(std::span<const LogicValue> values, std::string_view null_text) {
  const auto visit = [&](const auto& add) {
    for (const LogicValue& value : values) {
      if (value.is(Kind::kNull))
        add(null_text);
      else
        visit_text(value, add);
    }
  };
  std::size_t size = 0;
  visit([&](std::string_view part) { size += part.size(); });
  char* const text = run_.arena.take<char>(size);
  if (text == nullptr) {
    give_up();
    return {};
  }
  char* at = text;
  visit([&](std::string_view part) { at = std::copy(part.begin(), part.end(), at); });
  return {text, size};
}

LogicValue Evaluator::var(const Logic::Node& node) {
  const LogicValue name = arg(node, 0);
  if (name.is(Kind::kNull) || (name.is(Kind::kString) && name.size == 0)) return run_.data;
  const LogicValue* const found = look_up(run_.data, text_of(name));
  return found != nullptr ? *found : arg(node, 1);
}

LogicValue Evaluator::missing(const Logic::Node& node) {
  const std::span<const LogicValue> names = all_args(node);
  return missing(!names.empty() && names[0].is(Kind::kArray) ? names[0].items() : names);
}

LogicValue Evaluator::missing(std::span<const LogicValue> names) {
  LogicValue* const absent = run_.arena.take<LogicValue>(names.size());
  if (absent == nullptr) return give_up();
  std::size_t count = 0;
  for (const LogicValue& name : names) {
    const LogicValue* const found = look_up(run_.data, text_of(name));
    const bool is_there =
        found != nullptr && !found->is(Kind::kNull) && !(found->is(Kind::kString) && found->size == 0);
    if (!is_there) absent[count++] = name;
  }
  return LogicValue::of(std::span<const LogicValue>(absent, count));
}

LogicValue Evaluator::missing_some(const Logic::Node& node) {
  const double needed = to_number(arg(node, 0));
  const LogicValue names = arg(node, 1);
  LogicValue absent = missing(names.is(Kind::kArray) ? names.items() : std::span<const LogicValue>());
  if (names.is(Kind::kArray) && names.size - absent.size >= needed) absent.size = 0;
  return absent;
}

/// map, filter, reduce, all, none, some: the second argument is evaluated with each element as its data.
LogicValue Evaluator::each(const Logic::Node& node) {
  const LogicValue list = arg(node, 0);
  const std::span<const LogicValue> items = list.is(Kind::kArray) ? list.items() : std::span<const LogicValue>();
  if (node.op == LogicOp::kReduce) return reduce(node, items);
  const bool collects = node.op == LogicOp::kMap || node.op == LogicOp::kFilter;
  LogicValue* const kept = run_.arena.take<LogicValue>(collects ? items.size() : 0);
  if (kept == nullptr) return give_up();
  const LogicValue outer = run_.data;
  std::size_t count = 0;
  for (const LogicValue& item : items) {
    run_.data = item;
    const LogicValue value = arg(node, 1);
    if (node.op == LogicOp::kMap)
      kept[count++] = value;
    else if (truthy(value) && node.op == LogicOp::kFilter)
      kept[count++] = item;
    else if (truthy(value))
      ++count;
    if (run_.exhausted) break;
  }
  run_.data = outer;
  switch (node.op) {
    case LogicOp::kAll:
      return LogicValue::of(!items.empty() && count == items.size());
    case LogicOp::kNone:
      return LogicValue::of(count == 0);
    case LogicOp::kSome:
      return LogicValue::of(count > 0);
    default:
      return LogicValue::of(std::span<const LogicValue>(kept, count));
  }
}

LogicValue Evaluator::reduce(const Logic::Node& node, std::span<const LogicValue> items) {
  LogicValue total = arg(node, 2);
  const LogicValue outer = run_.data;
  for (const LogicValue& item : items) {
    const LogicMember scope[] = {{"current", item}, {"accumulator", total}};
    LogicMember* const kept = run_.arena.take<LogicMember>(2);
    if (kept == nullptr) {
      give_up();
      break;
    }
    std::copy(scope, scope + 2, kept);
    run_.data = LogicValue::of(std::span<const LogicMember>(kept, 2));
    total = arg(node, 1);
    if (run_.exhausted) break;
  }
  run_.data = outer;
  return total;
}

LogicValue Evaluator::merge(const Logic::Node& node) {
  const std::span<const LogicValue> parts = all_args(node);
  std::size_t size = 0;
  for (const LogicValue& part : parts) size += part.is(Kind::kArray) ? part.size : 1;
  LogicValue* const merged = run_.arena.take<LogicValue>(size);
  if (merged == nullptr) return give_up();
  LogicValue* at = merged;
  for (const LogicValue& part : parts) {
    if (part.is(Kind::kArray))
      at = std::copy(part.elements, part.elements + part.size, at);
    else
      *at++ = part;
  }
  return LogicValue::of(std::span<const LogicValue>(merged, size));
}

LogicValue Evaluator::object(const Logic::Node& node) {
  const std::size_t count = static_cast<std::size_t>(node.count) / 2;
  LogicMember* const members = run_.arena.take<LogicMember>(count);
  if (members == nullptr) return give_up();
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<std::int32_t>(2 * i);
    const LogicValue name = arg(node, at);
    if (run_.exhausted) return {};  // the name is null then
    members[i] = {name.text(), arg(node, at + 1)};
  }
  return LogicValue::of(std::span<const LogicMember>(members, count));
}

LogicValue Evaluator::array(const Logic::Node& node) {
  return LogicValue::of(std::span<const LogicValue>(all_args(node)));
}

LogicValue Evaluator::cat(const Logic::Node& node) { return LogicValue::of(joined(all_args(node), "")); }

LogicValue Evaluator::in(const Logic::Node& node) {
  const LogicValue needle = arg(node, 0), list = arg(node, 1);
  if (list.is(Kind::kString)) {
    // In an empty text JsonLogic finds nothing, not even another.
    return LogicValue::of(list.size > 0 && list.text().find(text_of(needle)) != std::string_view::npos);
  }
  if (!list.is(Kind::kArray)) return LogicValue::of(false);
  for (const LogicValue& item : list.items()) {
    if (strictly_equal(item, needle)) return LogicValue::of(true);
  }
  return LogicValue::of(false);
}

/// Counts whole characters where JavaScript counts UTF-16 units, so that none is cut in half.
LogicValue Evaluator::substr(const Logic::Node& node) {
  const std::string_view text = text_of(arg(node, 0));
  double length = 0;
  for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(utf8_size(text.substr(at)), 1)) ++length;
  const auto whole = [](double number) { return std::isnan(number) ? 0.0 : std::trunc(number); };
  double from = whole(to_number(arg(node, 1)));
  if (from < 0) from = std::max(0.0, length + from);
  double count = length;
  const LogicValue size = arg(node, 2);
  if (!size.is(Kind::kNull)) {
    count = whole(to_number(size));
    if (count < 0) count = std::max(0.0, length - from) + count;
  }
  std::size_t begin = text.size(), end = text.size();
  double position = 0;
  for (std::size_t at = 0; at < text.size(); ++position) {
    if (position == from) begin = at;
    if (position >= from + count) {
      end = at;
      break;
    }
    at += std::max<std::size_t>(utf8_size(text.substr(at)), 1);
  }
  return LogicValue::of(begin < end ? text.substr(begin, end - begin) : std::string_view(""));
}

}  // namespace kk
