// What klantkompas serve answers at "/": the page in a frame, and above it what is wrong with the questionnaire.
#pragma once

#include <string_view>

namespace kk {

inline constexpr std::string_view kServePage = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Klantkompas</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; height: 100vh; height: 100dvh; display: flex; flex-direction: column }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
pre { margin: 0; padding: 1rem; max-height: 40vh; overflow: auto; border-inline-start: .4rem solid #c5362b; background: Canvas; color: CanvasText;
  font: 1rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
iframe { flex: 1; width: 100%; border: 0 }
</style>
<main>
<h1>klantkompas serve</h1>
<pre role="alert" tabindex="0" hidden></pre>
</main>
<iframe title="The questionnaire" allow="clipboard-write"></iframe>
<script>
const told = document.querySelector('pre');
const frame = document.querySelector('iframe');
let shown = 0;
const tell = (text) => {
  told.textContent = text;
  told.hidden = !text;
};
const changes = new EventSource('changes');
changes.onerror = () => tell('klantkompas serve does not answer: has it been stopped?');
changes.onmessage = ({ data }) => {
  const { page, problems } = JSON.parse(data);
  tell(problems);
  if (page === shown) return;
  // Its address holds where the reader was, with the answers so far.
  if (shown) frame.contentWindow.location.reload();
  else frame.src = `page.html${location.hash}`;
  shown = page;
};
</script>
</html>
)";

}  // namespace kk
