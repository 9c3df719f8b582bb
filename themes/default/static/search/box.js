// The search box: asks the server that the settings name (engine.js), or loads the index when somebody comes to search, and
// shows what rank.js finds. Texts go in as text only.
(function () {
  "use strict";

  const search = globalThis.jalonSearch;
  const server = search.server;
  const form = document.querySelector(".site-search");
  const input = form.querySelector("input");
  const [NONE, ONE, MANY, MENDED, INSTEAD, FAILED, RESULTS, MORE, CLOSE, ROLES, ALL, CONTACTS, INDEX, ...kinds] = globalThis.jalonWords.split("|");
  const KINDS = ["", "", ...kinds];
  const PAGE = 10;
  const SMALL = 40; // files
  const head = form.dataset.head && new URL(form.dataset.head, document.baseURI);
  const root = head ? new URL("../", head) : new URL(form.dataset.root, document.baseURI);
  const language = document.documentElement.lang;
  const REST = 60_000; // milliseconds without the server once it failed

  let index = null;
  let chosen = 0; // the bit of a role, 0 for all
  let asked = null; // what is shown, or on its way
  let hits = []; // sections of the index, or cards of the server
  let further = null; // gets more cards from the server
  let resting = 0; // until when the server is left alone
  let total = 0;
  let shown = 0;
  let limit = PAGE;
  let mended = new Map();
  let wantsFirst = false;
  let isOld = false; // whether the guide changed since the index was loaded: `jalon serve` tells

  const make = (name, more = {}, ...inside) => {
    const element = document.createElement(name);
    for (const key in more) {
      if (key in element) element[key] = more[key];
      else element.setAttribute(key, more[key]);
    }
    element.append(...inside);
    return element;
  };

  const title = make("h2", { id: "_search-results", textContent: RESULTS });
  const close = make("button", { type: "button", textContent: CLOSE });
  const said = make("p", { className: "search-said", role: "status" });
  const reading = make("p", { className: "search-mended", hidden: true });
  const roles = make("fieldset", { className: "search-roles", hidden: true });
  const list = make("ol", { role: "list" });
  const more = make("button", { className: "search-more", type: "button", textContent: MORE, hidden: true });
  const sheet = make("div", { className: "search-sheet" }, make("div", { className: "search-bar" }, title, close), said, reading, roles, list, more);
  const panel = make("section", { className: "search-panel", hidden: true, "aria-labelledby": "_search-results" }, sheet);
  const here = document.querySelector("[data-search-here]");
  if (here) here.append(panel);
  else document.querySelector(".site-header").after(panel);

  // Files: scripts of our own site, each loaded once.
  const coming = new Map();
  function load(address) {
    if (!coming.has(address)) {
      coming.set(address, new Promise((done, failed) => {
        const script = make("script", { src: address });
        script.onload = done;
        script.onerror = () => { coming.delete(address); script.remove(); failed(new Error(address)); };
        document.head.append(script);
      }));
    }
    return coming.get(address);
  }
  // A new index has no files yet, not even those that are named as before.
  search.head = (content) => { index = new search.Index(content); coming.clear(); };
  search.file = (name, content) => index.files.set(name, content);

  // The head is asked for anew each time: it names the files of this very build.
  const begin = () => load(head.href + "?" + Date.now().toString(36)).then(() => offerRoles(index.roles));
  let begun = server ? null : begin();
  const fetchAll = (names) => Promise.all(names.map((name) => load(new URL(index.path(name), head).href)));

  function offerRoles(names) {
    if (names.length < 2 || roles.childElementCount > 0) return;
    roles.append(make("legend", { textContent: ROLES }));
    [ALL, ...names].forEach((name, at) => {
      const choice = make("input", { type: "radio", name: "_search-role", checked: at === 0 });
      choice.addEventListener("change", () => { chosen = at === 0 ? 0 : 2 ** (at - 1); ask(true); });
      roles.append(make("label", {}, choice, name));
    });
    roles.hidden = false;
  }

  if (server) offerRoles(server.roles);

  /** Has the server answer, unless it failed just now. False if the index must. */
  async function askServer(typed, still) {
    if (!server || Date.now() < resting) return false;
    // Who types on asks for something else.
    await new Promise((done) => { setTimeout(done, 100); });
    if (!still()) return true;
    try {
      const { total, cards } = await server.ask(typed, chosen, 0);
      if (!still()) return true;
      further = async () => { hits.push(...(await server.ask(typed, chosen, hits.length)).cards); };
      await show({ hits: cards, total, mended: [], instead: [] }, typed, still);
    } catch (problem) {
      // Something else was asked meanwhile.
      if (!still() || problem.name === "AbortError") return true;
      resting = Date.now() + REST;
      return false;
    }
    return true;
  }

  function fail(typed) {
    reveal();
    say(FAILED);
    list.replaceChildren(...waysOut(typed));
    more.hidden = true;
    asked = null;
  }

  /** Answers what stands in the box. */
  async function ask(again) {
    const typed = input.value.trim();
    if (typed === asked && !again) return;
    asked = typed;
    if (typed.length < 2) { hide(); return; }
    const still = () => asked === typed;
    if (await askServer(typed, still)) return;
    further = null;
    if (!head) { fail(typed); return; }
    if (isOld || !begun) { isOld = false; begun = begin(); }
    try {
      for (let tries = 0; ; tries += 1) {
        try {
          await begun;
          if (!still()) return;
          const answer = search.rank(index, typed, 100, chosen);
          if (answer.missing.length === 0) { await show(answer, typed, still); return; }
          await fetchAll(answer.missing);
        } catch (problem) {
          // The site was published anew meanwhile: its files have other names now.
          if (tries > 0) throw problem;
          begun = begin();
        }
        if (!still()) return;
      }
    } catch {
      if (still()) { fail(typed); begun = Promise.resolve().then(begin); begun.catch(() => {}); }
    }
  }

  let saying = 0;
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { said.textContent = text; }, panel.hidden ? 0 : 150);
  }

  function reveal() { panel.hidden = false; }

  function hide() {
    clearTimeout(saying);
    panel.hidden = true;
    list.replaceChildren();
    said.textContent = "";
    hits = [];
  }

  async function show(answer, typed, still) {
    hits = answer.hits;
    total = answer.total;
    mended = new Map(answer.mended);
    shown = 0;
    limit = PAGE;
    more.hidden = true;
    const wordsOf = (text) => further ? [...text.matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)].map(([word]) => search.fold(word)) : search.parse(index, text).units.filter((unit) => unit.counts).flatMap((unit) => [unit.word, ...unit.others]);
    const words = wordsOf(typed);
    const wanted = [...words, ...mended.values(), ...answer.instead.flatMap(([, meant]) => meant.flatMap(wordsOf))];
    await grow(wanted, still, true);
    if (!still()) return;
    reveal();
    if (hits.length === 0) list.replaceChildren(...waysOut(typed));
    const parts = answer.instead.map(([from, meant]) => INSTEAD.replace("{typed}", () => asTyped(typed, from)).replace("{meant}", () => meant.join(", ")));
    if (mended.size > 0) parts.push(MENDED.replace("{words}", () => asRead(words.filter((word) => !answer.instead.some(([from]) => from.includes(word))))));
    reading.hidden = parts.length === 0 || hits.length === 0;
    reading.textContent = parts.join(" · ");
    say(total === 0 ? NONE : total === 1 ? ONE : MANY.replace("{count}", total));
    more.onclick = () => showMore(wanted, still);
    if (!further) keep();
    if (wantsFirst) { wantsFirst = false; list.querySelector("a")?.focus(); }
  }

  async function showMore(wanted, still) {
    const next = shown;
    limit += PAGE;
    const failed = further && limit > hits.length && (await further().then(() => false, () => true));
    if (!still()) return;
    if (failed) say(FAILED);
    await grow(wanted, still, false);
    // The server may have told more than it has.
    if (shown === next) more.hidden = true;
    list.children[next]?.querySelector("a").focus();
  }

  /** Where to go when nothing was found: whom to ask, and all titles, with the words kept. */
  function waysOut(typed) {
    const to = (href, textContent) => make("li", {}, make("a", { className: "search-title", href, textContent }));
    const contacts = [...document.querySelectorAll(".site-contacts")].map((link) => to(link.href, CONTACTS));
    return [...contacts, to(form.action + "?q=" + encodeURIComponent(typed), INDEX)];
  }

  /** A small index comes whole once it has been used: then the search goes on without a network. */
  let kept = false;
  function keep() {
    const names = index.all();
    if (kept || names.length > SMALL) return;
    kept = true;
    setTimeout(() => fetchAll(names).catch(() => { kept = false; }), 300);
  }

  /** Shows results as their texts come, in order. */
  async function grow(wanted, still, afresh) {
    while (shown < Math.min(limit, hits.length)) {
      index?.missing.clear();
      const cards = hits.slice(shown, limit).map((hit) => (further ? hit : index.card(hit.doc)));
      const ready = cards.findIndex((card) => !card);
      const next = (ready < 0 ? cards : cards.slice(0, ready)).map((card) => item(card, wanted));
      if (next.length > 0) {
        if (afresh) { list.replaceChildren(...next); reveal(); }
        else list.append(...next);
        afresh = false;
        shown += next.length;
      }
      const missing = further ? [] : [...index.missing];
      if (missing.length > 0) {
        // The first one first: something is there to read while the others come.
        await (shown === 0 ? fetchAll(missing.slice(0, 1)) : fetchAll(missing));
        if (!still()) return;
      }
    }
    more.hidden = shown >= (further ? total : hits.length);
  }

  /** The typed words with the corrected ones in the place of the others, as the first results write them. */
  function asRead(words) {
    const text = [...list.children].map((one) => one.textContent).join(" ");
    const surface = (word) => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((one) => search.fold(one) === word) ?? word;
    return words.map((word) => surface(mended.get(word) ?? word)).join(" ").toLowerCase();
  }

  /** A phrase as it was typed. */
  function asTyped(typed, words) {
    const all = [...typed.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    const first = all.find(([text]) => search.fold(text) === words[0]);
    const last = all.findLast(([text]) => search.fold(text) === words.at(-1));
    return first && last ? typed.slice(first.index, last.index + last[0].length) : words.join(" ");
  }

  /** The places of the words that were looked for: [from, to, which]. */
  function places(text, wanted) {
    const stems = wanted.map((word) => search.light(language, word));
    const found = [];
    for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const word = search.fold(match[0]);
      const stem = search.light(language, word);
      const which = wanted.findIndex((one, at) => one === word || stems[at] === stem || (one.length > 2 && word.startsWith(one)));
      if (which >= 0) found.push([match.index, match.index + match[0].length, which]);
    }
    return found;
  }

  /** Text with the words marked; its lines stand apart. */
  function marked(text, found, from = 0, to = text.length) {
    const out = [];
    const plain = (start, end) => text.slice(start, end).replace(/([:,;])?\n/g, (_, sign) => (sign ? sign + " " : " · "));
    let at = from;
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      out.push(plain(at, start), make("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    out.push(plain(at, to));
    return out;
  }

  /** Where the excerpt begins and ends that holds the most different words, the place of the first of them, and these words. */
  function windowOf(text, found, wide) {
    let best = 0;
    let most = new Set();
    found.forEach(([start], first) => {
      const inside = new Set();
      for (let at = first; at < found.length && found[at][1] - start <= wide; at += 1) inside.add(found[at][2]);
      if (inside.size > most.size) { most = inside; best = start; }
    });
    let from = Math.max(0, best - 40);
    const line = text.lastIndexOf("\n", best - 1) + 1;
    if (line > from) from = line;
    else if (from > 0) from = text.indexOf(" ", from) + 1;
    let to = Math.min(text.length, from + wide);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), best + 20);
    return [from, to, best, most];
  }

  /** One window, or two where the first lacks words that stand elsewhere; with an ellipsis where text is left out. */
  function excerpt(text, found) {
    const WIDE = 190;
    const windows = [windowOf(text, found, WIDE)];
    const lacking = found.filter(([, , which]) => !windows[0][3].has(which));
    if (lacking.length > 0) {
      const two = [windowOf(text, found, WIDE / 2), windowOf(text, lacking, WIDE / 2)].sort(([left], [right]) => left - right);
      if (two[0][1] < two[1][0]) windows.splice(0, 1, ...two);
    }
    const out = windows.flatMap(([from, to], at) => [at > 0 ? " … " : from > 0 ? "… " : "", ...marked(text, found, from, to)]);
    return [...out, windows.at(-1)[1] < text.length ? " …" : ""];
  }

  /** Some words of a line that hold the one looked for: browsers that can scroll to them and mark them. */
  function fragment(text, at) {
    const match = /^[\p{L}\p{M}\p{N}]+(?:[ ’'-][\p{L}\p{M}\p{N}]+){0,5}/u.exec(text.slice(at));
    return match ? ":~:text=" + encodeURIComponent(match[0]).replace(/-/g, "%2D") : "";
  }

  function item(card, wanted) {
    const address = new URL(card.page, root);
    const found = places(card.text, wanted);
    const jump = card.sort < 2 && found.length > 0 ? fragment(card.text, windowOf(card.text, found, 190)[2]) : "";
    const link = make("a", { className: "search-title" }, ...marked(card.title, places(card.title, wanted)));
    link.href = address.href + (card.anchor || jump ? "#" + encodeURIComponent(card.anchor) + jump : "");
    const out = make("li", {}, link);
    const trail = make("p", { className: "search-trail" });
    if (KINDS[card.sort]) trail.append(make("span", { className: "search-kind", textContent: KINDS[card.sort] }));
    trail.append(card.trail);
    if (trail.textContent) out.append(trail);
    if (card.facts.length > 0) {
      const facts = make("p", { className: "search-facts" });
      for (let at = 0; at < card.facts.length; at += 2) facts.append(make("a", { href: card.facts[at + 1], textContent: card.facts[at] }));
      out.append(facts);
    }
    if (card.text) out.append(make("p", { className: "search-excerpt" }, ...excerpt(card.text, found)));
    return out;
  }

  // Hands: typing, arrows, Enter, Escape.
  input.addEventListener("input", () => { wantsFirst = false; ask(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = asked === input.value.trim() && !panel.hidden && list.querySelector("a");
    if (first) first.focus();
    else { wantsFirst = true; ask(); }
  });
  addEventListener("jalon:changed", () => { isOld = true; });
  function leave() { asked = null; hide(); input.focus(); }
  close.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    if (event.key === "Escape") { event.preventDefault(); leave(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...list.querySelectorAll(".search-title")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && (document.activeElement !== input || event.key === "ArrowUp")) return;
    event.preventDefault();
    const next = event.key === "ArrowDown" ? Math.min(at + 1, links.length - 1) : at - 1;
    (next < 0 ? input : links[next])?.focus();
  });
  // Whoever goes on to something else is not kept from seeing it (WCAG 2.2, 2.4.11).
  const goOn = ({ target }) => { if (!panel.contains(target) && !form.contains(target)) { asked = null; hide(); } };
  if (!here) for (const sign of ["focusin", "click"]) document.addEventListener(sign, goOn);
  // A place on this very page: the results give way to it.
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.pathname === location.pathname && link.hash && !here) hide();
  });

  const first = here && new URLSearchParams(location.search).get("q");
  if (first && !input.value) input.value = first;
  if (input.value.trim()) ask();
})();
