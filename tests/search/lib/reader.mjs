// The reader's script outside a browser: the same files, read from a folder.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const RANK = new URL('../../../themes/default/static/search/rank.js', import.meta.url);

/** The functions of `rank.js`, in a realm of their own. */
export function reader() {
  const context = createContext({});
  runInContext(readFileSync(RANK, 'utf8'), context);
  return context.jalonSearch;
}

/** The index in `folder/search`; `loaded` lists the files that were read. */
export function open(folder, jalonSearch = reader()) {
  const context = createContext({ jalonSearch: {} });
  let index;
  context.jalonSearch.head = (head) => { index = new jalonSearch.Index(head); };
  context.jalonSearch.file = (name, content) => index.files.set(name, content);
  const loaded = ['head.js'];
  const load = (path) => runInContext(readFileSync(join(folder, 'search', path), 'utf8'), context);
  load('head.js');
  const fetch = (name) => {
    const path = index.path(name);
    if (!loaded.includes(path)) {
      loaded.push(path);
      load(path);
    }
  };
  /** What the reader's script answers, once all that it needs is there. */
  const search = (query, most = 10, roles = 0) => {
    for (;;) {
      const answer = jalonSearch.rank(index, query, most, roles);
      if (answer.missing.length === 0) return answer;
      answer.missing.forEach(fetch);
    }
  };
  const card = (doc) => {
    index.missing.clear();
    let found = index.card(doc);
    if (!found) {
      [...index.missing].forEach(fetch);
      found = index.card(doc);
    }
    return found;
  };
  return { index, search, card, loaded };
}
