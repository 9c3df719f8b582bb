// The reader's script folds, cuts and stems as the Rust side does: both are held to vectors.json.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reader } from './lib/reader.mjs';

const search = reader();
const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'));
const words = (text) => {
  const found = [];
  search.tokens(search.fold(text), (role, word, count) => found.push({ word, other: `~${word}`, joined: `+${count}${word}` }[role]));
  return found.join(' ');
};

const sides = { fold: search.fold, tokens: words };
for (const language of ['fr', 'en']) sides[language] = (word) => `${search.light(language, word)} ${search.heavy(language, word)}`;
for (const [name, side] of Object.entries(sides)) {
  test(`vectors: ${name}`, () => {
    for (const [text, expected] of vectors[name]) assert.equal(side(text), expected, text);
  });
}
