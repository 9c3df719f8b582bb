// The built site that is under test: its files, and a small server for them.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vcf': 'text/vcard; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

// These are compressed already, so that no host compresses them again.
const COMPRESSED = new Set(['.gif', '.jpg', '.pdf', '.png', '.webp', '.woff2']);

/** The folder that an environment variable names. */
export function siteFolder(variable = 'JALON_SITE') {
  const folder = process.env[variable];
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    throw new Error(`${variable} must name a built site, a folder with an index.html (see README.md)`);
  }
  return resolve(folder);
}

/** All files of the site as paths below it, sorted. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
}

/**
 * The pages that people read: every .html file but the redirects, which `redirects` gives.
 * JALON_ONLY keeps those whose path holds its text.
 */
export function pages(folder) {
  const only = process.env.JALON_ONLY ?? '';
  const found = htmlFiles(folder).filter((path) => !isRedirect(folder, path) && path.includes(only));
  if (found.length === 0) throw new Error(`no page's path holds "${only}"`);
  return found;
}

/** The files that only lead on to another page. */
export function redirects(folder) {
  return htmlFiles(folder).filter((path) => isRedirect(folder, path));
}

function htmlFiles(folder) {
  return files(folder).filter((path) => path.endsWith('.html'));
}

function isRedirect(folder, path) {
  return /<meta[^>]*http-equiv="?refresh/i.test(readFileSync(join(folder, path), 'utf8'));
}

/** The address of a page on a server: a folder's index is the folder. */
export function address(path) {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

/** How many bytes a file takes on the wire with gzip. */
export function wireSize(folder, path) {
  const body = readFileSync(join(folder, path));
  return COMPRESSED.has(extname(path)) ? body.length : gzipSync(body).length;
}

/**
 * Serves a folder on the loopback address, below `below` and nowhere else.
 * `origin` ends without a slash, `home` with one. `requests` fills with the path of each file that was asked for,
 * or null where there was none. `held` may give a promise for a path: the file is not answered before it is kept.
 */
export async function serve(folder, { below = '/', held = () => {} } = {}) {
  const known = new Set(files(folder));
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = lookUp(known, below, request.url);
    requests.push(path);
    await held(path);
    const shown = path ?? '404.html';
    let body = 'Not found';
    try {
      if (known.has(shown)) body = readFileSync(join(folder, shown));
    } catch (error) {
      // What a test does to its folder shows in the answer: an error here would end the whole file.
      response.writeHead(500, { 'content-type': TYPES['.txt'] });
      response.end(String(error));
      return;
    }
    const type = TYPES[extname(shown)] ?? 'application/octet-stream';
    response.writeHead(path === null ? 404 : 200, { 'content-type': type, 'x-content-type-options': 'nosniff' });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin, home: origin + below, requests, close };
}

function lookUp(known, below, url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  if (!path.startsWith(below)) return null;
  const inside = path.slice(below.length);
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  return known.has(file) ? file : null;
}

/** Fails with one fault a line when there are any; the same fault is told once. */
export function none(faults, what) {
  const told = [...new Set(faults)];
  if (told.length > 0) assert.fail([what, ...told.slice(0, 40)].join('\n'));
}

/** Whether a path of the file system is a plain file. */
export function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
