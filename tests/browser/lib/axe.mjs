// What axe-core has to say about a page as it is shown at the moment.

import { readFileSync } from 'node:fs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];
// Text of 7:1 is level AAA, which we hold without the rest of that level.
const OPTIONS = {
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
};
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The faults of a page, with some of the elements that have them. */
export async function faultsOf(page) {
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(axe);
  const { violations } = await page.evaluate((options) => globalThis.axe.run(options), OPTIONS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map(({ html }) => `${id}: ${help}\n  ${html.slice(0, 160)}`),
  );
}
