// Reading without a network once the guide was visited, with the newest pages where there is one.

import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listen } from './lib/browser.mjs';
import { browserForTests, folderForTests } from './lib/fixtures.mjs';
import { serve, siteFolder } from './lib/site.mjs';

const folder = folderForTests('offline');
cpSync(siteFolder(), folder, { recursive: true });
const browser = await browserForTests();
const PAGE = 'recruter/convention/';
const UNREAD = 'la-coop/';
const LAST = 'donnees-personnelles/';
const NOTE = 'main [data-offline]';

/** A reader who has given a sign, and whose browser has kept the guide. */
async function reader(site) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const heard = listen(page, site.origin);
  await page.goto(site.home + PAGE);
  await page.mouse.move(50, 50);
  const isKept = () => page.evaluate(async (last) => Boolean(await caches.match(last)), site.home + LAST);
  for (let tries = 0; tries < 200 && !(await isKept()); tries += 1) await page.waitForTimeout(50);
  assert.ok(await isKept(), 'the last page is kept');
  return { context, page, heard };
}

test('nothing is kept before somebody reads', async (t) => {
  const site = await serve(folder);
  t.after(() => site.close());
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.home + PAGE, { waitUntil: 'networkidle' });
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean)), false);
});

test('without a network, pages are read all the same and say so', async () => {
  const site = await serve(folder);
  const { page, heard } = await reader(site);
  assert.deepEqual(heard, []);
  await site.close();
  for (const path of [PAGE, UNREAD]) {
    await page.goto(site.home + path);
    assert.match(await page.locator(NOTE).innerText(), /^Lu hors connexion : voici la page telle qu’elle était le \d/);
    assert.equal(await page.evaluate(() => document.fonts.check('18px "Atkinson Hyperlegible Next"')), true, 'it has its font');
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), '0px', 'it has its style');
  }
});

test('with a network, the newest page is shown, and it is the one that is kept', async () => {
  const site = await serve(folder);
  const { page } = await reader(site);
  const file = join(folder, PAGE, 'index.html');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('<h1>', '<h1>Nouveau : '));
  await page.goto(site.home + PAGE);
  assert.match(await page.locator('h1').innerText(), /^Nouveau/);
  assert.equal(await page.locator(NOTE).count(), 0, 'with a network, nothing is said');
  writeFileSync(file, before);
  await site.close();
  await page.goto(site.home + PAGE);
  assert.match(await page.locator('h1').innerText(), /^Nouveau/);
});

test('a copy for a disk keeps nothing', () => {
  for (const name of ['offline.js', 'manifest.webmanifest', 'theme/offline.js']) {
    assert.equal(existsSync(join(siteFolder('JALON_PORTABLE'), name)), false, name);
  }
});
