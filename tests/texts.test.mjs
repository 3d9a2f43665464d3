// No text of the product may repeat five words in a row from the articles it builds on. The articles are not part of
// this repository: their five-word sequences are stored as hashes, which can be compared with but not read back.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const kRun = 5;

/// Lower-cased runs of letters and digits; everything else separates words.
const words = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const fingerprint = (sequence) => createHash("sha256").update(sequence).digest("hex").slice(0, 12);

function sequences(text) {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - kRun + 1)).map((_, i) => all.slice(i, i + kRun).join(" "));
}

/// The five-word sequences of the given [place, text] pairs that also occur in the articles.
function repeated(texts, fingerprints) {
  return texts.flatMap(([place, text]) =>
    sequences(text).filter((sequence) => fingerprints.has(fingerprint(sequence)))
      .map((sequence) => `${place}: ${sequence}`));
}

function readFingerprints() {
  const lines = readFileSync(join(root, "tests/cases/source_fingerprints.txt"), "utf8").trimEnd().split("\n");
  return lines.filter((line) => !line.startsWith("#"));
}

const read = (path) => readFileSync(join(root, path), "utf8");

function filesIn(folder, name) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).filter((file) => name.test(file)).map((file) => `${folder}/${file}`);
}

function stringsIn(value, place) {
  if (typeof value === "string") return [[place, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => stringsIn(member, `${place}/${key}`));
}

/// String literals of a C++ file; neighbours separated by white space only are one literal, as for the compiler.
function literalsIn(source) {
  const code = source.replace(/^\s*(\/\/|#).*$/gm, "");
  return [...code.matchAll(/"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*/g)].map(([found]) =>
    found.replace(/"\s*"/g, "").slice(1, -1).replace(/\\n/g, " ").replace(/\\(.)/g, "$1"));
}

const visibleText = (html) => html.replace(/<!--[\s\S]*?-->/g, " ")
  .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ").replace(/&[a-z#0-9]+;/gi, " ");

function productTexts() {
  return [
    ...filesIn("assets/questionnaires", /\.json$/).flatMap((path) => stringsIn(JSON.parse(read(path)), path)),
    ...[...filesIn("src/view/words", /\.cpp$/), "src/author/audit/words.cpp"].flatMap((path) => literalsIn(read(path)).map((text) => [path, text])),
    ...filesIn("assets/article", /\.html$/).map((path) => [path, visibleText(read(path))]),
    ...filesIn(".", /^README\.md$/).map((path) => [path, read(path)]),
  ];
}

test("no product text repeats five words in a row from the source articles", () => {
  const texts = productTexts();
  assert.ok(texts.length > 500, `only ${texts.length} texts found`);
  assert.deepEqual(repeated(texts, new Set(readFingerprints())), []);
});

test("the check finds a repeated sequence, whatever its punctuation and case", () => {
  const planted = new Set(readFingerprints()).add(fingerprint("een klant belt zelden één"));
  const text = "Vandaag: “Een klant belt – zelden – één keer.”";
  assert.deepEqual(repeated([["sample", text]], planted), ["sample: een klant belt zelden één"]);
  assert.deepEqual(repeated([["sample", "Een klant belt zelden."]], planted), []);
  assert.deepEqual(repeated(literalsIn('Say("Een klant "\n    "belt zelden één keer");').map((t) => ["code", t]), planted),
                   ["code: een klant belt zelden één"]);
});

test("the stored fingerprints are complete: sorted, unique, well formed and many", () => {
  const fingerprints = readFingerprints();
  assert.deepEqual(fingerprints, [...new Set(fingerprints)].sort());
  assert.ok(fingerprints.every((line) => /^[0-9a-f]{12}$/.test(line)));
  assert.ok(fingerprints.length > 2000, `only ${fingerprints.length} fingerprints`);
});
