// No page breaks a rule of axe-core: light and dark, on a wide screen and on a narrow one, with its menus open.

import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder } from './lib/site.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];
// Text of 7:1 is level AAA, which we hold without the rest of that level.
const OPTIONS = {
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
};
const WIDTHS = [1280, 360];

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();

for (const path of pages(folder)) {
  test(`axe: ${path}`, async () => {
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
    await page.goto(site.home + address(path));
    await page.evaluate(axe);
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
  const { violations } = await page.evaluate((options) => globalThis.axe.run(options), OPTIONS);
  for (const { id, help, nodes } of violations) {
    for (const { html } of nodes.slice(0, 5)) {
      const fault = `${id}: ${help}\n  ${html.slice(0, 160)}`;
      found.set(fault, [...(found.get(fault) ?? []), state]);
    }
  }
}
