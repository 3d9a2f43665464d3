// React as articles are made with it: rendered on the server and hydrated, strict, rendered anew, with properties that are bound
// late. Its real packages; nothing of ours is a difference that it would mend by throwing the article away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { openArticle, stage } from './hosts.mjs';
import { MIXED, scoreOf } from './subject.mjs';
import { answerAll } from './walk.mjs';

const folder = fileURLToPath(new URL('../..', import.meta.url));
/** The article, as server and browser both have it. */
const ARTICLE = `
  import { createElement as h, StrictMode, useEffect, useState } from 'react';
  export function Article({ src, onCount = () => {} }) {
    const [count, setCount] = useState(0);
    const [shown, setShown] = useState(true);
    useEffect(() => onCount(count), [count]);
    return h(StrictMode, null, h('h1', null, 'Artikel'),
      shown && h('klant-kompas', { src, heading: 'Kompas ' + Math.min(count, 1), lang: 'en' }, h('a', { href: '/test' }, 'Doe de test')),
      h('button', { id: 'more', onClick: () => setCount(count + 1) }, 'Nog eens ' + count), h('button', { id: 'turn', onClick: () => setShown(!shown) }, 'Weg'));
  }`;
const bundled = async (contents, platform, mode) => (await build({
  stdin: { contents: `${ARTICLE}\n${contents}`, resolveDir: folder }, bundle: true, write: false, format: 'iife', platform, logLevel: 'error', globalName: 'made',
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
})).outputFiles[0].text;

/** What the server sends, and what the browser runs. */
const made = { html: '', client: '' };
const at = stage({}, async () => {
  // Development: differences are told one by one.
  const server = await bundled(`import { renderToString } from 'react-dom/server';
    process.stdout.write(renderToString(h(Article, { src: process.argv[2] })), () => process.exit());`, 'node', 'development');
  made.html = execFileSync(process.execPath, ['-', at.widget], { input: server, encoding: 'utf8', timeout: 20_000 });
  made.client = await bundled(`import { hydrateRoot } from 'react-dom/client';
    window.troubles = [];
    const note = (what) => (error) => window.troubles.push(what + ' ' + error.message);
    window.hydrate = (src) => hydrateRoot(document.getElementById('root'), h(Article, { src, onCount: (count) => { window.count = count; } }),
      { onRecoverableError: note('recovered'), onUncaughtError: note('uncaught') });`, 'browser', 'development');
});

for (const wait of [0, 1500]) {
  test(`hosts 7: React that hydrates ${wait ? 'when the widget runs' : 'at once'}: no difference, one frame, answers stay, properties follow`, async () => {
    const visitor = await openArticle(at, `<div id="root">${made.html}</div>`, { head: '<script src="/react.js"></script>', pages: { '/react.js': { body: made.client, type: 'text/javascript' } } });
    const { page } = visitor;
    if (wait) {
      const { frame } = await visitor.widget();
      await frame.evaluate(() => document.querySelector('button[value="nav.start"]').click());
    }
    await page.evaluate((src) => { window.hydrate(src); }, at.widget);
    await visitor.until(() => window.count === 0);
    const { frame, element } = await visitor.widget();
    if (wait) assert.notEqual(await frame.evaluate(() => window.klantkompas.state().screen), 'intro', 'it runs on');
    else await answerAll(frame, MIXED);
    const before = await frame.evaluate(() => { window.mark = 1; return window.klantkompas.result(); });
    if (!wait) assert.deepEqual(before, scoreOf(MIXED));
    for (const times of [1, 2, 3]) {
      await page.click('#more');
      await visitor.until((count) => window.count === count, times);
    }
    assert.equal(await frame.evaluate(() => window.mark), 1, 'the same frame');
    await visitor.until((el) => el.title === 'Kompas 1', element);
    assert.deepEqual(await page.evaluate(() => [window.troubles, document.querySelectorAll('klant-kompas').length]), [[], 1]);
    assert.deepEqual(visitor.said.filter((text) => /hydrat|did not match/i.test(text)), []);
    // Away and back: a frame of its own, and nothing left of the old one.
    await page.click('#turn');
    await visitor.until(() => !document.querySelector('klant-kompas'));
    await page.click('#turn');
    const again = await visitor.widget();
    assert.equal(await again.frame.evaluate(() => [window.mark, window.klantkompas.state().lang].join()), ',en');
    await visitor.close();
  });
}

test('hosts 7: mounted and taken away six times in half a second, there is one widget that works', async () => {
  const visitor = await openArticle(at, `<div id="root">${made.html}</div>`, { head: '<script src="/react.js"></script>', pages: { '/react.js': { body: made.client, type: 'text/javascript' } } });
  await visitor.page.evaluate((src) => { window.hydrate(src); }, at.widget);
  await visitor.until(() => window.count === 0);
  for (let i = 0; i < 12; i++) {
    await visitor.page.$eval('#turn', (el) => el.click());
    await pause(40);
  }
  const { frame } = await visitor.widget();
  await answerAll(frame, MIXED);
  assert.deepEqual(await frame.evaluate(() => window.klantkompas.result()), scoreOf(MIXED));
  assert.deepEqual(await visitor.page.evaluate(() => [window.troubles, document.querySelectorAll('klant-kompas').length]), [[], 1]);
  await visitor.close();
});
