// What has the focus is never hidden (WCAG 2.4.11): with Tab and back through every kind of page, also with the search open.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder } from './lib/site.mjs';

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 740 },
];
const MOST_STOPS = 400;

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();

/** Of each kind of page the one with the most links and fields; pages of steps are a kind. */
function kinds() {
  const found = new Map();
  for (const path of pages(folder)) {
    const html = readFileSync(join(folder, path), 'utf8');
    const kind = /<body class="kind-([\w-]+)/.exec(html)[1] + (html.includes('class="step"') ? ' of a journey' : '');
    const stops = html.match(/<(a|input|button|summary|textarea)\b/g).length;
    if (!(found.get(kind)?.stops >= stops)) found.set(kind, { path, stops });
  }
  return [...found].map(([kind, { path }]) => [kind, path]);
}

for (const viewport of SIZES) {
  for (const [kind, path] of kinds()) {
    test(`the focus is seen: ${kind}, ${viewport.width} px`, async (t) => {
      const page = await open(t, path, viewport);
      const forth = await walk(page, 'Tab');
      const back = await walk(page, 'Shift+Tab');
      none([...forth.faults, ...back.faults], 'hidden while it has the focus:');
      assert.ok(forth.stops > 8 && back.stops > 8, `${forth.stops} stops, ${back.stops} back`);
    });
  }

  test(`the search hides no focus: ${viewport.width} px`, async (t) => {
    const page = await open(t, 'recruter/index.html', viewport);
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('contrat');
    // What is told comes last: results that change under the focus would take it away.
    await page.locator('.search-title').first().waitFor();
    await page.waitForFunction(() => /\d/.test(document.querySelector('.search-said')?.textContent));
    const { faults, stops } = await walk(page, 'Tab');
    none(faults, 'hidden while it has the focus:');
    assert.ok(stops > 8, `${stops} stops`);
    assert.ok(await page.locator('.search-panel').isHidden(), 'it closes when the focus leaves it');
  });

  test(`open parts hide no focus: ${viewport.width} px`, async (t) => {
    const page = await open(t, 'recruter/convention/index.html', viewport);
    await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
    await page.locator('[data-print-list]').first().waitFor();
    none((await walk(page, 'Tab')).faults, 'hidden while it has the focus:');
    none((await walk(page, 'Shift+Tab')).faults, 'hidden while it has the focus:');
  });
}

test('a bar that stays would be found', async (t) => {
  const page = await open(t, 'recruter/index.html', SIZES[0]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('main::after { content: ""; position: fixed; inset: 60% 0 0; background: red; }');
    document.adoptedStyleSheets = [sheet];
  });
  const { faults } = await walk(page, 'Tab');
  assert.ok(faults.length > 0);
});

async function open(t, path, viewport) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(site.home + address(path));
  return page;
}

/** Goes through all stops with a key until the focus leaves the page. */
async function walk(page, key) {
  const faults = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    const fault = await page.evaluate(covered);
    if (fault === null) return { faults, stops };
    if (fault) faults.push(fault);
  }
  return { faults, stops: MOST_STOPS };
}

/** What hides a part of the focused element; '' for nothing, null where nothing on the page has the focus. */
function covered() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  // A box to tick may be drawn by its label.
  const own = [focused, ...(focused.labels ?? [])];
  const isOwn = (element) => element && own.some((one) => one.contains(element) || element.contains(one));
  const name = focused.outerHTML.slice(0, 100);
  const box = focused.getClientRects()[0];
  if (!box || box.width < 2 || box.height < 2) return `without a box: ${name}`;
  // Its content: where there is only space, the sign that opens a part of the menu may stand.
  const style = getComputedStyle(focused);
  const [left, right] = ['paddingLeft', 'paddingRight'].map((side) => parseFloat(style[side]));
  const places = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([across, down]) => [
    box.left + left + (box.width - left - right) * across,
    box.top + box.height * down,
  ]);
  const isInWindow = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const seen = places.filter(isInWindow);
  if (seen.length === 0) return `outside of the window: ${name}`;
  for (const [x, y] of seen) {
    const top = document.elementFromPoint(x, y);
    // What lies over the page is an element of its own, or a part of one that stays while the page moves.
    const fixed = top && getComputedStyle(top, '::after').position === 'fixed';
    if (fixed || !isOwn(top)) return `${name} below ${top?.outerHTML.slice(0, 80)}`;
  }
  return '';
}
