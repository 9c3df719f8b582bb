// A development server over a folder: starts it, asks it, and reads its CPU time.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const agent = new Agent({ keepAlive: true });

/** The body at an address, whatever its status; null while nothing answers. */
export const get = (port, path) =>
  new Promise((done) => {
    const asked = request({ agent, port, path, host: 'localhost' }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => done(Buffer.concat(parts).toString()));
    });
    asked.on('error', () => done(null)).end();
  });

/** How many clock ticks of CPU the system counts in a second. */
const TICKS = 100;

export class Server {
  /** Starts a program; `port` must be free. */
  constructor(port, command, args, options = {}) {
    this.port = port;
    this.program = spawn(command, args, { stdio: 'ignore', ...options });
  }

  /** Waits until the page at this address is served. */
  async ready(path, mark = '') {
    for (let tries = 0; tries < 1200; tries += 1) {
      if ((await get(this.port, path))?.includes(mark)) return;
      if (this.program.exitCode !== null) throw new Error(`the server ended with ${this.program.exitCode}`);
      await pause(100);
    }
    throw new Error(`${path} is not served`);
  }

  /** User and system CPU time of the process so far, in milliseconds. */
  cpu() {
    const stat = readFileSync(`/proc/${this.program.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  }

  /** Waits until the program has used no CPU time for half a second. */
  async quiet() {
    for (let [before, now] = [-1, this.cpu()]; before !== now; [before, now] = [now, this.cpu()]) await pause(500);
  }

  /** Memory of the process, in megabytes. */
  memory() {
    const status = readFileSync(`/proc/${this.program.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)[1]) / 1024;
  }

  /** Does something, and gives the milliseconds until `isThere` says of the body at `path` that it shows; null if it never does. */
  async until(act, path, isThere) {
    const start = performance.now();
    act();
    while (performance.now() - start < 20_000) {
      const body = await get(this.port, path);
      if (body !== null && (await isThere(body))) return performance.now() - start;
      await pause(1);
    }
    return null;
  }

  stop() {
    this.program.kill();
  }
}
