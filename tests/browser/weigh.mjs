// What a search costs its reader: node weigh.mjs SITE…
// Bytes (gzip) that Chromium asks for until a first result is shown, and CPU time of a keystroke once files are there.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { open } from '../search/lib/reader.mjs';
import { launch } from './lib/browser.mjs';
import { serve, wireSize } from './lib/site.mjs';

const HOW_MANY = 12;
const KEYSTROKES = 1500;

/** The same queries each time: two words of a title, the second one cut. */
function queries(guide, count) {
  let state = 11;
  const roll = (most) => Math.floor(((state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000) * most);
  const made = [];
  while (made.length < count) {
    const words = guide.card(roll(guide.index.docs)).title.match(/[\p{L}]{4,}/gu) ?? [];
    if (words.length > 1) made.push(`${words[0]} ${words[words.length - 1].slice(0, 3 + roll(8))}`);
  }
  return made;
}

const middle = (list, part) => [...list].sort((left, right) => left - right)[Math.min(list.length - 1, Math.floor(list.length * part))];

const browser = await launch();
for (const argument of process.argv.slice(2)) {
  const folder = resolve(argument);
  const guide = open(folder);
  const asked = queries(guide, HOW_MANY);
  const site = await serve(folder);
  const weights = [];
  for (const query of asked) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.home);
    await page.evaluate(() => new MutationObserver(() => {
      if (!globalThis.loaded && document.querySelector('.search-sheet li')) {
        globalThis.loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.slice(1));
      }
    }).observe(document.body, { subtree: true, childList: true }));
    await page.fill('#_search', query);
    await page.waitForSelector('.search-sheet li', { timeout: 20_000 });
    const loaded = (await page.evaluate(() => globalThis.loaded)).filter((path) => path.includes('search/'));
    weights.push(loaded.reduce((sum, path) => sum + wireSize(folder, path), 0));
    await context.close();
  }
  await site.close();

  // Every beginning of many queries, as somebody types; a second time, when the files are there.
  const typed = queries(guide, KEYSTROKES / 10).flatMap((query) => Array.from({ length: query.length - 1 }, (_, at) => query.slice(0, at + 2)));
  for (const query of typed) guide.search(query, 100);
  const costs = typed.map((query) => {
    const before = process.cpuUsage();
    guide.search(query, 100);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const head = readFileSync(join(folder, 'search/head.js')).length;
  console.log(`${argument}: ${guide.index.docs} sections, ${guide.index.size} words, head ${head} bytes
  bytes to a first result (gzip): middle ${middle(weights, 0.5)}, most ${Math.max(...weights)}
  CPU of a keystroke: middle ${middle(costs, 0.5).toFixed(2)} ms, 95th of 100 ${middle(costs, 0.95).toFixed(2)} ms (${typed.length} keystrokes)`);
}
await browser.close();
