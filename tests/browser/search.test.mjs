// The search as readers use it: by hand, by keyboard, without script, from a disk, offline, and against hostile texts.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { listen } from './lib/browser.mjs';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';
import { files, none, siteFolder, wireSize } from './lib/site.mjs';

const folder = siteFolder();
const portable = siteFolder('JALON_PORTABLE');
const site = await siteForTests(folder);
const browser = await browserForTests();
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The most bytes to a first result on the first guide. */
const MOST_BYTES = 20_000;

async function fresh(t, address = site.home, more = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...more });
  t.after(() => context.close());
  const page = await context.newPage();
  const heard = listen(page, new URL('/', address).href);
  await page.goto(address);
  return { page, heard, context };
}

/** Asks, and waits until the answer to this very query is told. */
async function ask(page, query) {
  await page.fill('#_search', '');
  await page.waitForFunction(() => !document.querySelector('.search-said')?.textContent);
  await page.fill('#_search', query);
  await page.waitForFunction(() => document.querySelector('.search-said')?.textContent);
}

const titles = (page) => page.locator('.search-title').allTextContents();

test('search: nothing is loaded before somebody comes to search', async (t) => {
  const { page, heard } = await fresh(t);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(site.requests.filter((path) => path?.includes('search/')), []);
  site.requests.length = 0;
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (!globalThis.loaded && document.querySelector('.search-sheet li')) {
        globalThis.loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
      }
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.focus('#_search');
  // All at once: on a slow machine the first letters would get results of their own.
  await page.keyboard.insertText('convnetion');
  await page.waitForSelector('.search-sheet li');
  const loaded = await page.evaluate(() => globalThis.loaded);
  const parts = loaded.map((name) => new URL(name).pathname.slice(1)).filter((path) => path.includes('search/'));
  const weight = parts.reduce((sum, path) => sum + wireSize(folder, path), 0);
  t.diagnostic(`${weight} bytes with gzip to a first result: ${parts.join(' ')}`);
  assert.ok(weight <= MOST_BYTES, `${weight} bytes: ${parts.join(' ')}`);
  assert.ok(!parts.some((path) => /^search\/t\d/.test(path)), 'a slip is known without the thesaurus');
  await page.waitForFunction(() => /convention/.test(document.querySelector('.search-mended').textContent));
  none(heard, 'the page was heard:');
});

test('search: a contact answers at once', async (t) => {
  const { page } = await fresh(t);
  await ask(page, '0158508942');
  const first = page.locator('.search-sheet li').first();
  assert.equal(await first.locator('a[href="tel:+33158508942"]').count(), 1);
  assert.equal(await first.locator('a[href^="mailto:"]').count(), 1);
  assert.match(await first.locator('.search-title').getAttribute('href'), /#contact-support-conum$/);
});

test('search: by keyboard alone', async (t) => {
  const { page } = await fresh(t);
  // A key alone starts nothing (WCAG 2.2, 2.1.4).
  await page.keyboard.press('/');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), '_search');
  await page.keyboard.press('Control+k');
  assert.equal(await page.evaluate(() => document.activeElement.id), '_search');
  await page.keyboard.type('contrat');
  await page.waitForSelector('.search-sheet li');
  await page.waitForFunction(() => /\d/.test(document.querySelector('[role="status"].search-said').textContent));
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.evaluate(() => document.activeElement === document.querySelector('.search-title')));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.id), '_search', 'above the first result is the box');
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('.search-panel').isHidden());
  assert.equal(await page.evaluate(() => document.activeElement.id), '_search', 'Escape gives the focus back');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('contrat');
  await page.waitForSelector('.search-sheet li');
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.search-title')), 'Enter goes to the first result');
  const target = await page.evaluate(() => document.activeElement.href.split('#')[0]);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href.startsWith(target));
});

test('search: a result opens where the words are', async (t) => {
  const { page } = await fresh(t);
  await ask(page, '175 heures');
  const href = await page.locator('.search-title').first().getAttribute('href');
  assert.match(href, /formation-initiale\/#[\w-]+:~:text=175/);
  await page.locator('.search-title').first().click();
  await page.waitForURL(/formation-initiale/);
  const seen = () => {
    const text = [...document.querySelectorAll('main li, main p')].find((element) => element.textContent.includes('175'));
    const box = text.getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight;
  };
  await page.waitForFunction(seen);
});

test('search: readers choose their role', async (t) => {
  const { page } = await fresh(t);
  await ask(page, 'contrat');
  const all = await page.locator('.search-said').textContent();
  const roles = page.locator('.search-roles input');
  assert.ok((await roles.count()) > 2);
  await page.locator('.search-roles label').nth(3).click();
  await page.waitForFunction((before) => document.querySelector('.search-said').textContent !== before, all);
});

test('search: axe finds nothing with the results open', async (t) => {
  const { page } = await fresh(t);
  const faults = [];
  for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    for (const query of ['convnetion', 'embauche', 'xyzzyplugh']) {
      await ask(page, query);
      await page.waitForTimeout(250);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'] },
        rules: { 'color-contrast-enhanced': { enabled: true } },
      }));
      for (const { id, nodes } of violations) faults.push(`${id} (${width} ${colorScheme}): ${nodes[0].html.slice(0, 160)}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) faults.push(`scrolls sideways at ${width}`);
  }
  none(faults, 'axe-core found faults:');
});

test('search: nothing found leads on, and the panel gives way', async (t) => {
  const { page } = await fresh(t);
  await ask(page, 'zzyzzyx');
  await page.waitForFunction(() => document.querySelectorAll('.search-sheet .search-title').length === 2);
  const ways = await page.locator('.search-title').evaluateAll((all) => all.map((one) => new URL(one.href)).map((url) => url.pathname + url.search));
  assert.match(ways[0], /\/contacts\/$/);
  assert.match(ways[1], /\/recherche\/\?q=zzyzzyx$/);
  // With Tab the focus leaves the panel, which then covers nothing.
  await page.locator('.search-title').last().focus();
  for (let presses = 0; presses < 4 && !(await page.locator('.search-panel').isHidden()); presses += 1) await page.keyboard.press('Tab');
  assert.ok(await page.locator('.search-panel').isHidden(), 'Tab closes it');
  await ask(page, 'contrat');
  await page.locator('.search-title').first().waitFor();
  await page.locator('.site-footer').click({ position: { x: 2, y: 2 } });
  assert.ok(await page.locator('.search-panel').isHidden(), 'a click beside it closes it');
});

test('search: words that the guide does not use', async (t) => {
  const { page, heard } = await fresh(t);
  await ask(page, 'L’Embauche');
  assert.match(await page.locator('.search-mended').textContent(), /^Aucun résultat pour «\sEmbauche\s»\s; résultats pour «\srecrutement\s»$/);
  assert.match((await titles(page))[0], /recrutement/);
  assert.ok((await page.locator('.search-sheet mark').count()) > 0, 'the words that were looked for are marked');
  await ask(page, 'mot de passe');
  assert.match(await page.locator('.search-mended').textContent(), /«\smot de passe\s»/);
  await ask(page, 'convention');
  assert.ok(await page.locator('.search-mended').isHidden());
  none(heard, 'the page was heard:');
});

test('search: an excerpt shows two places', async (t) => {
  const { page } = await fresh(t);
  await ask(page, 'nominative siret');
  const excerpt = await page.locator('.search-excerpt').first().textContent();
  assert.match(excerpt, /nominative.* … .*SIRET/);
  assert.ok(excerpt.length < 300, excerpt);
});

test('search: the key is shown where there is a keyboard', async (t) => {
  const colour = (page) => page.evaluate(() => getComputedStyle(document.querySelector('#_search'), '::placeholder').color);
  const clear = 'rgba(0, 0, 0, 0)';
  const { page } = await fresh(t);
  assert.equal(await page.getAttribute('#_search', 'placeholder'), 'Ctrl+K');
  assert.notEqual(await colour(page), clear);
  const touch = await fresh(t, site.home, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  assert.equal(await colour(touch.page), clear);
});

test('search: by touch', async (t) => {
  const { page } = await fresh(t, site.home, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  await page.locator('label[for=_search]').tap();
  await page.keyboard.type('coop');
  await page.waitForSelector('.search-sheet li');
  const small = await page.locator('.search-sheet li a, .search-sheet button, .search-roles label').evaluateAll((all) =>
    all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 100)));
  none(small, 'targets under 24 px:');
  await page.locator('.search-title').first().tap();
  await page.waitForFunction(() => document.querySelector('.search-panel')?.hidden ?? true);
});

test('search: the page of its own, with and without script', async (t) => {
  const { page } = await fresh(t, `${site.home}recherche/?q=soliguide`);
  await page.waitForSelector('main .search-sheet li');
  assert.match((await titles(page))[0], /Soliguide/);
  const bare = await fresh(t, site.home, { javaScriptEnabled: false });
  await bare.page.fill('#_search', 'soliguide');
  await bare.page.keyboard.press('Enter');
  await bare.page.waitForURL(/recherche\/\?q=soliguide/);
  assert.ok(await bare.page.locator('.index-letter a', { hasText: 'Soliguide' }).first().isVisible());
});

test('search: offline once it has been used', async (t) => {
  const { page, context } = await fresh(t);
  await ask(page, 'contrat');
  const index = files(folder).filter((path) => path.startsWith('search/') && path.endsWith('.js'));
  await page.waitForFunction((index) => {
    const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
    return index.every((path) => loaded.includes(`/${path}`));
  }, index);
  await context.setOffline(true);
  await page.fill('#_search', 'convention');
  await page.waitForFunction(() => [...document.querySelectorAll('.search-title')].some((one) => /Vérifier la convention/.test(one.textContent)));
});

test('search: below a folder', async (t) => {
  const below = await siteForTests(folder, { below: '/a/b/' });
  const { page, heard } = await fresh(t, `${below.home}recruter/contrat/`);
  await ask(page, 'mattermost');
  assert.match(await page.locator('.search-title').first().getAttribute('href'), /\/a\/b\//);
  none(heard, 'the page was heard:');
});

test('search: from a disk', async (t) => {
  const root = pathToFileURL(`${portable}/`).href;
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const heard = listen(page, root);
  await page.goto(`${root}recruter/contrat/index.html`);
  await ask(page, 'embauche');
  await page.locator('.search-mended', { hasText: 'recrutement' }).waitFor();
  await ask(page, 'convnetion');
  await page.locator('.search-title').first().click();
  await page.waitForURL(/recruter\/convention\/index\.html/);
  // Files that were still on their way when the page was left.
  none(heard.filter((line) => !line.endsWith('net::ERR_ABORTED')), 'the page was heard:');
});

test('search: hostile texts are texts', async (t) => {
  const evil = '<img src=x onerror=document.title="hit">';
  const work = folderForTests('hostile');
  mkdirSync(join(work, 'guide/registry'), { recursive: true });
  const write = (path, text) => writeFileSync(join(work, 'guide', path), text);
  write('jalon.yaml', `title: ${JSON.stringify(evil)}\nlanguage: fr\nsearch: {synonyms: [[${JSON.stringify(evil)}, piège]]}\n`);
  write('index.md', `---\ntitle: ${JSON.stringify(`Accueil ${evil}`)}\n---\n\nUn piège : \`${evil}\` et \`</script>\`.\n`);
  write('registry/contacts.yaml', `evil:\n  name: ${JSON.stringify(`Piège ${evil}`)}\n  kind: desk\n  email: a@b.example\n  verified_on: 2026-11-02\n`);
  const program = process.env.JALON ?? new URL('../../target/debug/jalon', import.meta.url).pathname;
  execFileSync(program, ['build', '--root', work, '--out', join(work, 'out')], { stdio: 'ignore' });
  cpSync(join(work, 'out'), join(work, 'site'), { recursive: true });
  const trap = await siteForTests(join(work, 'site'));
  const { page, heard } = await fresh(t, trap.home);
  for (const query of [evil, 'piège', 'img onerror', '"><script>alert(1)</script>']) {
    await ask(page, query);
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.search-panel img, .search-panel script').count(), 0, query);
  }
  assert.notEqual(await page.title(), 'hit');
  await ask(page, 'piège');
  assert.ok((await titles(page)).some((title) => title.includes('<img src=x')), 'a name is shown as it is');
  none(heard, 'the page was heard:');
});
