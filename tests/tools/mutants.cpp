// mutants COUNT: reads that many mutated questionnaires, scores those that are accepted, and tells what the slowest and
// the memory were. Fails over one second for one of them, or over 64 MB in all.
#include "support/mutants.h"

#include <sys/resource.h>

#include <ctime>

#include "author/read/questionnaire.h"
#include "model/problem.h"
#include "support/view_properties.h"

namespace {

/// Of this process, so that other work on the machine does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int count, char** words) {
  constexpr double kMostSeconds = 1, kMostMegabytes = 64;
  const long most = count == 2 ? std::atol(words[1]) : 0;
  if (most <= 0) {
    std::fprintf(stderr, "usage: mutants COUNT\n");
    return 2;
  }
  const kk::test::MutantSeeds seeds = kk::test::mutant_seeds();
  long accepted = 0, slowest_number = 0;
  double slowest = 0;
  for (long i = 0; i < most; ++i) {
    const auto number = static_cast<std::uint64_t>(i);
    const double start = cpu_seconds();
    const kk::ReadQuestionnaire read = kk::read_questionnaire(kk::test::mutant(seeds, number));
    if (!kk::has_errors(read.problems)) {
      ++accepted;
      kk::test::require_sound(read.questionnaire, number);
      kk::test::Chance chance(number);
      kk::test::require_views(read.questionnaire, kk::test::any_answers(read.questionnaire, chance));
    }
    const double seconds = cpu_seconds() - start;
    if (seconds > slowest) slowest = seconds, slowest_number = i;
  }
  const double megabytes = peak_megabytes();
  std::printf(
      "%ld mutants in %.0f s: %ld accepted and scored, %ld refused; slowest %.1f ms (number %ld), peak %.1f MB\n", most,
      cpu_seconds(), accepted, most - accepted, slowest * 1000, slowest_number, megabytes);
  return slowest <= kMostSeconds && megabytes <= kMostMegabytes ? 0 : 1;
}
