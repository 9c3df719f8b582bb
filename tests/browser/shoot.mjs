// Takes pictures of pages for people to look at: node shoot.mjs SITE FOLDER [PAGE…]

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from './lib/browser.mjs';
import { address, pages, serve } from './lib/site.mjs';

const [folder, output, ...wanted] = process.argv.slice(2);
if (!output) {
  console.error('usage: node shoot.mjs SITE FOLDER [PAGE…]\n\nPAGE is a path such as index.html; all pages by default.');
  process.exit(2);
}
mkdirSync(output, { recursive: true });
const site = await serve(resolve(folder));
const browser = await launch();
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
for (const path of wanted.length > 0 ? wanted : pages(resolve(folder))) {
  const name = join(output, path.replace(/\.html$/, '').replaceAll('/', '_'));
  await page.goto(site.home + address(path));
  await page.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
    return Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.pdf({ path: `${name}-print.pdf`, preferCSSPageSize: true });
  execFileSync('pdftoppm', ['-r', '70', '-png', `${name}-print.pdf`, `${name}-print`]);
  rmSync(`${name}-print.pdf`);
  console.log(name);
}
await browser.close();
await site.close();
