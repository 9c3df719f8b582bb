// A link to a place in a page leads there and stays there, however late the font comes; and a font that comes in time
// is used from the first view.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, pages, siteFolder } from './lib/site.mjs';

const FONT = 'Atkinson Hyperlegible Next';

const folder = siteFolder();
const browser = await browserForTests();
// The longest page: a late font would move it most.
const whole = pages(folder).find((path) => /guide-complet|whole-guide/.test(path));

for (const width of [360, 1280]) {
  for (const reducedMotion of ['reduce', 'no-preference']) {
    test(`a late font moves nothing: ${width} px, motion: ${reducedMotion}`, async (t) => {
      let free;
      const open = new Promise((done) => (free = done));
      const site = await siteForTests(folder, { held: (path) => (path?.endsWith('.woff2') ? open : undefined) });
      const page = await firstVisit(t, { viewport: { width, height: 800 }, reducedMotion });
      const came = page.waitForEvent('requestfinished', (request) => request.url().endsWith('.woff2'));
      const place = await lastPlace(site);
      await page.goto(`${site.home}${address(whole)}#${place}`, { waitUntil: 'commit' });
      await textIsSeen(page);
      await isAtRest(page, place);
      const before = await where(page, place);
      assert.ok(before.top >= 0 && before.top < 100, `the heading is in sight: ${JSON.stringify(before)}`);
      free();
      await came;
      await page.waitForLoadState('load');
      await page.evaluate(() => document.fonts.ready.then(() => {}));
      await isAtRest(page, place);
      assert.deepEqual(await where(page, place), before);
    });
  }
}

test('a font that comes before the style is used at once', async (t) => {
  let came;
  const font = new Promise((done) => (came = done));
  // The style waits for the font: a page that asked for the font only because of its style would never be shown.
  const site = await siteForTests(folder, { held: (path) => (path?.endsWith('style.css') ? font : undefined) });
  const page = await firstVisit(t, {});
  page.on('requestfinished', (request) => request.url().endsWith('.woff2') && came());
  await page.goto(site.home + address(whole));
  assert.deepEqual(await fontsOf(page, 'h1'), [FONT]);
});

/** A page of a context with an empty cache. */
async function firstVisit(t, options) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  return context.newPage();
}

/** The last heading that has a screen of text below it. */
async function lastPlace(site) {
  const text = await (await fetch(site.home + address(whole))).text();
  const anchors = [...text.matchAll(/<h[2-6] id="([^"]+)"/g)].map(([, anchor]) => anchor);
  return anchors[Math.floor(anchors.length * 0.9)];
}

/** Waits until text is painted: from then on, another font would move what somebody reads. */
function textIsSeen(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const seen = (list) => list.getEntries().some((entry) => entry.element?.textContent.trim()) && done();
        new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** Waits until a place stays where it is for twenty pictures on end. */
function isAtRest(page, anchor) {
  return page.evaluate(
    (id) =>
      new Promise((done) => {
        let [last, same] = [NaN, 0];
        const look = () => {
          const top = document.getElementById(id)?.getBoundingClientRect().top;
          same = top === last ? same + 1 : 0;
          last = top;
          if (same === 20) done();
          else requestAnimationFrame(look);
        };
        look();
      }),
    anchor,
  );
}

/** Where a place is on the screen, and how long the page is. */
function where(page, anchor) {
  return page.evaluate(
    (id) => ({ top: document.getElementById(id).getBoundingClientRect().top, page: document.documentElement.scrollHeight }),
    anchor,
  );
}

/** The fonts that show an element's own text. */
async function fontsOf(page, selector) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map((font) => font.familyName);
}
