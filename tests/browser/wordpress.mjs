// Looks at the posts of scripts/hosts in Chromium: at question 1 nothing may be cut, and the frame fills the text column.
import { launch } from './harness.mjs';

const { BLOG = '', POSTS = '{}' } = process.env;
/** WordPress gives no more, and a frame that nobody resizes has its own height. */
const MOST = 1000;
const GUARD = { timeout: 30_000, polling: 100 };

const browser = await launch();
let wrong = 0;

/** What the frame is given and what its content needs, when that has come to rest. */
async function measured(element, frame, way) {
  const read = async () => ({
    given: await element.evaluate((el) => el.clientHeight),
    needs: await frame.evaluate(() => Math.ceil(document.querySelector('main').getBoundingClientRect().height)),
  });
  const fits = ({ given, needs }) => (way === 'iframe' ? given >= needs : Math.abs(given - (way === 'address' ? Math.min(needs, MOST) : needs)) <= 2);
  for (const start = Date.now(); ; await new Promise((done) => { setTimeout(done, 100); })) {
    const now = await read();
    if (fits(now) || Date.now() - start > 10_000) return { ...now, ok: fits(now) };
  }
}

async function look(theme, width, way, post) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: 800 });
    await page.setCookie({ name: 'theme', value: theme, url: BLOG });
    await page.goto(`${BLOG}/?p=${post}`);
    const element = await page.waitForSelector('>>> iframe', GUARD);
    await element.evaluate((el) => el.scrollIntoView());
    const frame = await element.contentFrame();
    await frame.waitForFunction(() => window.klantkompas?.frames() > 0, GUARD);
    await frame.evaluate(() => { location.hash = location.hash.replace(/^#?/, '#at=question-1&'); });
    await frame.waitForFunction(() => window.klantkompas.state().screen === 'question-1', GUARD);
    const first = await measured(element, frame, way);
    await page.setViewport({ width, height: 740 });  // as a phone's address bar does
    const second = await measured(element, frame, way);
    const beside = await page.evaluate((el) => {
      const [box, text] = [el, [...document.querySelectorAll('p')].find((p) => p.textContent === 'Boven.')].map((each) => each.getBoundingClientRect());
      return Math.max(Math.abs(box.left - text.left), Math.abs(box.right - text.right));
    }, element);
    const ok = first.ok && second.ok && beside <= 20;
    if (!ok) wrong++;
    console.log(`${theme.padEnd(18)} ${String(width).padStart(4)} px, ${way.padEnd(7)}: question 1 needs ${first.needs} px, frame ${first.given} and ${second.given}; beside the text by ${Math.round(beside)}${ok ? '' : '  WRONG'}`);
  } catch (error) {
    wrong++;
    console.log(`${theme} ${width} px, ${way}: ${error}  WRONG`);
  } finally {
    await page.close();
  }
}

try {
  for (const theme of ['twentytwentythree', 'twentytwentyone']) {
    for (const width of [1200, 360]) {
      for (const [way, post] of Object.entries(JSON.parse(POSTS))) await look(theme, width, way, post);
    }
  }
} finally {
  await browser.close();
}
console.log(wrong ? `${wrong} wrong` : 'nothing is cut');
process.exitCode = wrong ? 1 : 0;
