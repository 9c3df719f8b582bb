// Stand-ins for three search engines. Each answers one index as the documentation of its engine describes the search, loads
// what `jalon export search --to` writes, and refuses what that engine refuses. Ranking is plain: how many of the words a
// record holds, titles first.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

/** The records that an engine has loaded from a folder. */
const RECORDS = {
  meilisearch: (folder) => lines(join(folder, 'records.ndjson')),
  typesense: (folder) => lines(join(folder, 'records.jsonl')),
  // The bulk API reads an action, then its document.
  opensearch: (folder) => lines(join(folder, 'records.ndjson')).filter((_, at) => at % 2 === 1),
};

function found(records, query, suits) {
  const words = fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  const score = (record) => words.reduce((sum, word) => sum + (fold(record.title).includes(word) ? 3 : 0) + (fold(record.text).includes(word) ? 1 : 0), 0);
  return records.filter(suits).map((record) => [score(record), record]).filter(([value]) => value > 0)
    .sort((left, right) => right[0] - left[0] || left[1].position - right[1].position).map(([, record]) => record);
}

const only = (record, fields) => Object.fromEntries(fields.map((field) => [field, record[field]]));
const refuse = (status, message) => ({ status, answer: { message } });

const ANSWERS = {
  meilisearch({ method, path, headers, body, records, settings }) {
    if (method !== 'POST' || path.pathname !== '/indexes/guide/search') return refuse(404, 'not found');
    if (headers.authorization !== 'Bearer search-only') return refuse(403, 'invalid_api_key');
    const { q, filter, offset = 0, limit = 20, attributesToRetrieve = ['*'], ...unknown } = body;
    if (Object.keys(unknown).length > 0) return refuse(400, `bad_request: ${Object.keys(unknown)}`);
    let suits = () => true;
    if (filter) {
      const read = /^for_everybody = true OR roles = ("(?:[^"\\]|\\.)*")$/.exec(filter);
      const names = settings['settings.json'].filterableAttributes;
      if (!read || !['for_everybody', 'roles'].every((name) => names.includes(name))) return refuse(400, `invalid_search_filter: ${filter}`);
      const role = JSON.parse(read[1]);
      suits = (record) => record.for_everybody || record.roles.includes(role);
    }
    const all = found(records, q, suits);
    const hits = all.slice(offset, offset + limit).map((record) => only(record, attributesToRetrieve));
    return { status: 200, answer: { hits, query: q, processingTimeMs: 1, limit, offset, estimatedTotalHits: all.length } };
  },
  typesense({ method, path, headers, records, settings }) {
    if (method !== 'GET' || path.pathname !== '/collections/guide/documents/search') return refuse(404, 'Not Found');
    if (headers['x-typesense-api-key'] !== 'search-only') return refuse(401, 'Forbidden - a valid `x-typesense-api-key` header must be sent.');
    const asked = path.searchParams;
    const fields = settings['collection.json'].fields;
    for (const name of asked.get('query_by').split(',')) {
      if (!fields.some((field) => field.name === name && field.index !== false)) return refuse(404, `Could not find a field named \`${name}\` in the schema.`);
    }
    if (asked.get('query_by').split(',').length !== asked.get('query_by_weights').split(',').length) return refuse(400, 'Number of weights in `query_by_weights` does not match number of `query_by` fields.');
    let suits = () => true;
    if (asked.has('filter_by')) {
      const read = /^for_everybody:true \|\| roles:=\[`([^`]*)`\]$/.exec(asked.get('filter_by'));
      if (!read) return refuse(400, 'Could not parse the filter query.');
      suits = (record) => record.for_everybody || record.roles.includes(read[1]);
    }
    const all = found(records, asked.get('q'), suits);
    const [page, count] = [Number(asked.get('page')), Number(asked.get('per_page'))];
    const hits = all.slice((page - 1) * count, page * count).map((record) => ({ document: only(record, asked.get('include_fields').split(',')), highlights: [], text_match: 1 }));
    return { status: 200, answer: { found: all.length, out_of: records.length, page, hits } };
  },
  opensearch({ method, path, headers, body, records, settings }) {
    if (method !== 'POST' || path.pathname !== '/guide/_search') return refuse(405, 'Incorrect HTTP method');
    if (headers.authorization !== 'ApiKey search-only') return refuse(401, 'Unauthorized');
    const { from = 0, size = 10, query, _source, ...unknown } = body;
    if (Object.keys(unknown).length > 0) return refuse(400, `parsing_exception: ${Object.keys(unknown)}`);
    const mapped = settings['index.json'].mappings.properties;
    const should = query.bool.must.bool.should;
    for (const { multi_match: { fields } } of should) {
      const missing = fields.find((field) => !mapped[field.split('^')[0]]);
      if (missing) return refuse(400, `no mapping for ${missing}`);
    }
    const role = query.bool.filter?.bool.should.find((one) => one.term.roles)?.term.roles;
    const suits = (record) => !role || record.for_everybody || record.roles.includes(role);
    const all = found(records, should[0].multi_match.query, suits);
    const hits = all.slice(from, from + size).map((record) => ({ _index: 'guide', _id: record.id, _score: 1, _source: only(record, _source) }));
    return { status: 200, answer: { took: 1, timed_out: false, hits: { total: { value: all.length, relation: 'eq' }, hits } } };
  },
};

/** Serves an engine that has loaded `folder`. `asked` counts its searches; `isDown` makes it fail. */
export async function standIn(engine, folder, settings) {
  const records = RECORDS[engine](folder);
  const state = { asked: 0, refused: [], isDown: false };
  const server = createServer((request, response) => {
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Allow-Methods': 'GET, POST' };
    // Authorization is never part of `*` (Fetch, CORS protocol).
    if (request.method === 'OPTIONS') return response.writeHead(204, { ...headers, 'Access-Control-Allow-Headers': 'authorization, content-type, x-typesense-api-key' }).end();
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const asked = { method: request.method, path: new URL(request.url, 'http://localhost'), headers: request.headers, body: text ? JSON.parse(text) : null, records, settings };
      state.asked += 1;
      const { status, answer } = state.isDown ? refuse(503, 'down') : ANSWERS[engine](asked);
      if (status !== 200 && !state.isDown) state.refused.push(JSON.stringify(answer));
      response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}
