// Contract 8: elements, roles and names on every screen, the keys of the fragment, window.klantkompas, and the policy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HERE, levelText, questionText, walk, WORDS } from '../flow.mjs';
import { launch, openPage } from '../harness.mjs';
import { askedWith, codeOf, FULL, HIGHEST, IS_FIRST, LANG, LANGUAGES, MIXED, questionnaire, QUESTIONS, scoreOf, SKIPPED } from '../subject.mjs';

const CODE = codeOf(FULL);
const { claims, profile, ticks = [], context } = questionnaire;
/** Before any answer: a question may be asked only after another. */
const ASKED = askedWith(SKIPPED);
const LAST = QUESTIONS.findIndex(({ id }) => id === ASKED.at(-1).id) + 1;
/** Where the last question is the end of the road, and where more is offered after it. */
const MORE = Boolean(profile || ticks.length || context);
const TAB_NAMES = { nl: ['Uitslag', 'Stappen', 'Patronen', 'Delen en bewaren'], en: ['Result', 'Steps', 'Patterns', 'Share and keep'] };
const buttonsOn = (screen, lang) => {
  const { start, begin, skip, back, next, toResult, edit } = WORDS[lang];
  return {
    intro: [start], 'modules-words': [begin, skip], 'modules-more': [begin, skip], 'question-1': [back, next, skip],
    [`question-${LAST}`]: [back, toResult, skip], result: [edit, ...TAB_NAMES[lang]],
  }[screen] ?? [];
};
/** Screens with a group of options: how many, with the one for who does not know. */
const GROUPS = {
  'question-1': QUESTIONS[0].levels.length + 1, [`question-${LAST}`]: QUESTIONS[LAST - 1].levels.length + 1,
  ...claims && { role: 4, 'claims-2': claims.questions[1].levels.length + 1 },
  ...profile && { 'profile-3': profile.levels.length + 1 },
  ...context && { context: context.choices.length + 1 },
};
/** The target stage beside the ladder is a group too, but no question of the way. */
const targetNames = new Set(Object.values(questionnaire.target?.question ?? {}));
const TABS = ['result', 'steps', 'patterns', 'share'];
const SCREENS = ['intro', ...claims ? ['modules-words'] : [], ...MORE ? ['modules-more'] : [], ...Object.keys(GROUPS), ...ticks.length ? ['ticks'] : [], ...TABS,
  ...profile ? ['mirror'] : [], 'about', 'privacy'];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A test with a page of its own. */
const visit = (name, options, body) => test(name, async () => {
  const reader = await openPage(browser, undefined, options);
  await body(reader);
  await reader.close();
});

/** What the page does whatever its questionnaire says: with the first alone. */
const ofThePage = IS_FIRST ? visit : () => {};

for (const lang of LANGUAGES) {
  visit(`every screen has its elements, in ${lang}`, { fragment: `lang=${lang}` }, async (reader) => {
    const titles = new Set();
    for (const screen of SCREENS) {
      // A result makes every question lead back to it; what comes before it is looked at without.
      const done = [...TABS, 'mirror'].includes(screen);
      await reader.page.evaluate((hash) => { location.hash = hash; }, `lang=${lang}&at=${screen}${done ? `&k=${CODE}` : ''}`);
      await reader.until((name) => window.klantkompas.state().screen === name, screen);
      const where = `${screen} (${lang})`;
      const nodes = await reader.tree();
      const of = (role) => nodes.filter((node) => node.role === role);
      assert.equal(of('main').length, 1, where);
      assert.equal(of('status').length, 1, where);
      assert.equal(of('heading').filter(({ level }) => level === 1).length, 1, where);
      assert.deepEqual(of('link'), [], `${where}: actions are never links`);
      assert.equal(of('switch').length, screen === 'share' ? 3 : 1, where);
      const groups = of('radiogroup').filter(({ name }) => !targetNames.has(name));  // the target stage beside the ladder answers nothing
      assert.equal(groups.length, screen in GROUPS ? 1 : 0, where);
      if (groups.length) {
        assert.equal(groups[0].name, of('heading')[0].name, `${where}: the group is named by the question`);
        assert.equal(of('radio').length, GROUPS[screen], where);
      }
      const buttons = of('button').map(({ name }) => name);
      for (const name of buttonsOn(screen, lang)) assert.ok(buttons.includes(name), `${where}: ${name} of ${buttons}`);
      assert.ok(of('button').every(({ disabled }) => !disabled), `${where}: nothing is disabled`);
      const page = await reader.page.evaluate(() => ({
        lang: document.documentElement.lang, title: document.title, current: [...document.querySelectorAll('nav [aria-current=page]')].map((el) => el.value),
        figures: [...document.querySelectorAll('figure')].filter((el) => !el.querySelector('table, svg, figcaption')).length,
        nameless: [...document.querySelectorAll('figure table')].filter((el) => !el.ariaLabel && !el.caption).length,
      }));
      assert.equal(page.lang, lang);
      assert.deepEqual(page.current, TABS.includes(screen) ? [`tab.${screen}`] : screen === 'mirror' ? ['tab.patterns'] : [], where);
      assert.deepEqual([page.figures, page.nameless], [0, 0], where);
      titles.add(page.title);
    }
    assert.equal(titles.size, SCREENS.length, `a title each: ${[...titles].join(' | ')}`);
  });
}

const OF = { nl: (n, all) => `Vraag ${n} van ${all}`, en: (n, all) => `Question ${n} of ${all}` };

visit('a question screen says which of how many, as a paragraph', { fragment: 'at=question-4' }, async (reader) => {
  const heading = (await reader.tree()).find(({ role }) => role === 'heading');
  assert.equal(heading.name, questionText(4));
  assert.equal(await reader.page.evaluate((text) => [...document.querySelectorAll('p')].some((el) => el.textContent === text), OF[LANG](ASKED.findIndex(({ id }) => id === QUESTIONS[3].id) + 1, ASKED.length)), true);
  assert.deepEqual(await reader.names('radio'), QUESTIONS[3].levels.map((_, level) => levelText(4, level)).concat(HERE.unknown));
});

visit('the strip has a button for each question, and leads to it', { fragment: `k=${CODE}&at=result` }, async (reader) => {
  const asked = askedWith(FULL);
  assert.ok(asked.length > 3);
  for (const { id } of asked) {
    await reader.page.click(`button[value="strip.${id}"]`);
    assert.equal((await reader.state()).screen, `question-${QUESTIONS.findIndex((each) => each.id === id) + 1}`);
    await reader.press(HERE.toResult, { by: 'keyboard' });  // a click so soon, so near, would be the second of a double one
    assert.equal((await reader.state()).screen, 'result');
  }
});

if (questionnaire.target) {
  visit('a target that is chosen is taken back by choosing it once more', { fragment: `k=${CODE}&at=result` }, async (reader) => {
    for (const chosen of [true, false, true]) {
      await reader.page.click('label:has(input[value="target.4"])');
      await reader.page.waitForFunction((wanted) => document.querySelector('input[value="target.4"]').checked === wanted, { timeout: 10_000 }, chosen);
      await new Promise((done) => { setTimeout(done, 350); });  // sooner, it would be the second click of a double one
    }
  });
}

ofThePage('Wis alles asks once, and then nothing is left', { fragment: `k=${CODE}&at=share&theme=dark` }, async (reader) => {
  await reader.press('Wis alles');
  await reader.press('Nee, ga terug');
  assert.deepEqual((await reader.state()).answers.answers, FULL.answers);
  await reader.press('Wis alles');
  await reader.press('Ja, wis alles');
  const { screen, answers } = await reader.state();
  assert.equal(screen, 'intro');
  assert.deepEqual(answers.answers, SKIPPED.answers);
  await reader.until(() => !location.hash.includes('k='));
  assert.equal(await reader.page.evaluate(() => location.hash), '#theme=dark');
});

ofThePage('k and at are written, other keys and WordPress’s secret are kept', { fragment: 'x=%20y&theme=light#?secret=abc123' }, async (reader) => {
  await walk(reader, MIXED);
  const code = codeOf(MIXED);
  await reader.until((k) => location.hash.includes(`k=${k}`) && location.hash.includes('at=result'), code);
  const hash = await reader.page.evaluate(() => location.hash);
  assert.ok(hash.startsWith('#x=%20y&theme=light&') && hash.endsWith('#?secret=abc123'), hash);
  assert.equal((await reader.state()).theme, 'light');
  const again = await openPage(browser, undefined, { fragment: hash.slice(1) });
  assert.equal((await again.state()).screen, 'result');
  assert.deepEqual(await again.result(), scoreOf(MIXED));
  await again.close();
});

ofThePage('“#?secret=” alone is no answer', { fragment: '?secret=abc' }, async (reader) => {
  assert.equal((await reader.state()).screen, 'intro');
  assert.equal(await reader.note(), '');
});

for (const [what, code, message] of [
  ['a damaged code', CODE.slice(0, -1), 'Deze code klopt niet. Controleer of je alles hebt gekopieerd.'],
  ['no code at all', '%E0%A4%A', ''],
  ['a flood', 'A'.repeat(100_000), 'Deze code klopt niet. Controleer of je alles hebt gekopieerd.'],
]) {
  ofThePage(`${what} in the fragment`, { fragment: `k=${code}&at=result` }, async (reader) => {
    assert.equal(await reader.note(), message);
    assert.deepEqual((await reader.state()).answers.answers, SKIPPED.answers);
  });
}

const OTHER = LANGUAGES.at(-1);

ofThePage('hashchange: another result, language, theme and view', {}, async (reader) => {
  const go = (hash) => reader.page.evaluate((text) => { location.hash = text; }, hash);
  await go(`k=${CODE}&at=steps&lang=${OTHER}&theme=dark`);
  await reader.until(() => window.klantkompas.state().screen === 'steps');
  const { lang, theme, view } = await reader.state();
  assert.deepEqual({ lang, theme, view }, { lang: OTHER, theme: 'dark', view: 'canvas' });
  await go(`k=${CODE}&at=steps&view=text`);
  await reader.until(() => window.klantkompas.state().view === 'text');
  assert.deepEqual([(await reader.state()).lang, (await reader.state()).theme], [LANG, 'auto']);
  await go(`k=${CODE}&at=nowhere`);
  await reader.until(() => window.klantkompas.state().view === 'canvas');
  assert.equal((await reader.state()).screen, 'steps');
});

ofThePage('an address that is typed while ours is about to be written wins', { fragment: 'at=question-1' }, async (reader) => {
  await reader.choose(levelText(1, 0));
  await reader.choose(levelText(1, 1));  // within 500 ms: still to be written
  await reader.page.evaluate((text) => {
    location.hash = text;
    const until = performance.now() + 600;
    while (performance.now() < until);  // the timer of the write is due before hashchange is told
  }, `k=${CODE}&at=steps`);
  await reader.until(() => window.klantkompas.state().screen === 'steps');
  assert.deepEqual(await reader.result(), scoreOf(FULL));
});

for (const { id, items } of ticks.slice(0, 1)) {
  visit('modules limits what is on offer', { fragment: 'modules=excuses' }, async (reader) => {
    const seen = [];
    await walk(reader, { ...HIGHEST, ticks: { [id]: [items[1].id] } }, { seen: async (screen) => { seen.push(screen); } });
    assert.deepEqual(seen, ['intro', ...QUESTIONS.map((_, i) => `question-${i + 1}`), 'modules-more', 'ticks', 'result']);
  });
}

ofThePage('window.klantkompas gives copies, and nothing of it can be changed', { fragment: `k=${CODE}&at=result` }, async (reader) => {
  const first = QUESTIONS[0].id;
  assert.deepEqual(await reader.page.evaluate((id) => {
    'use strict';
    const { klantkompas } = window;
    const refused = (change) => { try { change(); return false; } catch { return true; } };
    const copy = klantkompas.state();
    copy.answers.answers[id] = 0;
    copy.screen = 'x';
    klantkompas.result().overall = 1;
    return {
      keys: Object.keys(klantkompas), version: /^\d+\.\d+/.test(klantkompas.version), frames: typeof klantkompas.frames(),
      state: Object.keys(klantkompas.state()).sort(), level: klantkompas.state().answers.answers[id], screen: klantkompas.state().screen,
      frozen: refused(() => { klantkompas.state = null; }) && refused(() => { delete klantkompas.result; }) && refused(() => { klantkompas.x = 1; }),
    };
  }, first), {
    keys: ['version', 'state', 'result', 'frames'], version: true, frames: 'number', state: ['answers', 'lang', 'screen', 'theme', 'tier', 'view'], level: FULL.answers[first],
    screen: 'result', frozen: true,
  });
  assert.deepEqual(await reader.result(), scoreOf(FULL));
  assert.deepEqual(scoreOf((await reader.state()).answers), scoreOf(FULL), 'state() holds contract 4 answers');
});

/** Asks for the state at every change of the document, from its first element on. */
function askAlways() {
  window.asked = 0;
  const ask = () => {
    if (!window.klantkompas) return;
    window.asked++;
    window.klantkompas.state();
    window.klantkompas.result();
  };
  new MutationObserver(ask).observe(document, { childList: true, subtree: true });
}

ofThePage('window.klantkompas answers while the page is still being read', { before: askAlways }, async (reader) => {
  assert.ok(await reader.page.evaluate(() => window.asked) > 3);
});

ofThePage('the two marks of the contract, in their order', {}, async (reader) => {
  const [interactive, painted] = await reader.page.evaluate(() => ['kk:interactive', 'kk:painted'].map((name) => performance.getEntriesByName(name)
    .map(({ startTime }) => startTime)));
  assert.deepEqual([interactive.length, painted.length], [1, 1]);
  assert.ok(interactive[0] <= painted[0]);
});

ofThePage('the policy is in the page, and holds', { guard: false }, async (reader) => {
  const policy = await reader.page.$eval('meta[http-equiv="Content-Security-Policy"]', (el) => el.content);
  assert.match(policy, /^default-src 'none';/);
  assert.ok(!/unsafe-inline|'unsafe-eval'|https?:|connect-src|\*/.test(policy), policy);
  assert.deepEqual(await reader.page.evaluate(async () => {
    const done = {};
    await new Promise((later) => { setTimeout(later); });  // what a debugger runs at once is allowed more
    const script = document.createElement('script');
    try { script.textContent = 'window.hit = 1'; document.body.append(script); } catch (error) { done.script = error.name; }
    try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hit=1">'); } catch (error) { done.html = error.name; }
    try { setTimeout('window.hit = 1'); } catch (error) { done.timer = error.name; }
    try { await fetch('data:,x'); } catch (error) { done.fetch = error.name; }
    await new Promise((later) => { setTimeout(later, 50); });
    return { ...done, hit: window.hit ?? 0 };
  }), { script: 'TypeError', html: 'TypeError', timer: 'TypeError', fetch: 'TypeError', hit: 0 });
});
