// What a page may hold besides text: code with its button, alternatives. And the whole menu of a small guide.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';
import { none } from './lib/site.mjs';

const program = process.env.JALON ?? new URL('../../target/debug/jalon', import.meta.url).pathname;

/** Builds a guide; gives its server. */
async function guide(name, pages) {
  const work = folderForTests(name);
  for (const [path, text] of Object.entries({ 'jalon.yaml': 'title: Un guide\nlanguage: fr\n', ...pages })) {
    mkdirSync(dirname(join(work, 'guide', path)), { recursive: true });
    writeFileSync(join(work, 'guide', path), text);
  }
  execFileSync(program, ['build', '--root', work, '--today', '2026-11-23'], { stdio: 'pipe' });
  return siteForTests(join(work, 'public'));
}

const alternative = (title, open = '') =>
  `<details name="systeme"${open}>\n<summary>${title}</summary>\n\nPour ${title}.\n\n\`\`\`sh\nfaire ${title}\n\`\`\`\n\n</details>\n\n`;
const blocks = await guide('blocks', {
  'index.md': `# Accueil\n\n${alternative('Linux')}${alternative('Windows', ' open')}${alternative('macOS')}La suite.\n\n\`\`\`js title="a.js" {2}\nlet a = "<b>";\na += 1;\n\`\`\`\n`,
  'autre.md': '# Autre\n\nSans code.\n',
});
const tree = { 'index.md': '# Accueil\n\nUn mot.\n' };
for (const part of ['un', 'deux', 'trois']) {
  tree[`${part}/index.md`] = `# Partie ${part}\n\nUn mot.\n`;
  for (const page of ['a', 'b']) {
    tree[`${part}/${page}/index.md`] = `# Page ${part} ${page}\n\nUn mot.\n`;
    tree[`${part}/${page}/fin.md`] = `# Fin ${part} ${page}\n\nUn mot.\n`;
  }
}
const small = await guide('small', tree);
const browser = await browserForTests();
const open = async (options) => (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
const shown = (page, words) => page.getByText(words, { exact: true }).first().isVisible();

test('the button of a block of code copies it, and says so', async () => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(blocks.home);
  const box = page.locator('.code-box').last();
  const button = box.getByRole('button', { name: 'Copier' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('[role=status]:not(.reading-said)', { hasText: 'Copié' }).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'let a = "<b>";\na += 1;');
  assert.equal(await box.getByRole('button').textContent(), 'Copié');
  await button.waitFor({ timeout: 6000 });
  assert.equal(await page.locator('[role=status]:not(.reading-said)').textContent(), '', 'the next copy is told again');
});

test('where the clipboard is refused, the code is selected and copied the old way', async () => {
  const page = await open();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    document.execCommand = () => false;
  });
  await page.goto(blocks.home);
  await page.locator('.code-box').last().getByRole('button').click();
  await page.locator('[role=status]', { hasText: 'Ctrl+C' }).waitFor({ state: 'attached' });
  assert.equal((await page.evaluate(() => String(getSelection()))).trim(), 'let a = "<b>";\na += 1;');
});

test('code needs no script, and a page without code loads nothing for it', async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto(blocks.home);
  assert.equal(await page.locator('pre').last().innerText().then((text) => text.trim()), 'let a = "<b>";\na += 1;');
  assert.equal(await page.locator('.code-box').count(), 0);
  const without = await open();
  const asked = [];
  without.on('request', (request) => asked.push(request.url()));
  await without.goto(`${blocks.home}autre/`);
  assert.deepEqual(asked.filter((url) => /(code|tabs)[^/]*\.(css|js)/.test(url)), []);
});

for (const javaScriptEnabled of [true, false]) {
  test(`one alternative is open at a time ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const page = await open({ javaScriptEnabled });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(blocks.home);
      const seen = () => Promise.all(['Pour Linux.', 'Pour Windows.', 'Pour macOS.'].map((words) => shown(page, words)));
      assert.deepEqual(await seen(), [false, true, false], 'the one that says so is open first');
      await page.locator('summary', { hasText: 'macOS' }).click();
      assert.deepEqual(await seen(), [false, false, true]);
      await page.locator('summary', { hasText: 'Linux' }).focus();
      await page.keyboard.press('Space');
      assert.deepEqual(await seen(), [true, false, false]);
      await page.keyboard.press('Tab');
      const names = await page.evaluate(() => document.activeElement.closest('details')?.querySelector('summary').textContent);
      assert.ok(names, 'the focus stays among them');
    }
  });
}

test('the names of alternatives stand in a row where there is room, and below each other where there is none', async () => {
  const page = await open();
  const tops = () => page.locator('.tabs > details > summary').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(blocks.home);
  assert.equal(new Set(await tops()).size, 1);
  await page.setViewportSize({ width: 360, height: 800 });
  assert.equal(new Set(await tops()).size, 3);
});

test('on paper all alternatives are open, each under its name', async () => {
  const page = await open();
  await page.goto(blocks.home);
  await page.emulateMedia({ media: 'print' });
  const heights = await page.locator('.tabs > details').evaluateAll((all) =>
    all.map((one) => one.querySelector('p').getBoundingClientRect().height > 0 && one.querySelector('summary').getBoundingClientRect().height > 0));
  assert.deepEqual(heights, [true, true, true]);
  const places = await page.locator('.tabs > details').evaluateAll((all) =>
    all.flatMap((one) => [one.querySelector('summary'), one.querySelector('p')].map((part) => part.getBoundingClientRect().top)));
  assert.deepEqual(places, [...places].sort((one, other) => one - other), 'a name stands above its text');
});

test('blocks and menu pass axe-core, light and dark, wide and narrow', async () => {
  const page = await open();
  const faults = [];
  for (const home of [blocks.home, `${small.home}deux/b/`]) {
    await page.goto(home);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await faultsOf(page)) faults.push(`${home}: ${fault} (${width} px, ${colorScheme})`);
      }
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${home}: wider than ${width} px`);
    }
  }
  none(faults, 'faults:');
});

for (const javaScriptEnabled of [true, false]) {
  test(`the menu of a small guide holds every page ${javaScriptEnabled ? 'with' : 'without'} script, open where the reader is`, async () => {
    const page = await open({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    await page.goto(`${small.home}deux/b/`);
    const menu = page.locator('nav.menu');
    const hrefs = await menu.locator('a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    const expected = ['un', 'deux', 'trois'].flatMap((part) => [`/${part}/`, ...['a', 'b'].flatMap((name) => [`/${part}/${name}/`, `/${part}/${name}/fin/`])]);
    assert.deepEqual(expected.filter((path) => !hrefs.includes(path)), []);
    const visible = async (words) => menu.locator('a', { hasText: words }).first().isVisible();
    assert.deepEqual(await Promise.all(['Partie trois', 'Page deux a', 'Fin deux b', 'Fin deux a', 'Page un a'].map(visible)), [true, true, true, false, false]);
    assert.equal(await menu.locator('[aria-current=page]').innerText(), 'Page deux b');
    // A branch opens by keyboard, and its button says of what.
    const branch = menu.locator('li', { hasText: 'Partie un' }).first().locator('summary').first();
    assert.match(await branch.textContent(), /Partie un/);
    await branch.focus();
    await page.keyboard.press('Enter');
    assert.equal(await visible('Page un a'), true);
  });
}

test('on a telephone the whole menu is folded away until it is asked for', async () => {
  const page = await open({ viewport: { width: 360, height: 800 } });
  await page.goto(`${small.home}deux/b/`);
  assert.equal(await page.locator('nav.menu').isVisible(), false);
  await page.locator('.menu-column > .fold > summary').click();
  assert.equal(await page.locator('nav.menu').isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('nav.menu').isVisible(), false);
});
