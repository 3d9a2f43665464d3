// Other people's pages around the widget: any column, any tag of a language, attributes at any time, shadow trees, markup without
// an end tag, a frame that is silent, storms of resizing; and what our messages do to scripts that are not ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLUMNS, openArticle, stage } from './hosts.mjs';

const at = stage();
const GUARD = { polling: 50, timeout: 60_000 };
const visit = (body, how) => openArticle(at, body, how);
const tag = (more = '') => `<klant-kompas src="${at.widget}" ${more}></klant-kompas>`;

for (const [name, style] of Object.entries(COLUMNS)) {
  test(`world 9: ${name}: the column is filled, and none is made wider`, async () => {
    for (const width of [700, 260]) {
      const inner = /float|inline|table/.test(name);
      const visitor = await visit(`<div id="box" style="width:${width}px;${inner ? '' : style}"><div style="${inner ? style : 'display:contents'}">${tag()}</div></div>`);
      await visitor.until(() => document.querySelector('klant-kompas')?.shadowRoot?.querySelector('iframe'));
      const widths = await visitor.page.evaluate(() => {
        const element = document.querySelector('klant-kompas');
        return [element, element.shadowRoot.querySelector('iframe')].map((each) => each.getBoundingClientRect().width).concat(document.documentElement.scrollWidth);
      });
      assert.deepEqual(widths, [width, width, 1000]);
      await visitor.close();
    }
  });
}

for (const [lang, expected] of [['en-US', 'en'], ['en_GB', 'en'], ['EN', 'en'], ['nl-BE', 'nl'], ['de-DE', 'nl']]) {
  test(`world 1, hosts 5: an article in ${lang} gets ${expected}; so does an attribute, and an address`, async () => {
    for (const how of [{ body: tag(), lang }, { body: tag(`lang="${lang}"`), lang: 'nl' }]) {
      const visitor = await visit(how.body, how);
      const { frame } = await visitor.widget();
      await frame.waitForFunction((wanted) => window.klantkompas.state().lang === wanted, GUARD, expected);
      await visitor.close();
    }
    const page = await at.browser.newPage();
    await page.goto(`${at.widget}#lang=${lang}`);
    await page.waitForFunction((wanted) => window.klantkompas?.frames() > 0 && window.klantkompas.state().lang === wanted, GUARD, expected);
    assert.equal(await page.evaluate(() => document.documentElement.lang), expected);
    await page.close();
  });
}

test('hosts 7, world 1: in a shadow tree it takes the language around it, its events come out, and nothing of it is among the article’s nodes', async () => {
  const visitor = await visit('<section lang="en-GB"><div id="host"></div></section>');
  await visitor.page.evaluate((src) => {
    document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = `<p><klant-kompas src="${src}"></klant-kompas></p>`;
  }, at.widget);
  const { frame } = await visitor.widget('#host >>> klant-kompas >>> iframe');
  await frame.waitForFunction(() => window.klantkompas.state().lang === 'en', GUARD);
  await visitor.until(() => window.events.includes('kk-ready '));
  assert.deepEqual(await visitor.page.evaluate(() => {
    const element = document.getElementById('host').shadowRoot.querySelector('klant-kompas');
    return [element.childNodes.length, element.getAttributeNames()];
  }), [0, ['src']]);
  await visitor.close();
});

test('world 10: without an end tag the article stays to be read, and the console says so once', async () => {
  const visitor = await visit(`<klant-kompas src="${at.widget}" /><h2>Verder</h2><p>De rest van het artikel.</p>`);
  await visitor.widget();
  assert.ok(await visitor.page.$eval('h2', (el) => el.checkVisibility() && el.getBoundingClientRect().height > 0));
  assert.equal(visitor.said.filter((text) => text.includes('needs an end tag')).length, 1);
  await visitor.close();
  const plain = await visit(`<klant-kompas src="${at.widget}"><a href="/test">Doe de test</a></klant-kompas>`);
  await plain.widget();
  assert.equal(await plain.page.$eval('a', (el) => el.getBoundingClientRect().height), 0, 'a link for readers without scripts is not shown');
  await plain.close();
});

test('world 11: attributes and properties count at any time, in any order', async () => {
  const visitor = await visit('<main></main>');
  const { page } = visitor;
  await page.evaluate((src) => {
    const element = document.createElement('klant-kompas');
    document.querySelector('main').append(element);
    Object.assign(element, { heading: 'Eigen naam', modules: 'mirror' });
    element.src = src;
  }, at.widget);
  const { frame, element } = await visitor.widget();
  assert.equal(await element.evaluate((el) => el.title), 'Eigen naam');
  assert.match(frame.url(), /modules=mirror/);
  await visitor.until(() => window.events.length === 1);
  await page.$eval('klant-kompas', (el) => { el.heading = 'Andere naam'; el.maxHeight = 300; el.theme = 'dark'; });
  await frame.waitForFunction(() => window.klantkompas.state().theme === 'dark', GUARD);
  assert.deepEqual(await element.evaluate((el) => [el.title, el.offsetHeight]), ['Andere naam', 300]);
  await page.$eval('klant-kompas', (el) => el.setAttribute('src', `${el.src}?other`));
  await visitor.until(() => document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').src.includes('?other'));
  assert.equal((await page.$$('klant-kompas >>> iframe')).length, 1);
  await visitor.close();
});

test('world 18: a frame that is silent is told, and what the author put inside comes back', async () => {
  const visitor = await visit('<klant-kompas src="http://127.0.0.1:1/none.html"><a href="/test">Doe de test</a></klant-kompas>');
  await visitor.until(() => window.events.includes('kk-error no-answer'));
  assert.ok(await visitor.page.$eval('a', (el) => el.getBoundingClientRect().height > 0));
  await visitor.close();
});

test('world 19: moveBefore keeps the frame and its answers', async () => {
  const visitor = await visit(`${tag()}<article></article>`);
  const { frame } = await visitor.widget();
  await frame.evaluate(() => { window.mark = 1; });
  await visitor.page.evaluate(() => document.querySelector('article').moveBefore(document.querySelector('klant-kompas'), null));
  assert.equal(await frame.evaluate(() => window.mark), 1);
  assert.equal((await visitor.page.$$('article klant-kompas >>> iframe')).length, 1);
  await visitor.close();
});

test('world, seen by the way: scripts that take every message for JSON do not throw because of us', async () => {
  for (const body of [tag(), `<iframe title="Klantkompas" src="${at.widget}"></iframe>`, `<iframe title="Klantkompas" data-klant-kompas src="${at.widget}"></iframe>`]) {
    const visitor = await visit(body, { head: `<script>window.heard = 0; addEventListener('message', ({ data }) => { window.heard++; JSON.parse(data); })</script>` });
    await visitor.widget('>>> iframe');
    await new Promise((done) => { setTimeout(done, 2000); });
    await visitor.close();
  }
});

test('review B7: minutes of resizing 120 times a second: the port is open, theme, language and height follow', async () => {
  const visitor = await visit(tag());
  const { frame, element } = await visitor.widget();
  await visitor.until(() => window.events.length === 1);
  // As many messages as five minutes bring, and the column really changes all the while.
  await visitor.page.evaluate(async () => {
    const host = document.querySelector('klant-kompas');
    for (let i = 0; i < 36_000; i++) {
      host.link.later();
      if (i % 12 === 0) host.link.say('visible', { r: 1 });
      if (i % 240 === 0) {
        host.style.width = `${400 + (i % 300)}px`;
        await new Promise(requestAnimationFrame);
      }
    }
    host.style.width = '600px';
    host.setTheme('dark');
    host.lang = 'en';
  });
  await frame.waitForFunction(() => innerWidth === 600 && window.klantkompas.state().theme === 'dark' && window.klantkompas.state().lang === 'en', GUARD);
  await frame.evaluate(() => document.querySelector('button[value="nav.start"]').click());
  await visitor.until((el) => el.contentWindow && el.clientHeight > 200, element);
  await frame.waitForFunction(() => Math.abs(innerHeight - document.documentElement.scrollHeight) <= 2, GUARD);
  assert.equal(await visitor.page.evaluate(() => window.events.length), 1, 'one port, all the time');
  await visitor.close();
});

test('review B8: the link of a frame that was removed is let go', async () => {
  const visitor = await visit(`<iframe title="Klantkompas" data-klant-kompas src="${at.widget}"></iframe>`);
  await visitor.widget('iframe');
  await visitor.until(() => window.events.length === 1);
  const closed = await visitor.page.evaluate(() => new Promise((done) => {
    const { close } = MessagePort.prototype;
    MessagePort.prototype.close = function closing() {
      close.call(this);
      done(true);
    };
    document.querySelector('iframe').remove();
    setTimeout(done, 5000, false);
  }));
  assert.equal(closed, true);
  await visitor.close();
});
