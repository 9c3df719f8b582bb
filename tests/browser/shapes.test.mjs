// What the first guide does not hold: tables and notes on several pages, alignment, pictures of every shape, a page
// whose review is late, a page that was withdrawn and one that was given up.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages } from './lib/site.mjs';

const program = process.env.JALON ?? new URL('../../target/debug/jalon', import.meta.url).pathname;
const work = folderForTests('shapes');
const folder = join(work, 'public');

const write = (path, text) => {
  mkdirSync(join(work, 'guide', path, '..'), { recursive: true });
  writeFileSync(join(work, 'guide', path), text);
};
const jalon = (...args) => execFileSync(program, [...args, '--root', work, '--today', '2026-11-23'], { stdio: 'pipe' });
const drawing = (width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0h${width}v${height}"/></svg>`;
const row = (cell) => `|${`${cell}|`.repeat(9)}\n`;
const text = `Une note[^1], et encore[^1].

[^1]: Un mot d’explication.

| Aide | Montant |
|---|--:|
| Première | 1 200 € |

${row('Une colonne')}${row('---')}${row('Une valeur longue')}
\`\`\`sh
une-commande --avec-une-option-longue --et-une-autre --et-une-autre --et-une-autre --et-une-autre
\`\`\`

> [!NOTE]
> À savoir.
`;

write('jalon.yaml', 'title: Un guide\nlanguage: fr\n');
write('index.md', `# Un guide\n\n${text}`);
write('tard.md', `---\ntitle: Relue trop tard\nlast_reviewed_on: 2025-01-10\nreview_in: 6 mois\n---\n\n## Une partie\n\n${text}`);
write('images.md', '# Images\n\n![Haute](haute.svg)\n\n![Large](large.svg)\n\nUn ![point](point.svg) dans le texte.\n');
write('haute.svg', drawing(700, 2400));
write('large.svg', drawing(2400, 500));
write('point.svg', drawing(18, 18));
write('finie.md', '---\ntitle: Finie\nexpires: 2026-06-30\nexpired_reason: Le décret a changé.\n---\n\nUn texte.\n');
write('abandon.md', '# Abandonnée\n\nUne page qui ne sert plus à personne.\n');
jalon('urls', '--accept');
rmSync(join(work, 'guide/abandon.md'));
jalon('urls', '--accept', '--gone', 'Cette aide a pris fin.');
jalon('build');

const site = await siteForTests(folder);
const browser = await browserForTests();
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();

for (const path of pages(folder)) {
  test(`in every shape: ${path}`, async () => {
    const faults = [];
    await page.goto(site.home + address(path));
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await faultsOf(page)) faults.push(`${fault} (${width} px, ${colorScheme})`);
      }
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`wider than ${width} px`);
    }
    none(faults, 'faults:');
  });
}

test('a page whose review is late says so before its text', async () => {
  await page.goto(`${site.home}tard/`);
  const words = await page.locator('main').innerText();
  assert.match(words, /^[^]*Relue trop tard\s+À vérifier\s+Page relue pour la dernière fois le 10 janvier 2025\.[^]*Une partie/);
  assert.equal(words.match(/10 janvier 2025/g).length, 1);
});

test('a page that was given up stands in the guide', async () => {
  await page.goto(`${site.home}abandon/`);
  assert.equal(await page.locator('main h1').innerText(), 'Cette page a été retirée');
  assert.match(await page.locator('main').innerText(), /Cette aide a pris fin\./);
  await page.getByRole('searchbox').waitFor();
});

test('columns are aligned as the author says', async () => {
  await page.goto(site.home);
  const align = (selector) => page.locator(selector).first().evaluate((cell) => getComputedStyle(cell).textAlign);
  assert.deepEqual(await Promise.all(['td:nth-child(1)', 'td:nth-child(2)'].map(align)), ['start', 'end']);
});

test('pictures stay within the column, and a tall one within a sheet of paper', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site.home}images/`);
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.locator('main img').evaluateAll((all) => all.map((one) => [one.clientWidth, one.clientHeight]));
  await page.emulateMedia({ media: 'screen' });
  const shown = await page.locator('main img').evaluateAll((all) => all.map((one) => one.clientWidth));
  assert.ok(Math.max(...shown) <= 360 && shown[2] === 18, `${shown}`);
  // 257 mm of a sheet are left between its margins.
  assert.ok(sizes.every(([, height]) => height < (257 / 25.4) * 96), JSON.stringify(sizes));
});

test('paper begins with the name of the guide and holds no menu', async () => {
  await page.goto(`${site.home}tard/`);
  await page.emulateMedia({ media: 'print' });
  const words = await page.locator('body').innerText();
  await page.emulateMedia({ media: 'screen' });
  assert.match(words.trim(), /^Un guide · Vérifié le 10 janvier 2025\s+Relue trop tard/);
  assert.doesNotMatch(words, /Plan du site|Rechercher/);
});
