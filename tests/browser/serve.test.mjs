// `jalon serve` with open pages: a save is shown in place, and what the reader and the site's scripts did to the page stays.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { browserForTests } from './lib/fixtures.mjs';
import { REPOSITORY, Served, isSameLife, markLife, overlayIs, shows } from './lib/serve.mjs';

const LINES = Array.from({ length: 60 }, (_, number) => `Paragraphe ${number}, qui reste comme il est.`);
const PAGE = (more) => `# Une longue page

${more}

${LINES.slice(0, 30).join('\n\n')}

## Des choses à faire

- [ ] Appeler la mairie.
- [ ] Écrire au bureau.

<details>
<summary>Plus de précisions</summary>

Elles sont ici.

</details>

${LINES.slice(30).join('\n\n')}
`;

const dot = (colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="${colour.length}"><rect width="10" height="10" fill="${colour}"/></svg>`;

const browser = await browserForTests();
const guide = new Served({
  'jalon.yaml': 'title: Guide\nlanguage: fr\nmarkdown: {html: trusted}\n',
  'index.md': '# Accueil\n\n[La longue page](longue.md), [la liste](liste.md)\n',
  'longue.md': PAGE('Le début.'),
  'liste.md': '# La liste\n\nSans tâche.\n',
  'film.md': '# Un film\n\nLe début.\n\n<video muted></video>\n\n![Un point](point.svg)\n',
  'point.svg': dot('red'),
});
await guide.start();

const pages = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

/** Opens a page; collects what it says in the console and each time it is loaded anew. */
async function opened(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
  const page = await context.newPage();
  pages.push(page);
  page.faults = [];
  page.on('console', (message) => message.type() === 'error' && page.faults.push(message.text()));
  page.on('pageerror', (error) => page.faults.push(error.stack));
  await page.goto(guide.home + path);
  await markLife(page);
  return page;
}

async function isAsItWas(page) {
  assert.deepEqual(page.faults, []);
  assert.ok(await isSameLife(page), 'the page was loaded anew');
}

let number = 0;
/** Saves the long page with another beginning and waits until it is shown. */
async function save(page) {
  number += 1;
  guide.write('longue.md', PAGE(`Le début, version ${number}.`));
  await shows(page, `Le début, version ${number}.`);
}

test('the scroll stays: what is read does not move', async () => {
  const page = await opened('longue/');
  await save(page);
  const read = () => page.evaluateHandle(() => [...document.querySelectorAll('p')].findLast((one) => one.textContent.startsWith('Paragraphe 45,')));
  const place = async () => (await read()).evaluate((one) => one.getBoundingClientRect().top);
  await (await read()).evaluate((one) => one.scrollIntoView());
  const before = await place();
  await save(page);
  guide.write('longue.md', PAGE(`${LINES.join('\n\n')}\n\nUn autre début.`));
  await shows(page, 'Un autre début.');
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  assert.ok(Math.abs((await place()) - before) < 2, `from ${before} to ${await place()}`);
  await isAsItWas(page);
});

test('focus, selection, opened parts and folded ones stay', async () => {
  const page = await opened('longue/');
  await save(page);
  await page.evaluate(() => {
    document.querySelector('main details').open = true;
    const text = [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith('Paragraphe 3,')).firstChild;
    getSelection().setBaseAndExtent(text, 2, text, 12);
    document.querySelector('.page-main a[href], main a[href]').focus();
  });
  const state = () =>
    page.evaluate(() => ({
      open: document.querySelector('main details').open,
      selection: String(getSelection()),
      focus: document.activeElement.outerHTML,
    }));
  const before = await state();
  assert.deepEqual([before.open, before.selection], [true, 'ragraphe 3']);
  await save(page);
  assert.deepEqual(await state(), before);
  await isAsItWas(page);
});

test('a selection around the words that change stays, and so does one beside them', async () => {
  const page = await opened('longue/');
  await save(page);
  await page.evaluate(() => {
    const text = [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith('Le début')).firstChild;
    getSelection().setBaseAndExtent(text, 0, text, 8);
  });
  await save(page);
  assert.equal(await page.evaluate(() => String(getSelection())), 'Le début');
  await isAsItWas(page);
});

test('a half-typed search and its results stay', async () => {
  const page = await opened('longue/');
  await page.click('#_search');
  await page.keyboard.type('mairi');
  await page.waitForSelector('.search-panel li');
  await save(page);
  assert.equal(await page.inputValue('#_search'), 'mairi');
  assert.equal(await page.evaluate(() => document.activeElement.id), '_search');
  assert.ok(await page.isVisible('.search-panel li'));
  // It goes on, and knows what is new.
  await page.keyboard.type('e');
  await page.waitForSelector('.search-panel li');
  guide.write('longue.md', PAGE('Un mot nouveau : anticonstitutionnellement.'));
  await shows(page, 'anticonstitutionnellement');
  await page.fill('#_search', 'anticonstitutionnellement');
  await page.waitForFunction(() => document.querySelector('.search-panel li')?.textContent.includes('longue'));
  await isAsItWas(page);
});

test('ticks stay, go on working and hear of tasks that are new', async () => {
  const page = await opened('longue/');
  await page.check('input[data-task] >> nth=0');
  await page.click('.ticks-tools summary');
  await page.fill('.ticks textarea', 'à garder');
  await save(page);
  assert.deepEqual(await page.locator('input[data-task]').evaluateAll((all) => all.map((box) => box.checked)), [true, false]);
  assert.equal(await page.inputValue('.ticks textarea'), 'à garder');
  guide.write('longue.md', PAGE('Avec une tâche de plus.').replace('- [ ] Écrire', '- [ ] Une tâche au milieu.\n- [ ] Écrire'));
  await shows(page, 'Une tâche au milieu.');
  assert.deepEqual(await page.locator('input[data-task]').evaluateAll((all) => all.map((box) => box.checked)), [true, false, false]);
  await page.waitForFunction(() => document.querySelector('[data-said]').textContent.includes('3'));
  await page.check('input[data-task] >> nth=1');
  assert.match(await page.textContent('[data-said]'), /2.*3/);
  assert.equal(await page.locator('.ticks').count(), 1);
  await page.reload();
  assert.deepEqual(await page.locator('input[data-task]').evaluateAll((all) => all.map((box) => box.checked)), [true, true, false]);
  await markLife(page);
  await isAsItWas(page);
});

test('a page gets its first checklist, and loses it', async () => {
  const page = await opened('liste/');
  assert.equal(await page.locator('.ticks').count(), 0);
  for (const round of [1, 2]) {
    guide.write('liste.md', `# La liste\n\n- [ ] La tâche ${round}.\n`);
    await shows(page, `La tâche ${round}.`);
    await page.waitForSelector('.ticks');
    await page.check('input[data-task]');
    assert.equal(await page.locator('.ticks').count(), 1);
    guide.write('liste.md', `# La liste\n\nSans tâche ${round}.\n`);
    await shows(page, `Sans tâche ${round}.`);
    assert.equal(await page.locator('.ticks').count(), 0);
  }
  await isAsItWas(page);
});

test('the colours that the reader chose stay, and the buttons of the header go on working', async () => {
  const page = await opened('longue/', { colorScheme: 'light' });
  await page.click('[data-colour-switch]');
  assert.equal(await page.getAttribute('html', 'data-colours'), 'dark');
  await save(page);
  assert.equal(await page.getAttribute('html', 'data-colours'), 'dark');
  // A new title changes the menus of every page.
  guide.write('liste.md', '# Une autre liste\n\nSans tâche.\n');
  await page.waitForFunction(() => document.querySelector('.menu').textContent.includes('Une autre liste'));
  assert.ok(await page.isVisible('[data-colour-switch]'));
  await page.click('[data-colour-switch]');
  assert.equal(await page.getAttribute('html', 'data-colours'), null);
  guide.write('liste.md', '# La liste\n\nSans tâche.\n');
  await page.waitForFunction(() => document.querySelector('.menu').textContent.includes('La liste'));
  await isAsItWas(page);
});

test('a film goes on playing', async () => {
  const page = await opened('film/');
  // The policy of the site lets no film be loaded, so it comes from a drawing.
  await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    globalThis.film = document.querySelector('video');
    film.srcObject = canvas.captureStream();
    globalThis.pauses = 0;
    film.addEventListener('pause', () => { globalThis.pauses += 1; });
    setInterval(() => pen.fillRect(0, 0, Math.random() * 100, 100), 20);
    return film.play();
  });
  guide.write('film.md', '# Un autre film\n\nUn paragraphe de plus.\n\nLe début.\n\n<video muted></video>\n\n![Un point](point.svg)\n');
  await shows(page, 'Un paragraphe de plus.');
  // Moved behind another paragraph.
  guide.write('film.md', '# Un autre film\n\n<video muted></video>\n\nUn paragraphe de plus, autrement.\n\nLe début.\n\n![Un point](point.svg)\n');
  await shows(page, 'autrement');
  const state = () => page.evaluate(() => [film.isConnected, film.paused, globalThis.pauses, document.querySelectorAll('video').length]);
  assert.deepEqual(await state(), [true, false, 0, 1]);
  await isAsItWas(page);
});

test('a picture that changes is shown, and nothing else moves', async () => {
  const page = await opened('film/');
  const height = () => page.evaluate(() => document.querySelector('main img').naturalHeight);
  assert.equal(await height(), 3);
  guide.write('point.svg', dot('magenta'));
  await page.waitForFunction(() => document.querySelector('main img').naturalHeight === 7);
  guide.write('point.svg', dot('red'));
  await page.waitForFunction(() => document.querySelector('main img').naturalHeight === 3);
  await isAsItWas(page);
});

test('a style is exchanged, and the page is never shown without', async () => {
  const page = await opened('longue/');
  await page.evaluate(() => {
    globalThis.bare = 0;
    const look = () => {
      if (getComputedStyle(document.querySelector('.site-header')).display === 'block') globalThis.bare += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  const bare = await page.evaluate(() => globalThis.bare);
  assert.equal(bare, 0, 'the header is laid out by the style');
  for (const colour of ['rgb(1, 2, 3)', 'rgb(3, 2, 1)']) {
    const style = `.site-header { display: flex; } h1 { color: ${colour} !important; }\n`;
    guide.write('theme/static/style.css', style);
    await page.waitForFunction((colour) => getComputedStyle(document.querySelector('h1')).color === colour, colour);
    assert.equal(await page.locator('link[rel=stylesheet]').count(), 1);
  }
  assert.equal(await page.evaluate(() => globalThis.bare), 0);
  guide.remove('theme');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color !== 'rgb(3, 2, 1)');
  await isAsItWas(page);
});

test('a page that is not concerned is left alone, and one that is opened later is right', async () => {
  const other = await opened('liste/');
  const requests = [];
  other.on('request', (request) => requests.push(request.url()));
  await other.evaluate(() => {
    globalThis.changes = 0;
    new MutationObserver((records) => { globalThis.changes += records.length; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const page = await opened('longue/');
  await save(page);
  const later = await opened('longue/');
  await shows(later, `Le début, version ${number}.`);
  assert.deepEqual([requests, await other.evaluate(() => globalThis.changes)], [[], 0]);
  for (const each of [other, page, later]) await isAsItWas(each);
});

test('attributes that a script of the head sets stay', async () => {
  guide.write('script.md', '# Un script\n\nUn.\n\n<script>document.documentElement.dataset.mine = "1"; document.body.className += " mine"; document.body.lang = "en";</script>\n');
  const page = await opened('liste/');
  await page.evaluate(() => { document.body.classList.add('mine'); document.querySelector('main').dataset.mine = '1'; });
  guide.write('liste.md', '# La liste\n\nUn autre texte.\n');
  await shows(page, 'Un autre texte.');
  assert.deepEqual(await page.evaluate(() => [document.body.className, document.querySelector('main').dataset.mine]), ['kind-page mine', '1']);
  guide.remove('script.md');
  await isAsItWas(page);
});

test('a changed script loads the page anew, and the scroll comes back', async () => {
  const page = await opened('longue/');
  await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
  const script = readFileSync(join(REPOSITORY, 'themes/default/static/script.js'), 'utf8');
  guide.write('theme/static/script.js', `${script}document.documentElement.dataset.script = "mine";\n`);
  await page.waitForFunction(() => document.documentElement.dataset.script === 'mine');
  await page.waitForFunction(() => document.readyState === 'complete');
  assert.equal(await page.evaluate(() => Math.round(scrollY)), 700);
  assert.equal(await isSameLife(page), false);
  guide.remove('theme');
  await page.waitForFunction(() => !document.documentElement.dataset.script);
  assert.deepEqual(page.faults, []);
});

test('a page that is removed shows that, and comes back', async () => {
  guide.write('seule.md', '# Une page seule\n\nElle est là.\n');
  const home = await opened('');
  await home.waitForSelector('.menu a[href="seule/"]');
  const page = await opened('seule/');
  guide.remove('seule.md');
  await page.waitForFunction(() => !document.body.textContent.includes('Elle est là.'));
  guide.write('seule.md', '# Une page seule\n\nElle est revenue.\n');
  await shows(page, 'Elle est revenue.');
  // The site's error page names its files as a page at the root does.
  page.faults = page.faults.filter((fault) => !/404|MIME/.test(fault));
  for (const each of [home, page]) await isAsItWas(each);
});

test('the server begins again, and open pages follow it', async () => {
  const page = await opened('longue/');
  const { port } = guide;
  await guide.stop();
  guide.write('longue.md', PAGE('Écrit pendant son absence.'));
  guide.said = '';
  await guide.start(port);
  await shows(page, 'Écrit pendant son absence.');
  page.faults = page.faults.filter((fault) => !fault.includes('ERR_'));
  await isAsItWas(page);
});

test('nothing is said of an error once it is corrected', async () => {
  const page = await opened('longue/');
  guide.write('longue.md', PAGE('Un lien [cassé](cassé.md).'));
  const said = await overlayIs(page, (overlay) => overlay?.panel);
  assert.match(said.panel, /1 erreur.*Cette page reste telle qu’elle était.*cassé\.md/);
  await save(page);
  await overlayIs(page, (overlay) => overlay === null);
  await isAsItWas(page);
});
