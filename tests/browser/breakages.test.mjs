// Two open pages, A with the error and B without: what each shows after a breakage, after a save of B meanwhile, and after
// the correction. The table at the end is what was seen.

import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { test } from 'node:test';
import { browserForTests } from './lib/fixtures.mjs';
import { Served, isSameLife, markLife, overlayIs, shows } from './lib/serve.mjs';

const A = (words) => `# Page A\n\n${words} [La page C](c.md), [le dossier](d/index.md), <contact:ada>.\n\n![Un point](point.svg)\n`;
const CONTACTS = 'ada:\n  name: Ada\n  kind: desk\n  phone: 01 42 34 56 78\n  hours: 9 h à 17 h\n';
const SETTINGS = 'title: Guide\nlanguage: fr\n';
const BASE = {
  'jalon.yaml': SETTINGS,
  'index.md': '# Accueil\n\n[A](a.md), [B](b.md)\n',
  'a.md': A('Texte un.'),
  'b.md': '# Page B\n\nTexte un.\n',
  'c.md': '# Page C\n\nTexte un.\n',
  'd/index.md': '# Le dossier\n\nTexte un.\n',
  'registry/contacts.yaml': CONTACTS,
  'point.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
};
const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');

// A name, the files that break (null: removed), and whether the error is one of page A or of all pages. A page that was
// edited says "Texte deux": what is served keeps "Texte un".
const OF_A = (name, words, more = {}) => ({ name, files: { 'a.md': `# Page A\n\nTexte deux.\n\n${words}\n`, ...more }, of: 'A' });
const BREAKAGES = [
  OF_A('a broken link', '[Rien](rien.md)'),
  OF_A('a broken anchor', '[Rien](c.md#rien)'),
  OF_A('a missing picture', '![Rien](rien.png)'),
  OF_A('a picture without a text', '![](point.svg)'),
  OF_A('an unknown contact', '<contact:bob>'),
  OF_A('an unknown role', '- [ ] Une tâche <role:chef>'),
  OF_A('an impossible date', 'Avant le 31 juin 2026.'),
  OF_A('a second title', '# Un autre titre'),
  OF_A('HTML that is not accepted', '<script>alert(1)</script>'),
  OF_A('two versions that were not put together', '<<<<<<< HEAD\nUn\n=======\nDeux\n>>>>>>> autre'),
  { name: 'an unknown key in the front matter', files: { 'a.md': `---\ntitel: A\n---\n${A('Texte deux.')}` }, of: 'A' },
  { name: 'front matter that is no YAML', files: { 'a.md': `---\ntitle: "A\n---\n${A('Texte deux.')}` }, of: 'A' },
  { name: 'front matter that does not end', files: { 'a.md': `---\ntitle: A\n\n${A('Texte deux.')}` }, of: 'A' },
  { name: 'a page in UTF-16', files: { 'a.md': utf16(A('Texte deux.')) }, of: 'A' },
  { name: 'a page in Latin-1', files: { 'a.md': Buffer.from(A('Texte deux, été.'), 'latin1') }, of: 'A' },
  { name: 'a NUL byte', files: { 'a.md': A('Texte deux.\0') }, of: 'A' },
  { name: 'an address that another page has', files: { 'a.md': `---\naliases: [/b/]\n---\n${A('Texte deux.')}` }, of: 'A' },
  { name: 'a page is removed that A links to', files: { 'c.md': null }, of: 'A' },
  { name: 'a picture is removed that A shows', files: { 'point.svg': null }, of: 'A' },
  { name: 'a folder is renamed that A links into', rename: ['d', 'e'], of: 'A' },
  { name: 'a contact is renamed that A names', files: { 'registry/contacts.yaml': CONTACTS.replace('ada:', 'eva:') }, of: 'A' },
  { name: 'a registry that is no YAML', files: { 'registry/contacts.yaml': 'ada: [\n' }, of: 'all' },
  { name: 'an id that stands twice', files: { 'registry/contacts.yaml': `${CONTACTS}${CONTACTS}` }, of: 'all' },
  { name: 'a telephone that is none', files: { 'registry/contacts.yaml': CONTACTS.replace('01 42 34 56 78', '12') }, of: 'all' },
  { name: 'settings that are no YAML', files: { 'jalon.yaml': 'title: [\n' }, of: 'all' },
  { name: 'an unknown setting', files: { 'jalon.yaml': `${SETTINGS}titel: Autre\n` }, of: 'all' },
  { name: 'a theme that does not exist', files: { 'jalon.yaml': `${SETTINGS}theme: nuit\n` }, of: 'all' },
  { name: 'a template that cannot be read', files: { 'theme/templates/page.html': '{% block %}' }, of: 'all' },
  { name: 'a template that asks for what is not there', files: { 'theme/templates/parts/header.html': '{{ nulle.part }}' }, of: 'all' },
  { name: 'strings that cannot be read', files: { 'theme/strings/fr.ftl': 'contents = {\n' }, of: 'all' },
  { name: 'a page is emptied', files: { 'a.md': '' }, of: 'none' },
  { name: 'page A is removed, and nothing needs it', files: { 'a.md': null, 'index.md': '# Accueil\n\n[B](b.md)\n' }, of: 'none' },
];

const guide = new Served(BASE);
await guide.start();
const browser = await browserForTests();
const tabs = {};
for (const name of ['a', 'b']) {
  tabs[name] = await (await browser.newContext()).newPage();
  await tabs[name].goto(`${guide.home}${name}/`);
}
const table = [];
let saves = 0;

const apply = (files) => {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) guide.remove(path);
    else guide.write(path, content);
  }
};

const isFolded = (overlay) => overlay?.mark && !overlay.panel;
const kinds = { panel: (overlay) => Boolean(overlay?.panel), mark: isFolded, nothing: (overlay) => overlay === null };
const short = (overlay) => (overlay === null ? 'nothing' : overlay.panel ? `overlay: ${overlay.panel.slice(0, 40)}…` : `mark: ${overlay.mark}`);

for (const { name, files = {}, rename, of } of BREAKAGES) {
  test(name, async () => {
    const { a, b } = tabs;
    for (const tab of [a, b]) await markLife(tab);
    const from = guide.said.length;
    apply(files);
    if (rename) renameSync(guide.path(rename[0]), guide.path(rename[1]));
    const expected = { A: ['panel', 'mark'], all: ['panel', 'panel'], none: ['nothing', 'nothing'] }[of];
    await guide.hears(of === 'none' ? /→/ : /erreur\[[^]*→/, from);
    const said = [await overlayIs(a, kinds[expected[0]]), await overlayIs(b, kinds[expected[1]])];
    if (of === 'A') assert.equal(said[1].href, '/a/', 'the mark leads to A');

    // A save of the other page is shown at once, and A stays as it was.
    saves += 1;
    guide.write('b.md', `# Page B\n\nTexte ${saves}.\n`);
    await shows(b, `Texte ${saves}.`);
    const text = await a.textContent('body');
    const isKept = text.includes('Texte un.');
    assert.equal(isKept, of !== 'none', 'A keeps its last good state');
    if (isKept) {
      assert.ok(text.includes('Ada') && text.includes('La page C'));
      assert.ok(await a.evaluate(() => document.querySelector('main img').naturalWidth > 0), 'its picture is there');
    }
    assert.equal((await (await fetch(`${guide.home}a/`)).text()).includes('Texte un.'), isKept, 'what is served agrees');

    // The correction.
    if (rename) renameSync(guide.path(rename[1]), guide.path(rename[0]));
    if (Object.keys(files).some((path) => path.startsWith('theme/'))) guide.remove('theme');
    apply(Object.fromEntries(Object.keys(files).filter((path) => BASE[path]).map((path) => [path, BASE[path]])));
    for (const tab of [a, b]) await overlayIs(tab, kinds.nothing);
    guide.write('a.md', A(`Texte corrigé ${saves}.`));
    await shows(a, `Texte corrigé ${saves}.`);
    guide.write('a.md', BASE['a.md']);
    await shows(a, 'Texte un.');
    await shows(b, `Texte ${saves}.`);
    for (const tab of [a, b]) assert.ok(await isSameLife(tab), 'no page was loaded anew');
    table.push([name, isKept ? 'last good state' : 'as it is', short(said[0]), `Texte ${saves}, ${short(said[1])}`]);
  });
}

test('the table', (context) => {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of [['breakage', 'A shows', 'over A', 'B shows'], ...table]) {
    context.diagnostic(row.map((cell, at) => cell.padEnd(widths[at])).join(' | '));
  }
  assert.equal(table.length, BREAKAGES.length);
});
