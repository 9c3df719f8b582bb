// What editors and programs do to files, many times each: is it served, and how late?
// node benches/saves/watched.mjs JALON GUIDE [--runs 20] [--poll] [--only TEXT]
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Server, get, pause } from './server.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '20' },
    poll: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const [program, guide] = positionals.map((path) => resolve(path));
const runs = Number(values.runs);
const work = fs.mkdtempSync(join(tmpdir(), 'jalon-watched-'));
const at = (name) => join(work, name);
const write = (name, text) => {
  fs.mkdirSync(dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
};
const page = (title) => `---\ntitle: "${title}"\n---\n\nUn texte.\n`;
const PAGE = 'guide/vu.md';
const SETTINGS = 'guide/jalon.yaml';

/** A file as large as before, with the date of before. */
const sameSizeSameDate = (name, text) => {
  const { atime, mtime } = fs.statSync(at(name));
  fs.writeFileSync(at(name), text);
  fs.utimesSync(at(name), atime, mtime);
};

/**
 * Each act: what it prepares (it is given time to be seen), what it does, the address that shows it, and whether a body
 * shows it. `late` is how late it may be, in milliseconds, when it is not 300.
 */
const ACTS = {
  'a save in place': { act: (n) => write(PAGE, page(`Place ${n}`)), mark: (n) => `Place ${n}<` },
  'a save by rename': {
    act: (n) => {
      write('guide/.vu.md.new', page(`Renommé ${n}`));
      fs.renameSync(at('guide/.vu.md.new'), at(PAGE));
    },
    mark: (n) => `Renommé ${n}<`,
  },
  'a save as vim does it': {
    act: (n) => {
      write('guide/4913', '');
      fs.rmSync(at('guide/4913'));
      fs.renameSync(at(PAGE), at(`${PAGE}~`));
      write(PAGE, page(`Vim ${n}`));
      fs.rmSync(at(`${PAGE}~`));
    },
    mark: (n) => `Vim ${n}<`,
  },
  'a save with a lock beside it': {
    act: (n) => {
      fs.symlinkSync('user@host.1', at('guide/.#vu.md'));
      write(PAGE, page(`Emacs ${n}`));
      fs.rmSync(at('guide/.#vu.md'));
    },
    mark: (n) => `Emacs ${n}<`,
  },
  'truncated, then written 80 ms later': {
    act: async (n) => {
      fs.truncateSync(at(PAGE));
      await pause(80);
      write(PAGE, page(`Vidé ${n}`));
    },
    mark: (n) => `Vidé ${n}<`,
  },
  'written in two halves': {
    act: async (n) => {
      const text = page(`Moitié ${n}`);
      fs.writeFileSync(at(PAGE), text.slice(0, 12));
      await pause(40);
      fs.appendFileSync(at(PAGE), text.slice(12));
    },
    mark: (n) => `Moitié ${n}<`,
  },
  'same size and same date': {
    prepare: () => write(PAGE, page('Date 00')),
    act: (n) => sameSizeSameDate(PAGE, page(`Date ${String(n + 10)}`)),
    mark: (n) => `Date ${String(n + 10)}<`,
  },
  'twice within a tick of the clock': {
    act: (n) => {
      write(PAGE, page(`Tic ${n} a`));
      write(PAGE, page(`Tic ${n} b`));
    },
    mark: (n) => `Tic ${n} b<`,
  },
  'a date in the past': {
    act: (n) => {
      write(PAGE, page(`Passé ${n}`));
      fs.utimesSync(at(PAGE), 1_000_000_000, 1_000_000_000);
    },
    mark: (n) => `Passé ${n}<`,
  },
  'new folders with a file at once': {
    act: (n) => write(`guide/neuf${n}/sous/vu.md`, page(`Neuf ${n}`)),
    address: (n) => `/neuf${n}/sous/vu/`,
    mark: (n) => `Neuf ${n}<`,
  },
  'a file written into a new folder a moment later': {
    act: async (n) => {
      fs.mkdirSync(at(`guide/plus${n}/tard`), { recursive: true });
      await pause(n % 10);
      write(`guide/plus${n}/tard/vu.md`, page(`Tard ${n}`));
    },
    address: (n) => `/plus${n}/tard/vu/`,
    mark: (n) => `Tard ${n}<`,
  },
  'a folder moved in': {
    prepare: (n) => write(`ailleurs${n}/vu.md`, page(`Entré ${n}`)),
    act: (n) => fs.renameSync(at(`ailleurs${n}`), at(`guide/entre${n}`)),
    address: (n) => `/entre${n}/vu/`,
    mark: (n) => `Entré ${n}<`,
  },
  'a folder moved out': {
    prepare: (n) => write(`guide/sorti${n}/vu.md`, page(`Sorti ${n}`)),
    act: (n) => fs.renameSync(at(`guide/sorti${n}`), at(`dehors${n}`)),
    address: (n) => `/sorti${n}/vu/`,
    isGone: true,
    mark: (n) => `Sorti ${n}<`,
  },
  'a folder moved away and back, then a save in it': {
    prepare: () => write('guide/retour/vu.md', page('Retour')),
    act: async (n) => {
      fs.renameSync(at('guide/retour'), at('parti'));
      await pause((n % 4) * 40);
      fs.renameSync(at('parti'), at('guide/retour'));
      await pause(150);
      write('guide/retour/vu.md', page(`Retour ${n}`));
    },
    address: () => '/retour/vu/',
    mark: (n) => `Retour ${n}<`,
  },
  'the guide moved away and back, then a save in a folder': {
    prepare: () => write('guide/a/b/vu.md', page('Entier')),
    act: async (n) => {
      fs.renameSync(at('guide'), at('parti'));
      await pause((n % 4) * 60);
      fs.renameSync(at('parti'), at('guide'));
      await pause(250);
      write('guide/a/b/vu.md', page(`Entier ${n}`));
    },
    address: () => '/a/b/vu/',
    mark: (n) => `Entier ${n}<`,
  },
  'settings saved by rename three times': {
    act: async (n) => {
      for (const part of ['a', 'b', 'c']) {
        write('guide/.new', `title: "Réglage ${n} ${part}"\nlanguage: fr\n`);
        fs.renameSync(at('guide/.new'), at(SETTINGS));
        await pause(5);
      }
    },
    mark: (n) => `Réglage ${n} c`,
  },
  'a name that changes in capitals only': {
    prepare: (n) => write(`guide/casse${n}.md`, page(`Casse ${n} avant`)),
    act: (n) => {
      fs.renameSync(at(`guide/casse${n}.md`), at(`guide/CASSE${n}.md`));
      write(`guide/CASSE${n}.md`, page(`Casse ${n}`));
    },
    address: (n) => `/casse${n}/`,
    mark: (n) => `Casse ${n}<`,
  },
  'a file removed': {
    prepare: (n) => write(`guide/ote${n}.md`, page(`Ôté ${n}`)),
    act: (n) => fs.rmSync(at(`guide/ote${n}.md`)),
    address: (n) => `/ote${n}/`,
    isGone: true,
    mark: (n) => `Ôté ${n}<`,
  },
  'an edit during a build': {
    act: async (n) => {
      write(PAGE, page(`Pendant ${n} a`));
      await pause(n % 12);
      write(PAGE, page(`Pendant ${n} b`));
    },
    mark: (n) => `Pendant ${n} b<`,
  },
  '5,000 files at once, as a checkout does': {
    times: 2,
    late: 5000,
    act: (n) => {
      for (let file = 0; file < 5000; file += 1) write(`guide/lot/${file % 50}/${file}.md`, page(`Lot ${n} ${file}`));
    },
    address: () => '/lot/49/4999/',
    mark: (n) => `Lot ${n} 4999<`,
    after: () => fs.rmSync(at('guide/lot'), { recursive: true }),
  },
  '40,000 writes': {
    times: 2,
    late: 5000,
    act: (n) => {
      for (let count = 0; count < 40_000; count += 1) fs.writeFileSync(at(PAGE), page(`Rafale ${n} ${count}`));
    },
    mark: (n) => `Rafale ${n} 39999<`,
  },
  'the target of a link': {
    late: 2500,
    prepare: (n) => {
      write('commun/cible.md', page(`Cible ${n} avant`));
      if (!fs.existsSync(at('guide/lien.md'))) fs.symlinkSync('../commun/cible.md', at('guide/lien.md'));
    },
    act: (n) => write('commun/cible.md', page(`Cible ${n}`)),
    address: () => '/lien/',
    mark: (n) => `Cible ${n}<`,
  },
  'the other name of a file': {
    late: 2500,
    prepare: (n) => {
      if (fs.existsSync(at('commun/double.md'))) return;
      write('guide/double.md', page(`Double ${n} avant`));
      fs.mkdirSync(at('commun'), { recursive: true });
      fs.linkSync(at('guide/double.md'), at('commun/double.md'));
    },
    act: (n) => write('commun/double.md', page(`Double ${n}`)),
    address: () => '/double/',
    mark: (n) => `Double ${n}<`,
  },
  'output deleted, then a save': {
    prepare: () => write('public/index.html', ''),
    act: (n) => {
      fs.rmSync(at('public'), { recursive: true });
      write(PAGE, page(`Sortie ${n}`));
    },
    mark: (n) => `Sortie ${n}<`,
  },
};

const median = (readings) => readings.toSorted((a, b) => a - b)[readings.length >> 1];

/** Does an act again and again; prints a line about it, and gives how often it was missed or late. */
const perform = async (server, name, { prepare, act, address = () => '/vu/', mark, isGone = false, late = 300, times = runs, after }) => {
  const readings = [];
  let missed = 0;
  for (let n = 1; n <= times; n += 1) {
    if (prepare) {
      await prepare(n);
      await pause(values.poll ? 1600 : 700);
    }
    await act(n);
    const start = performance.now();
    let seen = false;
    while (!seen && performance.now() - start < 15_000) {
      const body = await get(server.port, address(n));
      seen = body !== null && body.includes(mark(n)) !== isGone;
      if (!seen) await pause(2);
    }
    if (seen) readings.push(performance.now() - start);
    else missed += 1;
    await pause(60);
  }
  after?.();
  const bar = values.poll ? Math.max(late, 2500) : late;
  const over = readings.filter((reading) => reading > bar).length;
  const slowest = readings.length ? Math.max(...readings).toFixed(0) : '–';
  console.log(`| ${name} | ${times} | ${missed} | ${over} | ${readings.length ? median(readings).toFixed(0) : '–'} | ${slowest} |`);
  return missed + over;
};

fs.cpSync(join(guide, 'guide'), at('guide'), { recursive: true });
write(PAGE, page('Vu'));
const options = ['serve', '--root', work, '--port', '4731', '--today', '2026-11-23', ...(values.poll ? ['--poll'] : [])];
const server = new Server(4731, program, options);
try {
  await server.ready('/vu/', 'Vu<');
  await pause(1000);
  console.log('| what is done | times | missed | late | median, ms | slowest, ms |\n|---|---|---|---|---|---|');
  let bad = 0;
  const settings = fs.readFileSync(at(SETTINGS));
  for (const [name, how] of Object.entries(ACTS).filter(([name]) => name.includes(values.only))) {
    bad += await perform(server, name, how);
    fs.writeFileSync(at(SETTINGS), settings);
    await pause(500);
  }
  console.log(bad === 0 ? 'Nothing was missed, nothing late.' : `${bad} missed or late.`);
  process.exitCode = bad === 0 ? 0 : 1;
} finally {
  server.stop();
  fs.rmSync(work, { recursive: true, force: true });
}
