// The page for editors that `jalon serve` shows: axe-core finds nothing, light and dark, wide and narrow, and its own
// policy refuses nothing of it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserForTests, stopAtEnd } from './lib/fixtures.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = process.env.JALON ?? join(REPOSITORY, 'target/debug/jalon');
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Starts `jalon serve` on the first guide and gives the address of the report. */
async function serving(lang) {
  const program = spawn(PROGRAM, ['serve', '--port', '0', '--lang', lang, '--root', REPOSITORY, '--today', '2026-11-23']);
  stopAtEnd(program);
  let said = '';
  for await (const chunk of program.stderr) {
    said += chunk;
    const address = said.match(/http:\S+\/_jalon\/report\//);
    if (address) return address[0];
  }
  throw new Error(said);
}

const browser = await browserForTests();
for (const lang of ['fr', 'en']) {
  test(`the report: ${lang}`, async () => {
    const address = await serving(lang);
    const page = await (await browser.newContext()).newPage();
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(address);
    assert.equal(await page.getAttribute('html', 'lang'), lang);
    assert.ok((await page.locator('section li').count()) > 5);
    await page.evaluate(axe);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        const found = violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`);
        assert.deepEqual(found, [], `${width} ${colorScheme}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!wide, `wider than ${width}`);
      }
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
}
