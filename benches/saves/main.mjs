// How long a save takes until the new text is served, and what it costs.
// node benches/saves/main.mjs JALON GUIDE [--runs 21] [--hugo PROGRAM] [--vitepress vitepress.js] [--painted]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { acts } from './acts.mjs';
import { painted } from './painted.mjs';
import { hugo, vitepress } from './peers.mjs';
import { Server, pause } from './server.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '21' },
    hugo: { type: 'string' },
    vitepress: { type: 'string' },
    painted: { type: 'boolean', default: false },
  },
});
const [program, guide] = positionals.map((path) => resolve(path));
const runs = Number(values.runs);

const at = (readings, part) => readings.toSorted((a, b) => a - b)[Math.min(readings.length - 1, Math.floor(readings.length * part))];
const row = (who, what, readings, cpu) =>
  console.log(`| ${who} | ${what} | ${at(readings, 0.5).toFixed(1)} | ${at(readings, 0.95).toFixed(1)} | ${cpu === null ? '' : at(cpu, 0.5).toFixed(0)} |`);

/** Does each act `runs` times. Editors save many sentences in a row, so what a save leaves to do is charged to its kind. */
const measure = async (who, server, address, list) => {
  await server.ready(address);
  await pause(1000);
  for (const [what, act, path, sign] of list) {
    const [wall, cpu] = [[], []];
    // The first one is not counted: it also ends what the act before it began.
    for (let run = 0; run <= runs; run += 1) {
      const before = server.cpu();
      const time = await server.until(() => act(run + 1), path, sign(run + 1));
      if (time === null) throw new Error(`${who} does not show ${what} at ${path}`);
      // What follows the answer is part of its cost, and must not delay the next save.
      await server.quiet();
      if (run > 0) {
        wall.push(time);
        cpu.push(server.cpu() - before);
      }
    }
    row(who, what, wall, cpu);
  }
  console.log(`${who}: ${server.memory().toFixed(0)} MB after ${(runs + 1) * list.length} saves`);
};

const work = mkdtempSync(join(tmpdir(), 'jalon-saves-'));
const running = [];
try {
  console.log('| server | what is saved | median, ms | 95 % below, ms | CPU, ms |\n|---|---|---|---|---|');
  const root = join(work, 'jalon');
  cpSync(join(guide, 'guide'), join(root, 'guide'), { recursive: true });
  const args = ['serve', '--root', root, '--port', '4711', '--today', '2026-11-23'];
  const server = new Server(4711, program, args);
  running.push(server);
  const { address, page, text, list } = await acts(root, server.port);
  await measure('jalon serve', server, address, list);
  if (values.painted) row('jalon serve', 'a sentence, painted', await painted(server, address, page, text, runs), null);
  server.stop();
  const peers = [['hugo server', values.hugo, hugo], ['vitepress dev', values.vitepress, vitepress]];
  for (const [who, peer, start] of peers.filter(([, peer]) => peer)) {
    const { server: other, address: first, list: theirs } = start(peer, guide, work, 4712 + running.length);
    running.push(other);
    await measure(who, other, first, theirs);
    other.stop();
  }
} finally {
  for (const server of running) server.stop();
  rmSync(work, { recursive: true, force: true });
}
