// What readers come for, counted in clicks and pixels, with script and without.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, files, none, siteFolder } from './lib/site.mjs';

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();

/** A page of 360 by 740 pixels, as on a phone. */
async function phone(t, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  t.after(() => context.close());
  return context.newPage();
}

/** How far below the top of the page the first of these begins. */
const top = (page, selector) => page.locator(selector).first().evaluate((it) => it.getBoundingClientRect().top + scrollY);

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without';

  test(`the first useful thing on a phone, ${how}`, async (t) => {
    const page = await phone(t, script);
    for (const [path, selector, most] of [
      ['', '.role-entries a', 420],
      ['recruter/convention/', 'main input[type=checkbox]', 600],
      ['recruter/candidature/', 'main input[type=checkbox]', 600],
      ['recruter/contrat/', 'main input[type=checkbox]', 600],
      ['ressources/contacts/', 'main a[href^="tel:"]', 500],
      ['roles/rh-administratif/', 'main a[href^="tel:"]', 500],
      ['roles/coordinateur/', 'main a[href^="tel:"]', 500],
    ]) {
      await page.goto(site.home + path);
      const y = Math.round(await top(page, selector));
      t.diagnostic(`${path || 'home'}: ${selector} at ${y}`);
      assert.ok(y <= most, `${path}: ${selector} at ${y}, at most ${most}`);
      const header = await page.locator('.site-header').evaluate((it) => it.getBoundingClientRect().height);
      assert.ok(header <= 57, `${path}: the header is one row, ${header}`);
    }
  });

  test(`errands: from the home page, ${how}`, async (t) => {
    const page = await phone(t, script);
    await page.goto(site.home);
    // One click: the clerk's checks and a number to call.
    await page.locator('.role-2').first().click();
    await page.waitForURL('**/roles/rh-administratif/');
    assert.ok((await page.locator('main .task').count()) >= 4);
    assert.ok(await page.locator('main a[href^="tel:"]').first().isVisible());
    // One click: who does what, for a role without tasks.
    await page.goto(site.home);
    await page.locator('.role-4').first().click();
    await page.waitForURL('**/roles/coordinateur/');
    assert.ok(await page.locator('.who-does-what').isVisible());
    // One click from everywhere: the contacts.
    for (const path of ['', 'glossaire/', 'recruter/contrat/', '404.html']) {
      await page.goto(site.home + path);
      await page.locator('.site-contacts').click();
      await page.waitForURL('**/ressources/contacts/');
    }
  });

  test(`the search is a sign until it is wanted, ${how}`, async (t) => {
    const page = await phone(t, script);
    await page.goto(site.home);
    const width = () => page.locator('#_search').evaluate((it) => Number(getComputedStyle(it).opacity) * it.getBoundingClientRect().width);
    assert.equal(await width(), 0);
    await page.locator('label[for=_search]').click();
    assert.ok((await width()) > 200, 'the box lies over the header');
    await page.keyboard.type('contrat');
    if (!script) {
      await page.keyboard.press('Enter');
      await page.waitForURL('**/recherche/?q=contrat');
    }
  });
}

test('every page, PDF and vCard is linked from a page', async (t) => {
  const page = await phone(t);
  const linked = new Set();
  const all = files(folder);
  const html = all.filter((path) => path.endsWith('.html'));
  for (const path of html) {
    await page.goto(site.home + address(path));
    const found = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.href.split('#')[0]));
    for (const href of found) linked.add(href);
  }
  const wanted = all.filter((path) => /\.(html|pdf|vcf)$/.test(path) && path !== '404.html');
  const lost = wanted.filter((path) => !linked.has(site.home + address(path)));
  none(lost, 'linked from nowhere:');
});
