// What Jalon prints for programs is what the schemas say, and the schemas accept what Jalon accepts.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { folderForTests } from './lib/fixtures.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = process.env.JALON ?? join(REPOSITORY, 'target/debug/jalon');
const REGISTRY = ['contacts', 'tools', 'resources', 'roles', 'organisations', 'terms'];

function jalon(...args) {
  const { stdout, stderr } = spawnSync(PROGRAM, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(stdout, `jalon ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function validator(schema, Kind = Ajv2020) {
  // The schema of SARIF holds a pattern that is none in the Unicode mode of JavaScript.
  const own = Kind === Ajv2020;
  const ajv = new Kind({ allErrors: true, strict: own, unicodeRegExp: own });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`));
}

/** The first guide with a few faults: with spaces and accents in a name, without a place, two of a kind. */
function faulty() {
  const root = folderForTests('schemas');
  cpSync(join(REPOSITORY, 'guide'), join(root, 'guide'), { recursive: true });
  writeFileSync(join(root, 'guide/5-été, 100 %.md'), '# É\n\n[a](y.md) [b](y.md) <contact:personne>\n\n[c]()\n');
  return root;
}

for (const name of ['settings', 'page', ...REGISTRY]) {
  test(`schema: ${name} accepts what the first guide says and refuses an unknown key`, () => {
    const check = validator(JSON.parse(jalon('schema', name)));
    const path = name === 'settings' ? 'guide/jalon.yaml' : `guide/registry/${name}.yaml`;
    const documents =
      name === 'page'
        ? readdirSync(join(REPOSITORY, 'guide'), { recursive: true })
            .filter((file) => file.endsWith('.md') && !file.startsWith('_'))
            .map((file) => readFileSync(join(REPOSITORY, 'guide', file), 'utf8').match(/^---\n([^]*?)\n---\n/)?.[1])
            .filter(Boolean)
        : [readFileSync(join(REPOSITORY, path), 'utf8')];
    assert.ok(documents.length > 0);
    for (const text of documents) {
      const value = parse(text);
      assert.deepEqual(check(value), [], text.slice(0, 200));
      const inner = REGISTRY.includes(name) ? Object.values(value)[0] : value;
      inner.no_such_key = 1;
      assert.notDeepEqual(check(value), []);
    }
  });
}

test('schema: each line of --format json', () => {
  const check = validator(JSON.parse(jalon('schema', 'diagnostics')));
  const lines = jalon('check', '--root', faulty(), '--format', 'json').trim().split('\n');
  assert.ok(lines.length > 5);
  assert.deepEqual(lines.flatMap((line) => check(JSON.parse(line))), []);
});

test('schema: SARIF 2.1.0', () => {
  const schema = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
  const check = validator(schema, Ajv);
  const log = JSON.parse(jalon('check', '--root', faulty(), '--format', 'sarif'));
  assert.ok(log.runs[0].results.length > 5);
  assert.deepEqual(check(log), []);
  log.runs[0].results[0].level = 'bad';
  assert.notDeepEqual(check(log), []);
});

test('gitlab: each finding has a fingerprint of its own', () => {
  const report = JSON.parse(jalon('check', '--root', faulty(), '--format', 'gitlab'));
  assert.equal(new Set(report.map(({ fingerprint }) => fingerprint)).size, report.length);
});
