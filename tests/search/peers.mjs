// Other engines, asked the same: Pagefind 1.6 and MiniSearch, both as their manuals recommend for French.

import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Each engine over the records of `jalon export search`: a function from a query to addresses. */
export async function peers(records, folder) {
  const require = createRequire(join(folder, 'index.js'));
  return { MiniSearch: miniSearch(records, require), Pagefind: await pagefind(records, folder) };
}

const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function miniSearch(records, require) {
  const module = require('minisearch');
  const MiniSearch = module.default ?? module;
  const index = new MiniSearch({
    idField: 'position',
    fields: ['title', 'aliases', 'trail', 'facts', 'text'],
    storeFields: ['url'],
    processTerm: (term) => fold(term),
    searchOptions: { boost: { title: 3, aliases: 3 }, prefix: true, fuzzy: 0.2 },
    extractField: (record, name) => (Array.isArray(record[name]) ? record[name].join(' ') : record[name]),
  });
  index.addAll(records);
  return async (query) => index.search(query).slice(0, 3).map((hit) => hit.url);
}

async function pagefind(records, folder) {
  const entry = join(folder, 'node_modules/pagefind/lib/index.js');
  const { createIndex, close } = await import(pathToFileURL(entry).href);
  const { index } = await createIndex({ forceLanguage: 'fr' });
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  for (const record of records) {
    const more = [...record.aliases, ...record.trail, ...record.facts].map((text) => `<p>${escape(text)}</p>`).join('');
    await index.addHTMLFile({
      url: record.url,
      content: `<html lang="fr"><body><h1>${escape(record.title)}</h1>${more}<p>${escape(record.text)}</p></body></html>`,
    });
  }
  const output = mkdtempSync(join(tmpdir(), 'jalon-pagefind-'));
  await index.writeFiles({ outputPath: output });
  await close();
  return pagefindReader(output);
}

/** Pagefind's own reader, with files in the place of the network. */
async function pagefindReader(output) {
  const { readFileSync } = await import('node:fs');
  globalThis.fetch = async (address) => {
    const path = String(address).replace(/^file:\/\//, '').split('?')[0];
    const bytes = readFileSync(path);
    return { ok: true, arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), json: async () => JSON.parse(bytes.toString('utf8')) };
  };
  globalThis.document ??= { querySelector: () => ({ getAttribute: () => 'fr' }), currentScript: null };
  globalThis.window ??= globalThis;
  globalThis.location ??= new URL('https://example.org/');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(output, 'package.json'), '{"type": "module"}');
  const reader = await import(pathToFileURL(join(output, 'pagefind.js')).href);
  await reader.options({ basePath: `${output}/`, baseUrl: '/' });
  await reader.init();
  return async (query) => {
    const { results } = await reader.search(query);
    const data = await Promise.all(results.slice(0, 3).map((one) => one.data()));
    return data.map((one) => one.raw_url ?? one.url);
  };
}
