// The same pages for two other generators, as far as they know what stands in them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pagesOf, retitled } from './acts.mjs';
import { Server } from './server.mjs';

/** Page text without the references that only Jalon knows. */
const plain = (text) => text.replace(/<(?:[a-z]+:)[^>\s]*>/g, 'le service').replace(/^(\s*- )\[[ x]\] /gm, '$1');

const copyPages = (guide, to) => {
  const pages = pagesOf(join(guide, 'guide'));
  for (const page of pages) {
    const file = join(to, page);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, plain(readFileSync(join(guide, 'guide', page), 'utf8')));
  }
  return pages[pages.length >> 1];
};

/** A file below a folder, with the folders above it. */
const put = (folder, name, text) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const actsOf = (file, text, address) => {
  const says = (mark) => (body) => body.includes(mark);
  return [
    ['a sentence', (n) => writeFileSync(file, `${text}\nPhrase ajoutée ${n}.\n`), address, (n) => says(`ajoutée ${n}.`)],
    ['a title', (n) => writeFileSync(file, retitled(text, `Titre changé ${n}`)), address, (n) => says(`Titre changé ${n}`)],
  ];
};

/** `hugo server` with a layout that shows the title, the text and the pages of the same section. */
export const hugo = (program, guide, work, port) => {
  const root = join(work, 'hugo');
  const page = copyPages(guide, join(root, 'content'));
  put(root, 'hugo.toml', 'baseURL = "http://localhost/"\ntitle = "Guide"\ndisableKinds = ["taxonomy", "term", "rss"]\n');
  const menu = '<nav>{{ range .CurrentSection.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>';
  const body = '<!doctype html><html><head><title>{{ .Title }}</title></head><body>MENU<h1>{{ .Title }}</h1>{{ .Content }}</body></html>';
  for (const name of ['single', 'list', 'index']) put(root, `layouts/_default/${name}.html`, body.replace('MENU', menu));
  const args = ['server', '--source', root, '--port', String(port), '--renderToMemory', '--disableLiveReload=false'];
  const file = join(root, 'content', page);
  const address = `/${page.replace(/\.md$/, '').toLowerCase()}/`;
  return { server: new Server(port, program, args), address, list: actsOf(file, readFileSync(file, 'utf8'), address) };
};

/** `vitepress dev`, which turns a page into a script when it is asked for. */
export const vitepress = (program, guide, work, port) => {
  const root = join(work, 'vitepress');
  const page = copyPages(guide, root);
  put(root, '.vitepress/config.mjs', 'export default { title: "Guide", ignoreDeadLinks: true };\n');
  put(root, 'index.md', '# Guide\n');
  const file = join(root, page);
  const address = `/${page}`;
  const server = new Server(port, process.execPath, [program, 'dev', root, '--port', String(port)]);
  return { server, address, list: actsOf(file, readFileSync(file, 'utf8'), address) };
};
