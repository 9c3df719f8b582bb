// A page can be read without script, moved through by keyboard, and printed.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { menuIsShown } from './lib/browser.mjs';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, siteFolder } from './lib/site.mjs';

const MOST_TABS = 30;

const folder = siteFolder();
const site = await siteForTests(folder);
const browser = await browserForTests();
const viewport = { width: 1280, height: 800 };
const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage();
const plain = await (await browser.newContext({ viewport, javaScriptEnabled: false })).newPage();

for (const path of pages(folder)) {
  test(`without script: ${path}`, async () => {
    await plain.goto(site.home + address(path));
    assert.equal(await plain.locator('h1').count(), 1);
    assert.ok(await plain.locator('main h1').isVisible(), 'the title is shown');
    assert.ok(await plain.evaluate(menuIsShown), 'a menu is shown');
    const hidden = await plain.evaluate(() =>
      [...document.querySelectorAll('main :is(p, li, dt, dd, td, h2, h3)')]
        .filter((element) => !element.closest('details:not([open]), .print-only') && element.innerText?.trim())
        .filter((element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    none(hidden, 'text that is not shown:');
  });

  test(`by keyboard: ${path}`, async () => {
    await page.goto(site.home + address(path));
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => document.activeElement.getAttribute('href'));
    assert.match(skip ?? '', /^#./, 'the first stop is the skip link');
    none(await unseenFocus(), 'the skip link:');
    await page.keyboard.press('Enter');
    const arrived = await page.evaluate(
      (anchor) => Boolean(document.querySelector(`main${anchor}, main ${anchor}`)) && location.hash === anchor,
      skip,
    );
    assert.ok(arrived, 'the skip link leads into the main text');
    await page.goto('about:blank');
    await page.goto(site.home + address(path));
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      none(await unseenFocus(), `stop ${tab + 1}:`);
    }
  });
}

/** What is wrong with how the focused element shows its focus: nothing, one hopes. */
function unseenFocus() {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const name = focused.outerHTML.slice(0, 120);
    const box = focused.getBoundingClientRect();
    const faults = [];
    // A field may show the focus on what surrounds or follows it, such as its label.
    const shown = [focused, focused.parentElement, focused.nextElementSibling].filter(Boolean).some((element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    if (!shown) faults.push(`no visible focus: ${name}`);
    const line = focused.getClientRects()[0] ?? box;
    const x = line.left + line.width / 2;
    const y = line.top + Math.min(line.height, innerHeight) / 2;
    const top = document.elementFromPoint(x, y);
    if (!top || !(focused.contains(top) || top.contains(focused) || focused.labels?.[0]?.contains(top))) {
      faults.push(`focus is covered or out of view: ${name} below ${top?.outerHTML.slice(0, 60)}`);
    }
    return faults;
  });
}

const printed = pages(folder).filter((path) => path !== '404.html').slice(0, 4);
for (const path of printed) {
  test(`print: ${path}`, async () => {
    await page.goto(site.home + address(path));
    const { title, around } = await page.evaluate(() => {
      const main = document.querySelector('main').innerText;
      const words = [...document.querySelectorAll('nav, header, footer, .skip')]
        .filter((element) => !element.querySelector('main'))
        .flatMap((element) => [...element.querySelectorAll('a, button'), ...(element.matches('a') ? [element] : [])])
        .map((element) => element.innerText.trim().replace(/\s+/g, ' '))
        .filter((text) => text.length > 3 && !main.includes(text) && !document.title.includes(text));
      return { title: document.querySelector('h1').innerText, around: [...new Set(words)] };
    });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ');
    const text = flat(execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }));
    assert.ok(text.includes(flat(title)), 'the title is printed');
    none(around.filter((words) => text.includes(flat(words))), 'navigation is printed:');
    const size = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
    assert.match(size, /Page size: .*A4/);
  });
}

test('forced colours: signs without words are seen', async (t) => {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 740 }, forcedColors: 'active', colorScheme: 'dark' });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(site.home);
    const unseen = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return ['.site-search label', '.site-search button', '.site-colours', '.role-entries .role'].filter((selector) => {
        const sign = getComputedStyle(document.querySelector(selector), '::before');
        return sign.content !== 'none' && sign.maskImage + sign.clipPath !== 'nonenone' && sign.backgroundColor === paper;
      });
    });
    none(unseen, `as dark as the page at ${width} px:`);
  }
});
