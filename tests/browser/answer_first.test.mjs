// Paint first, answer first: what is heavy comes after the first paint, and the page answers every press while it comes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HERE, levelText, questionText, walk } from './flow.mjs';
import { launch, openPage } from './harness.mjs';
import { answersBy, QUESTIONS, scoreOf } from './subject.mjs';

let browser;
before(async () => { browser = await launch({ webgl: true }); });
after(() => browser?.close());

/** Runs in the page before its own code: notes when something heavy begins. */
function noteWhatIsHeavy() {
  window.began = {};
  const watched = (name, owner, key, fits = () => true) => {
    const was = owner[key];
    owner[key] = function (...args) {
      if (fits(...args)) window.began[name] ??= performance.now();
      return was.apply(this, args);
    };
  };
  watched('context', HTMLCanvasElement.prototype, 'getContext');
  watched('webgl', HTMLCanvasElement.prototype, 'getContext', (kind) => kind === 'webgl');
  watched('compile', WebAssembly, 'compile');
  // Of a script it is a property of its own, because of Trusted Types.
  const owner = Object.hasOwn(HTMLScriptElement.prototype, 'textContent') ? HTMLScriptElement.prototype : Node.prototype;
  const text = Object.getOwnPropertyDescriptor(owner, 'textContent');
  Object.defineProperty(owner, 'textContent', {
    ...text,
    get() {
      if (this.id === 'kk-wasm') window.began.unpack ??= performance.now();
      return text.get.call(this);
    },
  });
}

/** Runs in the page before its own code: the WASM is late, until the test lets it go. */
function holdWasm() {
  const compile = WebAssembly.compile.bind(WebAssembly);
  const gate = new Promise((open) => { window.letGo = open; });
  WebAssembly.compile = async (bytes) => {
    window.asked = true;
    await gate;
    return compile(bytes);
  };
}

/** Runs in the page: for each press, whether the next frame showed something else. */
function watchAnswers() {
  window.late = [];
  const shown = () => JSON.stringify([...document.querySelectorAll('.k-screen')].filter((el) => !el.hidden).map((el) => el.id))
    + document.querySelectorAll('input:checked').length;
  addEventListener('pointerup', () => {
    const was = shown();
    // The click, and the change that it makes, are tasks of this same frame.
    setTimeout(() => requestAnimationFrame(() => { if (shown() === was) window.late.push(was); }));
  }, true);
}

const settled = () => performance.getEntriesByName('kk:settled').length > 0;

test('nothing heavy begins before the first paint', async () => {
  for (const fragment of ['', 'view=text', 'theme=dark&accent=5b2a86']) {
    const reader = await openPage(browser, undefined, { before: noteWhatIsHeavy, fragment, until: 'settled' });
    const { began, paint } = await reader.page.evaluate(() => ({ began: window.began, paint: performance.getEntriesByName('first-contentful-paint')[0].startTime }));
    assert.deepEqual(Object.keys(began).sort(), ['compile', 'context', 'unpack', 'webgl'], fragment);
    for (const [what, time] of Object.entries(began)) assert.ok(time >= paint, `${what} at ${time} ms, first paint at ${paint} ms (${fragment})`);
    assert.ok(began.unpack <= began.compile && began.compile <= began.webgl, 'the graphics card is asked last');
    await reader.close();
  }
});

for (const [view, fragment] of [['canvas', ''], ['text', 'view=text'], ['canvas', 'modules='], ['text', 'view=text&modules=more']]) {
  test(`every question can be answered before the WASM is there, and all is kept (${view}, #${fragment})`, async () => {
    const reader = await openPage(browser, undefined, { before: holdWasm, fragment, until: 'interactive', width: 360, height: 640 });
    await reader.page.evaluate(watchAnswers);
    const answers = answersBy((i, count) => i % count);
    await reader.until(() => window.asked);
    await walk(reader, answers, { until: `question-${QUESTIONS.length}` });
    await reader.choose(levelText(QUESTIONS.length, (QUESTIONS.length - 1) % QUESTIONS.at(-1).levels.length));
    assert.deepEqual(await reader.page.evaluate(() => window.late), [], 'answered in the next frame');
    assert.equal(await reader.frames(), 0, 'the WASM is not there yet');
    const place = () => reader.page.evaluate(() => ({
      focus: document.activeElement.value, top: scrollY, screen: window.klantkompas.state().screen,
      heading: Math.round(document.querySelector('.k-screen:not([hidden]) h1').getBoundingClientRect().top / 2),
    }));
    await reader.page.evaluate(() => scrollTo(0, 120));
    const was = await place();
    assert.ok(was.top > 0);

    await reader.page.evaluate(() => window.letGo());
    await reader.until(settled);
    assert.deepEqual(await place(), was, 'focus and place are kept');
    const { tier, view: shown, answers: kept } = await reader.state();
    assert.equal(shown, view);
    assert.equal(tier, 'webgl');
    assert.deepEqual(kept.answers, answers.answers);
    await walk(reader, answers);
    assert.deepEqual((await reader.result()).total, scoreOf(answers).total);
    await reader.close();
  });
}

test('a page around us that offers no modules is asked about none, before the WASM as after it', async () => {
  const reader = await openPage(browser, undefined, { before: holdWasm, fragment: 'modules=', until: 'interactive' });
  await reader.press(HERE.start);
  assert.equal((await reader.state()).screen, 'question-1');
  await reader.press(HERE.back);
  assert.equal((await reader.state()).screen, 'intro');
  await reader.close();
});

test('the WASM takes over between two presses, never in the middle of one', async () => {
  const reader = await openPage(browser, undefined, { before: holdWasm, until: 'interactive' });
  await reader.press(HERE.start);
  await reader.press(HERE.skip);
  await reader.until(() => window.asked);
  const { x, y } = await (await reader.locate('radio', levelText(1, 2))).evaluate((el) => {
    const box = el.closest('label').getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await reader.page.mouse.move(x, y);
  await reader.page.mouse.down();
  const ours = await reader.page.evaluate(async () => {
    window.letGo();
    await new Promise((done) => { setTimeout(done, 400); });
    return Boolean(document.getElementById('kk-view.text'));
  });
  assert.equal(ours, false, 'still the static page while the press is held');
  await reader.page.mouse.up();
  await reader.until(settled);
  assert.equal((await reader.state()).answers.answers[QUESTIONS[0].id], 2);
  assert.equal(await reader.page.$eval('h1', (el) => el.textContent), questionText(1));
  await reader.close();
});
