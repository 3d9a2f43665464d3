// One subcommand: its name, how it is called, and the function that runs it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kk {

/// Exit codes of the contract.
inline constexpr int kFine = 0;
inline constexpr int kInputHasProblems = 1;
inline constexpr int kWrongUsage = 2;

/// What stands after the subcommand's name.
struct Arguments {
  std::vector<std::string> files;  ///< in order; "-" is the standard input
  bool ndjson = false;             ///< --ndjson
  bool partial = false;            ///< --partial
  bool write = false;              ///< --write
  bool force = false;              ///< --force
  bool strict = false;             ///< --strict
  bool team = false;               ///< --team
  bool unknown = false;            ///< --unknown
  std::string out;                 ///< -o FILE
  std::string url;                 ///< --url URL
  std::string format;              ///< --format, of what the command writes
  std::string lang;                ///< --lang TAG
  std::string theme;               ///< --theme light|dark
  std::string min_group;           ///< --min-group N
  std::string title;               ///< --title TEXT
  std::string levels;              ///< --levels N
  std::string port;                ///< --port N
  std::string id, actor, time;     ///< --id UUID, --actor UUID, --time ISO8601: of a statement
};

struct Command {
  std::string_view name;
  std::string_view usage;    ///< what follows the name
  std::string_view summary;  ///< one line
  std::string_view notes;    ///< what else its own help says: lines, or empty
  std::size_t least, most;   ///< number of files
  std::string_view options;  ///< those it takes, separated by spaces
  int (*run)(const Arguments& arguments);
};

/// All of them, in the order of help.
std::span<const Command> commands();

int run_init(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_score(const Arguments& arguments);
int run_code(const Arguments& arguments);
int run_decode(const Arguments& arguments);
int run_compare(const Arguments& arguments);
int run_team(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_earlier(const Arguments& arguments);
int run_fmt(const Arguments& arguments);
int run_logic(const Arguments& arguments);
int run_bundle(const Arguments& arguments);
int run_serve(const Arguments& arguments);
int run_audit(const Arguments& arguments);
int run_completion(const Arguments& arguments);

}  // namespace kk
