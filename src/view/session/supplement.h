// What a page may carry beside the assessment: screens of its own, in rows behind those of kScreenRows, and their
// state.
#pragma once

#include <string>
#include <string_view>

namespace kk {

class Session;

class Supplement {
 public:
  virtual ~Supplement() = default;

  /// Session::act asks it what it does not know itself. False: neither does this, and nothing changed. It may hand
  /// answers to the session and lead to another screen. `focus` may be given the node that takes focus; what it refers
  /// to lives until the next action.
  virtual bool act(Session& session, std::string_view id, std::string_view value, std::string_view& focus) = 0;
  /// Everything is wiped.
  virtual void forget() = 0;
  /// A file to take along; empty for a kind that it does not have.
  virtual std::string file(std::string_view kind, int language) const = 0;
};

}  // namespace kk
