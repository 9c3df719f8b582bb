// From a save to the new text on the screen of Chromium.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pause } from './server.mjs';

const required = createRequire(new URL('../../tests/browser/package.json', import.meta.url));

/** Saves a sentence `runs` times; gives the milliseconds until the frame after the text came into the page. */
export const painted = async (server, address, page, text, runs) => {
  const { chromium } = required('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${server.port}${address}`);
    const readings = [];
    for (let run = 1; run <= runs; run += 1) {
      const mark = `peinte ${run}.`;
      const seen = tab.evaluate(
        (words) =>
          new Promise((done) => {
            const look = () => {
              if (!document.body?.textContent.includes(words)) return false;
              // The callback of the next frame runs before it is painted; the one after that, when it was.
              requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())));
              return true;
            };
            if (look()) return;
            const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
            observer.observe(document, { childList: true, subtree: true, characterData: true });
          }),
        mark,
      );
      await pause(50);
      const start = performance.timeOrigin + performance.now();
      writeFileSync(page, `${text}\nPhrase ${mark}\n`);
      readings.push((await seen) - start);
      await pause(300);
    }
    return readings;
  } finally {
    await browser.close();
  }
};
