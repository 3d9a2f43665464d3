// What the author of a questionnaire adds to the result: how others scored, and an invitation.
#include <algorithm>
#include <numeric>

#include "base/phrase.h"
#include "view/builder.h"

namespace kk {

void benchmark(Builder& b, int parent) {
  const std::vector<int>& counts = b.q.benchmark.counts;
  if (counts.empty()) return;
  const auto bins = static_cast<int>(counts.size());
  const auto all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  const auto percent = [&](std::int64_t count) { return static_cast<int>((count * 200 + all) / (2 * all)); };
  const auto points = [&](int bin) { return cat(bin * 100 / bins, "–", (bin + 1) * 100 / bins); };
  const Ticks full = 100 * b.q.ticks_per_point;
  const int own = b.result.overall ? std::min(bins - 1, static_cast<int>(*b.result.overall * bins / full)) : -1;

  std::vector<Bar> bars(counts.size());
  Cells cells;
  for (int bin = 0; bin < bins; ++bin) {
    const int share = percent(counts[static_cast<std::size_t>(bin)]);
    Bar& bar = bars[static_cast<std::size_t>(bin)];
    bar.label = fill(b.words.points_range, {{"points", points(bin)}});
    if (bin == own) bar.label += cat(" ", b.words.your_place);
    bar.value = cat(share, "%");
    bar.points = share;
    cells << bar.label << counts[static_cast<std::size_t>(bin)] << bar.value;
  }
  std::string finding;
  if (own >= 0) {
    const auto lower = std::accumulate(counts.begin(), counts.begin() + own, std::int64_t{0});
    finding = fill(b.words.benchmark_lower, {{"percent", percent(lower)}, {"n", number(all)}, {"points", points(own)}});
  }
  const int section = b.add(parent, "result.benchmark", Kind::kGroup, Look::kSection);
  b.heading(section, "result.benchmark.h", 2, Look::kSectionTitle, b.words.benchmark);
  const int node = b.add(section, "result.benchmark.f", Kind::kFigure, Look::kBars, b.words.share_of_all);
  BarsFigure& figure = b.draw<BarsFigure>(node);
  figure.bars = std::move(bars);
  figure.ticks = {0, 100};  // of shares in per cent, not of scores
  b.table(node, "result.benchmark.t", b.words.people, {b.words.score, b.words.people, b.words.share_of_all}, cells);
  if (!finding.empty()) b.paragraph(section, "result.benchmark.u", Look::kUnder, finding);
  const std::string source =
      fill(b.words.benchmark_source, {{"source", b.text(b.q.benchmark.source)}, {"year", b.q.benchmark.year}});
  b.paragraph(section, "result.benchmark.s", Look::kUnder, source);
  if (!b.q.benchmark.link.empty()) {
    const int links = b.add(section, "result.benchmark.links", Kind::kGroup, Look::kLinks);
    b.anchor(links, "result.benchmark.a", Look::kLink, b.words.to_source, b.q.benchmark.link);
  }
}

void invitation(Builder& b, int parent) {
  if (b.q.action.text.empty()) return;
  const int links = b.add(parent, "result.action", Kind::kGroup, Look::kLinks);
  b.anchor(links, "result.action.a", Look::kLink, b.text(b.q.action.text), b.q.action.link);
}

}  // namespace kk
