// "Bewaar mijn antwoorden": off until the reader turns it on, back on the next visit, gone when wiped; and whatever storage does,
// nothing on the screen is lost. In Chromium and Firefox.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { launch } from './harness.mjs';
import { ENGINES as STARTS } from './engines.mjs';
import { codeOf, FULL, MIXED, QUESTIONS } from './subject.mjs';
import { serve, until, use } from './walk.mjs';

const KEY = 'klantkompas:klantgedreven';
const [FULL_CODE, MIXED_CODE] = [codeOf(FULL), codeOf(MIXED)];
/** As the program of version 1.0.0 wrote it. */
const EARLIER = JSON.parse(readFileSync(new URL('../cases/format1/results.json', import.meta.url), 'utf8')).cases[0].code;
const SAYS = { failed: 'Bewaren lukt hier niet: de opslag is vol of gesloten.', elsewhere: /^In een ander tabblad is iets anders bewaard/ };
const FIRST = QUESTIONS[0].id;

let site;
before(async () => {
  site = await serve({ '/frame.html': '<!doctype html><title>Artikel</title><iframe title="Klantkompas" sandbox="allow-scripts" src="/klantkompas.html#at=files" width="720" height="900"></iframe>' });
});
after(() => site?.close());

const ENGINES = {
  chromium: async () => {
    const browser = await launch();
    let context;
    return {
      newPage: async () => {
        await context?.close();
        context = await browser.createBrowserContext();
        return context.newPage();
      },
      another: () => context.newPage(),
      close: async () => {
        await context?.close();
        await browser.close();
      },
    };
  },
  firefox: async () => {
    const browser = await STARTS.Firefox({ webgl: false });
    let open = [];
    return {
      // One profile for all: what a test kept is taken away before the next.
      newPage: async () => {
        for (const page of open) await page.close();
        const page = await browser.newPage();
        open = [page];
        await page.goto(`http://localhost:${site.port}/none`);
        await page.evaluate(() => localStorage.clear());
        return page;
      },
      another: async () => {
        open.push(await browser.newPage());
        return open.at(-1);
      },
      close: () => browser.close(),
    };
  },
};

for (const [name, start] of Object.entries(ENGINES)) {
  describe(name, () => {
    let engine;
    before(async () => { engine = await start(); });
    after(() => engine?.close());

    const settled = (page) => until(page, () => performance.getEntriesByName('kk:settled').length > 0);
    async function go(page, fragment) {
      await page.goto('about:blank');  // another fragment alone loads nothing
      await page.goto(`http://localhost:${site.port}/klantkompas.html${fragment && `#${fragment}`}`);
      await settled(page);
    }
    /** A page with this fragment, after `meddle` had its way with the storage of the site or its functions. */
    async function visit(fragment, { stored = '', meddle = undefined } = {}) {
      const page = await engine.newPage();
      await page.goto(`http://localhost:${site.port}/none`);
      await page.evaluate((key, text) => text && localStorage.setItem(key, text), KEY, stored);
      if (meddle) await page.evaluateOnNewDocument(meddle);
      await go(page, fragment);
      return page;
    }
    const state = (page) => page.evaluate(() => window.klantkompas.state());
    const answers = async (page) => (await state(page)).answers.answers;
    const kept = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
    const control = (page) => page.evaluate(() => document.querySelector('main [value="page.keep"]')?.getAttribute('aria-checked') ?? null);
    const what = (page) => page.evaluate(() => document.getElementById('kk-files.keep.what').textContent);
    const says = (page, expected) => until(page, (source, whole) => {
      const text = document.getElementById('kk-status').textContent.trim();
      return whole ? text === source : new RegExp(source).test(text);
    }, expected.source ?? expected, typeof expected === 'string');
    const here = async (page, screen) => until(page, (wanted) => window.klantkompas.state().screen === wanted, screen);

    test('off by default: a whole way through leaves nothing on the device', async () => {
      const page = await visit(`k=${FULL_CODE}&at=result`);
      await use(page, 'tab.share');
      await use(page, 'go.files');
      assert.equal(await control(page), 'false');
      assert.match(await what(page), /^Je code, je doel en je plan blijven dan in deze browser staan/);
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    });

    test('switched by the keyboard the switch keeps focus: what a screen reader says of it is its state', async () => {
      const page = await visit(`k=${FULL_CODE}&at=result`);
      await use(page, 'tab.share');
      await use(page, 'go.files');
      await page.focus('main [value="page.keep"]');
      for (const state of ['true', 'false']) {
        await page.keyboard.press(' ');
        await until(page, (wanted) => document.querySelector('main [value="page.keep"]').getAttribute('aria-checked') === wanted, state);
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute('value')), 'page.keep');
      }
    });

    test('on: back without a code in the address, target and all; every change is kept; off takes it away', async () => {
      const page = await visit(`k=${FULL_CODE}&at=result`);
      await use(page, 'target.4');
      await use(page, 'tab.share');
      await use(page, 'go.files');
      await use(page, 'page.keep');
      assert.equal(await control(page), 'true');
      assert.equal(await kept(page), `k=${FULL_CODE}&at=files&target=4`);
      await go(page, '');
      assert.deepEqual(await answers(page), FULL.answers);
      assert.equal((await state(page)).screen, 'files');
      assert.equal(await control(page), 'true');
      assert.doesNotMatch(await page.evaluate(() => location.href), /target/);
      await use(page, 'tab.result');
      assert.equal(await page.evaluate(() => document.querySelector('main [value="target.4"]').checked), true);
      await use(page, `strip.${FIRST}`);
      await use(page, `${FIRST}.l2`);
      await go(page, 'lang=en');
      assert.equal((await answers(page))[FIRST], 2);
      assert.equal((await state(page)).lang, 'en');
      await go(page, 'at=files');
      await use(page, 'page.keep');
      assert.equal(await kept(page), null);
      await go(page, '');
      assert.equal((await state(page)).screen, 'intro');
    });

    test('Wis alles takes it away too', async () => {
      const page = await visit('', { stored: `k=${FULL_CODE}&at=share` });
      for (const id of ['nav.restart', 'nav.wipe']) await use(page, id);
      assert.equal(await kept(page), null);
      await go(page, '');
      assert.equal((await state(page)).screen, 'intro');
    });

    test('somebody’s link shows their answers and leaves the kept ones alone, until the switch says otherwise', async () => {
      const stored = `k=${FULL_CODE}&at=result`;
      const page = await visit(`k=${MIXED_CODE}&at=files`, { stored });
      assert.deepEqual(await answers(page), MIXED.answers);
      assert.equal(await control(page), 'false');
      assert.match(await what(page), /^Hier staan al andere antwoorden/);
      await use(page, 'tab.result');
      await use(page, `strip.${FIRST}`);
      await use(page, `${FIRST}.l1`);
      assert.equal(await kept(page), stored);
      await go(page, `k=${MIXED_CODE}&at=files`);
      await use(page, 'page.keep');
      assert.equal(await kept(page), `k=${MIXED_CODE}&at=files`);
    });

    test('two tabs: the one that is behind keeps nothing any more, and says so', async () => {
      const page = await visit('', { stored: `k=${FULL_CODE}&at=files` });
      const other = await engine.another(page);
      await go(other, '');
      await use(other, 'tab.result');
      await says(page, SAYS.elsewhere);
      assert.equal(await control(page), 'false');
      await use(page, 'tab.result');
      await use(page, `strip.${FIRST}`);
      await use(page, `${FIRST}.l1`);
      assert.equal(await kept(page), `k=${FULL_CODE}&at=result`, 'what the other tab kept');
      await use(other, 'tab.share');
      for (const id of ['nav.restart', 'nav.wipe']) await use(other, id);
      assert.equal(await kept(page), null);
      assert.equal((await answers(page))[FIRST], 1, 'nothing on the screen is lost');
    });

    /** Whatever is there, the page starts; `then` is what it starts with. */
    const FOREIGN = {
      'no text of ours': 'hello world',
      'another program’s JSON': '{"answers":[1,2,3]}',
      'half a code': `k=${FULL_CODE.slice(0, 12)}&at=result`,
      'a damaged code': `k=${FULL_CODE.slice(0, -1)}${FULL_CODE.endsWith('0') ? '1' : '0'}&at=result`,
      'the code of another questionnaire': `k=${codeOf({ answers: {} }, 'weerbaar')}&at=result`,
      'markup': `k=<img src=x onerror=alert(1)>&at=result`,
      'a megabyte': 'k='.padEnd(1 << 20, 'a'),
      'a screen that is not there': [`k=${FULL_CODE}&at=question-99`, 'result'],
      'a target that is not there': [`k=${FULL_CODE}&at=result&target=99`, 'result'],
    };
    for (const [kind, entry] of Object.entries(FOREIGN)) {
      const [stored, screen] = Array.isArray(entry) ? entry : [entry, 'intro'];
      test(`fault, ${kind}: the page starts, and takes over what is whole`, async () => {
        const page = await visit('', { stored });
        assert.equal((await state(page)).screen, screen);
        await page.evaluate((hash) => { location.hash = hash; }, `k=${MIXED_CODE}&at=files`);
        await here(page, 'files');
        await use(page, 'page.keep');
        if (await control(page) === 'false') await use(page, 'page.keep');  // what was kept was taken over: it was on
        assert.equal(await kept(page), `k=${MIXED_CODE}&at=files`);
      });
    }

    test('kept before the scoring changed: it says so, begins anew with that beside it, and leaves what was kept until the reader keeps something else', async () => {
      const stored = `k=${EARLIER}&at=result`;
      const page = await visit('', { stored });
      assert.equal((await state(page)).screen, 'intro');
      assert.match(await page.evaluate(() => document.getElementById('kk-note').textContent), /^Deze code hoort bij een eerdere versie van deze vragenlijst/);
      assert.equal(await kept(page), stored);
      await page.evaluate(() => { location.hash = 'at=compare'; });
      await here(page, 'compare');
      assert.match(await page.evaluate(() => document.getElementById('kk-compare.lead').textContent), /^De uitslag van toen ligt klaar/);
    });

    const FAULTS = {
      'storage is forbidden': [() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }), null],
      'there is no storage': [() => Object.defineProperty(window, 'localStorage', { value: null }), null],
      'storage takes nothing': [() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }, null],
      'storage forgets at once': [() => { Storage.prototype.setItem = () => {}; }, 'false'],
      'storage is full at the switch': [() => {
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function setItem(key, text) {
          if (text.length > 1) throw new DOMException('full', 'QuotaExceededError');
          set.call(this, key, text);
        };
      }, 'false'],
    };
    for (const [kind, [meddle, offered]] of Object.entries(FAULTS)) {
      test(`fault, ${kind}: everything goes on, and the switch is not offered or says no`, async () => {
        const page = await visit(`k=${FULL_CODE}&at=files`, { meddle });
        assert.equal(await control(page), offered);
        if (offered) {
          await use(page, 'page.keep');
          await says(page, SAYS.failed);
          assert.equal(await control(page), 'false');
        }
        await use(page, 'tab.result');
        await use(page, `strip.${FIRST}`);
        await use(page, `${FIRST}.l1`);
        assert.equal((await answers(page))[FIRST], 1);
      });
    }

    test('fault, storage fills up later: it says so once, and what is on the screen stays', async () => {
      const page = await visit('', { stored: `k=${FULL_CODE}&at=files` });
      await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
      await use(page, 'tab.result');
      await says(page, SAYS.failed);
      await use(page, `strip.${FIRST}`);
      await use(page, `${FIRST}.l1`);
      assert.equal((await answers(page))[FIRST], 1);
      assert.equal(await kept(page), `k=${FULL_CODE}&at=files`, 'what was kept before is whole');
    });

    test('fault, wiped by the browser meanwhile: it does not come back, and the screen stays', async () => {
      const page = await visit('', { stored: `k=${FULL_CODE}&at=files` });
      await page.evaluate(() => localStorage.clear());
      await use(page, 'tab.result');
      await says(page, SAYS.elsewhere);
      assert.equal(await kept(page), null);
      assert.deepEqual(await answers(page), FULL.answers);
    });

    test('in a sandboxed frame it is not offered', async () => {
      const page = await engine.newPage();
      await page.goto(`http://localhost:${site.port}/frame.html`);
      const frame = await page.waitForFrame((each) => each.url().includes('klantkompas.html'));
      await settled(frame);
      await here(frame, 'files');
      assert.equal(await control(frame), null);
    });
  });
}
