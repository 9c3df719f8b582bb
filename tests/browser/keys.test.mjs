// The keys of `jalon serve`, on a terminal of its own (`script` of util-linux gives one): what each does, and that the
// terminal is as it was afterwards, however the program ended.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderForTests, stopAtEnd } from './lib/fixtures.mjs';
import { PROGRAM } from './lib/serve.mjs';

/** A shell on a terminal that runs `jalon serve` between two looks at the mode of the terminal. */
class Terminal {
  constructor(more = '') {
    const root = folderForTests('keys');
    mkdirSync(join(root, 'guide'));
    writeFileSync(join(root, 'guide/jalon.yaml'), 'title: Guide\nlanguage: fr\n');
    writeFileSync(join(root, 'guide/index.md'), '# Accueil\n\nVoir [ici](rien.md).\n');
    writeFileSync(join(root, 'xdg-open'), '#!/bin/sh\necho "opened $1" > "$0.log"\n', { mode: 0o755 });
    const serve = `PATH="${root}:$PATH" bash -c 'echo "pid $$"; exec "$@"' - "${PROGRAM}" serve --port 0 --lang fr --root "${root}" --today 2026-11-23 ${more}`;
    const line = `trap : INT; echo "before $(stty -g)"; ${serve}; echo "status $?"; echo "after $(stty -g)"`;
    this.root = root;
    this.said = '';
    this.script = spawn('script', ['-qefc', line, '/dev/null'], { env: { ...process.env, SHELL: '/bin/bash', TERM: 'dumb' } });
    stopAtEnd(this.script);
    this.script.stdout.setEncoding('utf8').on('data', (part) => {
      this.said += part;
      this.heard?.();
    });
    this.script.on('close', () => {
      this.isOver = true;
      this.heard?.();
    });
  }

  /** Waits for words, from where the last ones ended. */
  async hears(words) {
    for (;;) {
      const found = words.exec(this.said.slice(this.at ?? 0));
      if (found) {
        this.at = (this.at ?? 0) + found.index + found[0].length;
        return found;
      }
      if (this.isOver) throw new Error(`${words} not in: ${this.said}`);
      await new Promise((done) => { this.heard = done; });
    }
  }

  press(keys) {
    this.script.stdin.write(keys);
  }

  kill(signal) {
    process.kill(Number(/pid (\d+)/.exec(this.said)[1]), signal);
  }

  /** The status, and whether the mode of the terminal is what it was. */
  async end() {
    const status = Number((await this.hears(/status (\d+)/))[1]);
    await this.hears(/after \S+/);
    const [before, after] = [/before (\S+)/.exec(this.said)[1], /after (\S+)/.exec(this.said)[1]];
    return { status, isRestored: before === after };
  }
}

test('each key does what the first line says, and needs no Enter', async () => {
  const terminal = new Terminal();
  await terminal.hears(/Touches\u00a0: o ouvre le navigateur, r refait tout, c montre le contrôle, q arrête\./);
  terminal.press('x');
  terminal.press('c');
  await terminal.hears(/link\/missing-page[^]*1 erreur/);
  terminal.press('r');
  await terminal.hears(/Tout est refait\u00a0: \d+ fichiers/);
  terminal.press('q');
  assert.deepEqual(await terminal.end(), { status: 0, isRestored: true });
  assert.doesNotMatch(terminal.said, /^x|[^\w]xc/, 'keys are not written out');
});

test('`o` opens the address', async () => {
  const terminal = new Terminal();
  const address = (await terminal.hears(/http:\/\/localhost:\d+\//))[0];
  await terminal.hears(/Touches/);
  const log = join(terminal.root, 'xdg-open.log');
  const written = new Promise((done) => {
    const watcher = watch(terminal.root, () => {
      if (existsSync(log) && readFileSync(log, 'utf8') !== '') {
        watcher.close();
        done();
      }
    });
  });
  terminal.press('o');
  await written;
  assert.equal(readFileSync(log, 'utf8'), `opened ${address}\n`);
  terminal.press('Q');
  assert.deepEqual(await terminal.end(), { status: 0, isRestored: true });
});

test('Ctrl+C and signals give the terminal back', async () => {
  const byKey = new Terminal();
  await byKey.hears(/Touches/);
  byKey.press('\x03');
  assert.deepEqual(await byKey.end(), { status: 130, isRestored: true });
  for (const [signal, status] of [['TERM', 143], ['INT', 130], ['HUP', 129], ['QUIT', 131]]) {
    const terminal = new Terminal();
    await terminal.hears(/Touches/);
    terminal.kill(`SIG${signal}`);
    assert.deepEqual(await terminal.end(), { status, isRestored: true }, signal);
  }
});

test('without a terminal no key is read', async () => {
  const terminal = new Terminal('< /dev/null');
  await terminal.hears(/_jalon\/report/);
  terminal.kill('SIGTERM');
  assert.equal((await terminal.end()).isRestored, true);
  assert.doesNotMatch(terminal.said, /Touches/);
});

test('a program in the background is not stopped by the terminal', async () => {
  const terminal = new Terminal('& wait $!');
  await terminal.hears(/_jalon\/report/);
  terminal.kill('SIGTERM');
  assert.deepEqual(await terminal.end(), { status: 143, isRestored: true });
});
