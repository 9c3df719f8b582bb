// No page breaks a rule of axe-core: light and dark, on a wide screen and on a narrow one, with its menus open.

import { test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder } from './lib/site.mjs';

const WIDTHS = [1280, 360];

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();

for (const path of pages(folder)) {
  test(`axe: ${path}`, async () => {
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
    await page.goto(site.home + address(path));
    const found = new Map();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await look(found, `${width} px ${colorScheme}`);
      }
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await look(found, 'unfolded');
    none([...found].map(([fault, states]) => `${fault}\n  seen: ${states.join(', ')}`), 'axe-core found faults:');
  });
}

/** Adds to each fault the states of the page in which it is found. */
async function look(found, state) {
  for (const fault of await faultsOf(page)) found.set(fault, [...(found.get(fault) ?? []), state]);
}
