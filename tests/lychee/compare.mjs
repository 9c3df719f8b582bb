// Compares what `jalon check` and lychee say about links: node compare.mjs JALON LYCHEE SITE [GUIDES]
// JALON and LYCHEE are the programs, SITE the first guide as published, GUIDES how many guides with planted faults (200).
//
// Jalon publishes no site with a broken link, so on the planted guides lychee reads the Markdown itself. Headings are
// plain English words there: each tool names anchors in its own way, and only such names are the same in both.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const [jalon, lychee, site, guides = '200'] = process.argv.slice(2);

/** Numbers that look like chance and are the same each time (Park and Miller, "Random number generators", 1988). */
let state = 20261123;
const dice = (sides) => (state = (state * 48271) % 2147483647) % sides;
const pick = (list) => list[dice(list.length)];

const HEADINGS = ['First steps', 'Second thoughts', 'Third party', 'Last words'];
const anchor = (heading) => heading.toLowerCase().replaceAll(' ', '-');
const PAGES = ['index.md', 'alpha.md', 'beta.md', 'deep/index.md', 'deep/gamma.md', 'deep/down/index.md', 'deep/down/delta.md'];
const FILES = ['plan.pdf', 'deep/note one.txt', 'deep/down/form.odt'];

/** A line with a link of some kind, and whether it is broken. */
function line(from, number) {
  const to = (path) => relative(dirname(from), path) || '.';
  const encoded = (path) => to(path).replaceAll(' ', '%20');
  const page = pick(PAGES);
  const heading = pick(HEADINGS);
  const file = pick(FILES);
  return pick([
    () => [`Read [page ${number}](${to(page)}).`, false],
    () => [`Read [page ${number}](${to(page)}#${anchor(heading)}).`, false],
    () => [`Read [place ${number}](#${anchor(heading)}).`, false],
    () => [`Read [file ${number} (TXT, 1 kB)](${encoded(file)}).`, false],
    () => [`Read [angle ${number} (TXT, 1 kB)](<${to(file)}>).`, false],
    () => [`Read [page ${number}][note-${number}].\n\n[note-${number}]: ${to(page)}`, false],
    () => [`See \`[code ${number}](nowhere.md)\`.`, false],
    () => [`\`\`\`text\n[fence ${number}](nowhere.md)\n\`\`\``, false],
    () => [`See <https://example.org/${number}>.`, false],
    () => [`Read [lost ${number}](${to(page).replace('.md', `-${number}.md`)}).`, true],
    () => [`Read [lost ${number}](${to(page)}#nothing-${number}).`, true],
    () => [`Read [lost ${number}](#nothing-${number}).`, true],
    () => [`Read [lost ${number} (TXT, 1 kB)](${encoded(file).replace(/\.\w+$/, `-${number}.txt`)}).`, true],
    () => [`![A picture ${number}](${to(`picture-${number}.png`)})`, true],
    () => [`> - Read *[lost ${number}](../../../deep/nowhere-${number}.md)*.`, true],
  ])();
}

/** Writes a guide; gives the places of its broken links. */
function plant(root) {
  const broken = new Set();
  const write = (path, text) => {
    mkdirSync(dirname(join(root, 'guide', path)), { recursive: true });
    writeFileSync(join(root, 'guide', path), text);
  };
  write('jalon.yaml', 'title: Guide\nlanguage: en\n');
  for (const file of FILES) write(file, 'text\n');
  let number = 0;
  for (const path of PAGES) {
    let text = `# ${path.replaceAll(/[/.]/g, ' ')}\n`;
    for (const heading of HEADINGS) {
      text += `\n## ${heading}\n\n`;
      for (let count = dice(3); count >= 0; count -= 1) {
        const [words, isBroken] = line(path, (number += 1));
        if (isBroken) broken.add(`${path}:${text.split('\n').length}`);
        text += `${words}\n\n`;
      }
    }
    write(path, text);
  }
  return broken;
}

function byJalon(root) {
  const { stdout } = spawnSync(resolve(jalon), ['check', '--root', root, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const notes = stdout.split('\n').filter(Boolean).map((one) => JSON.parse(one));
  const errors = notes.filter((note) => note.severity === 'error');
  return new Set(errors.map((note) => `${note.path.replace('guide/', '')}:${note.line}`));
}

function byLychee(root, ...more) {
  const options = ['--offline', '--include-fragments', '--no-progress', '--format', 'json', ...more, root];
  const { stdout } = spawnSync(resolve(lychee), options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const { error_map: errors } = JSON.parse(stdout);
  return new Set(Object.entries(errors).flatMap(([file, all]) => all.map((one) => `${relative(root, file)}:${one.span.line}`)));
}

const without = (left, right) => [...left].filter((one) => !right.has(one));
let differences = 0;
const differ = (who, what, places) => {
  differences += places.length;
  for (const place of places) console.log(`${who} ${what} ${place}`);
};

const version = execFileSync(resolve(lychee), ['--version'], { encoding: 'utf8' }).trim();
const published = byLychee(resolve(site), '--root-dir', resolve(site), '--index-files', 'index.html',
  // The page for unknown addresses looks for its files above itself.
  '--exclude-path', '/404\\.html$');
differ('lychee', 'finds in the first guide:', [...published]);
console.log(`${version}: ${published.size} faults in the first guide as published`);

const work = mkdtempSync(join(tmpdir(), 'jalon-lychee-'));
let planted = 0;
for (let guide = 0; guide < Number(guides); guide += 1) {
  const root = join(work, String(guide));
  const broken = plant(root);
  planted += broken.size;
  const [ours, theirs] = [byJalon(root), byLychee(join(root, 'guide'), '--index-files', 'index.md')];
  differ('jalon', `misses in guide ${guide}:`, without(broken, ours));
  differ('jalon', `invents in guide ${guide}:`, without(ours, broken));
  differ('lychee', `misses in guide ${guide}:`, without(broken, theirs));
  differ('lychee', `invents in guide ${guide}:`, without(theirs, broken));
}
rmSync(work, { recursive: true });
console.log(`${planted} links broken in ${guides} guides, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
