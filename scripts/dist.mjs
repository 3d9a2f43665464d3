// Finishes dist/: the script for the article, the sample article around the widget, the schemas for authors, and
// sizes.json of every file.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { SCHEMA, TWIN } from './schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** How to embed, as the page for authors says it: the script stands beside the widget; until it runs, room is kept. */
const EMBED = '<klant-kompas src="klantkompas.html" heading="Klantkompas" accent="auto" font="auto" '
  + 'style="display:block;min-height:620px"></klant-kompas>\n<script src="embed.js" defer></script>';

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
const script = await build({
  entryPoints: [join(root, 'web/embed.js')], bundle: true, minify: true, write: false, format: 'iife', target: 'es2022',
  legalComments: 'none', charset: 'utf8', logLevel: 'error',
});
writeIfChanged(join(dist, 'embed.js'), script.outputFiles[0].text);

const article = readFileSync(join(root, 'assets/article/article.html'), 'utf8');
if (!article.includes('<!-- widget -->')) throw new Error('assets/article/article.html has no <!-- widget -->');
writeIfChanged(join(dist, 'article.html'), article.replace('<!-- widget -->', () => EMBED));

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
