// How long a save takes to reach an open page, with the search in use and for a guide without it, save by save in turn:
// node benches/reload.mjs JALON GUIDE [SAVES]. JALON is the program, GUIDE a folder that holds guide/jalon.yaml.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [program, guide, saves = '21'] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'jalon-reload-'));

/** Asks a server; gives the answer as it comes. */
const ask = (port, path, hear) =>
  new Promise((done, failed) => {
    const asked = request({ port, path, host: '127.0.0.1' }, (answer) => {
      answer.setEncoding('utf8').on('data', hear ?? (() => {})).on('end', done);
    });
    asked.on('error', failed).end();
  });

/** `jalon serve` over a copy of the guide, and an open home page that hears of each build. */
class Served {
  constructor(name, port, settings) {
    Object.assign(this, { root: join(work, name), port, readings: [], heard: null });
    cpSync(join(guide, 'guide'), join(this.root, 'guide'), { recursive: true });
    const file = join(this.root, 'guide/jalon.yaml');
    writeFileSync(file, readFileSync(file, 'utf8') + settings);
    this.page = join(this.root, 'guide/index.md');
    this.text = readFileSync(this.page, 'utf8');
    const options = ['serve', '--root', this.root, '--port', String(port), '--today', '2026-11-23'];
    this.program = spawn(resolve(program), options, { stdio: 'ignore' });
  }

  async begin() {
    for (;;) {
      try {
        await ask(this.port, '/');
        break;
      } catch {
        await new Promise((done) => setTimeout(done, 200));
      }
    }
    let known = null;
    let rest = '';
    const told = (stamp) => {
      if (known !== null && stamp !== known) this.heard?.(performance.now());
      known = stamp;
    };
    ask(this.port, '/_jalon/events?page=/', (part) => {
      rest += part;
      const events = rest.split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const data = /^data: ?(.*)$/m.exec(event);
        if (data) told(JSON.parse(data[1]).stamp);
      }
    }).catch(() => {});
    while (known === null) await new Promise((done) => setTimeout(done, 20));
  }

  async save(number) {
    const heard = new Promise((done) => { this.heard = done; });
    const start = performance.now();
    writeFileSync(this.page, `${this.text}\nEnregistrement ${number}.\n`);
    this.readings.push((await heard) - start);
    // Somebody searches after each save, so that the index is refreshed each time.
    await ask(this.port, '/search/head.js');
    await new Promise((done) => setTimeout(done, 300));
  }
}

const median = (readings) => readings.toSorted((left, right) => left - right)[readings.length >> 1];
const ms = (value) => `${value.toFixed(1)} ms`;
const both = [new Served('with', 4711, ''), new Served('without', 4712, 'search: {index: false}\n')];
try {
  for (const served of both) await served.begin();
  for (let number = 0; number < Number(saves); number += 1) {
    const order = number % 2 === 0 ? both : both.toReversed();
    for (const served of order) await served.save(number);
  }
  const [searched, bare] = both.map((served) => served.readings);
  const differences = searched.map((reading, at) => reading - bare[at]);
  console.log(`save to reload, medians of ${saves}: with the search ${ms(median(searched))}, without ${ms(median(bare))}`);
  console.log(`difference, save by save: ${ms(median(differences))}`);
} finally {
  for (const served of both) served.program.kill();
  rmSync(work, { recursive: true, force: true });
}
