// The reader's script and `jalon search` give the same results in the same order, for thousands of generated queries.
// JALON names the program.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open } from './lib/reader.mjs';

const HOW_MANY = 2500;
const program = resolve(process.env.JALON ?? fileURLToPath(new URL('../../target/debug/jalon', import.meta.url)));
const home = fileURLToPath(new URL('../..', import.meta.url));
const KINDS = ['page', 'section', 'contact', 'tool', 'resource', 'role', 'organisation', 'term'];

/** The same numbers each time. */
function dice(seed) {
  let state = seed;
  const roll = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
  return { roll, pick: (list) => list[Math.floor(roll() * list.length)] };
}

/** Words and phrases of the thesaurus, by themselves and with words of a guide: most of them are in no guide. */
function strangeQueries(words) {
  const { pick } = dice(11);
  const lines = readFileSync(join(home, 'src/search/thesaurus/fr.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const phrases = lines.flatMap((line) => line.split(/[,>]/)).map((phrase) => phrase.trim()).filter(Boolean);
  const shapes = [(phrase) => phrase, (phrase) => phrase, (phrase) => `${phrase}s`, (phrase) => `l’${phrase}`, (phrase) => `l${phrase}`, (phrase) => phrase.slice(0, -1), (phrase) => phrase.toUpperCase()];
  return Array.from({ length: HOW_MANY }, () => {
    const phrase = pick(shapes)(pick(phrases));
    return pick([phrase, phrase, `${phrase} ${pick(words)}`, `${pick(words)} ${phrase}`, `${phrase} ${pick(phrases)}`]);
  });
}

/** Queries made of the words of a guide: whole, cut, misspelt, glued, in one or another order. */
function queries(words) {
  const { roll, pick } = dice(7);
  const slip = (word) => {
    const at = Math.floor(roll() * word.length);
    const odd = pick([...'abcdeilmnoprstuœé·\'-']);
    return pick([word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + odd + word.slice(at), word.slice(0, at) + odd + word.slice(at + 1), word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2)]);
  };
  const shapes = [(word) => word, (word) => word, slip, (word) => slip(slip(word)), (word) => word.slice(0, 2 + Math.floor(roll() * 5)), (word) => word.normalize('NFD').toUpperCase(), (word) => `${word}s`, (word) => `l${word}`];
  return Array.from({ length: HOW_MANY }, () => {
    const from = Math.floor(roll() * words.length);
    const count = 1 + Math.floor(roll() * 4);
    const chosen = roll() < 0.5 ? words.slice(from, from + count) : Array.from({ length: count }, () => pick(words));
    return chosen.map((word) => pick(shapes)(word)).join(pick([' ', ' ', ' ', '-', '', '’', '.']));
  });
}

for (const root of [home, join(home, 'tests/search/service-public')]) {
  test(`parity: ${root === home ? 'first guide' : 'service-public'}`, () => {
    const work = mkdtempSync(join(tmpdir(), 'jalon-parity-'));
    const run = (...rest) => execFileSync(program, [...rest, '--root', root], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      run('build', '--out', join(work, 'site'));
      const records = run('export', 'search', '--format', 'ndjson').trimEnd().split('\n').map((line) => JSON.parse(line));
      const words = records.flatMap((record) => `${record.title} ${record.text} ${record.facts.join(' ')}`.split(/\s+/)).filter(Boolean);
      const asked = [...queries(words), ...strangeQueries(words)];
      writeFileSync(join(work, 'queries'), `${asked.join('\n')}\n`);
      const told = run('search', '--queries', join(work, 'queries'), '--format', 'json', '--limit', '20').trimEnd().split('\n');
      assert.equal(told.length, asked.length);
      const guide = open(join(work, 'site'));
      asked.forEach((query, at) => {
        const ours = guide.search(query, 20).hits.map((hit) => {
          const card = guide.card(hit.doc);
          const url = (card.page.includes('://') ? '' : '/') + card.page + (card.anchor && !card.page.includes('://') ? `#${card.anchor}` : '');
          return { title: card.title, trail: card.trail, url, kind: KINDS[card.sort] };
        });
        // The reader's lists come from a realm of their own.
        assert.deepEqual(JSON.parse(JSON.stringify(ours)), JSON.parse(told[at]), query);
      });
    } finally {
      rmSync(work, { recursive: true });
    }
  });
}
