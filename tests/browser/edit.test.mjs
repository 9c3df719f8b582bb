// `jalon edit` in Chromium: a page is corrected beside itself, by mouse and by keyboard alone, and nothing that was typed or
// saved is lost. JALON_SHOTS names a folder for pictures of it.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { browserForTests } from './lib/fixtures.mjs';
import { Served, shows } from './lib/serve.mjs';

const HOME = '# Accueil\n\nBonjour tout le monde.\n\n## Des choses à faire\n<role:accueil>\n\n- [ ] Appeler la mairie.\n';
const FILES = {
  'jalon.yaml': 'title: Guide\nlanguage: fr\n',
  'index.md': HOME,
  'dossier/index.md': '# Un dossier\n\nDes pages.\n',
  'dossier/arrivee.md': '# L’arrivée à l’école\n\nLe premier jour.\n',
  'registry/contacts.yaml': 'paie:\n  name: Service de la paie\n  kind: desk\n  email: paie@example.org\n  verified_on: 2026-11-23\n',
  'registry/roles.yaml': 'accueil:\n  name: Accueil\n',
};

const browser = await browserForTests();
const guide = new Served(FILES);
const address = await guide.edit();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
context.setDefaultTimeout(10000);
const faults = [];

/** Notes what a page says in the console. */
function watched(page) {
  page.on('pageerror', (error) => faults.push(error.stack));
  // A conflict is an answer that the browser tells of by itself.
  page.on('console', (message) => message.type() === 'error' && !/ 409 | 404 /.test(message.text()) && faults.push(message.text()));
  return page;
}

const first = watched(await context.newPage());
await first.goto(address);

const desk = (page) => page.locator('#jalon-desk');
const text = (page) => page.getByLabel('Texte de la page');
const press = (page, name) => desk(page).getByRole('button', { name, exact: true }).click();
const says = (page, words) =>
  page.waitForFunction((words) => document.querySelector('#jalon-desk').shadowRoot.querySelector('.state')?.textContent.startsWith(words), words);
/** Closes the desk without saving. */
const leave = async (page) => {
  await press(page, 'Fermer');
  await press(page, 'Fermer sans enregistrer');
  await text(page).waitFor({ state: 'detached' });
};
const opened = async (path = '') => {
  const page = watched(await context.newPage());
  await page.goto(guide.home + path);
  await press(page, 'Modifier');
  await text(page).waitFor();
  return page;
};
/** What axe has to say; it tries styles of its own, which the policy refuses. */
const axeFaults = async (page) => {
  const before = faults.length;
  const found = await faultsOf(page);
  faults.push(...faults.splice(before).filter((fault) => !fault.startsWith('Applying inline style')));
  return found;
};
/** Puts the files back, and waits until the server has seen it. */
const anew = async (page) => {
  for (const [path, content] of Object.entries(FILES)) if (guide.read(path) !== content) guide.write(path, content);
  await shows(page, 'Bonjour tout le monde.');
};

afterEach(async () => {
  for (const page of context.pages().slice(1)) await page.close();
  await anew(first);
  assert.deepEqual(faults.splice(0), []);
});

test('the address with the token leads to the site without it', async () => {
  assert.equal(first.url(), guide.home);
  const cookies = await context.cookies();
  assert.deepEqual(cookies.map(({ httpOnly, sameSite, path }) => [httpOnly, sameSite, path]), [[true, 'Strict', '/']]);
  assert.equal(await first.evaluate(() => document.cookie), '');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(guide.home);
  assert.equal(await stranger.locator('#jalon-desk').count(), 0, 'without the session there is no desk');
  const response = await stranger.goto(address);
  assert.equal(response.status(), 403, 'the address is good for one use');
  await stranger.context().close();
});

test('the desk weighs less than 60 kB, and its script is for the session alone', async () => {
  const sizes = await Promise.all(['desk.js', 'desk.css'].map(async (name) => {
    const answer = await context.request.get(`${guide.home}_jalon/edit/${name}`);
    assert.equal((await fetch(`${guide.home}_jalon/edit/${name}`)).status, 403);
    return gzipSync(await answer.body()).length;
  }));
  assert.ok(sizes[0] + sizes[1] < 60_000, String(sizes));
});

test('a word is corrected, seen before it is saved, saved, and brought back', async () => {
  const page = await opened();
  assert.equal(await text(page).inputValue(), HOME);
  await text(page).fill(HOME.replace('tout le monde', 'à tous'));
  await shows(page, 'Bonjour à tous.');
  await says(page, 'Pas encore enregistré');
  assert.equal(guide.read('index.md'), HOME, 'the file stays');
  assert.ok(!(await first.textContent('main')).includes('à tous'), 'other tabs stay');
  await page.keyboard.press('Control+s');
  await says(page, 'Enregistré');
  assert.equal(guide.read('index.md'), HOME.replace('tout le monde', 'à tous'));
  await shows(first, 'Bonjour à tous.');
  await press(page, 'Annuler l’enregistrement');
  await says(page, 'La version d’avant est revenue');
  assert.equal(guide.read('index.md'), HOME);
  await shows(page, 'Bonjour tout le monde.');
  await press(page, 'Fermer');
  assert.equal(await text(page).count(), 0);
});

test('what is wrong is told while one types, and corrected with a button', async () => {
  const page = await opened();
  await text(page).fill(HOME.replace('Bonjour', 'Voir [ici](dossier/arrive.md), [là](dossier/arrivee/). Bonjour'));
  const finding = desk(page).locator('li.error[data-code="link/missing-page"]').first();
  await finding.waitFor();
  assert.ok((await desk(page).locator('.marks mark.error').first().textContent()).length > 1);
  const place = finding.getByRole('button', { name: /^Ligne 3$/ });
  await place.click();
  assert.match(await text(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), /arrive/);
  const mend = desk(page).getByRole('button', { name: /^Corriger/ }).first();
  await mend.click();
  await page.waitForFunction(() => document.querySelector('#jalon-desk').shadowRoot.querySelector('textarea').value.includes('dossier/arrivee.md'));
  await text(page).fill(HOME);
  await desk(page).getByText('Rien à corriger').waitFor();
  await press(page, 'Fermer');
});

test('an edit made elsewhere is never overwritten: one chooses, passage by passage', async () => {
  const page = await opened();
  await text(page).fill(HOME.replace('Bonjour tout le monde', 'Bonjour de ma part'));
  const theirs = HOME.replace('tout le monde', 'de leur part').replace('la mairie', 'le bureau');
  guide.write('index.md', theirs);
  await says(page, 'La page a été modifiée ailleurs');
  await page.keyboard.press('Control+s');
  const conflict = desk(page).locator('form.conflict');
  await conflict.waitFor();
  assert.equal(guide.read('index.md'), theirs);
  assert.deepEqual(await axeFaults(page), []);
  const passages = conflict.locator('fieldset');
  assert.equal(await passages.count(), 2);
  await passages.first().getByLabel('Ma version').check();
  assert.ok(await passages.nth(1).getByLabel('L’autre version').isChecked(), 'what only one changed is proposed');
  if (process.env.JALON_SHOTS) await page.screenshot({ path: join(process.env.JALON_SHOTS, 'edit-conflict.png'), caret: 'initial' });
  await press(page, 'Mettre ce choix dans le texte');
  const chosen = HOME.replace('tout le monde', 'de ma part').replace('la mairie', 'le bureau');
  assert.equal(await text(page).inputValue(), chosen);
  await press(page, 'Enregistrer');
  await says(page, 'Enregistré');
  assert.equal(guide.read('index.md'), chosen);
  const kept = readdirSync(join(guide.root, '.jalon/history/guide/index.md'));
  assert.ok(kept.some((name) => name.includes('-found-')), 'the other version is in the history');
});

test('what was typed is there after a crash, and is offered', async () => {
  const page = await opened('dossier/');
  await text(page).fill('# Un dossier\n\nUn long texte qui n’est pas encore enregistré.\n');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('jalon-draft:')));
  // As if the tab had crashed: nothing runs any more.
  const crashed = context.waitForEvent('page').catch(() => null);
  await page.goto('chrome://crash').catch(() => {});
  await page.close();
  crashed.catch(() => {});
  const next = watched(await context.newPage());
  await next.goto(guide.home + 'dossier/');
  await desk(next).getByText('n’avait pas été enregistré').waitFor();
  await press(next, 'Le reprendre');
  assert.match(await text(next).inputValue(), /Un long texte/);
  await shows(next, 'Un long texte qui n’est pas encore enregistré.');
  assert.equal(guide.read('dossier/index.md'), FILES['dossier/index.md']);
  await press(next, 'Enregistrer');
  await says(next, 'Enregistré');
  assert.match(guide.read('dossier/index.md'), /Un long texte/);
  await next.reload();
  await desk(next).getByRole('button', { name: 'Modifier' }).waitFor();
  assert.equal(await desk(next).getByText('n’avait pas été enregistré').count(), 0);
});

test('closing and leaving ask when something is not saved', async () => {
  const page = await opened();
  await text(page).fill('# Autre\n');
  await press(page, 'Fermer');
  const dialog = desk(page).getByRole('dialog');
  await dialog.waitFor();
  assert.deepEqual(await axeFaults(page), []);
  await press(page, 'Continuer à écrire');
  assert.equal(await text(page).inputValue(), '# Autre\n');
  const asked = page.waitForEvent('dialog');
  page.close({ runBeforeUnload: true });
  const leaving = await asked;
  assert.equal(leaving.type(), 'beforeunload');
  await leaving.dismiss();
  await leave(page);
  await shows(page, 'Bonjour tout le monde.');
  assert.equal(guide.read('index.md'), HOME);
});

test('a page, an entry and a task are found by name and written as the language wants', async () => {
  const page = await opened('dossier/');
  await text(page).fill('# Un dossier\n\n');
  await text(page).press('Control+End');
  await press(page, 'Lien vers une page');
  await desk(page).getByLabel('Nom').fill('arrivee ecole');
  assert.deepEqual(await axeFaults(page), []);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#jalon-desk').shadowRoot.querySelector('textarea').value.includes('](arrivee.md)'));
  await text(page).press('Control+End');
  await press(page, 'Fiche du registre');
  await desk(page).getByLabel('Nom').fill('paie');
  await desk(page).getByRole('button', { name: /Service de la paie/ }).click();
  await text(page).press('Control+End');
  await text(page).press('Enter');
  await press(page, 'Tâche');
  await desk(page).getByLabel('Qui la fait').selectOption('role:accueil');
  await desk(page).getByLabel('Quand').fill('J-30');
  await press(page, 'Insérer');
  const written = '# Un dossier\n\n[L’arrivée à l’école](arrivee.md)<contact:paie>\n- [ ] <due:J-30> Ce qu’il faut faire <role:accueil>';
  await page.waitForFunction((written) => document.querySelector('#jalon-desk').shadowRoot.querySelector('textarea').value === written, written);
  await text(page).press('Control+z');
  assert.ok(!(await text(page).inputValue()).includes('due:J-30'), 'the browser takes it back');
  await text(page).fill('# Un dossier\n\n');
  await text(page).press('Control+End');
  await press(page, 'À compléter');
  await text(page).press('Control+End');
  await press(page, 'Encadré');
  await press(page, 'Insérer');
  await text(page).press('Control+End');
  await press(page, 'Tableau');
  await desk(page).getByText('Ce qui ne va pas').waitFor();
  const codes = await desk(page).locator('.found li').evaluateAll((items) => items.map((item) => item.dataset.code));
  assert.deepEqual([...new Set(codes)], ['placeholder/open'], 'what the buttons write is good, but for what is to be completed');
  await leave(page);
});

test('what is pasted from a web page becomes Markdown, a picture a file beside the page', async () => {
  const page = await opened('dossier/');
  await text(page).fill('# Un dossier\n\n');
  await text(page).press('Control+End');
  const paste = (make) =>
    text(page).evaluate((area, make) => {
      const data = new DataTransfer();
      new Function('data', make)(data);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, make);
  await paste(`data.setData('text/html', '<b style="font-weight:normal"><h2>Le matin</h2><p>Un <strong>mot</strong> et <a href="https://example.org/">un lien</a>.</p><ul><li>un</li><li>deux</li></ul></b>'); data.setData('text/plain', 'x');`);
  const area = () => text(page).inputValue();
  await page.waitForFunction(() => document.querySelector('#jalon-desk').shadowRoot.querySelector('textarea').value.includes('deux'));
  assert.equal(await area(), '# Un dossier\n\n## Le matin\n\nUn **mot** et [un lien](https://example.org/).\n\n- un\n- deux');
  await paste(`const bytes = Uint8Array.from(atob('R0lGODdhAQABAPAAAAAAAAAAACwAAAAAAQABAAACAkQBADs='), (letter) => letter.charCodeAt(0)); data.items.add(new File([bytes], 'Le plan.gif', { type: 'image/gif' }));`);
  await desk(page).getByLabel('Ce que l’on voit').fill('Le rez-de-chaussée');
  assert.deepEqual(await axeFaults(page), []);
  await press(page, 'Insérer');
  await page.waitForFunction(() => document.querySelector('main img[alt="Le rez-de-chaussée"]')?.naturalWidth === 1);
  assert.match(await area(), /!\[Le rez-de-chaussée\]\(le-plan\.gif\)/);
  assert.equal(guide.read('dossier/le-plan.gif').slice(0, 6), 'GIF87a');
  guide.remove('dossier/le-plan.gif');
  await leave(page);
});

test('the text and its page scroll together, heading by heading', async () => {
  const page = await opened('dossier/');
  const long = Array.from({ length: 30 }, (_, at) => `## Partie ${at}\n\n${'Un paragraphe. '.repeat(at % 3 === 0 ? 200 : 20)}\n`).join('\n');
  await text(page).fill(`# Un dossier\n\n${long}`);
  await shows(page, 'Partie 29');
  const heights = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('#jalon-desk');
      const marks = shadowRoot.querySelector('.marks');
      const at = marks.textContent.indexOf('## Partie 15');
      const range = document.createRange();
      range.setStart(marks.firstChild, at);
      range.setEnd(marks.firstChild, at + 1);
      const heading = [...document.querySelectorAll('main h2')].find((one) => one.textContent.startsWith('Partie 15'));
      return [range.getBoundingClientRect().top - marks.getBoundingClientRect().top, heading.getBoundingClientRect().top];
    });
  const settled = () => page.waitForTimeout(400);
  await settled();
  await text(page).evaluate((area) => {
    const marks = area.parentNode.querySelector('.marks');
    const range = document.createRange();
    range.setStart(marks.firstChild, marks.textContent.indexOf('## Partie 15'));
    range.setEnd(marks.firstChild, marks.textContent.indexOf('## Partie 15') + 1);
    area.scrollTop += range.getBoundingClientRect().top - marks.getBoundingClientRect().top;
  });
  await settled();
  const [inText, onPage] = await heights();
  assert.ok(Math.abs(inText) < 30 && onPage > -10 && onPage < 60, `${inText} and ${onPage}`);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await settled();
  assert.equal(await text(page).evaluate((area) => area.scrollTop), 0);
  // The desk opens at what is read.
  await page.keyboard.press('Control+s');
  await says(page, 'Enregistré');
  await press(page, 'Fermer');
  await page.evaluate(() => document.getElementById('partie-15').scrollIntoView({ behavior: 'instant' }));
  await press(page, 'Modifier');
  await page.waitForFunction(() => {
    const area = document.querySelector('#jalon-desk').shadowRoot.querySelector('textarea');
    return area?.value.slice(area.selectionStart).startsWith('## Partie 15');
  });
  await text(page).fill('# Un dossier\n\nDes pages.\n');
  await press(page, 'Fermer');
});

test('by keyboard alone', async () => {
  const page = watched(await context.newPage());
  await page.goto(guide.home);
  await desk(page).getByRole('button', { name: 'Modifier' }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? '');
  await page.keyboard.press('Shift+Tab');
  for (let at = 0; at < 80 && (await focused()) !== 'Modifier'; at += 1) await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'Modifier');
  await page.keyboard.press('Enter');
  await text(page).waitFor();
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.localName === 'textarea');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Au clavier. ');
  await shows(page, 'Au clavier. Bonjour tout le monde.');
  await page.keyboard.press('Control+s');
  await says(page, 'Enregistré');
  assert.match(guide.read('index.md'), /^Au clavier\. Bonjour/m);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.className === 'open');
  assert.equal(await focused(), 'Modifier');
});

for (const width of [360, 768, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${width} px, ${colorScheme}`, async () => {
      const page = watched(await context.newPage());
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme });
      await page.goto(guide.home);
      await desk(page).getByRole('button', { name: 'Modifier' }).waitFor();
      assert.deepEqual(await axeFaults(page), []);
      const shot = async (name) => {
        const file = join(process.env.JALON_SHOTS ?? '', `edit-${name}-${width}-${colorScheme}.png`);
        if (process.env.JALON_SHOTS) await page.screenshot({ path: file, caret: 'initial' });
      };
      await shot('closed');
      await press(page, 'Modifier');
      await text(page).fill(HOME + '\nVoir [ici](nulle-part.md).\n');
      await desk(page).locator('li.error').first().waitFor();
      assert.deepEqual(await axeFaults(page), []);
      const beyond = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('#jalon-desk');
        const panel = shadowRoot.querySelector('.panel');
        const outside = [...panel.querySelectorAll('button, textarea, p')].filter((one) => !one.closest('.bar') && one.getBoundingClientRect().right > innerWidth);
        return [document.documentElement.scrollWidth > innerWidth, panel.scrollWidth > panel.clientWidth, outside.map((one) => one.outerHTML)];
      });
      assert.deepEqual(beyond, [false, false, []]);
      await shot('open');
      await leave(page);
    });
  }
}

test('after a restart one opens the new address, and yesterday’s version comes back', async () => {
  const page = await opened();
  await text(page).fill(HOME.replace('tout le monde', 'à tous'));
  await page.keyboard.press('Control+s');
  await says(page, 'Enregistré');
  await text(page).fill(HOME.replace('tout le monde', 'à chacun'));
  await guide.stop('SIGKILL');
  await page.keyboard.press('Control+s');
  await says(page, 'Le serveur ne répond pas');
  const again = await guide.edit(guide.port);
  await page.keyboard.press('Control+s');
  await says(page, 'Ce navigateur n’a plus le droit d’écrire');
  assert.match(await text(page).inputValue(), /à chacun/, 'the text stays');
  await first.goto(again);
  await page.keyboard.press('Control+s');
  await says(page, 'Enregistré');
  assert.match(guide.read('index.md'), /à chacun/);
  for (const wanted of ['à tous', 'tout le monde']) {
    await press(page, 'Annuler l’enregistrement');
    await page.waitForFunction((wanted) => document.querySelector('#jalon-desk').shadowRoot.querySelector('textarea').value.includes(wanted), wanted);
  }
  assert.equal(guide.read('index.md'), HOME);
  faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_|403/.test(fault)));
});
