// What a page tells others of itself, where the settings say the address of the site: JSON-LD, the picture for links to it, and
// the logo of the settings.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { listen } from './lib/browser.mjs';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';
import { address, isFile, pages } from './lib/site.mjs';

const program = process.env.JALON ?? new URL('../../target/debug/jalon', import.meta.url).pathname;
const BASE = 'https://guide.example.fr/aide/';
const work = folderForTests('head');
const folder = join(work, 'public');
cpSync(new URL('../../guide', import.meta.url).pathname, join(work, 'guide'), { recursive: true });
const settings = join(work, 'guide/jalon.yaml');
writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nbase_url: ${BASE}\nlogo: logo.svg\n`);
writeFileSync(
  join(work, 'guide/logo.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#0b5147"/></svg>',
);
execFileSync(program, ['build', '--root', work, '--today', '2026-11-23'], { stdio: 'pipe' });

const site = await siteForTests(folder, { below: '/aide/' });
const browser = await browserForTests();

const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
/** The address on the server of the tests of an address that the page gives. */
const here = (url) => url.replace(BASE, site.home);

/** What JSON-LD says on a page, by type. */
async function told(page) {
  const all = await page.locator('script[type="application/ld+json"]').allTextContents();
  const graphs = all.map((text) => JSON.parse(text));
  for (const graph of graphs) assert.equal(graph['@context'], 'https://schema.org');
  return graphs.flatMap((graph) => graph['@graph']);
}

for (const path of pages(folder)) {
  test(`the trail that is told is the one that is shown: ${path}`, async (t) => {
    const page = await opened(t, path);
    const trails = (await told(page)).filter((one) => one['@type'] === 'BreadcrumbList');
    const shown = await page.locator('.breadcrumb a').evaluateAll((all) => all.map((link) => [link.innerText, link.href]));
    const isFound = (await page.locator('meta[name=robots][content=noindex]').count()) === 0;
    if (shown.length === 0 || !isFound) return assert.deepEqual(trails, []);
    const own = [await page.locator('h1').innerText(), page.url()];
    const items = trails[0].itemListElement;
    assert.equal(trails.length, 1);
    assert.deepEqual(items.map((item) => [flat(item.name), here(item.item)]), [...shown, own].map(([name, url]) => [flat(name), url]));
    assert.deepEqual(items.map((item) => item.position), items.map((_, at) => at + 1));
    for (const { item } of items) assert.equal((await fetch(here(item))).status, 200, item);
  });

  test(`the picture for links: ${path}`, async (t) => {
    const page = await opened(t, path);
    const meta = (name) => page.locator(`meta[property="${name}"]`).getAttribute('content');
    if ((await page.locator('meta[property="og:url"]').count()) === 0) return;
    const picture = await meta('og:image');
    assert.ok(picture.startsWith(BASE), picture);
    const file = join(folder, picture.slice(BASE.length));
    assert.ok(isFile(file), picture);
    const size = readFileSync(file).length;
    assert.ok(size <= 15_000, `${size} bytes: ${picture}`);
    const seen = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}×${image.naturalHeight}`;
    }, here(picture));
    assert.equal(seen, `${await meta('og:image:width')}×${await meta('og:image:height')}`);
    const kind = await page.evaluate(() => document.body.className);
    const isOwn = /kind-(page|section|role)$/.test(kind);
    assert.equal(flat(await meta('og:image:alt')), flat(isOwn ? await page.locator('h1').innerText() : 'Faire le recrutement et réussir la prise de poste du Conseiller numérique'));
    assert.equal(picture === `${BASE}theme/social-card.png`, !isOwn);
  });
}

test('two pages have two pictures', () => {
  const [one, other] = ['recruter/contrat', 'recruter/convention'].map((name) => readFileSync(join(folder, `theme/social-cards/${name}.png`)));
  assert.ok(!one.equals(other));
});

test('the contacts that are told are those of the page, with their numbers and addresses', async (t) => {
  const page = await opened(t, 'ressources/contacts/index.html');
  const all = await told(page);
  const [publisher] = all.filter((one) => one['@type'] === 'Organization');
  const cards = await page.locator('.card-contact').evaluateAll((cards) =>
    cards.map((card) => ({
      name: card.querySelector('.card-title strong').innerText,
      telephone: card.querySelector('a[href^="tel:"]')?.getAttribute('href').slice(4),
      email: card.querySelector('a[href^="mailto:"]')?.getAttribute('href').slice(7),
    })),
  );
  const reached = cards.filter(({ telephone, email }) => telephone || email);
  assert.ok(reached.length >= 6);
  const points = publisher.contactPoint;
  assert.ok(points.every((point) => point['@type'] === 'ContactPoint'));
  const ofPoints = points.map(({ name, telephone, email }) => ({ name: flat(name), telephone, email }));
  assert.deepEqual(ofPoints, reached.map((one) => ({ ...one, name: flat(one.name) })));
  for (const path of ['index.html', 'recruter/index.html']) {
    const others = await told(await opened(t, path));
    assert.ok(!others.some((one) => one['@type'] === 'Organization'), path);
  }
});

for (const [width, colorScheme] of [[360, 'light'], [360, 'dark'], [768, 'light'], [1280, 'light'], [1280, 'dark']]) {
  // On a phone the header has no room for it.
  const place = width < 480 ? 'foot' : 'header';
  test(`the logo of the settings stands in the ${place}: ${width} px, ${colorScheme}`, async (t) => {
    for (const path of ['index.html', 'recruter/contrat/index.html', 'roles/conum/index.html', '404.html']) {
      const page = await opened(t, path, { viewport: { width, height: 740 }, colorScheme });
      assert.equal(await page.locator('.site-logo:visible').count(), 1);
      const logo = page.locator(place === 'foot' ? '.site-footer .site-logo' : '.site-header .site-logo');
      await logo.evaluate((image) => image.decode());
      const { box, alt, ratio, name, header, scroll } = await logo.evaluate((image) => {
        const rect = (element) => {
          const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
          return { left, right, top, bottom, width, height };
        };
        const name = rect(document.querySelector('.site-name'));
        const header = rect(document.querySelector('.site-header'));
        const scroll = document.documentElement.scrollWidth;
        return { box: rect(image), alt: image.alt, ratio: image.naturalWidth / image.naturalHeight, name, header, scroll };
      });
      assert.equal(Math.round(ratio * 100), 300, 'it is the file of the settings');
      assert.equal(alt, '', 'the name of the guide stands beside it');
      assert.ok(box.height >= 24 && box.height <= 48 && box.width >= 72, JSON.stringify(box));
      assert.ok(box.left >= 0 && box.right <= width, JSON.stringify(box));
      if (place === 'header') assert.ok(box.right <= name.left, `before the name: ${JSON.stringify({ box, name })}`);
      assert.ok(name.width > 90, `the name has room: ${JSON.stringify(name)}`);
      assert.ok(width > 400 || header.height <= 57, `one row: ${header.height}`);
      assert.ok(scroll <= width, 'no scrolling sideways');
      if (path === 'index.html') assert.deepEqual(await faultsOf(page), []);
    }
  });
}

test('the logo is printed, on the page and on the sheet', async (t) => {
  const page = await opened(t, 'recruter/contrat/index.html');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.site-header .site-logo').isVisible());
  const sheet = join(folder, (await page.locator('.downloads a[href$=".pdf"]').first().evaluate((link) => link.href)).replace(site.home, ''));
  // A drawing stays one: no page without the logo fills a rectangle in its green.
  const text = execFileSync('qpdf', ['--qdf', '--object-streams=disable', sheet, '-'], { encoding: 'latin1', maxBuffer: 1 << 26 });
  assert.match(text, /0\.04\d* 0\.31\d* 0\.27\d* (rg|scn)/);
});

async function opened(t, path, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  const heard = listen(page, site.origin);
  await page.goto(site.home + address(path));
  assert.deepEqual(heard, []);
  return page;
}
