// `bundle --url` for WordPress: a static oEmbed 1.0 answer, and the link to it where WordPress looks for it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { widget } from '../web/embed/snippets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ADDRESS = 'https://example.org/kompas/test.html?v=1&"<x>';
/** What wp_filter_oembed_result leaves of an iframe. */
const KEPT = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'];
/** Of a frame that nobody resizes: what its content needs is measured in tests/browser/embed_resizers.test.mjs. */
const HEIGHT = Number(widget({ way: 'iframe', address: '', title: '' }).attributes.find(([name]) => name === 'height')[1]);
/** WordPress reads 150 KB of a page; we promise less. */
const READ = 100_000;

let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-oembed-')); });
after(() => rmSync(scratch, { recursive: true, force: true }));

const unescape = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]);
const attributesOf = (tag) => Object.fromEntries([...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescape(value)]));

/** Bundles a questionnaire for an address: the page's bytes, and the oEmbed answer. */
function bundle(name, url) {
  execFileSync(join(root, 'dist/bin/klantkompas'), ['bundle', name, '-o', join(scratch, 'test.html'), '--url', url]);
  return { page: readFileSync(join(scratch, 'test.html')), answer: JSON.parse(readFileSync(join(scratch, 'test.oembed.json'), 'utf8')) };
}

for (const name of ['klantgedreven', 'weerbaar']) {
  test(`${name}: the answer has what oEmbed 1.0 asks of "rich", and markup that WordPress leaves as it is`, () => {
    const { title } = JSON.parse(readFileSync(join(root, `assets/questionnaires/${name}.json`), 'utf8'));
    const { answer } = bundle(name, ADDRESS);
    assert.equal(answer.version, '1.0');
    assert.equal(answer.type, 'rich');
    assert.equal(answer.title, title.nl);
    assert.ok(Number.isInteger(answer.width) && answer.width >= 200 && answer.width <= 600, 'a small column, for a static answer cannot heed maxwidth');
    const [, link, text, tag] = /^<blockquote style="display:none"><a href="([^"]*)">([^<]*)<\/a><\/blockquote>(<iframe(?: [\w-]+="[^"<>]*")+>)<\/iframe>$/.exec(answer.html)
      ?? assert.fail(answer.html);
    const attributes = attributesOf(tag);
    assert.deepEqual(Object.keys(attributes).filter((each) => !KEPT.includes(each)), []);
    assert.deepEqual([attributes.src, attributes.title], [`${ADDRESS}#theme=light`, title.nl], 'light, as pages are, whatever the reader’s system');
    assert.deepEqual([unescape(link), unescape(text)], [attributes.src, title.nl], 'what feeds and mails show of it');
    assert.deepEqual([attributes.width, Number(attributes.height), answer.height], ['100%', answer.height, HEIGHT], 'a width in px hangs out of a phone’s page');
    const pictures = Object.keys(answer).filter((key) => key.startsWith('thumbnail_'));
    assert.ok([0, 3].includes(pictures.length), 'all of a thumbnail or nothing');
  });
}

test('hosts 4: iframe, oEmbed, README and the widget’s own screen have one height', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  assert.deepEqual([...readme.matchAll(/height="(\d+)"|height:(\d+)px|gets (\d+) px/g)].map((found) => Number(found[1] ?? found[2] ?? found[3])), [HEIGHT, HEIGHT, HEIGHT]);
  assert.match(readFileSync(join(root, 'src/view/embed.h'), 'utf8'), new RegExp(`kFrameHeight = "${HEIGHT}"`));
});

test('the page links to it in its head, within what WordPress reads', () => {
  const { page } = bundle('klantgedreven', 'https://example.org/kompas/test.html');
  const beginning = page.subarray(0, READ).toString('utf8');
  const links = beginning.match(/<link [^>]*oembed[^>]*>/g);
  assert.equal(links?.length, 1, 'one link');
  const { rel, type, href, title } = attributesOf(links[0]);
  assert.deepEqual({ rel, type, href }, { rel: 'alternate', type: 'application/json+oembed', href: 'https://example.org/kompas/test.oembed.json' });
  assert.ok(title, 'it has a title');
  const before = beginning.slice(0, beginning.indexOf(links[0]));
  assert.ok(before.includes('<head>') && !/<\/head>|<body/.test(before.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')), 'in the head');
});

test('without an address there is neither', () => {
  assert.doesNotMatch(readFileSync(join(root, 'dist/klantkompas.html'), 'utf8').slice(0, READ), /application\/json\+oembed/);
});

test('an address that names no page is refused, and nothing is written', () => {
  const out = join(scratch, 'refused.html');
  for (const address of ['https://example.org', 'https://example.org/kompas/', 'https://example.org/kompas/?b=1.2', 'https://example.org/a.html#k', 'ftp://example.org/a.html', 'https://example.org/a b.html', 'https://user:secret@example.org/a.html', 'https://example.org/a\t.html']) {
    const { status, stderr } = spawnSync(join(root, 'dist/bin/klantkompas'), ['bundle', 'minimal', '-o', out, '--url', address], { encoding: 'utf8' });
    assert.equal(status, 2, address);
    assert.match(stderr, /^klantkompas: --url needs the address of the page itself, such as \S+, found /);
    assert.ok(stderr.trimEnd().endsWith(address), stderr);
    assert.ok(!existsSync(out));
  }
});

test('hosts 9 and 14: what an oEmbed address cannot carry is chosen when the page is made: language and theme', () => {
  const out = join(scratch, 'english.html');
  const bundleWith = (...more) => spawnSync(join(root, 'dist/bin/klantkompas'), ['bundle', 'klantgedreven', '-o', out, ...more], { encoding: 'utf8' });
  const { title } = JSON.parse(readFileSync(join(root, 'assets/questionnaires/klantgedreven.json'), 'utf8'));
  assert.equal(bundleWith('--url', 'https://example.org/english.html', '--lang', 'en', '--theme', 'dark').status, 0);
  const answer = JSON.parse(readFileSync(join(scratch, 'english.oembed.json'), 'utf8'));
  assert.equal(answer.title, title.en);
  assert.ok(answer.html.includes('src="https://example.org/english.html#theme=dark"'), answer.html);
  const page = readFileSync(out, 'utf8');
  assert.match(page, /<html lang="en"/);
  assert.ok(page.includes(`<title>Klantkompas: ${title.en}</title>`));
  assert.match(page, />Why we ask this|>Skip<|>Start</);
  for (const [why, ...more] of [[/--lang needs a language of the questionnaire, found xx/, '--lang', 'xx'],
    [/--theme needs light or dark, and --url/, '--theme', 'blue', '--url', 'https://example.org/a.html'], [/--theme needs light or dark, and --url/, '--theme', 'dark']]) {
    const { status, stderr } = bundleWith(...more);
    assert.deepEqual([status, why.test(stderr)], [2, true], stderr);
  }
});
