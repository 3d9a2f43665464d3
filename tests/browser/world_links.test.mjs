// Links and codes as people pass them on: changed by mail, chat, other links and hands.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { codesIn } from '../../web/shared/code.js';
import { launch, openPage } from './harness.mjs';
import { answersBy, chances, codeOf, MIXED, SKIPPED } from './subject.mjs';
import { show, textOf, until, wipe } from './walk.mjs';

const CODE = codeOf(MIXED);
const OTHER = codeOf(answersBy(() => 1));
const FOREIGN = codeOf({ answers: { login: 1 } }, 'weerbaar');
const TWO = 'Hier staan verschillende codes in. Open er één tegelijk.';
const BAD = 'Deze code klopt niet. Controleer of je alles hebt gekopieerd.';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const open = (fragment) => openPage(browser, undefined, { until: 'settled', fragment: `${fragment}` });
const encoded = (text) => encodeURIComponent(text);

/** Each is an address that stood for `k=CODE&at=result`. */
const CHANGED = [
  `k=${CODE}`, `k%3D${CODE}%26at%3Dresult`, encoded(encoded(`k=${CODE}&at=result`)), `k=${CODE}&at=result.`, `k=${CODE}&at=result)`, `k=${CODE}&at=result%20`,
  `k=${CODE}&at=result%E2%80%9D`, `k=${CODE}&at=result?utm_source=mail`, `k=${CODE}&at=result&utm_source=x&fbclid=y`, `?utm_source=x&k=${CODE}&at=result`, `k=${CODE}.`,
  `k=${CODE}%20`, `k=${CODE}>`, `k=%22${CODE}%22`, `k=${CODE}&amp;at=result`, `amp;k=${CODE}&amp;at=result`, `K=${CODE}&AT=RESULT`, CODE, CODE.toUpperCase(), `code=${CODE}`,
  `k=${CODE.slice(0, 6)}%E2%80%8B${CODE.slice(6)}&at=result`, `k=${CODE.slice(0, 6)}%0A${CODE.slice(6)}&at=result`, `k=3D${CODE}&at=3Dresult`, `k=${CODE}&at=nergens`, `k=${CODE}&at=`,
  `k=${CODE}&k=${CODE}`, `k=${FOREIGN}&k=${CODE}`, `k=${CODE}#k=${CODE}`, `&&k=${CODE}&&`, `/k=${CODE}&at=result/`, `k=${CODE}&at=result*`, `k=${CODE}&at=result\\`,
  `k=${CODE}&at=result:~:text=uitslag`, `k=${CODE}&at=result%3A~%3Atext%3Duitslag`, `k=%E2%80%8F${CODE}%C2%A0&at=result`, `k=${CODE}&at=result|uitslag`, `utm_source=a&k=${CODE}&xtor=CS1-2&at=result`,
];

describe('world 13: a fragment that was changed on its way opens the result', () => {
  let page;
  before(async () => { page = await open(`k=${OTHER}&at=steps`); });
  after(() => page.close());
  for (const [i, fragment] of CHANGED.entries()) {
    test(`world 13: #${fragment.replaceAll(CODE, 'CODE')}`, async () => {
      // Some in a page of their own; the others in one that shows something else.
      const reader = i % 8 ? page : await open(fragment);
      if (reader === page) {
        await show(page.page, { code: OTHER, screen: 'steps' });
        await page.page.evaluate((hash) => new Promise((done) => {
          addEventListener('hashchange', done, { once: true });
          location.hash = hash;
        }), fragment);
      }
      const { screen, answers } = await reader.state();
      assert.deepEqual([screen, answers.answers], ['result', MIXED.answers]);
      if (reader !== page) await reader.close();
    });
  }
  test('world 13: a screen with marks behind it opens that screen, a language too', async () => {
    const reader = await open(`k=${CODE}&lang=en.&at=steps).`);
    const { screen, lang } = await reader.state();
    assert.deepEqual([screen, lang], ['steps', 'en']);
    await reader.close();
  });
  for (const fragment of [`k=${CODE}&at=steps`, `k%3D${CODE}%26amp%3Bat%3Dsteps`, `k%3D${CODE}%26at%3Dsteps`, `k=${CODE}&amp;at=steps`, `k%3D${CODE}%26%2338%3Bat%3Dsteps`]) {
    test(`world 13: the screen of #${fragment.replaceAll(CODE, 'CODE')}`, async () => {
      await show(page.page, { code: OTHER, screen: 'patterns' });
      await page.page.evaluate((hash) => new Promise((done) => {
        addEventListener('hashchange', done, { once: true });
        location.hash = hash;
      }), fragment);
      assert.equal((await page.state()).screen, 'steps');
    });
  }
  test('world 13: wiped, nothing of a bare code stays in the address', async () => {
    const reader = await open(CODE);
    await wipe(reader.frame);
    await until(reader.page, () => location.hash === '' || !location.hash.includes('.'));
    await reader.page.reload();
    await until(reader.page, () => performance.getEntriesByName('kk:settled').length > 0);
    assert.deepEqual((await reader.state()).answers.answers, SKIPPED.answers);
    await reader.close();
  });
  for (const [what, fragment, says] of [
    ['two codes', `k=${CODE}&k=${OTHER}`, TWO], ['two codes in one value', `k=${CODE}%20en%20${OTHER}`, TWO],
    ['a code that is not whole', `k=${CODE.slice(0, -2)}&at=result`, BAD], ['the same, encoded', `k%3D${CODE.slice(0, -2)}%26at%3Dresult`, BAD],
    ['a code of another questionnaire', `k=${FOREIGN}&at=result`, 'Deze code hoort bij een andere vragenlijst.'],
  ]) {
    test(`world 13: ${what}: said`, async () => {
      const reader = await open(fragment);
      assert.equal(await reader.note(), says);
      assert.deepEqual((await reader.state()).answers.answers, SKIPPED.answers);
      await reader.close();
    });
  }
});

/** What people and programs do to a code, each by itself. */
const WAYS = {
  sentence: (code) => `Hoi! Mijn code is ${code}, kijk maar. Groet`,
  quotes: (code) => `“${code}”`,
  label: (code) => `Uitslagcode: ${code}`,
  capitals: (code) => code.toUpperCase(),
  invisible: (code) => [...code].join('\u200b'),
  soft: (code) => code.replace('.', '.\u00ad\ufeff'),
  wrapped: (code) => `${code.slice(0, 13)}\n> ${code.slice(13)}`,
  spaced: (code) => code.replaceAll('.', ' . '),
  wide: (code) => code.replace(/[0-9a-z.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  percent: (code) => encoded(`k=${code}&at=result`).replaceAll('.', '%2E'),
  safelink: (code) => `https://eu.example.com/?url=${encoded(`https://example.org/k.html#k=${encoded(code)}&at=result`)}&data=05%7C`,
  quoted: (code) => `<https://example.org/k.html#k=3D${code.slice(0, 9)}=\n${code.slice(9)}&at=3Dresult>`,
  html: (code) => `<p>Kijk: <b>${code.slice(0, 4)}</b>${code.slice(4)}<br></p>`,
  entities: (code) => code.replaceAll('.', '&#46;').replaceAll('-', '&#x2D;'),
  'named entities': (code) => `&ldquo;${code.replaceAll('.', '&shy;.&zwnj;')}&rdquo;&nbsp;is mijn code`,
  marks: (code) => `\u2067\u200f${code.replace('.', '\u2060.\u200d')}\u2069\ufe0f`,
  chat: (code) => `*Uitslag*: <https://example.org/k.html#k=${code}&at=result|example.org/k.html#k=${code.slice(0, 12)}…>`,
  'text fragment': (code) => `https://example.org/k.html#k=${code}&at=result:~:text=uitslag,-hier`,
  'twice encoded': (code) => encoded(encoded(`#k=${code}&at=result`)),
  markdown: (code) => `[uitslag](https://example.org/#k=${code}&at=result) \`${code}\``,
  'one dash': (code) => (code.includes('--') ? code.replaceAll('--', '\u2013') : code.replaceAll('-', '\u2013')),
  latin: (code) => `caf%E9%E8${code}%A0`,
  dashes: (code) => code.replaceAll('--', '\u2014').replaceAll('-', '\u2011'),
};

describe('world 13: one extractor', () => {
  const gaps = codeOf({ answers: { ...SKIPPED.answers, ...Object.fromEntries(Object.entries(MIXED.answers).slice(0, 1)), ...Object.fromEntries(Object.entries(MIXED.answers).slice(-1)) } });
  for (const [name, way] of Object.entries(WAYS)) {
    test(`world 13: ${name}`, () => {
      for (const code of [CODE, OTHER, FOREIGN, gaps]) assert.deepEqual(codesIn(way(code)), [code], way(code));
    });
  }
  test('world 13: 500 random pairs of changes, one in the other', () => {
    const seed = 20_261_126;
    const chance = chances(seed);
    // What cuts words in two would also cut what the other put around the code.
    const inner = ['capitals', 'invisible', 'soft', 'spaced', 'wide', 'dashes', 'entities', 'marks', 'percent', 'twice encoded'];
    const outer = ['sentence', 'quotes', 'label', 'safelink', 'html', 'markdown', 'wrapped'];
    for (let i = 0; i < 500; i++) {
      const [a, b] = [inner[chance(inner.length)], outer[chance(outer.length)]];
      const code = [CODE, OTHER, FOREIGN][chance(3)];
      assert.deepEqual(codesIn(WAYS[b](WAYS[a](code))), [code], `seed ${seed}, ${a} in ${b}: ${WAYS[b](WAYS[a](code))}`);
    }
  });
  for (const name of ['percent', 'twice encoded', 'safelink', 'entities', 'html', 'label']) {
    test(`world 13: ${name}, broken over two lines anywhere`, () => {
      for (const end of ['\n', '=\r\n', '\n> > ', '\n\t']) {
        for (const code of [CODE, gaps]) {
          const text = WAYS[name](code);
          for (let at = 1; at < text.length; at++) {
            const broken = text.slice(0, at) + end + text.slice(at);
            assert.deepEqual(codesIn(broken), [code], JSON.stringify(broken));
          }
        }
      }
    });
  }
  test('world 13: two codes are two, the same one is one, a damaged one is none', () => {
    for (const between of ['\n', '\r\n> ', '\n\n', ' ', '<br>', '</td><td class="x">', '</p>\n<p>', '%0A', '%3Cbr%3E', '&#10;', ', ', '\u00a0', '\u2028', ' / ']) {
      assert.deepEqual(codesIn(CODE + between + OTHER), [CODE, OTHER], JSON.stringify(between));
    }
    assert.deepEqual(codesIn(`${CODE} ${CODE.toUpperCase()}`), [CODE]);
    assert.deepEqual(codesIn(CODE.replace(/.$/, (last) => (last === '0' ? '1' : '0'))), []);
    for (const more of ['0', 'a']) assert.deepEqual([codesIn(CODE + more), codesIn(more + CODE)], [[], []], 'a letter more');
  });
  test('world 13: no text keeps it busy', () => {
    const start = performance.now();
    for (const piece of ['1aaaaaaaa.', '%25', '<a ', '&#46;', '.', ' ', '\t', '\u00a0', '=', '= ', '>', '\n', ' \n', '\n ', '<a', '</', '%', '%3C', '&', '&#', '=3', '1a ', '- ', '\u2014']) codesIn(piece.repeat(500_000));
    assert.ok(performance.now() - start < 20_000);
  });
});

describe('world 13: the field for a code', () => {
  const paste = async (text) => {
    const reader = await open('at=code');
    await reader.frame.evaluate((value) => {
      const field = document.getElementById('kk-code.text');
      field.value = value;
      document.querySelector('button[value="code.open"]').click();
    }, text);
    return reader;
  };
  for (const way of ['sentence', 'wrapped', 'safelink', 'quoted', 'html', 'invisible']) {
    test(`world 13: ${way}, pasted`, async () => {
      const reader = await paste(WAYS[way](CODE));
      const { screen, answers } = await reader.state();
      assert.deepEqual([screen, answers.answers], ['result', MIXED.answers]);
      await reader.close();
    });
  }
  for (const [what, text, says] of [['two codes', `${CODE}\n${OTHER}`, TWO], ['a code, and a link with another', `${CODE}, of https://example.org/#k=${OTHER}&at=result`, TWO],
    ['half a code', CODE.slice(0, -3), BAD], ['half a link', `https://example.org/#k=${CODE.slice(0, -3)}&at=result`, BAD]]) {
    test(`world 13: ${what}, pasted: said beside the field`, async () => {
      const reader = await paste(text);
      await until(reader.page, () => document.getElementById('kk-code.message'));
      assert.equal(await textOf(reader.page, 'code.message'), says);
      await reader.close();
    });
  }
  test('world 13: of two tests’ codes the one of this test opens', async () => {
    const reader = await paste(`${FOREIGN} en ${CODE}`);
    assert.equal((await reader.state()).screen, 'result');
    await reader.close();
  });
});
