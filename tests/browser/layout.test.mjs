// A page fits: at 320 pixels, at the zoom that gives that width, with the reader's own spacing of text, and on a phone with
// text alone at 200 %.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder } from './lib/site.mjs';

// The values of WCAG 2.2, criterion 1.4.12.
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

const folder = siteFolder();
const site = await siteForTests(folder);
const usual = await browserForTests();
const enlarged = await browserForTests(['--blink-settings=defaultFontSize=32']);
const page = await (await usual.newContext({ reducedMotion: 'reduce' })).newPage();

for (const path of pages(folder)) {
  test(`layout: ${path}`, async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site.home + address(path));
    none(await tooWide(page), 'scrolls sideways at 320 px');
    const clippedBefore = await clipped(page);
    await styled(page, SPACING);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      none(await tooWide(page), `scrolls sideways at ${width} px with wider spacing`);
      none(await clipped(page), `text is cut at ${width} px with wider spacing`);
    }
    none(clippedBefore, 'text is cut at 320 px');
  });

  // Readers enlarge text alone in two ways: what it is measured from (WCAG 2.2, 1.4.4), or the size of the browser's settings,
  // which also counts where a page asks for its width in `em`.
  for (const [how, browser] of [['of the page', usual], ['of the browser', enlarged]]) {
    test(`layout with text at 200 % ${how}: ${path}`, async (t) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
      t.after(() => context.close());
      const page = await context.newPage();
      await page.goto(site.home + address(path));
      if (browser === usual) await styled(page, 'html { font-size: 225% !important; }');
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '36px');
      none(await tooWide(page), 'scrolls sideways with text at 200 %');
      none(await clipped(page), 'text is cut at 200 %');
      none(await overlapping(page), 'text lies over other text at 200 %');
    });
  }
}

test('text over text would be found', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(site.home);
  await styled(page, '.page-main { margin-block-start: -5rem; }');
  assert.ok((await overlapping(page)).length > 0);
});

/** A style sheet that is made in script is not the page's own, so its security policy lets it be. */
function styled(page, css) {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** The elements that make the page wider than the window, when it is. */
function tooWide(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  });
}

/** The elements whose text does not fit in them and is cut; what only screen readers get does not count. */
function clipped(page) {
  return page.evaluate(() => {
    const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        if (!element.innerText?.trim() || !element.checkVisibility({ visibilityProperty: true })) return false;
        const style = getComputedStyle(element);
        if (element.clientWidth <= 1 || element.clientHeight <= 1 || style.clipPath !== 'none') return false;
        return (
          (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Lines of text that lie over lines of another block; what only screen readers get does not count. */
function overlapping(page) {
  return page.evaluate(() => {
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('.visually-hidden, template, script, select, textarea')) continue;
      const hidden = element.closest('.site-search label span, thead');
      if (hidden && getComputedStyle(hidden).clipPath !== 'none') continue;
      let block = element;
      while (/^inline($| )/.test(getComputedStyle(block).display)) block = block.parentElement;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Letters fill the middle of a line.
        const spare = (bottom - top) / 4;
        lines.push({ left, right, top: top + spare, bottom: bottom - spare, block, words: text.data.trim().slice(0, 40) });
      }
    }
    lines.sort((one, other) => one.top - other.top);
    const found = [];
    lines.forEach((one, at) => {
      for (let next = at + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
        const other = lines[next];
        if (other.block !== one.block && other.left < one.right - 1 && one.left < other.right - 1) found.push(`${one.words} | ${other.words}`);
      }
    });
    return found;
  });
}
