// An edit every half second for a long time, every tenth one broken and then corrected: nothing may be missed, and
// neither memory nor open files may grow.
// node benches/saves/soak.mjs JALON GUIDE [--minutes 30]
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addressOf, pagesOf } from './acts.mjs';
import { Server, pause } from './server.mjs';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string', default: '30' } } });
const [program, guide] = positionals.map((path) => resolve(path));
const root = mkdtempSync(join(tmpdir(), 'jalon-soak-'));
cpSync(join(guide, 'guide'), join(root, 'guide'), { recursive: true });
const server = new Server(4741, program, ['serve', '--root', root, '--port', '4741', '--today', '2026-11-23']);
const openFiles = () => readdirSync(`/proc/${server.program.pid}/fd`).length;
/** Memory and open files after the first edits, once everything is in memory. */
let first = null;
let missed = 0;
let edits = 0;

try {
  const pages = pagesOf(join(root, 'guide')).filter((_, number) => number % 7 === 0);
  await server.ready(addressOf(pages[0]));
  const texts = pages.map((page) => readFileSync(join(root, 'guide', page), 'utf8'));
  const end = performance.now() + Number(values.minutes) * 60_000;
  const warm = performance.now() + Math.min(120_000, Number(values.minutes) * 6_000);
  while (performance.now() < end) {
    const begun = performance.now();
    const number = edits % pages.length;
    const file = join(root, 'guide', pages[number]);
    if (edits % 10 === 9) {
      writeFileSync(file, `${texts[number]}\n[Une page](absente-${edits}.md)\n`);
      await pause(250);
    }
    const mark = `Veille ${edits}.`;
    const act = () => writeFileSync(file, `${texts[number]}\n${mark}\n`);
    if ((await server.until(act, addressOf(pages[number]), (body) => body.includes(mark))) === null) missed += 1;
    edits += 1;
    if (first === null && performance.now() > warm) first = { memory: server.memory(), files: openFiles() };
    await pause(Math.max(0, 500 - (performance.now() - begun)));
  }
  const last = { memory: server.memory(), files: openFiles() };
  const growth = (100 * (last.memory - first.memory)) / first.memory;
  console.log(`${edits} edits, ${missed} missed`);
  console.log(`memory ${first.memory.toFixed(1)} MB, then ${last.memory.toFixed(1)} MB: ${growth.toFixed(1)} %`);
  console.log(`open files ${first.files}, then ${last.files}`);
  process.exitCode = missed > 0 || growth > 2 || last.files > first.files + 2 ? 1 : 0;
} finally {
  server.stop();
  rmSync(root, { recursive: true, force: true });
}
