// Every link leads to something, whatever folder of a host the site is put in.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { linksAndAnchors } from './lib/browser.mjs';
import { browserForTests, siteForTests } from './lib/fixtures.mjs';
import { address, none, pages, redirects, siteFolder } from './lib/site.mjs';

const folder = siteFolder();
const all = [...pages(folder), ...redirects(folder)];
const browser = await browserForTests();
// Links must be in the page as it is sent, so they are read without script.
const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();

for (const below of ['/', '/a/b/']) {
  const site = await siteForTests(folder, { below });
  const surveys = new Map();

  /** Reads a page of the site once; anything else that is there has no anchors. */
  const survey = async (url) => {
    if (!surveys.has(url)) surveys.set(url, await read(url));
    return surveys.get(url);
  };

  for (const path of all) {
    test(`links below ${below}: ${path}`, async () => {
      const from = site.home + address(path);
      const faults = [];
      for (const { written, followed } of (await survey(from)).links) {
        if (written.trim() === '' || written === '#') faults.push(`empty target: "${written}"`);
        // The page for unknown addresses looks for its files above itself.
        if (path === '404.html' && written.startsWith('../')) continue;
        const target = new URL(written, from);
        if (target.origin !== site.origin) continue;
        const fragment = decodeURIComponent(target.hash.slice(1));
        target.hash = '';
        const { status, anchors } = await survey(target.href);
        if (status !== 200) faults.push(`${written}: ${status}`);
        else if (followed && fragment && anchors && !anchors.includes(fragment)) faults.push(`${written}: no such anchor`);
      }
      none(faults, 'links that lead nowhere:');
    });
  }

  test(`every page is reached from the home page, below ${below}`, { skip: Boolean(process.env.JALON_ONLY) }, async () => {
    const reached = new Set([site.home]);
    for (const url of reached) {
      for (const { written, followed } of (await survey(url)).links) {
        const target = new URL(written, url).href.split('#')[0];
        if (followed && target.startsWith(site.home)) reached.add(target);
      }
    }
    const lost = pages(folder).filter((path) => path !== '404.html' && !reached.has(site.home + address(path)));
    none(lost, 'pages to which no link leads:');
  });

  test(`an address that is not there gets the site's own page, below ${below}`, async () => {
    const answer = await fetch(`${site.home}n-existe-pas`);
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), readFileSync(join(folder, '404.html'), 'utf8'));
  });
}

async function read(url) {
  const answer = await fetch(url);
  const type = answer.headers.get('content-type');
  const html = await answer.text();
  if (answer.status !== 200 || !type.startsWith('text/html')) return { status: answer.status, links: [] };
  const onward = html.match(/<meta[^>]*http-equiv="?refresh[^>]*content="[^"]*url=([^"]*)"/i);
  if (onward) {
    // The browser would leave a redirect at once, so only its text is looked at.
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, written]) => ({ written, followed: true }));
    const anchors = [...html.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
    return { status: 200, anchors, links: [...links, { written: onward[1], followed: true }] };
  }
  await page.goto(url);
  return { status: 200, ...(await page.evaluate(linksAndAnchors)) };
}
