// What the page has no use for in musl: printf and scanf, whose 128-bit floats weigh 11 KB compressed, and processes.
#include <cstdarg>
#include <cstddef>
#include <cstdint>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

/// Writes into a buffer of fixed size and counts what did not fit, as snprintf does.
class Writer {
 public:
  Writer(char* buffer, std::size_t size) : buffer_(buffer), size_(size) {}

  void put(char c) {
    if (buffer_ && length_ + 1 < size_) buffer_[length_] = c;
    ++length_;
  }

  int finish() {
    if (buffer_ && size_ > 0) buffer_[length_ < size_ ? length_ : size_ - 1] = '\0';
    return static_cast<int>(length_);
  }

 private:
  char* buffer_;
  std::size_t size_;
  std::size_t length_ = 0;
};

/// One conversion: %[flags][width][.precision][length]type.
struct Spec {
  bool left = false, zero = false;
  int width = 0, precision = -1;
  bool is_64_bit = false;
  char type = '%';
};

int read_number(const char*& format, va_list& arguments) {
  if (*format == '*') {
    ++format;
    return va_arg(arguments, int);
  }
  int number = 0;
  while (*format >= '0' && *format <= '9') number = number * 10 + (*format++ - '0');
  return number;
}

/// `format` points behind the % and is left on the type's character.
Spec read_spec(const char*& format, va_list& arguments) {
  Spec spec;
  for (; *format == '-' || *format == '0'; ++format) (*format == '-' ? spec.left : spec.zero) = true;
  spec.width = read_number(format, arguments);
  if (*format == '.') spec.precision = read_number(++format, arguments);
  for (; *format == 'l'; ++format) spec.is_64_bit = format[1] == 'l' || spec.is_64_bit;
  spec.type = *format;
  return spec;
}

void put_padded(Writer& out, const Spec& spec, const char* text, int length) {
  const int padding = spec.width - length;
  for (int i = 0; i < padding && !spec.left; ++i) out.put(spec.zero ? '0' : ' ');
  for (int i = 0; i < length; ++i) out.put(text[i]);
  for (int i = 0; i < padding && spec.left; ++i) out.put(' ');
}

void put_text(Writer& out, Spec spec, const char* text) {
  int length = 0;
  while ((spec.precision < 0 || length < spec.precision) && text[length]) ++length;
  spec.zero = false;
  put_padded(out, spec, text, length);
}

void put_integer(Writer& out, const Spec& spec, std::uint64_t value, bool negative) {
  const unsigned base = spec.type == 'd' || spec.type == 'i' || spec.type == 'u' ? 10 : 16;
  const char* const digits = spec.type == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  char text[24];
  char* const end = text + sizeof text;
  char* begin = end;
  do {
    *--begin = digits[value % base];
    value /= base;
  } while (value != 0);
  if (negative) *--begin = '-';
  put_padded(out, spec, begin, static_cast<int>(end - begin));
}

void put_argument(Writer& out, const Spec& spec, va_list& arguments) {
  switch (spec.type) {
    case 's': {
      const char* text = va_arg(arguments, const char*);
      return put_text(out, spec, text ? text : "(null)");
    }
    case 'c':
      return out.put(static_cast<char>(va_arg(arguments, int)));
    case 'd':
    case 'i': {
      const std::int64_t value = spec.is_64_bit ? va_arg(arguments, std::int64_t) : va_arg(arguments, int);
      return put_integer(
          out, spec, value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value), value < 0);
    }
    case 'u':
    case 'x':
    case 'X':
      return put_integer(out, spec, spec.is_64_bit ? va_arg(arguments, std::uint64_t) : va_arg(arguments, unsigned),
                         false);
    case 'p':
      return put_integer(out, spec, reinterpret_cast<std::uintptr_t>(va_arg(arguments, void*)), false);
    case 'f':
    case 'g':  // only sliders and debug windows print floats: none here, so just keep the arguments in step
      static_cast<void>(va_arg(arguments, double));
      return out.put('?');
    default:
      out.put(spec.type);
  }
}

}  // namespace

int ImFormatStringV(char* buffer, std::size_t size, const char* format, va_list list) {
  va_list arguments;
  va_copy(arguments, list);
  Writer out(buffer, size);
  for (; *format; ++format) {
    if (*format != '%') {
      out.put(*format);
      continue;
    }
    const Spec spec = read_spec(++format, arguments);
    if (!spec.type) break;
    put_argument(out, spec, arguments);
  }
  va_end(arguments);
  const int length = out.finish();
  return buffer && length >= static_cast<int>(size) ? static_cast<int>(size) - 1 : length;
}

int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}

// ImGui reads numbers only from .ini text and from text fields: the page has neither.
extern "C" int sscanf(const char*, const char*, ...) { return 0; }

// A failed allocation or bounds check ends here, as a trap that the host turns into text view: there is no WASI host
// that could end a process.
extern "C" void __wasi_proc_exit(unsigned) { __builtin_trap(); }
