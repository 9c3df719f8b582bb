// `jalon serve` and `jalon edit` over a guide of its own, for the tests of a file.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderForTests, stopAtEnd } from './fixtures.mjs';

export const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
export const PROGRAM = process.env.JALON ?? join(REPOSITORY, 'target/debug/jalon');

/** A guide in a folder of its own, and the server that shows it. */
export class Served {
  constructor(files) {
    this.root = folderForTests('serve');
    this.said = '';
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  path(path) {
    return join(this.root, 'guide', path);
  }

  write(path, content) {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  remove(path) {
    rmSync(this.path(path), { recursive: true });
  }

  read(path) {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Starts the server and gives the address of the home page. */
  async start(port = 0, lang = 'fr', command = 'serve') {
    const options = [command, '--port', String(port), '--lang', lang, '--root', this.root, '--today', '2026-11-23'];
    const from = this.said.length;
    this.program = spawn(PROGRAM, options);
    stopAtEnd(this.program);
    this.program.stderr.setEncoding('utf8').on('data', (part) => {
      this.said += part;
      this.heard?.();
    });
    const address = await this.hears(/http:\S+?\/(?=[\s)])/, from);
    this.home = address[0];
    this.port = Number(new URL(this.home).port);
    return this.home;
  }

  /** Starts `jalon edit` and gives the address that opens a session, once. */
  async edit(port = 0, lang = 'fr') {
    const from = this.said.length;
    await this.start(port, lang, 'edit');
    return (await this.hears(/http:\S+token=\w+/, from))[0];
  }

  /** Waits until the terminal says something, from a point on; gives the match. */
  async hears(words, from = 0) {
    for (;;) {
      const found = words.exec(this.said.slice(from));
      if (found) return found;
      if (this.program.exitCode !== null) throw new Error(this.said);
      await new Promise((done) => { this.heard = done; });
    }
  }

  async stop(signal = 'SIGTERM') {
    const ended = new Promise((done) => { this.program.once('exit', done); });
    this.program.kill(signal);
    await ended;
  }
}

/** Notes what only a page that was not loaded anew still knows. */
export const markLife = (page) => page.evaluate(() => { globalThis.isSameLife = true; });
export const isSameLife = (page) => page.evaluate(() => globalThis.isSameLife === true);

/** Waits until a page shows a text in its main part. */
export const shows = (page, text) =>
  page.waitForFunction((text) => document.querySelector('main')?.textContent.includes(text), text, { timeout: 15000 });

/** What the overlay of a page says: its panel, its mark, or nothing. */
export const overlayOf = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('#jalon-overlay')?.shadowRoot;
    if (!root) return null;
    const text = (name) => root.querySelector(name)?.innerText.replace(/\s+/g, ' ').trim() ?? null;
    return { panel: text('.panel'), mark: text('.mark'), href: root.querySelector('a.mark')?.getAttribute('href') ?? null };
  });

/** Waits until the overlay of a page says what a function of it accepts; gives what it says. */
export async function overlayIs(page, accepts) {
  const begin = Date.now();
  for (;;) {
    const said = await overlayOf(page);
    if (accepts(said)) return said;
    if (Date.now() - begin > 15000) throw new Error(`the overlay says ${JSON.stringify(said)}`);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}
