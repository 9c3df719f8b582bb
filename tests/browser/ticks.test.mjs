// Checklists: ticks stay on the device, can be taken back and taken along, and are printed in three ways.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listen } from './lib/browser.mjs';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';
import { none, siteFolder } from './lib/site.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.JALON ?? join(REPOSITORY, 'target/debug/jalon');
const ROLE = 'roles/rh-administratif/';
const PAGE = 'recruter/convention/';
const QUESTION_PAGE = 'recruter/candidature/';
const SIGNED = '/recruter/convention/#t-la-convention-est-bien-signee';

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();

/** A page of a reader who was never here. */
async function reader(path, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  if (path !== null) await page.goto(site.home + path);
  return page;
}

const box = (page, key = SIGNED) => page.locator(`input[data-task="${key}"]`);
const tools = (page, number = 0) => page.locator('.ticks').nth(number);
const said = (page, number = 0) => tools(page, number).locator('[data-said]').innerText();
const told = (page, number = 0) => tools(page, number).locator('[data-told]').innerText();
const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const open = async (page, number = 0) => {
  await tools(page, number).locator('summary').click();
  // The tools are a file of their own.
  await tools(page, number).locator('[data-print-list]').waitFor();
};

/** The words of a page as printed, with how many sheets it takes. */
async function printed(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const run = (command, args) => execFileSync(command, args, { input: pdf, encoding: 'utf8' });
  const sheets = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', ['-']))[1]);
  return { text: flat(run('pdftotext', ['-layout', '-', '-'])), sheets };
}

/** Chooses a way to print and asks for it; the printer itself is left out. */
async function print(page, mode, { whole = false, number = 0 } = {}) {
  await page.evaluate(() => (globalThis.print = () => {}));
  if (!(await tools(page, number).locator('details').evaluate((details) => details.open))) await open(page, number);
  await tools(page, number).locator(`input[value=${mode}]`).check();
  await tools(page, number).locator('[data-whole]').setChecked(whole);
  await tools(page, number).locator('[data-print-list]').click();
  return printed(page);
}

test('a tick is kept over a reload and shared by every page that shows the task', async () => {
  const page = await reader(PAGE);
  const heard = listen(page, site.origin);
  assert.equal(flat(await said(page)), 'Fait : 0 sur 2');
  await page.getByLabel('La convention est bien signée').check();
  assert.equal(flat(await said(page)), 'Fait : 1 sur 2');
  await page.reload();
  assert.ok(await box(page).isChecked());
  for (const path of [ROLE, 'guide-complet/']) {
    await page.goto(site.home + path);
    assert.ok(await box(page).isChecked(), path);
  }
  // Another window of the same reader hears of it at once.
  const other = await page.context().newPage();
  await other.goto(site.home + PAGE);
  await other.locator('input[data-task]').nth(1).check();
  await page.waitForFunction(() => document.querySelectorAll('input[data-task]:checked').length === 2);
  const kept = await page.evaluate(() => Object.keys(localStorage).sort());
  const prefix = `jalon:${new URL(site.home).pathname}:/recruter/convention/#t-`;
  assert.ok(kept.length === 2 && kept.every((key) => key.startsWith(prefix)), kept);
  none(heard, 'the page was heard:');
});

test('progress is told in words that are announced, and counts what the given answer asks for', async () => {
  const page = await reader(QUESTION_PAGE);
  const status = tools(page).locator('[data-said]');
  assert.equal(await status.getAttribute('role'), 'status');
  assert.equal(flat(await status.innerText()), 'Fait : 0 sur 2');
  await page.locator('.task > input').first().check();
  assert.equal(flat(await status.innerText()), 'Fait : 1 sur 2');
  await page.getByLabel('Non', { exact: true }).check();
  assert.equal(flat(await status.innerText()), 'Fait : 2 sur 3', 'what "no" asks for is still open');
  await page.locator('.branch-no > input').check();
  assert.equal(flat(await status.innerText()), 'Fait : 3 sur 3');
  const tree = await page.locator('main').ariaSnapshot();
  assert.match(flat(tree), /- status: ["']?Fait : 3 sur 3/);
});

test('a question is answered with yes or no, and only what belongs to the answer is shown', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await reader(QUESTION_PAGE, { javaScriptEnabled });
    const [yes, no] = [page.locator('.branch-yes'), page.locator('.branch-no')];
    assert.ok((await yes.isVisible()) && (await no.isVisible()), 'before an answer both are there');
    const group = page.getByRole('radiogroup', { name: 'Est-ce que la personne retenue a bien un compte candidat' });
    await group.getByLabel('Non', { exact: true }).check();
    assert.ok((await no.isVisible()) && !(await yes.isVisible()));
    await group.getByLabel('Oui', { exact: true }).check();
    assert.ok((await yes.isVisible()) && !(await no.isVisible()));
    if (!javaScriptEnabled) continue;
    await page.reload();
    assert.ok(await group.getByLabel('Oui', { exact: true }).isChecked(), 'the answer is kept');
    assert.ok(!(await no.isVisible()));
    await page.goto(site.home + ROLE);
    assert.ok(await page.getByLabel('Oui', { exact: true }).isChecked(), 'and is the same where the task stands again');
    await tools(page, 1).locator('[data-reset]').click();
    assert.equal(await page.locator('.answers :checked').count(), 0);
    await tools(page, 1).locator('[data-reset]').click();
    assert.ok(await page.getByLabel('Oui', { exact: true }).isChecked());
  }
});

test('a tap on the words of a task ticks it, and links stand beside them', async () => {
  for (const path of [PAGE, QUESTION_PAGE, ROLE, 'guide-complet/', 'la-coop/']) {
    const page = await reader(path);
    assert.equal(await page.locator('.task label a, .ask a').count(), 0, path);
    const faults = await page.evaluate(() => {
      const described = new Set();
      const missing = [];
      for (const box of document.querySelectorAll('.task > input, .answers')) {
        for (const id of (box.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
          described.add(id);
          if (!document.getElementById(id)) missing.push(id);
        }
      }
      const helps = [...document.querySelectorAll('.task-help')].map((help) => help.id);
      return [...missing, ...helps.filter((id) => !described.has(id)).map((id) => `${id} is of no box`)];
    });
    none(faults, `${path}: explanations and their boxes:`);
    const groups = await page.locator('.task-group').evaluateAll((all) =>
      all.map((group) => document.getElementById(group.getAttribute('aria-labelledby'))?.textContent ?? ''),
    );
    assert.ok(groups.length > 0 && groups.every((name) => name.length > 3), `${path}: ${groups}`);
  }
  const page = await reader(PAGE, { viewport: { width: 360, height: 740 } });
  const label = page.locator('.task label').nth(1);
  const area = await label.boundingBox();
  for (const share of [0.1, 0.5, 0.9]) await page.mouse.click(area.x + area.width * share, area.y + area.height / 2);
  assert.equal(page.url(), site.home + PAGE, 'no tap leads away');
  assert.ok(await page.locator('.task > input').nth(1).isChecked());
  const struck = await label.evaluate((label) => getComputedStyle(label).textDecorationLine);
  assert.equal(struck, 'none');
});

test('ticks do not depend on the title, and those kept under it are taken over', async () => {
  const page = await reader(null);
  await page.goto(site.home + 'contacts/');
  await page.evaluate((signed) => {
    localStorage.setItem(`jalon:0ldt1tle:${signed}`, '1');
    localStorage.setItem('jalon:0ldt1tle:/recruter/candidature/#t-si-non-demander-au-candidat-retenu-de-s-en-creer-un', '1');
    localStorage.setItem('jalon:colours', 'dark');
  }, SIGNED);
  await page.goto(site.home + PAGE);
  assert.ok(await box(page).isChecked());
  const kept = await page.evaluate(() => Object.keys(localStorage));
  assert.ok(!kept.some((name) => name.includes('0ldt1tle')) && kept.includes('jalon:colours'), kept);
  await page.goto(site.home + QUESTION_PAGE);
  assert.ok(await page.locator('.branch-no > input').isChecked());
});

test('a list is cleared, and that is taken back', async () => {
  const page = await reader(ROLE);
  await box(page).check();
  await page.locator('input[data-task]').nth(2).check();
  const reset = tools(page).locator('[data-reset]');
  await reset.click();
  assert.ok(!(await box(page).isChecked()));
  assert.ok(await page.locator('input[data-task]').nth(2).isChecked(), 'another list stays as it is');
  await page.reload();
  assert.ok(!(await box(page).isChecked()), 'clearing is kept');
  await box(page).check();
  await reset.click();
  assert.equal(await reset.innerText(), 'Rétablir mes coches');
  await reset.click();
  assert.ok(await box(page).isChecked());
  await page.reload();
  assert.ok(await box(page).isChecked(), 'taking back is kept');
});

test('ticks move to another device with a link, in four taps', async () => {
  const page = await reader(PAGE, { permissions: ['clipboard-read', 'clipboard-write'] });
  await open(page);
  await tools(page).locator('[data-send]').click();
  assert.match(await told(page), /Rien n’est encore coché/);
  await box(page).check();
  await page.goto(site.home + QUESTION_PAGE);
  await page.getByLabel('Non', { exact: true }).check();
  let shared;
  await page.exposeFunction('shareSheet', (data) => (shared = data));
  await page.evaluate(() => (navigator.share = async (data) => globalThis.shareSheet(data)));
  await open(page); // 1
  await tools(page).locator('[data-send]').click(); // 2, and the sheet is 3
  assert.match(shared.url, /^http.*#ticks=\/recruter\/candidature\/\*t-[^\s#]*~no!\/recruter\/convention\/\*t-la-convention-est-bien-signee$/);
  // Where there is no sheet, the link is copied.
  await page.evaluate(() => delete navigator.share);
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
  await tools(page).locator('[data-send]').click();
  await page.waitForFunction(() => document.querySelector('.ticks [data-told]').textContent !== '');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(text.endsWith(shared.url), text);

  const other = await reader(null);
  await other.goto(shared.url); // 4
  await other.waitForFunction(() => document.querySelector('.ticks [data-told]').textContent !== '');
  assert.equal(flat(await told(other)), 'Coches ajoutées : 2');
  assert.ok(await other.getByLabel('Non', { exact: true }).isChecked());
  assert.ok(!other.url().includes('#ticks'), 'a reload does not bring them again');
  await other.goto(site.home + ROLE);
  assert.ok(await box(other).isChecked());
  // And that is taken back.
  const third = await reader(null);
  await third.goto(shared.url);
  await third.locator('.ticks [data-told]:not(:empty)').waitFor();
  await tools(third).locator('[data-reset]').click();
  assert.equal(await third.evaluate(() => localStorage.length), 0);
});

test('ticks come from a text, and those without a task are named', async () => {
  const page = await reader(PAGE);
  await open(page);
  const paste = async (words) => {
    await tools(page).locator('textarea').fill(words);
    await tools(page).locator('[data-paste]').click();
    return flat(await told(page));
  };
  assert.match(await paste('bonjour'), /aucune coche/);
  assert.match(await paste('> /recruter/convention/#t-une-tache-d-avant\n'), /plus de tâche dans cette page : 1 \(t-une-tache-d-avant\)/);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  // A mail marks the lines that it quotes, and a program may write a link in its own way.
  assert.equal(await paste(`> Mon guide\n> ${SIGNED}\n> /la-coop/#t-x\n`), 'Coches ajoutées : 2');
  assert.match(await paste(SIGNED), /déjà cochées/);
  assert.ok(await box(page).isChecked());
  assert.match(await paste('https://exemple.fr/a/#ticks=/recruter/convention/%2At-la-convention-est-bien-signee'), /déjà cochées/);
});

test('the home page tells how many tasks of each role are done', async () => {
  const page = await reader(null);
  await page.goto(site.home);
  assert.equal(await page.locator('[data-role-tasks]:visible').count(), 0, 'nothing before the first tick');
  await page.goto(site.home + PAGE);
  await box(page).check();
  await page.goto(site.home + QUESTION_PAGE);
  await page.getByLabel('Non', { exact: true }).check();
  const heard = listen(page, site.origin);
  await page.goto(site.home);
  const card = page.locator('.role-entries li', { hasText: 'Service RH' });
  await card.locator('[data-role-tasks]:visible').waitFor();
  // Four tasks, and what "no" asks for.
  assert.equal(flat(await card.locator('[data-role-tasks]').innerText()), 'Fait : 2 sur 5');
  assert.equal(await page.locator('[data-role-tasks]:visible').count(), 1);
  none(heard, 'the page was heard:');
  await page.goto(site.home + ROLE);
  assert.deepEqual([flat(await said(page, 0)), flat(await said(page, 1))], ['Fait : 1 sur 2', 'Fait : 1 sur 3'], 'as its page does');
});

test('ticks are kept when a task is inserted above', async () => {
  const work = folderForTests('ticks');
  cpSync(folder, work, { recursive: true });
  const copy = await siteForTests(work);
  const page = await reader(null);
  await page.goto(copy.home + PAGE);
  await box(page).check();
  const guide = join(work, 'source');
  for (const part of ['guide', 'themes']) cpSync(join(REPOSITORY, part), join(guide, part), { recursive: true });
  const file = join(guide, 'guide/1-recruter/1-convention.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('- [ ] La convention est bien signée.', '- [ ] Une tâche de plus.\n$&'));
  execFileSync(PROGRAM, ['build', '--root', guide, '--out', join(work, 'out'), '--today', '2026-11-23']);
  cpSync(join(work, 'out'), work, { recursive: true });
  await page.reload();
  assert.equal(flat(await said(page)), 'Fait : 1 sur 3');
  assert.ok(await box(page).isChecked());
  assert.ok(!(await page.locator('input[data-task]').first().isChecked()), 'the new task is still to do');
});

test('a reader whose browser keeps nothing is told so, and goes on', async () => {
  for (const refusal of ['setItem', 'localStorage']) {
    const page = await reader(null);
    await page.addInitScript((refusal) => {
      const refuse = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
      if (refusal === 'setItem') Storage.prototype.setItem = refuse;
      else Object.defineProperty(globalThis, 'localStorage', { get: refuse });
    }, refusal);
    const heard = listen(page, site.origin);
    await page.goto(site.home + PAGE);
    assert.match(await tools(page).locator('[data-refused]').innerText(), /ne garde pas vos coches/);
    await box(page).check();
    assert.equal(flat(await said(page)), 'Fait : 1 sur 2');
    await open(page);
    await tools(page).locator('[data-send]').click();
    assert.match(await tools(page).locator('textarea').inputValue(), /#ticks=.*t-la-convention-est-bien-signee/);
    await tools(page).locator('[data-reset]').click();
    assert.equal(flat(await said(page)), 'Fait : 0 sur 2');
    none(heard, `${refusal} refused:`);
  }
});

test('a full storage is said when it is full', async () => {
  const page = await reader(PAGE);
  assert.ok(await tools(page).locator('[data-refused]').isHidden());
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await box(page).check();
  assert.ok(await tools(page).locator('[data-refused]').isVisible());
  assert.ok(await box(page).isChecked());
});

test('without script a box can be ticked, and nothing is offered that would not work', async () => {
  const page = await reader(PAGE, { javaScriptEnabled: false });
  await page.getByLabel('La convention est bien signée').check();
  assert.ok(await box(page).isChecked());
  assert.equal(await page.locator('.ticks').count(), 0);
  // The search's own button sends a plain form to the index.
  assert.equal(await page.locator('button:visible:not([type=submit])').count(), 0);
});

test('from a disk ticks are kept', async () => {
  const root = pathToFileURL(`${siteFolder('JALON_PORTABLE')}/`).href;
  const page = await reader(null);
  const heard = listen(page, root);
  await page.goto(`${root}${PAGE}index.html`);
  await box(page).check();
  await page.reload();
  assert.ok(await box(page).isChecked());
  await page.goto(`${root}${ROLE}index.html`);
  assert.ok(await box(page).isChecked());
  await open(page);
  await tools(page).locator('[data-send]').click();
  assert.match(await tools(page).locator('textarea').inputValue(), /#t-la-convention-est-bien-signee/);
  none(heard, 'the page was heard:');
});

const drawnTicks = () =>
  [...document.querySelectorAll('.task > input')].filter(
    (input) => getComputedStyle(input, '::after').borderBottomWidth !== '0px' && getComputedStyle(input, '::after').content !== 'none',
  ).length;

test('print: a list blank, with ticks, and what is left; alone or with its page', async () => {
  const page = await reader('recruter/candidature/');
  const [first, second] = ['Si ce n’est pas le premier', 'Est-ce que la personne retenue'];
  await page.locator('.task > input').first().check();
  // The media of the test is the screen; the rules for paper are asked for while the page is prepared.
  const drawn = async () => {
    await page.emulateMedia({ media: 'print' });
    const count = await page.evaluate(drawnTicks);
    await page.emulateMedia({ media: null });
    return count;
  };
  const prepared = async (mode) => {
    await page.evaluate(() => (globalThis.print = () => {}));
    if (!(await tools(page).locator('details').evaluate((details) => details.open))) await open(page);
    await tools(page).locator(`input[value=${mode}]`).check();
    await tools(page).locator('[data-print-list]').click();
    const count = await drawn();
    return { count, ...(await printed(page)) };
  };
  const blank = await prepared('blank');
  assert.ok(blank.text.includes(first) && blank.text.includes(second) && blank.text.includes('Si non, demander'));
  assert.equal(blank.count, 0, 'no tick is drawn');
  assert.ok(!blank.text.includes('Fait :'));
  const ticks = await prepared('ticks');
  assert.ok(ticks.text.includes(first) && ticks.text.includes('Fait : 1 sur 2'));
  assert.equal(ticks.count, 1);
  const left = await prepared('left');
  assert.ok(!left.text.includes(first) && left.text.includes(second) && left.text.includes('Reste à faire : 1 sur 2'));
  for (const { text, sheets } of [blank, ticks, left]) {
    assert.equal(sheets, 1, 'one sheet');
    assert.ok(text.includes('Deuxième vérification') && text.includes('Valider la candidature'), 'its titles');
    assert.ok(text.includes('https://www.conseiller-numerique.gouv.fr'), 'addresses after links');
    assert.ok(!text.includes('L’essentiel'), 'the list alone');
    assert.ok(!/Imprimer|Tout décocher|Étape précédente|Rechercher/.test(text), 'no navigation');
    assert.match(text, /Qui appeler Support Conseiller numérique/, 'whom the list names');
  }
  const whole = await print(page, 'ticks', { whole: true });
  assert.ok(whole.text.includes('Qui contacter') && whole.text.includes('Fait : 1 sur 2'));
  // Once printed the page is as it was.
  assert.equal(await page.locator('.print-out, .print-line').count(), 0);
  assert.equal(await page.evaluate(() => 'print' in document.documentElement.dataset), false);
});

test('print: a role’s page holds its tasks in the order of the guide, on one sheet', async () => {
  const page = await reader(ROLE);
  const beginnings = [
    'La convention est bien signée',
    'La convention est bien déposée',
    'Si ce n’est pas le premier conseiller numérique',
    'Est-ce que la personne retenue',
    'Si non, demander au candidat',
    'Si oui, valider sa candidature',
  ];
  const { text, sheets } = await print(page, 'blank', { whole: true });
  const places = beginnings.map((words) => text.indexOf(words));
  assert.ok(places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1])), `${places}`);
  assert.equal(sheets, 1);
  assert.ok(text.includes('Support Démarches Simplifiées') && text.includes('contact@demarches-simplifiees.fr'));
  await box(page).check();
  const left = await print(page, 'left', { whole: true });
  assert.ok(!left.text.includes('La convention est bien signée') && left.text.includes('La convention est bien déposée'));
  // One list of the two.
  const one = await print(page, 'blank', { number: 1 });
  assert.ok(one.text.includes('Valider la candidature') && !one.text.includes('Vérifier la convention'));
});

test('the tables of who does what become lists on a phone', async () => {
  const page = await reader('recruter/', { viewport: { width: 360, height: 740 } });
  const row = page.locator('.who-does-what tbody tr').first();
  assert.equal(await row.evaluate((row) => getComputedStyle(row).display), 'block');
  assert.ok((await page.locator('.who-does-what tbody tr').count()) >= 8);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.ok(!wide);
});

test('light, dark or as the device: the choice is kept', async () => {
  const page = await reader(PAGE, { colorScheme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator('[data-colour-switch]').click();
  const dark = await background();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await background(), dark);
  await page.locator('[data-colour-switch]').click();
  assert.equal(await background(), light);
  assert.equal(await page.evaluate(() => localStorage.getItem('jalon:colours')), null, 'the device decides again');
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await background(), dark);
});

test('with forced colours boxes and branches can be seen', async () => {
  const page = await reader('recruter/candidature/', { forcedColors: 'active' });
  await page.locator('.task > input').first().check();
  await open(page);
  const seen = await page.evaluate(() => ({
    branch: parseFloat(getComputedStyle(document.querySelector('.branch-no')).borderInlineStartWidth),
    dashed: getComputedStyle(document.querySelector('.branch-no')).borderInlineStartStyle,
    panel: getComputedStyle(document.querySelector('.ticks-panel')).borderTopStyle,
    native: getComputedStyle(document.querySelector('.task > input')).appearance,
  }));
  assert.deepEqual(seen, { branch: 3, dashed: 'dashed', panel: 'solid', native: 'auto' });
});

test('the open tools fit at 320 px and at 200 %', async () => {
  const page = await reader(ROLE, { viewport: { width: 320, height: 640 } });
  for (let number = 0; number < (await page.locator('.ticks').count()); number += 1) await open(page, number);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await wide(), 0);
  // A browser's zoom of 200 % is half the window in CSS pixels.
  await page.setViewportSize({ width: 640, height: 400 });
  assert.equal(await wide(), 0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.ticks button, .ticks summary, .ticks-choices label, .task > input')]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < 24)
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  none(small, 'targets below 24 px:');
});
