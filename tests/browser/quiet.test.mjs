// A page says nothing in the console, asks nothing of anybody else, and is light, under its own security policy.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listen } from './lib/browser.mjs';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder, wireSize } from './lib/site.mjs';

const MOST_BYTES = 40_000;
const MOST_REQUESTS = 5;

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();

for (const path of pages(folder)) {
  test(`quiet and light: ${path}`, async (t) => {
    // A new context has an empty cache: this is a first view.
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    const heard = listen(page, site.origin);
    site.requests.length = 0;
    await page.goto(site.home + address(path), { waitUntil: 'networkidle' });
    const loaded = [...site.requests];
    const policy = page.locator('meta[http-equiv="Content-Security-Policy" i]');
    assert.equal(await policy.count(), 1, 'a page states its security policy');
    // Without an icon of the page's own, a browser asks for /favicon.ico.
    assert.ok((await page.locator('link[rel~="icon"]').count()) > 0, 'a page names its icon');
    none(await inlineCode(page), 'script or style in the page itself:');
    none(heard, 'the page was heard:');
    assert.deepEqual(await context.cookies(), []);
    assert.ok(!loaded.includes(null), 'everything that the page asks for is there');
    const weight = loaded.reduce((sum, file) => sum + wireSize(folder, file), 0);
    const words = `${weight} bytes with gzip in ${loaded.length} requests: ${loaded.join(' ')}`;
    t.diagnostic(words);
    assert.ok(weight <= MOST_BYTES && loaded.length <= MOST_REQUESTS, words);
  });
}

/** The places where a page carries script or style in its own text. */
function inlineCode(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const inline = element.matches('style, script:not([src]):not([type="application/ld+json"])');
      const attributes = element.getAttributeNames().filter((name) => name === 'style' || name.startsWith('on'));
      return inline || attributes.length > 0 ? [element.outerHTML.slice(0, 120)] : [];
    }),
  );
}
