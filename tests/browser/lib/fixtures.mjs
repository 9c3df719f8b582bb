// What the tests of a file share: a browser, servers, folders. They are closed when its last test is over, what was
// opened last first: a browser ends before the server it asks, and a server before the folder it reads.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './site.mjs';

const ends = [];
// A hook of the file, whoever asks for it later: inside a test it would be one of that test.
after(async () => {
  for (const end of ends.reverse()) await end();
});

/** A browser for the tests of a file, with these arguments more. */
export async function browserForTests(more) {
  const browser = await launch(more);
  ends.push(() => browser.close());
  return browser;
}

/** A server for the tests of a file, as `serve` gives it. */
export async function siteForTests(folder, options) {
  const site = await serve(folder, options);
  ends.push(() => site.close());
  return site;
}

/** A new folder for the tests of a file. */
export function folderForTests(name) {
  const folder = mkdtempSync(join(tmpdir(), `jalon-${name}-`));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Has a program that the tests of a file started stopped, and waits for its end. */
export function stopAtEnd(program) {
  ends.push(
    () =>
      new Promise((done) => {
        if (program.exitCode !== null || program.signalCode !== null) return done();
        program.once('exit', done);
        program.kill();
      }),
  );
}
