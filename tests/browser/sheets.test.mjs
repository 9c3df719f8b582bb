// What paper says of a page besides its text: the day and the address, fields of the guide's own, the tools' addresses.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, pages, siteFolder } from './lib/site.mjs';

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();
const LIST = 'recruter/convention/';
const DAY = /(Vérifié|Publié) le \d{1,2}(er)? \p{L}+ \d{4}/u;

const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** The words of each sheet of a page. */
async function sheets(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.home + path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await context.close();
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.split('\f').slice(0, -1).map(flat);
}

test('every page says when it was checked or published', async () => {
  const page = await (await browser.newContext()).newPage();
  for (const path of pages(folder).filter((path) => path !== '404.html')) {
    await page.goto(site.home + address(path));
    const time = page.locator('.page-foot time, .overdue time');
    assert.match(await time.getAttribute('datetime'), /^\d{4}-\d\d-\d\d$/, path);
    assert.match(flat(await page.locator('main').innerText()), DAY, path);
  }
});

test('the foot of each sheet says the address and the day', async () => {
  for (const sheet of await sheets('guide-complet/')) {
    assert.ok(sheet.includes(`${site.home}guide-complet/ ·`), sheet.slice(-300));
    assert.match(sheet.slice(-200), DAY);
  }
});

test('a printed list has the fields of the guide and the addresses of its tools, with script and without', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const text = (await sheets(LIST, { javaScriptEnabled })).join(' ');
    assert.ok(text.includes('Personne recrutée N° de convention'), text);
    assert.match(text, /Démarches Simplifiées \(https:\/\/[^ )]+\)/, text);
    assert.match(text, DAY);
  }
});

test('on the screen, nothing of it is shown or reached', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.home + LIST);
  assert.equal(await page.locator('.print-only:visible').count(), 0);
});
