// A desk with a screen (Xvfb), a window manager, the accessibility bus and a browser, in a folder of its own that goes when the visit
// ends; no sound card, no screen, no session needed. With a reader: Orca, and a voice that says nothing. What Orca hands to its voice
// is read from a file that a hook in Orca's own customisation writes.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** ms without a word: Orca has said what it had to say, also what the page's live region tells a moment later. */
const QUIET = 1000;
const LONGEST = 120_000;

/** Orca's hook: one line a sentence, and one for each part of reading on and on. Written down and not spoken: a voice takes its time. */
const HOOK = `import os
from orca import speech
out = open(os.environ['KK_SPOKEN'], 'a', buffering=1)
def told(text):
    out.write(text.replace('\\n', ' ') + '\\n')
speech._speak = lambda text, acss, interrupt: told(text)
def sayAll(parts, progress):
    for context, acss in parts:
        told(context.utterance)
speech.sayAll = sayAll
`;

const VOICE = `AudioOutputMethod "alsa"
AudioALSADevice "default"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
`;

const SILENT = `GenericExecuteSynth "true"
GenericMaxChunkLength 3000
GenericDelimiters ""
GenericLanguage "nl" "nl" "utf-8"
GenericLanguage "en" "en" "utf-8"
AddVoice "nl" "MALE1" "nlm"
AddVoice "en" "MALE1" "enm"
DefaultVoice "enm"
`;

const FIREFOX = { 'accessibility.force_disabled': -1, 'browser.aboutwelcome.enabled': false, 'termsofuse.bypassNotification': true,
  'browser.shell.checkDefaultBrowser': false, 'datareporting.policy.dataSubmissionEnabled': false, 'toolkit.telemetry.reportingpolicy.firstRun': false };

/** @param {{lang?: 'nl' | 'en'}} [options]  the reader's own language */
export async function startDesk({ lang = 'nl' } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'klantkompas-heard-'));
  const at = (...parts) => join(home, ...parts);
  const put = (text, ...parts) => {
    mkdirSync(dirname(at(...parts)), { recursive: true });
    writeFileSync(at(...parts), text);
  };
  // Openbox would take Alt+Shift+arrows, which are Orca's keys for tables.
  put(readFileSync('/etc/xdg/openbox/rc.xml', 'utf8').replace(/<keyboard>.*?<\/keyboard>/s, '<keyboard></keyboard>'), '.config/openbox/rc.xml');
  mkdirSync(at('run'), { mode: 0o700 });
  const locale = lang === 'nl' ? 'nl_NL.UTF-8' : 'C.UTF-8';
  const { KK_BROWSER: _, DBUS_SESSION_BUS_ADDRESS: __, ...ours } = process.env;
  const env = { ...ours, HOME: home, XDG_RUNTIME_DIR: at('run'), XDG_CONFIG_HOME: at('.config'), XDG_DATA_HOME: at('.local/share'), XDG_CACHE_HOME: at('.cache'),
    GNOME_ACCESSIBILITY: '1', NO_AT_BRIDGE: '0', LANG: locale, LC_ALL: locale, MOZ_DISABLE_AUTO_SAFE_MODE: '1', DISPLAY: '', KK_SPOKEN: at('spoken.txt') };
  const children = [];
  const run = (command, args, { output = process.env.KK_DEBUG ? 'inherit' : 'ignore', ...more } = {}) => {
    const child = spawn(command, args, { env, stdio: ['ignore', output, process.env.KK_DEBUG ? 'inherit' : 'ignore', 'pipe'], detached: true, ...more });
    child.on('error', (error) => console.error(`${command}: ${error.message}`));
    children.push(child);
    return child;
  };
  const line = async (stream) => String((await once(stream, 'data'))[0]).trim();
  env.DISPLAY = `:${await line(run('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp']).stdio[3])}`;
  env.DBUS_SESSION_BUS_ADDRESS = await line(run('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { output: 'pipe' }).stdout);
  run('openbox', []);
  run('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately', '--a11y=1']);

  return {
    env,
    at,
    put,
    run,
    /** Presses a key as a keyboard does ("Tab", "shift+Tab"; "Insert+a" for Orca's, where Insert is held). */
    press(key) {
      const calls = key.startsWith('Insert+') ? [['keydown', 'Insert'], ['key', key.slice(7)], ['keyup', 'Insert']] : [['key', key]];
      for (const args of calls) spawnSync('xdotool', args, { env });
    },
    /** Types a text, a letter at a time. @param {string} text */
    type(text) { spawnSync('xdotool', ['type', '--delay', '25', text], { env }); },
    /** @param {'firefox' | 'chromium'} browser @param {string} url @param {{[name: string]: unknown}} [prefs]  of Firefox */
    open(browser, url, prefs = {}) {
      if (browser === 'firefox') {
        put(Object.entries({ ...FIREFOX, ...prefs }).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(''), 'firefox/user.js');
        return run('firefox-esr', ['--no-remote', '--profile', at('firefox'), url]);
      }
      return run('chromium', ['--no-sandbox', '--force-renderer-accessibility', '--no-first-run', '--disable-gpu', '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        `--user-data-dir=${at('chromium')}`, url]);
    },
    async end() {
      for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
        for (const child of [...children].reverse()) {
          try { if (child.pid) process.kill(-child.pid, signal); } catch { /* gone already */ }
        }
        await wait(400);
      }
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

/** Orca at a desk. @param {Awaited<ReturnType<typeof startDesk>>} desk */
export async function startReader({ env, at, put, run, press, type }) {
  put('', 'spoken.txt');
  put('pcm.!default { type null }\n', '.asoundrc');
  put(VOICE, '.config/speech-dispatcher/speechd.conf');
  put(SILENT, '.config/speech-dispatcher/modules/silent.conf');
  put(HOOK, '.local/share/orca/orca-customizations.py');
  spawnSync('gsettings', ['set', 'org.gnome.desktop.interface', 'toolkit-accessibility', 'true'], { env });
  run('speech-dispatcher', ['-s']);
  await wait(1000);
  // It asks pgrep for another Orca, and would not start beside one at another desk.
  put('#!/bin/sh\n', 'bin/pgrep');
  chmodSync(at('bin/pgrep'), 0o755);
  run('orca', [], { env: { ...env, PATH: `${at('bin')}:${env.PATH}` } });

  let read = 0;
  const all = () => readFileSync(at('spoken.txt'), 'utf8').split('\n').slice(0, -1);
  /** What was said since the last call, once it is quiet. `first` is how long the first word may take, in ms. */
  async function listen(first = 8000, quiet = QUIET) {
    const from = read;
    let length = all().length;
    const started = Date.now();
    let since = started;
    while (Date.now() - started < LONGEST) {
      await wait(50);
      const now = all().length;
      if (now !== length) [length, since] = [now, Date.now()];
      if (Date.now() - since > (length === from ? first : quiet)) break;
    }
    read = length;
    return all().slice(from, length).map((words) => words.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim()).filter(Boolean);
  }
  await listen(30_000);  // that it is there
  return {
    listen,
    /** Presses a key and returns what was said. */
    async key(key, first, quiet) {
      press(key);
      return listen(first, quiet);
    },
    /** Types a text and returns what was said meanwhile. */
    async type(text) {
      type(text);
      return listen(1500, 1000);
    },
  };
}
