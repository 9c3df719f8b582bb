// Addresses that never die: what `jalon check --fix` corrects leads to the right place, without script too.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';

const program = process.env.JALON ?? new URL('../../target/debug/jalon', import.meta.url).pathname;
const work = folderForTests('addresses');

const guide = join(work, 'guide');
const write = (path, text) => {
  mkdirSync(join(guide, path, '..'), { recursive: true });
  writeFileSync(join(guide, path), text);
};
const jalon = (...args) => execFileSync(program, [...args, '--root', work, '--today', '2026-11-23'], { stdio: 'pipe' });
// Lines so short that no font breaks them: the browser scrolls before the theme's font has come.
const filler = 'Une ligne.\n\n'.repeat(60);

write('jalon.yaml', 'title: Un guide\nlanguage: fr\n');
write('index.md', '# Un guide\n\n[la convention](a/convention.md), [la formation](formation.md)\n');
write('a/index.md', '# Section\n\nUne section.\n');
write(
  'a/convention.md',
  `# La convention\n\nLa structure signe la convention avec l’État avant toute embauche.\n\n${filler}## Pièces\n\nDeux.\n\n${filler}`,
);
write('retiree.md', '# Retirée\n\nUne page qui ne sert plus à personne.\n');
write('formation.md', `# Formation\n\n${filler}## Inscription\n\nElle se fait deux mois avant.\n\n${filler}`);
jalon('urls', '--accept');

mkdirSync(join(guide, 'b'));
renameSync(join(guide, 'a/convention.md'), join(guide, 'b/contrat.md'));
write('b/index.md', '# Autre section\n\nUne autre.\n');
rmSync(join(guide, 'retiree.md'));
const formation = readFileSync(join(guide, 'formation.md'), 'utf8');
write('formation.md', formation.replace('## Inscription', '## S’inscrire en ligne'));
// One address is left that nothing can correct.
assert.equal(spawnSync(program, ['check', '--fix', '--root', work, '--today', '2026-11-23']).status, 1);
jalon('urls', '--accept', '--gone', 'Cette aide a pris fin.');
jalon('build', '--out', join(work, 'out'));

const browser = await browserForTests();
const page = await (await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' })).newPage();

for (const below of ['/', '/a/b/']) {
  const site = await siteForTests(join(work, 'out'), { below });

  test(`a page that moved is found at its former address, below ${below}`, async () => {
    await page.goto(`${site.home}a/convention/`);
    await page.waitForURL(`${site.home}b/contrat/`);
    assert.equal(await page.locator('h1').innerText(), 'La convention');
  });

  test(`a former address keeps the place, below ${below}`, async () => {
    const scripted = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await scripted.goto(`${site.home}a/convention/#pieces`);
    await scripted.waitForURL(`${site.home}b/contrat/#pieces`);
    const box = await scripted.getByRole('heading', { name: 'Pièces' }).boundingBox();
    const { height } = scripted.viewportSize();
    assert.ok(box.y >= 0 && box.y < height / 2, `the heading is in sight: ${box.y} of ${height}`);
    // The way back leads to the page before, not to the redirect.
    assert.equal(await scripted.evaluate(() => history.length), 2);
    await scripted.close();
  });

  test(`a heading that was reworded is found under its former name, below ${below}`, async () => {
    await page.goto(`${site.home}formation/#inscription`);
    const box = await page.getByRole('heading', { name: 'S’inscrire en ligne' }).boundingBox();
    const { height } = page.viewportSize();
    assert.ok(box.y >= 0 && box.y < height / 2, `the heading is in sight: ${box.y} of ${height}`);
    const former = page.locator('#inscription');
    assert.equal(await former.innerText(), '');
    assert.equal(await former.getAttribute('tabindex'), null);
  });

  test(`a page that was given up says why, below ${below}`, async () => {
    const answer = await page.goto(`${site.home}retiree/`);
    assert.equal(answer.status(), 200);
    assert.match(await page.locator('main').innerText(), /Cette aide a pris fin\./);
    await page.getByRole('link', { name: 'Revenir à l’accueil' }).click();
    await page.waitForURL(site.home);
  });
}
