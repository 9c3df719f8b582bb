// Nothing is lost: two tabs of `jalon edit` and another program write one page at once, and the server is killed between
// and during the writes. 40 runs; JALON_RUNS=500 makes more, JALON_SEED=7 only the one with this seed.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Served } from './lib/serve.mjs';

const RUNS = Number(process.env.JALON_RUNS ?? 40);
const STEPS = 14;
const PAGE = 'index.md';

/** Numbers from 0 to 1 that a seed gives (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const first = '# Accueil\n\nLe premier texte.\n';
const guide = new Served({ 'jalon.yaml': 'title: Guide\nlanguage: fr\n', [PAGE]: first });
let session = null;

async function open() {
  const address = await guide.edit(guide.port ?? 0);
  const entered = await fetch(address, { redirect: 'manual' });
  session = entered.headers.get('set-cookie').split(';')[0];
}

async function ask(action, wanted) {
  try {
    const origin = new URL(guide.home).origin;
    const headers = { origin, cookie: session, 'content-type': 'application/json' };
    const body = JSON.stringify({ source: `guide/${PAGE}`, ...wanted });
    const answer = await fetch(`${origin}/_jalon/edit/${action}`, { method: 'POST', headers, body });
    return { status: answer.status, body: await answer.json() };
  } catch {
    // The server was killed meanwhile.
    return { status: 0, body: {} };
  }
}

/** All texts in the history. */
function kept() {
  const folder = join(guide.root, '.jalon/history/guide', PAGE);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.new')) : [];
  return new Set(names.map((name) => readFileSync(join(folder, name), 'utf8')));
}

/** What one run has written. */
class Run {
  #random;
  #seed;
  #count = 0;
  // Each text that anybody tried to write; those that must not be lost.
  written = new Set([guide.read(PAGE)]);
  saved = new Set();
  #external = null;

  constructor(seed) {
    this.#random = numbers(seed);
    this.#seed = seed;
  }

  #text(who) {
    this.#count += 1;
    const length = Math.floor(this.#random() ** 4 * 60_000);
    const text = `# Accueil\n\n${who} ${this.#seed}.${this.#count}\n\n${'x'.repeat(length)}\n`;
    this.written.add(text);
    return text;
  }

  // A tab reads, thinks, and saves what it has; where the page has changed meanwhile, it saves again over that.
  async tab(name) {
    const read = await ask('page', {});
    if (read.status !== 200) return;
    const text = this.#text(name);
    let { stamp } = read.body;
    for (let tries = 0; tries < 3; tries += 1) {
      const { status, body } = await ask('save', { text, base: read.body.text, stamp });
      if (status === 200) this.saved.add(text);
      if (status !== 409) return;
      stamp = body.stamp;
    }
  }

  async undo() {
    const read = await ask('page', {});
    if (read.status === 200) await ask('undo', { stamp: read.body.stamp });
  }

  // Another program, which writes beside and renames, or in place.
  external() {
    // What it writes over by itself is its own affair.
    if (this.#external !== null && guide.read(PAGE) !== this.#external) this.saved.add(this.#external);
    const text = this.#text('ailleurs');
    if (this.#random() < 0.5) {
      writeFileSync(guide.path('.beside'), text);
      renameSync(guide.path('.beside'), guide.path(PAGE));
    } else {
      writeFileSync(guide.path(PAGE), text);
    }
    this.#external = text;
  }

  async kill() {
    await new Promise((done) => { setTimeout(done, this.#random() * 12); });
    await guide.stop('SIGKILL');
  }

  async step() {
    const chance = this.#random();
    const tabs = () => [this.tab('un'), this.tab('deux')];
    if (chance < 0.35) await Promise.all(tabs());
    else if (chance < 0.5) await Promise.all([...tabs(), this.undo()]);
    else if (chance < 0.65) this.external();
    else if (chance < 0.85) {
      const writing = tabs();
      setTimeout(() => this.external(), this.#random() * 6);
      await Promise.all([...writing, new Promise((done) => { setTimeout(done, 7); })]);
    } else {
      await Promise.all([...tabs(), this.kill()]);
      await open();
    }
    this.check();
  }

  check() {
    const [now, all] = [guide.read(PAGE), kept()];
    const told = (text) => `seed ${this.#seed}: ${JSON.stringify(text.slice(0, 60))}`;
    assert.ok(this.written.has(now), `torn, ${told(now)}`);
    for (const text of this.saved) assert.ok(text === now || all.has(text), `lost, ${told(text)}`);
    for (const text of all) assert.ok(this.written.has(text) || this.isOfEarlier(text), `never written, ${told(text)}`);
  }

  isOfEarlier(text) {
    return !new RegExp(`^(un|deux|ailleurs) ${this.#seed}\\.`, 'm').test(text);
  }
}

test(`${RUNS} runs lose nothing`, async (context) => {
  await open();
  const only = process.env.JALON_SEED;
  const seeds = only ? [Number(only)] : Array.from({ length: RUNS }, (_, seed) => seed + 1);
  let saves = 0;
  for (const seed of seeds) {
    const run = new Run(seed);
    for (let step = 0; step < STEPS; step += 1) await run.step();
    saves += run.saved.size;
  }
  assert.ok(saves > seeds.length * 5, `only ${saves} saves`);
  context.diagnostic(`${saves} texts were saved and are there`);
});
