// node scripts/serve.mjs [PORT] [FOLDER]: serves a folder (dist) on localhost, for trying the widget and for tests.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @type {{[extension: string]: string}} */
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.wasm': 'application/wasm', '.png': 'image/png', '.svg': 'image/svg+xml',
};

/** The file a request path names, or null when it leads outside of the folder. @param {string} folder @param {string} url */
function fileFor(folder, url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    const file = resolve(folder, `.${path.endsWith('/') ? `${path}article.html` : path}`);
    return path.startsWith('/') && !path.includes('\0') && file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;  // a broken percent escape
  }
}

/** Starts serving; resolves to the listening http.Server. Port 0 takes a free one. */
export async function serve(port = 0, folder = fileURLToPath(new URL('../dist', import.meta.url))) {
  const base = resolve(folder);
  const server = createServer(async (request, response) => {
    const file = ['GET', 'HEAD'].includes(request.method ?? '') ? fileFor(base, request.url ?? '') : null;
    const info = file ? await stat(file).catch(() => null) : null;
    if (!file || !info?.isFile()) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': info.size, 'cache-control': 'no-cache',
    });
    return request.method === 'HEAD' ? response.end() : createReadStream(file).pipe(response);
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, 'localhost', () => done(undefined)));
  return server;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port = '8080', folder] = process.argv.slice(2);
  await serve(Number(port), folder).catch((error) => {
    console.error(error.code === 'EADDRINUSE' ? `port ${port} is taken: give another with --port` : error.message);
    process.exit(1);
  });
}
