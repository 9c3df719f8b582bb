// The Nu HTML checker finds no error and no warning in any page of either build.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { siteForTests } from './lib/fixtures.mjs';
import { files, none, siteFolder } from './lib/site.mjs';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

test('vnu: all pages', async () => {
  // The checker holds pages to their security policy, in which 'self' has a meaning only on a server.
  const names = new Map();
  const sites = [];
  for (const variable of ['JALON_SITE', 'JALON_PORTABLE']) {
    const folder = siteFolder(variable);
    const site = await siteForTests(folder);
    for (const path of files(folder).filter((path) => path.endsWith('.html'))) {
      names.set(site.home + path, variable === 'JALON_SITE' ? path : `${path} (portable)`);
    }
    sites.push(site);
  }
  // One process reads them all, because the checker takes longer to start than to read a page.
  const output = await vnu([...names.keys()]);
  const found = JSON.parse(output)
    // Plain "info" is advice on style, such as that of a slash in <br/>; a warning is an "info" with a subtype.
    .messages.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ type, subType, url, lastLine, message }) => {
      return `${names.get(url) ?? url}:${lastLine ?? 1}: ${subType ?? type}: ${message}`;
    });
  none(found, 'the checker found faults:');
  const read = new Set(sites.flatMap((site) => site.requests.map((path) => site.home + path)));
  assert.deepEqual([...names.keys()].filter((url) => !read.has(url)), [], 'every page is read');
});

function vnu(addresses) {
  // Without this the checker refuses the loopback address.
  const loopback = '-Dnu.validator.servlet.allow-forbidden-hosts=true';
  const options = [loopback, '-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', ...addresses];
  return new Promise((done, fail) => {
    execFile('java', options, { maxBuffer: 256 * 1024 * 1024 }, (error, output) => {
      if (error) fail(error);
      else done(output);
    });
  });
}
