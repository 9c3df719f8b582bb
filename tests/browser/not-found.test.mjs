// The page of an address that does not exist, at any depth, where the settings do not say where the site begins.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { siteFolder } from './lib/site.mjs';

const browser = await browserForTests();

for (const below of ['/', '/a/b/']) {
  const site = await siteForTests(siteFolder(), { below });
  for (const lost of ['nulle-part', 'nulle/part/', 'recruter/a/b/c/d.html']) {
    for (const script of [true, false]) {
      test(`404 at ${below}${lost}, ${script ? 'with script' : 'without'}`, async (t) => {
        const context = await browser.newContext({ javaScriptEnabled: script });
        t.after(() => context.close());
        const page = await context.newPage();
        const answer = await page.goto(site.home + lost);
        assert.equal(answer.status(), 404);
        const header = await page.locator('.site-header').evaluate((it) => getComputedStyle(it).display);
        assert.equal(header, 'flex', 'it has its style');
        assert.match(await page.locator('main').innerText(), /au début de l’adresse/);
        if (!script) return;
        const home = page.getByRole('link', { name: 'Revenir à l’accueil' });
        assert.equal(await home.evaluate((link) => link.href), site.home);
        await page.locator('[data-colour-switch]').click();
        await page.locator('#_search').focus();
        await page.keyboard.type('contrat');
        await page.locator('.search-title').first().waitFor();
        await page.keyboard.press('Escape');
        await home.click();
        await page.waitForURL(site.home);
      });
    }
  }
}
