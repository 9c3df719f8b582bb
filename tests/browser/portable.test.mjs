// The portable build works from a folder on a disk, with no server.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { linksAndAnchors, listen } from './lib/browser.mjs';
import { browserForTests } from './lib/fixtures.mjs';
import { isFile, none, pages, siteFolder } from './lib/site.mjs';

const folder = siteFolder('JALON_PORTABLE');
const root = pathToFileURL(`${folder}/`).href;
const browser = await browserForTests();
const context = await browser.newContext();
const anchorsOf = new Map();

for (const path of pages(folder)) {
  test(`from a disk: ${path}`, async (t) => {
    const page = await context.newPage();
    t.after(() => page.close());
    const heard = listen(page, root);
    await page.goto(root + path);
    const faults = [];
    for (const { written, followed } of (await page.evaluate(linksAndAnchors)).links) {
      const target = new URL(written, root + path);
      if (target.protocol !== 'file:') continue;
      const fragment = decodeURIComponent(target.hash.slice(1));
      target.hash = '';
      if (!target.href.startsWith(root)) faults.push(`${written}: leads out of the site`);
      else if (!isFile(fileURLToPath(target))) faults.push(`${written}: is no file`);
      else if (followed && fragment && target.pathname.endsWith('.html')) {
        if (!(await anchors(target.href)).includes(fragment)) faults.push(`${written}: no such anchor`);
      }
    }
    none(faults, 'links that lead nowhere:');
    none(heard, 'the page was heard:');
  });
}

test('from a disk: the menu leads from page to page', async () => {
  const page = await context.newPage();
  const home = `${root}index.html`;
  await page.goto(home);
  await page.locator('nav a[href]:not([href^="#"]):not([href="index.html"]):visible').first().click();
  await page.waitForURL((url) => url.href.startsWith(root) && url.href !== home);
  assert.ok(await page.locator('main h1').isVisible());
});

async function anchors(url) {
  if (!anchorsOf.has(url)) {
    const page = await context.newPage();
    await page.goto(url);
    anchorsOf.set(url, (await page.evaluate(linksAndAnchors)).anchors);
    await page.close();
  }
  return anchorsOf.get(url);
}
