// Asks every question of the test files and prints how many are answered, kind by kind: node run.mjs JALON [PEERS]
// JALON is the program; PEERS a folder whose node_modules hold pagefind and minisearch, to ask them the same.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [program, peersFolder] = process.argv.slice(2);
const home = fileURLToPath(new URL('../..', import.meta.url));
const CORPORA = { 'first-guide': home, 'service-public': join(home, 'tests/search/service-public'), 'other-words': home };
const jalon = (...rest) => execFileSync(resolve(program), rest, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });

/** The questions of a file: one flow mapping a line. */
export function questions(corpus) {
  const text = readFileSync(join(home, 'tests/search', `${corpus}.yaml`), 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('- {'));
  return lines.map((line) => {
    const [, kind, query, expect] = /^- \{kind: (\w+), query: ("(?:[^"\\]|\\.)*"), expect: "([^"]*)"\}$/.exec(line);
    return { corpus, kind, query: JSON.parse(query), expect: expect.split('|') };
  });
}

/** Whether an address is the one expected; a page stands for its sections, an entry only for itself. */
const fits = (url, wanted) => wanted.some((one) => (one.includes('#') ? url === one : url.split('#')[0] === one));

const tools = { jalon: {} };
const all = [];
const work = mkdtempSync(join(tmpdir(), 'jalon-search-'));
for (const [corpus, root] of Object.entries(CORPORA)) {
  const asked = questions(corpus);
  all.push(...asked);
  const file = join(work, 'queries');
  writeFileSync(file, asked.map((one) => one.query).join('\n') + '\n');
  const lines = jalon('search', '--root', root, '--queries', file, '--format', 'json').trimEnd().split('\n');
  asked.forEach((one, at) => { one.jalon = JSON.parse(lines[at]).map((hit) => hit.url); });
  if (peersFolder) {
    const records = jalon('export', 'search', '--root', root, '--format', 'ndjson').trimEnd().split('\n').map((line) => JSON.parse(line));
    const { peers } = await import('./peers.mjs');
    for (const [name, ask] of Object.entries(await peers(records, resolve(peersFolder)))) {
      tools[name] = {};
      for (const one of asked) one[name] = await ask(one.query);
    }
  }
}
rmSync(work, { recursive: true });

const percent = (part, whole) => `${Math.round((100 * part) / whole)}`.padStart(4);
const kinds = [...new Set(all.map((one) => one.kind))];
console.log(`${'kind'.padEnd(12)}${'asked'.padStart(6)}${Object.keys(tools).map((name) => `${name} 1st/3`.padStart(18)).join('')}`);
let failed = false;
for (const kind of [...kinds, 'all', 'other words']) {
  // Questions in words that the guide does not use stand by themselves.
  const asked = all.filter((one) => (kind === 'all' ? one.corpus !== 'other-words' : kind === 'other words' ? one.corpus === 'other-words' : one.kind === kind));
  const cells = Object.keys(tools).map((name) => {
    const first = asked.filter((one) => fits(one[name][0] ?? '', one.expect)).length;
    const three = asked.filter((one) => one[name].slice(0, 3).some((url) => fits(url, one.expect))).length;
    if (name === 'jalon' && asked[0].corpus === 'other-words') failed ||= three < 0.7 * asked.length;
    else if (name === 'jalon') failed ||= kind === 'all' ? first < 0.9 * asked.length || three < 0.95 * asked.length : first < 0.8 * asked.length;
    return `${percent(first, asked.length)} /${percent(three, asked.length)}`.padStart(18);
  });
  console.log(`${kind.padEnd(12)}${String(asked.length).padStart(6)}${cells.join('')}`);
}
for (const one of all.filter((one) => !fits(one.jalon[0] ?? '', one.expect))) {
  console.log(`not first: [${one.kind}] ${one.query} → ${one.jalon.slice(0, 3).join('  ') || 'nothing'}`);
}
process.exit(failed ? 1 : 0);
