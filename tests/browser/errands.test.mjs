// What readers come for, counted in clicks and pixels, with script and without.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, files, none, siteFolder } from './lib/site.mjs';

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();

/** A page of 360 by 740 pixels, as on a phone. */
const phone = (t, javaScriptEnabled = true) => screen(t, 360, javaScriptEnabled);

async function screen(t, width, javaScriptEnabled) {
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled });
  t.after(() => context.close());
  return context.newPage();
}

/** Opens the home page, or a page, and counts the clicks from there. */
async function from(page, path = '') {
  await page.goto(site.home + path);
  let clicks = 0;
  return {
    /** Clicks what is seen, and waits for the page that it leads to. */
    async click(locator, leadsTo) {
      assert.ok(await locator.isVisible(), `${locator} is seen`);
      await locator.click();
      if (leadsTo) await page.waitForURL(leadsTo);
      clicks += 1;
    },
    /** Opens what is folded, where it is folded: a click on a phone, none on a wide screen. */
    async unfold(locator) {
      if (await locator.isVisible()) await this.click(locator);
    },
    atMost(most) {
      assert.ok(clicks <= most, `${clicks} clicks, at most ${most}`);
    },
  };
}

/** How many sheets a PDF has. */
const sheets = (pdf) => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }))[1]);

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
      ['roles/coordinateur/', 'main a[href^="mailto:"]', 500],
      ['roles/conum/', 'main a[href^="tel:"]', 500],
      ['roles/conum/', 'main a[href^="mailto:"]', 500],
      ['roles/conum/', 'main input[type=checkbox]', 600],
      ['recruter/', 'main a[href^="tel:"]', 500],
      ['formation-initiale/', 'main a[href^="tel:"]', 500],
      ['la-coop/', 'main a[href^="mailto:"]', 500],
      ['la-coop/', 'main a[href="#activer"]', 600],
      ['ressources/formations-continues/', 'main a[href^="tel:"]', 500],
    ]) {
      await page.goto(site.home + path);
      const y = Math.round(await top(page, selector));
      t.diagnostic(`${path || 'home'}: ${selector} at ${y}`);
      assert.ok(y <= most, `${path}: ${selector} at ${y}, at most ${most}`);
      const header = await page.locator('.site-header').evaluate((it) => it.getBoundingClientRect().height);
      assert.ok(header <= 57, `${path}: the header is one row, ${header}`);
    }
  });

  for (const width of [360, 1280]) {
    test(`errands at ${width} px, ${how}`, async (t) => {
      const page = await screen(t, width, script);

      await t.test('the clerk: four checks and a number to call', async () => {
        const way = await from(page);
        await way.click(page.locator('.role-2').first(), '**/roles/rh-administratif/');
        way.atMost(1);
        assert.ok((await page.locator('main .task').count()) >= 4);
        assert.ok((await top(page, 'main a[href^="tel:"]')) < 500);
        assert.ok((await page.locator('main .task > :is(input, .answers)').nth(3).evaluate((it) => it.getBoundingClientRect().top + scrollY)) < 1740, 'at most 1,000 px below the first screen');
      });

      await t.test('the head of the structure: the list of the contract on one sheet', async () => {
        const way = await from(page);
        await way.click(page.locator('.role-1').first(), '**/roles/responsable-structure/');
        const link = page.locator('.downloads a[href$=".pdf"]').first();
        assert.ok(await link.isVisible());
        way.atMost(1);
        // The second click opens it.
        const href = await link.evaluate((it) => it.href);
        assert.equal(sheets(readFileSync(join(folder, decodeURI(href.slice(site.home.length))))), 1);
        // The page itself, printed, is one sheet too.
        assert.equal(sheets(await page.pdf({ preferCSSPageSize: true })), 1);
      });

      for (const start of ['', 'roles/conum/']) {
        await t.test(`the adviser: enrolment in the CCP1, from ${start || 'home'}`, async () => {
          const way = await from(page, start);
          const link = page.locator('main, .menu').getByRole('link', { name: /^(\d+ )?La formation initiale$/ });
          if (start) await way.unfold(page.locator('.menu-column > .fold > summary'));
          await way.click(link.filter({ visible: true }).first(), '**/formation-initiale/');
          way.atMost(2);
          assert.ok(await page.getByRole('heading', { name: 'S’inscrire' }).isVisible());
          assert.ok((await top(page, 'main a[href^="tel:"]')) < 500, 'and whom to call about it');
        });

        await t.test(`the adviser: what to do if ProConnect fails, from ${start || 'home'}`, async () => {
          const way = await from(page, start);
          if (!start) await way.click(page.locator('.role-3').first(), '**/roles/conum/');
          await way.click(page.getByRole('link', { name: 'Autres contacts' }), /#_call$/);
          way.atMost(2);
          const contact = page.locator('.call li').filter({ hasText: 'ProConnect' });
          const mail = contact.locator('a[href^="mailto:"]').first();
          const { y } = await mail.boundingBox();
          assert.ok(y > 0 && y < 740, `in sight: ${y}`);
        });
      }

      await t.test('the coordinator: who does what, and when somebody new is there', async () => {
        const way = await from(page);
        await way.click(page.locator('.role-4').first(), '**/roles/coordinateur/');
        way.atMost(1);
        assert.ok(await page.locator('.who-does-what').isVisible());
        assert.ok(await page.getByRole('link', { name: 'Un CoNum devient « vraiment » CoNum quand' }).isVisible());
      });

      await t.test('the contacts, from everywhere', async () => {
        for (const path of ['', 'glossaire/', 'recruter/contrat/', '404.html']) {
          const way = await from(page, path);
          await way.click(page.locator('.site-contacts'), '**/ressources/contacts/');
          way.atMost(1);
        }
      });

      await t.test('the number of those who help with La Coop', async () => {
        const way = await from(page);
        await way.click(page.locator('.site-contacts'), '**/ressources/contacts/');
        way.atMost(1);
        assert.ok((await top(page, '#contact-support-coop a[href^="mailto:"]')) < 1740);
      });

      await t.test('how long the training lasts', async () => {
        const way = await from(page);
        await way.click(page.locator('.journey').getByRole('link', { name: /^La formation initiale$/ }), '**/formation-initiale/');
        way.atMost(1);
        const box = await page.locator('main li', { hasText: '175 heures' }).first().boundingBox();
        assert.ok(box.y < 740, `on the first screen: ${box.y}`);
      });

      await t.test('only one’s own tasks, on paper', async () => {
        const way = await from(page);
        await way.click(page.locator('.role-2').first(), '**/roles/rh-administratif/');
        const link = page.getByRole('link', { name: 'Toutes mes tâches' });
        assert.ok((await top(page, '.downloads a')) < 740 && (await link.isVisible()));
      });
    });
  }

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
