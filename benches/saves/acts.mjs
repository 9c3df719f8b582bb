// What editors save, and how it shows over HTTP.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { get } from './server.mjs';

const THEME = join(dirname(fileURLToPath(import.meta.url)), '../../themes/default');

/** Markdown files below a folder, with forward slashes, sorted. */
export const pagesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md') && !/(^|\/)(index|README)\.md$|^(registry|theme)\//.test(name))
    .sort();

/** The address of a page: numbers in front of names give the order only. */
export const addressOf = (page) => {
  const names = page.replace(/\.md$/, '').split('/');
  return `/${names.map((name) => name.replace(/^\d+[-_.]?/, '')).join('/')}/`;
};

/** Another title in the front matter of a page, or in its first heading. */
export const retitled = (text, title) =>
  /^title:.*$/m.test(text) ? text.replace(/^title:.*$/m, `title: "${title}"`) : text.replace(/^# .*$/m, `# ${title}`);

/** Each act writes a file in another way for each number, and names the address and the words that show it. */
export const acts = async (root, port) => {
  const at = (name) => join(root, 'guide', name);
  const read = (name) => readFileSync(at(name), 'utf8');
  const write = (name, text) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  const pages = pagesOf(join(root, 'guide'));
  const page = pages[pages.length >> 1];
  const [address, text, settings] = [addressOf(page), read(page), read('jalon.yaml')];
  const contacts = read('registry/contacts.yaml');
  const listed = pages.find((name) => read(name).includes('<contact:*>'));
  const footer = readFileSync(join(THEME, 'templates/parts/footer.html'), 'utf8');
  const style = readFileSync(join(THEME, 'static/style.css'), 'utf8');
  const says = (mark) => (body) => body.includes(mark);
  const styleSays = (mark) => async (body) => {
    const link = /<link rel="?stylesheet"? href="?([^" >]+)|href="?([^" >]+)"? rel="?stylesheet/.exec(body);
    const path = new URL(link[1] ?? link[2], `http://localhost${address}`).pathname;
    return mark.test(await get(port, path));
  };
  const digits = (number) => String(1000 + number).padStart(4, '0');
  return {
    address,
    page: at(page),
    text,
    list: [
      ['a sentence', (n) => write(page, `${text}\nPhrase ajoutée ${n}.\n`), address, (n) => says(`ajoutée ${n}.`)],
      ['a title', (n) => write(page, retitled(text, `Titre changé ${n}`)), address, (n) => says(`Titre changé ${n}<`)],
      [
        'a telephone',
        (n) => write('registry/contacts.yaml', contacts.replace(/^( +phone:).*$/m, `$1 "01 99 00 ${digits(n).slice(0, 2)} ${digits(n).slice(2)}"`)),
        listed ? addressOf(listed) : '/contacts/',
        (n) => says(`+3319900${digits(n)}`),
      ],
      ['a template', (n) => write('theme/templates/parts/footer.html', `${footer}<i>pied ${n}</i>\n`), address, (n) => says(`pied ${n}<`)],
      ['a style', (n) => write('theme/static/style.css', `${style}\nbody { order: ${n}; }\n`), address, (n) => styleSays(new RegExp(`order: ?${n}\\b`))],
      ['a setting', (n) => write('jalon.yaml', settings.replace(/^title:.*$/m, `title: "Guide ${n}"`)), '/', (n) => says(`Guide ${n}`)],
    ],
  };
};
