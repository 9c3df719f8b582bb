// What `jalon serve` shows of errors over a page: readable at every width, light and dark, by keyboard and by ear, and closed
// with Escape. JALON_SHOTS names a folder for pictures of it.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsOf } from './lib/axe.mjs';
import { browserForTests } from './lib/fixtures.mjs';
import { Served, overlayIs } from './lib/serve.mjs';

const LONG = 'Un paragraphe assez long, dont le lien [vers une page au nom long](dossier/une-page-qui-n-existe-pas-du-tout.md) est cassé, et qui va plus loin.';
const guide = new Served({
  'jalon.yaml': 'title: Guide\nlanguage: fr\neditor: vscode\n',
  'index.md': '# Accueil\n\nBonjour. [A](a.md), [B](b.md)\n',
  'a.md': '# Page A\n\nTexte.\n',
  'b.md': '# Page B\n\nTexte.\n',
});
await guide.start();
const browser = await browserForTests();
const page = await (await browser.newContext()).newPage();
const other = await (await browser.newContext()).newPage();
await page.goto(`${guide.home}a/`);
await other.goto(`${guide.home}b/`);
guide.write('a.md', `# Page A\n\n${LONG}\n\n<contact:personne>, le 31 juin 2026. Cliquez [ici](b.md). <img src=x onerror=alert(1)> \`a\`\n`);
await overlayIs(page, (overlay) => overlay?.panel);
await overlayIs(other, (overlay) => overlay?.mark);

for (const width of [360, 768, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${width} px, ${colorScheme}`, async () => {
      for (const [tab, name] of [[page, 'overlay'], [other, 'mark']]) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.emulateMedia({ colorScheme });
        assert.deepEqual(await faultsOf(tab), []);
        const [wide, inside] = await tab.evaluate(() => {
          const { shadowRoot } = document.querySelector('#jalon-overlay');
          const box = shadowRoot.querySelector('.panel, .mark').getBoundingClientRect();
          const body = shadowRoot.querySelector('.body');
          const isWide = document.documentElement.scrollWidth > innerWidth || (body && body.scrollWidth > body.clientWidth);
          return [Boolean(isWide), box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight];
        });
        assert.deepEqual([wide, inside], [false, true], name);
        if (process.env.JALON_SHOTS) await tab.screenshot({ path: join(process.env.JALON_SHOTS, `${name}-${width}-${colorScheme}.png`) });
      }
      // The mark stands in the words that it is about, however they are wrapped.
      const marked = await page.evaluate(() => document.querySelector('#jalon-overlay').shadowRoot.querySelector('mark').textContent);
      assert.equal(marked, 'dossier/une-page-qui-n-existe-pas-du-tout.md');
    });
  }
}

test('each place opens the editor, and texts are texts', async () => {
  const links = await page.evaluate(() => {
    const root = document.querySelector('#jalon-overlay').shadowRoot;
    return [[...root.querySelectorAll('.place a')].map((link) => link.getAttribute('href')), root.querySelectorAll('img, script').length];
  });
  assert.equal(links[1], 0);
  assert.equal(links[0][0], `vscode://file${guide.path('a.md')}:3:${LONG.indexOf('dossier') + 1}`);
});

test('Escape folds it into its mark, which opens it again', async () => {
  await page.bringToFront();
  const focused = () => page.evaluate(() => document.querySelector('#jalon-overlay').shadowRoot.activeElement?.className ?? document.activeElement.localName);
  assert.equal(await focused(), 'body', 'it does not take the focus');
  await page.keyboard.press('Escape');
  await overlayIs(page, (overlay) => overlay?.mark && !overlay.panel);
  await page.evaluate(() => document.querySelector('#jalon-overlay').shadowRoot.querySelector('.mark').focus());
  await page.keyboard.press('Enter');
  await overlayIs(page, (overlay) => overlay?.panel);
  assert.equal(await focused(), 'close');
  // The focus goes on, and comes back: it is not held.
  const seen = new Set();
  for (let press = 0; press < 60 && !seen.has('a') ; press += 1) {
    await page.keyboard.press('Tab');
    seen.add(await focused());
  }
  assert.ok(seen.has('body') && seen.has('a'), [...seen].join());
  await page.keyboard.press('Escape');
  await overlayIs(page, (overlay) => overlay?.mark && !overlay.panel);
});

test('closed, it stays closed until something else is wrong', async () => {
  guide.write('b.md', '# Page B\n\nUn autre texte.\n');
  await other.waitForFunction(() => document.querySelector('main').textContent.includes('Un autre texte.'));
  await overlayIs(page, (overlay) => overlay?.mark && !overlay.panel);
  guide.write('a.md', `# Page A\n\n[Autre chose](autre.md)\n`);
  await overlayIs(page, (overlay) => overlay?.panel?.includes('autre.md'));
});

test('the mark leads to the page with the error', async () => {
  await other.bringToFront();
  await other.evaluate(() => document.querySelector('#jalon-overlay').shadowRoot.querySelector('a.mark').click());
  await other.waitForURL('**/a/');
  await overlayIs(other, (overlay) => overlay?.panel);
});

test('a thousand errors are less than 20 kB, ten of them in full', async () => {
  const sizes = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.eventSourceMessageReceived', ({ data }) => sizes.push(Buffer.byteLength(data)));
  guide.write('a.md', `# Page A\n\n${Array.from({ length: 1000 }, (_, number) => `[Lien ${number}](nulle-part-${number}.md)`).join('\n\n')}\n`);
  await overlayIs(page, (overlay) => overlay?.panel?.includes('1000 erreurs') || overlay?.panel?.includes('1 000 erreurs'));
  assert.ok(sizes.length > 0 && Math.max(...sizes) < 20_000, String(sizes));
  assert.equal(await page.evaluate(() => document.querySelector('#jalon-overlay').shadowRoot.querySelectorAll('.finding.error').length), 10);
});
