// Finishes dist/: the script for the article, the sample article around the widget, the schemas for authors, and
// sizes.json of every file. Argument: the name of the questionnaire that the widget holds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { EXAMPLE, escaped, snippet } from '../web/embed/snippets.mjs';
import { filled, minified, put, root } from './lib.mjs';
import { SCHEMA, TWIN } from './schema.mjs';

const dist = join(root, 'dist');
const [questionnaire] = process.argv.slice(2);

/** @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** @param {string} path */
function sizes(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** The sample article: with the widget as its own code places it, and below it where that code is put together. @param {string} script */
async function article(script) {
  const { title } = JSON.parse(readFileSync(join(root, `assets/questionnaires/${questionnaire}.json`), 'utf8'));
  const [first] = Object.values(title);
  const answer = join(dist, 'klantkompas.oembed.json');
  const address = existsSync(answer) ? /src="([^"#]+)/.exec(JSON.parse(readFileSync(answer, 'utf8')).html)?.[1] ?? '' : '';
  const builder = filled('assets/article/builder.html', {
    TITLES: escaped(JSON.stringify(title)), ADDRESS: address, INTEGRITY: `sha384-${createHash('sha384').update(script).digest('base64')}`,
    CODE: escaped(snippet({ way: 'iframe', address: address || EXAMPLE, title: first })),
  });
  return filled('assets/article/article.html', {
    STYLE: readFileSync(join(root, 'assets/article/builder.css'), 'utf8').trim(),
    WIDGET: snippet({ way: 'script', address: 'klantkompas.html', title: first, accent: 'auto', font: 'auto' }),
    BUILDER: `${builder.trim()}\n<script>${await minified('article/builder.js', 'es2022')}</script>`,
  });
}

const script = `${await minified('embed/embed.js', 'es2022')}\n`;
put(join(dist, 'embed.js'), script);
put(join(dist, 'article.html'), await article(script));

mkdirSync(join(dist, 'schema'), { recursive: true });
for (const schema of [SCHEMA, TWIN]) put(join(dist, 'schema', basename(schema)), readFileSync(schema, 'utf8'));

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
