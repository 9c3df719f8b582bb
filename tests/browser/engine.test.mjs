// The search box of a guide whose settings name a search engine on a server, with a stand-in for each engine (lib/engines.mjs).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listen } from './lib/browser.mjs';
import { standIn } from './lib/engines.mjs';
import { browserForTests, folderForTests, siteForTests } from './lib/fixtures.mjs';
import { none } from './lib/site.mjs';

const program = process.env.JALON ?? new URL('../../target/debug/jalon', import.meta.url).pathname;
const browser = await browserForTests();
const KEYS = { meilisearch: 'search-only', typesense: 'search-only', opensearch: 'ApiKey search-only' };

const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

function writeGuide(work, settings) {
  mkdirSync(join(work, 'guide/registry'), { recursive: true });
  const write = (path, text) => writeFileSync(join(work, 'guide', path), text);
  write('jalon.yaml', `title: Un guide\nlanguage: fr\nsearch: ${JSON.stringify(settings)}\n`);
  write('index.md', '# Accueil\n\nVoir [les étapes](1-etapes.md).\n');
  const steps = Array.from({ length: 24 }, (_, at) => `## Étape du contrat ${at + 1}\n\nSigner le contrat numéro ${at + 1}.\n`);
  write('1-etapes.md', `---\ntitle: Les étapes\nroles: [employeur]\n---\n\n<contact:mairie>\n\n${steps.join('\n')}`);
  write('2-accueil.md', '---\ntitle: Arriver\nroles: [conseiller]\n---\n\nLe contrat est signé.\n');
  write('registry/contacts.yaml', 'mairie:\n  name: Mairie du contrat\n  kind: desk\n  phone: 01 99 00 12 34\n  verified_on: 2026-11-01\n');
  write('registry/roles.yaml', 'employeur:\n  name: Employeur\n  reader: true\nconseiller:\n  name: Conseiller\n  reader: true\n');
}

const run = (work, ...args) => execFileSync(program, [...args, '--root', work], { stdio: ['ignore', 'ignore', 'inherit'], cwd: work });

/** A site whose search asks a stand-in. */
async function withEngine(engine, more = {}) {
  const work = folderForTests(engine);
  // The stand-in loads what the guide exports, and the guide names its address.
  const draft = await freePort();
  writeGuide(work, { ...more, engine: { kind: engine, url: `http://127.0.0.1:${draft}`, index: 'guide', key: KEYS[engine] } });
  run(work, 'export', 'search', '--to', engine, '--out', join(work, 'records'));
  const settings = Object.fromEntries(readdirSync(join(work, 'records')).filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(work, 'records', name), 'utf8'))]));
  const server = await standIn(engine, join(work, 'records'), settings);
  after(() => server.close());
  writeGuide(work, { ...more, engine: { kind: engine, url: server.url, index: 'guide', key: KEYS[engine] } });
  run(work, 'build', '--out', join(work, 'out'), '--today', '2026-11-23');
  const site = await siteForTests(join(work, 'out'));
  return { server, site, out: join(work, 'out') };
}

async function fresh(t, site, allowed) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  t.after(() => context.close());
  const page = await context.newPage();
  const heard = listen(page, site.home);
  await page.goto(site.home);
  return { page, heard: () => heard.filter((line) => !line.includes(allowed)) };
}

async function ask(page, words) {
  await page.fill('#_search', '');
  await page.waitForFunction(() => !document.querySelector('.search-said')?.textContent);
  await page.fill('#_search', words);
  await page.waitForFunction(() => document.querySelector('.search-said')?.textContent);
}

const titles = (page) => page.locator('.search-title').allTextContents();

for (const engine of Object.keys(KEYS)) {
  test(`${engine} answers in the box, and the index where it fails`, async (t) => {
    const { server, site } = await withEngine(engine);
    const { page, heard } = await fresh(t, site, server.url);
    await ask(page, 'contrat');
    assert.deepEqual(server.state.refused, []);
    assert.ok(server.state.asked > 0, 'the server was asked');
    assert.ok(!site.requests.some((path) => path?.includes('search/head.js')), 'the index was not loaded');
    assert.match(await page.locator('.search-said').textContent(), /^2\d résultats/);
    assert.equal(await page.locator('.search-sheet li').count(), 10);
    assert.ok((await page.locator('.search-sheet mark').count()) > 0, 'words are marked');
    await page.locator('.search-more').click();
    await page.waitForFunction(() => document.querySelectorAll('.search-sheet li').length === 20);
    const hrefs = await page.locator('.search-title').evaluateAll((all) => all.map((one) => one.href));
    assert.equal(new Set(hrefs).size, 20, 'each result once');
    await page.locator('.search-roles label', { hasText: 'Conseiller' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('.search-title')].some((one) => one.textContent === 'Arriver'));
    assert.ok(!(await titles(page)).some((title) => title.startsWith('Étape')), 'another role sees its own');
    assert.deepEqual(server.state.refused, []);
    await page.locator('.search-roles label').first().click();
    await ask(page, 'mairie');
    assert.equal(await page.locator('.search-sheet li').first().locator('a[href="tel:+33199001234"]').count(), 1);
    server.state.isDown = true;
    await ask(page, 'étape 12');
    await page.waitForFunction(() => document.querySelector('.search-title')?.textContent === 'Étape du contrat 12');
    assert.ok(site.requests.some((path) => path?.includes('search/head.js')), 'the index took over');
    const asked = server.state.asked;
    await ask(page, 'étape 13');
    assert.equal(server.state.asked, asked, 'a server that failed is left alone for a while');
    // The browser itself reports the answer 503.
    none(heard().filter((line) => !/503/.test(line)), 'the page was heard:');
  });
}

test('a site without an index asks the server, and leads on where it fails', async (t) => {
  const { server, site, out } = await withEngine('meilisearch', { index: false });
  assert.ok(!readdirSync(out).includes('search'), 'no index');
  const { page } = await fresh(t, site, server.url);
  await ask(page, 'contrat');
  assert.equal(await page.locator('.search-sheet li').count(), 10);
  await page.locator('.search-title').first().click();
  await page.waitForURL(/#/);
  server.state.isDown = true;
  await page.reload();
  await ask(page, 'contrat');
  await page.waitForFunction(() => [...document.querySelectorAll('.search-title')].some((one) => one.href.includes('?q=contrat')));
});

test('what is typed goes to this server alone, and the pages say so', async () => {
  const { server, out } = await withEngine('typesense');
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(home)[1];
  assert.ok(policy.includes(`connect-src &#39;self&#39; ${server.url};`), policy);
  const data = readFileSync(join(out, 'donnees-personnelles/index.html'), 'utf8');
  assert.ok(data.includes(server.url), 'the page on personal data names the server');
});
