// Links to headings that can be copied, and contents that say what is being read. Both come at the first interaction.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { siteFolder } from './lib/site.mjs';

const site = await siteForTests(siteFolder());
const browser = await browserForTests();
const PAGE = 'la-coop/';

/** A page of a reader who has moved the pointer, and the names of its headings before that. */
async function reader(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 740 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(site.home + PAGE);
  const names = await headings(page);
  await page.mouse.move(40, 40);
  await page.locator('.anchor').first().waitFor({ state: 'attached' });
  return { context, page, names };
}

const headings = (page) => page.getByRole('heading').evaluateAll((all) => all.map((heading) => heading.textContent));

test('a link follows each heading, whose name stays', async () => {
  const { page, names } = await reader();
  assert.deepEqual(await headings(page), names);
  const heading = page.locator('.page-main h2[id]').first();
  const title = await heading.innerText();
  const link = page.getByRole('link', { name: `Lien vers « ${title} »` });
  assert.equal(await link.getAttribute('href'), '#' + (await heading.getAttribute('id')));
  assert.deepEqual(await faultsOf(page), []);
});

test('by keyboard, it is reached after its heading, seen, and copies the address', async () => {
  const { context, page } = await reader({ permissions: ['clipboard-read', 'clipboard-write'] });
  const link = page.locator('.anchor').first();
  await page.keyboard.press('Tab');
  for (let steps = 0; steps < 80; steps += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  assert.equal(await link.evaluate((element) => element === document.activeElement), true, 'Tab leads to it');
  assert.equal(await link.evaluate((element) => getComputedStyle(element).opacity), '1');
  const box = await link.boundingBox();
  assert.ok(box.width >= 24 && box.height >= 24, JSON.stringify(box));
  await page.keyboard.press('Enter');
  await page.getByText('Le lien est copié.').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link.evaluate((element) => element.href));
  await context.close();
});

test('nothing moves when the links come', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 740 } });
  const page = await context.newPage();
  await page.goto(site.home + PAGE);
  const places = () => page.evaluate(() => [...document.querySelectorAll('main *:not(.anchor)')].map((element) => element.getBoundingClientRect().y));
  const before = await places();
  await page.mouse.move(40, 40);
  await page.locator('.anchor').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.anchor')).position === 'absolute');
  assert.deepEqual(await places(), before);
});

test('the contents say which part is being read', async () => {
  const { page } = await reader();
  const current = () => page.locator('.contents [aria-current="location"]').allInnerTexts();
  const parts = await page.locator('.contents a').allInnerTexts();
  assert.deepEqual(await current(), [], 'above the first part, none');
  for (const part of parts.slice(0, 3)) {
    await page.locator('.page-main :is(h2, h3)').filter({ hasText: part }).first().evaluate((heading) => heading.scrollIntoView());
    await page.waitForFunction((part) => document.querySelector('.contents [aria-current]')?.innerText === part, part);
    assert.deepEqual(await current(), [part]);
  }
});

test('where there is no room beside the text, there are no links to reach', async () => {
  const { page } = await reader({ viewport: { width: 360, height: 740 } });
  assert.equal(await page.locator('.anchor:visible').count(), 0);
});
