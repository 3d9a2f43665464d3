// A desk with a screen (Xvfb), a window manager, a voice that says nothing, Orca and a browser, all in a folder of its own
// that goes when the visit ends. What Orca hands to its voice is read from a file that a hook in Orca's own customisation writes.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '../../scripts/serve.mjs';

const QUIET = 900;    // ms without a word: Orca has said what it had to say
const LONGEST = 15_000;

/** Orca's hook: one line a sentence, and one for each part of reading on and on. */
const HOOK = `import os
from orca import speech
out = open(os.environ['KK_SPOKEN'], 'a', buffering=1)
say, say_all = speech._speak, speech.sayAll
def _speak(text, acss, interrupt):
    out.write(text.replace('\\n', ' ') + '\\n')
    return say(text, acss, interrupt)
def sayAll(parts, progress):
    def told():
        for context, acss in parts:
            out.write(context.utterance.replace('\\n', ' ') + '\\n')
            yield [context, acss]
    return say_all(told(), progress)
speech._speak, speech.sayAll = _speak, sayAll
`;

const VOICE = `AudioOutputMethod "alsa"
AudioALSADevice "default"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
DefaultLanguage "nl"
`;

const SILENT = `GenericExecuteSynth "true"
GenericMaxChunkLength 3000
GenericDelimiters ""
GenericLanguage "nl" "nl" "utf-8"
AddVoice "nl" "MALE1" "nlm"
DefaultVoice "nlm"
`;

/**
 * @param {object} what
 * @param {string} what.browser  firefox or chromium
 * @param {string} what.lang  nl or en
 * @param {string} what.view  canvas or text
 * @param {string} [what.path]  of the page that is opened
 */
export async function start({ browser, lang, view, path = `klantkompas.html#lang=${lang}&view=${view}` }) {
  const home = mkdtempSync(join(tmpdir(), 'klantkompas-heard-'));
  const at = (...parts) => join(home, ...parts);
  const put = (text, ...parts) => {
    mkdirSync(dirname(at(...parts)), { recursive: true });
    writeFileSync(at(...parts), text);
  };
  const spoken = at('spoken.txt');
  put('', 'spoken.txt');
  put('pcm.!default { type null }\n', '.asoundrc');
  put(VOICE, '.config/speech-dispatcher/speechd.conf');
  put(SILENT, '.config/speech-dispatcher/modules/silent.conf');
  put(HOOK, '.local/share/orca/orca-customizations.py');
  // Openbox would take Alt+Shift+arrows, which are Orca's keys for tables.
  put(readFileSync('/etc/xdg/openbox/rc.xml', 'utf8').replace(/<keyboard>.*?<\/keyboard>/s, '<keyboard></keyboard>'), '.config/openbox/rc.xml');
  put(['accessibility.force_disabled", -1', 'browser.aboutwelcome.enabled", false', 'termsofuse.bypassNotification", true',
    'browser.shell.checkDefaultBrowser", false', 'datareporting.policy.dataSubmissionEnabled", false', 'toolkit.telemetry.reportingpolicy.firstRun", false']
    .map((line) => `user_pref("${line});\n`).join(''), 'firefox/user.js');
  mkdirSync(at('run'), { mode: 0o700 });

  const display = await freeDisplay();
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: at('run'), XDG_CONFIG_HOME: at('.config'), XDG_DATA_HOME: at('.local/share'), DISPLAY: display,
    GNOME_ACCESSIBILITY: '1', LANG: 'nl_NL.UTF-8', LC_ALL: 'nl_NL.UTF-8', KK_SPOKEN: spoken, MOZ_DISABLE_AUTO_SAFE_MODE: '1' };
  const children = [];
  const run = (command, ...args) => {
    const child = spawn(command, args, { env, stdio: process.env.KK_DEBUG ? 'inherit' : 'ignore', detached: true });
    child.on('error', (error) => console.error(`${command}: ${error.message}`));
    children.push(child);
    return child;
  };
  const server = await serve(0);
  run('Xvfb', display, '-screen', '0', '1280x1000x24', '-nolisten', 'tcp');
  await wait(1500);
  const bus = spawnSync('dbus-daemon', ['--session', '--fork', '--print-address=1', '--print-pid=1'], { env, encoding: 'utf8' });
  const [address, pid] = bus.stdout.trim().split('\n');
  env.DBUS_SESSION_BUS_ADDRESS = address;
  run('openbox');
  run('/usr/libexec/at-spi-bus-launcher', '--launch-immediately');
  await wait(1000);
  spawnSync('gsettings', ['set', 'org.gnome.desktop.interface', 'toolkit-accessibility', 'true'], { env });
  run('speech-dispatcher', '-s');
  await wait(1000);
  run('orca', '--replace');
  await wait(6000);
  const url = `http://localhost:${server.address().port}/${path}`;
  if (browser === 'firefox') run('firefox-esr', '--no-remote', '--profile', at('firefox'), url);
  else {
    run('chromium', '--no-sandbox', '--force-renderer-accessibility', '--no-first-run', '--disable-gpu', '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader', `--user-data-dir=${at('chromium')}`, url);
  }

  let read = 0;
  const all = () => readFileSync(spoken, 'utf8').split('\n').slice(0, -1);
  /** What was said since the last call, once it is quiet; `first` is how long the first word may take, in ms. */
  async function listen(first = 2500) {
    const from = read;
    let length = all().length;
    let since = Date.now();
    const started = since;
    while (Date.now() - started < LONGEST) {
      await wait(100);
      const now = all().length;
      if (now !== length) [length, since] = [now, Date.now()];
      if (Date.now() - since > (length === from ? first : QUIET)) break;
    }
    read = length;
    return all().slice(from, length);
  }
  return {
    lang,
    listen,
    /** Presses a key ("Tab", "shift+Tab", "Insert+a" for Orca's) and returns what was said. */
    async key(key) {
      if (key.startsWith('Insert+')) {
        for (const args of [['keydown', 'Insert'], ['key', key.slice(7)], ['keyup', 'Insert']]) spawnSync('xdotool', args, { env });
      } else spawnSync('xdotool', ['key', '--delay', '40', key], { env });
      return listen();
    },
    async end() {
      for (const child of children.reverse()) {
        try { process.kill(-child.pid, 'SIGTERM'); } catch { /* gone already */ }
      }
      await wait(500);
      for (const child of children) {
        try { process.kill(-child.pid, 'SIGKILL'); } catch { /* gone */ }
      }
      try { process.kill(Number(pid)); } catch { /* gone */ }
      server.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

/** The first number of a screen that no X server has. */
async function freeDisplay() {
  for (let n = 77; n < 177; n++) {
    try { readFileSync(`/tmp/.X${n}-lock`); } catch { return `:${n}`; }
  }
  throw new Error('no free display');
}
