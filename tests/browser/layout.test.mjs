// A page fits: at 320 pixels, at the zoom that gives that width, and with the reader's own spacing of text.

import { test } from 'node:test';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder } from './lib/site.mjs';

// The values of WCAG 2.2, criterion 1.4.12.
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();

for (const path of pages(folder)) {
  test(`layout: ${path}`, async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site.home + address(path));
    none(await tooWide(), 'scrolls sideways at 320 px');
    const clippedBefore = await clipped();
    // A style sheet that is made in script is not the page's own, so its security policy lets it be.
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, SPACING);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      none(await tooWide(), `scrolls sideways at ${width} px with wider spacing`);
      none(await clipped(), `text is cut at ${width} px with wider spacing`);
    }
    none(clippedBefore, 'text is cut at 320 px');
  });
}

/** The elements that make the page wider than the window, when it is. */
function tooWide() {
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
function clipped() {
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
