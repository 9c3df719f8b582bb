// Crawls an old site and asks `jalon serve` over the guide that was made of it: node addresses.mjs JALON OLD GUIDE TREE [LIST].
//
// Every page of the old site must lead to a page with its heading, every id in its text to an element with that id (that of
// its heading: to the top), every file that it shows or links to the same file. The addresses are compared with LIST.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { launch } from '../browser/lib/browser.mjs';
import { address, files, redirects, serve } from '../browser/lib/site.mjs';

// What the program adds to the pages of an author.
const OWN_PAGES = ['404.html', 'print.html', 'search.html', 'toc.html'];
// Ids that nobody links to from elsewhere: both ends of a note, the switches of tabs, the lines of code.
const OWN_IDS = /^(fn|fnref\d*|footnote|fr|footnote-ref)[-:]|^__|^footnotes$/;

/** What a page of the old site holds, asked inside of it. */
const contents = () => {
  const all = document.querySelector('.md-content, [role=main], main') ?? document.body;
  // Some pages begin with a heading of the second level.
  const hasTitle = Boolean(all.querySelector('h1'));
  const title = all.querySelector('h1') ?? all.querySelector('h2, h3');
  const isTitle = (element) => title && (element === title || title.contains(element) || element.contains(title));
  const shown = [...all.querySelectorAll('a[href], img[src]')].map((element) => element.href ?? element.src);
  const heading = title?.cloneNode(true);
  for (const sign of heading?.querySelectorAll('.headerlink, sup') ?? []) sign.remove();
  return {
    heading: heading?.textContent ?? '',
    hasTitle,
    // The parts of a drawing are no places of a text.
    ids: [...all.querySelectorAll('[id]')].filter((element) => !element.closest('svg')).map((element) => ({ id: element.id, isTitle: isTitle(element) })),
    shown,
  };
};

const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

async function crawl(browser, folder) {
  const site = await serve(folder);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const moved = redirects(folder);
  const found = { pages: [], files: new Set() };
  const known = new Set(files(folder));
  for (const file of known) {
    if (!file.endsWith('.html') || OWN_PAGES.includes(file)) continue;
    const at = address(file);
    if (moved.includes(file)) {
      found.pages.push({ at, heading: '', hasTitle: false, ids: [] });
      continue;
    }
    await page.goto(site.home + encodeURI(at));
    const { heading, hasTitle, ids, shown } = await page.evaluate(contents);
    found.pages.push({ at, heading, hasTitle, ids: ids.filter(({ id }) => id && !OWN_IDS.test(id)) });
    for (const url of shown.filter((url) => url.startsWith(site.home))) {
      const path = decodeURIComponent(new URL(url).pathname).slice(1);
      if (known.has(path) && !path.endsWith('.html')) found.files.add(path);
    }
  }
  await page.context().close();
  await site.close();
  return found;
}

/** What is lost, one fault a line. */
async function ask(browser, site, found) {
  const page = await (await browser.newContext()).newPage();
  const lost = [];
  for (const { at, heading, hasTitle, ids } of found.pages) {
    const first = ids.find(({ isTitle }) => !isTitle)?.id;
    const hash = first ? `#${encodeURIComponent(first)}` : '';
    await page.goto(site.home + encodeURI(at) + hash);
    // A page that moved leads on by its script.
    await page.waitForFunction(() => !document.querySelector('script[data-target]')).catch(() => {});
    const now = await page.evaluate(() => ({
      heading: document.querySelector('h1')?.textContent ?? '',
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
      hash: location.hash,
      isPage: Boolean(document.querySelector('main h1')) && !document.querySelector('script[data-target]'),
    }));
    if (!now.isPage) {
      lost.push(`/${at}`);
      continue;
    }
    const isSame = letters(heading) === letters(now.heading);
    if (hasTitle && heading && !isSame) lost.push(`/${at}: “${heading}” is “${now.heading}”`);
    if (hash && !now.hash) lost.push(`/${at}${hash}: the way loses its place`);
    const has = new Set(now.ids);
    const isTop = hasTitle || isSame;
    for (const { id, isTitle } of ids) if (!(isTitle && isTop) && !has.has(id)) lost.push(`/${at}#${id}`);
  }
  for (const file of found.files) {
    const answer = await page.request.get(site.home + encodeURI(file));
    if (!answer.ok()) lost.push(`/${file}`);
  }
  await page.context().close();
  return lost;
}

/** The guide on a port; a guide with errors, which come from the old site, is shown too. */
async function show(jalon, root) {
  const program = spawn(jalon, ['serve', '--port', '0', '--lang', 'en', '--root', root]);
  let said = '';
  const home = await new Promise((done, fail) => {
    program.stderr.setEncoding('utf8').on('data', (part) => {
      said += part;
      const address = /http:\S+?\/(?=[\s)])/.exec(said);
      if (address) done(address[0]);
    });
    program.once('exit', () => fail(new Error(said)));
  });
  return { home, close: () => program.kill() };
}

const [jalon, old, root, tree, list] = process.argv.slice(2);
const browser = await launch();
const found = await crawl(browser, resolve(old));
// What a theme supplied, such as its icon, is none of the author's.
const own = new Set(files(tree).map((file) => basename(file)));
for (const file of found.files) if (!own.has(basename(file))) found.files.delete(file);
const site = await show(jalon, root);
const lost = await ask(browser, site, found);
await browser.close();
site.close();

const anchors = found.pages.reduce((count, page) => count + page.ids.length, 0);
console.log(`${basename(tree)}: ${found.pages.length} pages, ${anchors} anchors, ${found.files.size} files; ${lost.length} lost`);
for (const line of lost) console.log(`  ${line}`);

// The title of a page is its top, whatever its id.
const lines = found.pages.flatMap(({ at, ids }) => [
  `/${at}`,
  ...ids.map(({ id, isTitle }) => (isTitle ? `/${at}#` : `/${at}#${id}`)),
]);
const written = [...new Set([...lines, ...[...found.files].map((file) => `/${file}`)])].sort().join('\n') + '\n';
let isStale = false;
if (list && process.env.WRITE) writeFileSync(list, written);
else if (list && (!existsSync(list) || readFileSync(list, 'utf8') !== written)) {
  isStale = true;
  console.log(`  ${list} is not what the program makes: WRITE=1 writes it anew`);
}
process.exit(lost.length > 0 || isStale ? 1 : 0);
