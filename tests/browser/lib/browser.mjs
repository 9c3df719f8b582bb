// The browser that the tests drive, and what they ask of a page.

import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium: the one that CHROMIUM names, else Debian's. `more` are arguments of its own. */
export function launch(more = []) {
  const args = [...ARGUMENTS, ...more];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
}

/** Whether any link that the page's menus hold is shown. */
export const menuIsShown = () =>
  [...document.querySelectorAll('nav a[href]')].some((link) => link.checkVisibility({ visibilityProperty: true }));

/** Where a page leads to as it is written there, and which anchors it has. */
export const linksAndAnchors = () => ({
  links: [...document.querySelectorAll('[href], [src]')].map((element) => ({
    written: element.getAttribute('href') ?? element.getAttribute('src'),
    followed: element.matches('a, area'),
  })),
  anchors: [...document.querySelectorAll('[id]')].map((element) => element.id),
});

/** Notes all that a page says, fails to load, or asks of another origin. */
export function listen(page, ownAddress) {
  const heard = [];
  page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A page that is left while it loads gives the rest of its files up.
    if (why !== 'net::ERR_ABORTED') heard.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(ownAddress) && !url.startsWith('data:')) heard.push(`request to elsewhere: ${url}`);
  });
  return heard;
}
