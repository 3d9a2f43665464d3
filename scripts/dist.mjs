// Finishes dist/: the script for the article, the sample article around the widget, the schemas for authors, and
// sizes.json of every file. Argument: the name of the questionnaire that the widget holds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { EXAMPLE, escaped, snippet } from '../web/embed/snippets.mjs';
import { SCHEMA, TWIN } from './schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const [questionnaire] = process.argv.slice(2);

function writeIfChanged(path, text) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function sizes(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
}

const { build } = createRequire(join(root, 'tests/package.json'))('esbuild');

/** Bundled, minified text of one file of web/. */
async function minified(name) {
  const result = await build({
    entryPoints: [join(root, 'web', name)], bundle: true, minify: true, write: false, format: 'iife', target: 'es2022',
    legalComments: 'none', charset: 'utf8', logLevel: 'error',
  });
  return result.outputFiles[0].text;
}

/** Puts `parts` in the place of the @@NAME@@ marks of a text; each must be there. */
function fill(text, parts) {
  for (const name of Object.keys(parts)) if (!text.includes(`@@${name}@@`)) throw new Error(`assets/article lacks @@${name}@@`);
  return text.replace(/@@([A-Z]+)@@/g, (mark, name) => parts[name] ?? mark);
}

/** The sample article: with the widget as its own code places it, and below it where that code is put together. */
async function article(script) {
  const asset = (name) => readFileSync(join(root, 'assets/article', name), 'utf8');
  const { title } = JSON.parse(readFileSync(join(root, `assets/questionnaires/${questionnaire}.json`), 'utf8'));
  const [first] = Object.values(title);
  const answer = join(dist, 'klantkompas.oembed.json');
  const address = existsSync(answer) ? /src="([^"]+)"/.exec(JSON.parse(readFileSync(answer, 'utf8')).html)[1] : '';
  const builder = fill(asset('builder.html').trim(), {
    TITLES: escaped(JSON.stringify(title)), ADDRESS: address, INTEGRITY: `sha384-${createHash('sha384').update(script).digest('base64')}`,
    CODE: escaped(snippet({ way: 'iframe', address: address || EXAMPLE, title: first })),
  });
  return fill(asset('article.html'), {
    STYLE: asset('builder.css').trim(),
    WIDGET: snippet({ way: 'script', address: 'klantkompas.html', title: first, accent: 'auto', font: 'auto' }),
    BUILDER: `${builder}\n<script>${(await minified('article/builder.js')).trim()}</script>`,
  });
}

const script = await minified('embed/embed.js');
writeIfChanged(join(dist, 'embed.js'), script);
writeIfChanged(join(dist, 'article.html'), await article(script));

mkdirSync(join(dist, 'schema'), { recursive: true });
for (const schema of [SCHEMA, TWIN]) writeIfChanged(join(dist, 'schema', basename(schema)), readFileSync(schema, 'utf8'));

// Brotli at its best takes seconds: only when a file is newer than the list.
const list = join(dist, 'sizes.json');
const listed = files(dist).filter((path) => path !== list).sort();
const time = existsSync(list) ? statSync(list).mtimeMs : 0;
const known = existsSync(list) ? Object.keys(JSON.parse(readFileSync(list, 'utf8'))) : [];
const names = listed.map((path) => relative(dist, path));
if (listed.some((path) => statSync(path).mtimeMs > time) || known.join() !== names.join()) {
  const table = Object.fromEntries(listed.map((path, i) => [names[i], sizes(path)]));
  writeFileSync(list, `${JSON.stringify(table, null, 2)}\n`);
}
