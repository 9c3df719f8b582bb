// Changes the open page into another version of itself, in place. What the server said before is compared with what it
// says now, and only the difference is applied to what is shown: what scripts and readers did to the page stays.

// A copy of the page as the server sent it, and for each of its nodes the node that is shown.
let base = null;
const shownAs = new WeakMap();

// Attributes that a script sets while the page is still being read: only scripts cause such records, not the parser.
const early = new Map();
function remember(records) {
  for (const { target, attributeName, oldValue } of records) {
    if (!early.has(target)) early.set(target, new Map());
    if (!early.get(target).has(attributeName)) early.get(target).set(attributeName, oldValue);
  }
}
const observer = new MutationObserver(remember);
observer.observe(document, { subtree: true, attributes: true, attributeOldValue: true });

// In a document of its own the copy loads nothing and runs nothing.
function takeCopy(own) {
  remember(observer.takeRecords());
  observer.disconnect();
  base = document.implementation.createHTMLDocument("").importNode(document.documentElement, true);
  const copies = new Map();
  pair(base, document.documentElement, copies);
  for (const [element, values] of early) {
    const copy = copies.get(element);
    if (!copy) continue;
    for (const [name, value] of values) {
      if (value === null) copy.removeAttribute(name);
      else copy.setAttribute(name, value);
    }
  }
  early.clear();
  copies.get(own)?.remove();
  scriptsOf(base).forEach(noteScript);
}

// The scripts that ran in this page: the address of each file, the text of those without one. Data blocks do not run.
const ran = new Map();
const scriptsOf = (tree) => [...tree.querySelectorAll("script")].filter(({ type }) => !type || /javascript|module/.test(type));
const keyOf = (script) => (script.hasAttribute("src") ? file(script.getAttribute("src")) : script.type + script.text);
const noteScript = (script) => ran.set(keyOf(script), script.getAttribute("src"));

function pair(copy, shown, copies) {
  shownAs.set(copy, shown);
  copies?.set(shown, copy);
  for (let one = copy.firstChild, other = shown.firstChild; one && other; one = one.nextSibling, other = other.nextSibling) {
    pair(one, other, copies);
  }
}

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const isStyle = (node) => node.localName === "link" && node.relList.contains("stylesheet");
const file = (address) => new URL(address, document.baseURI).pathname;

// `isEqualNode` does not look into templates.
function isEqual(one, other) {
  if (!one.isEqualNode(other)) return false;
  if (!isElement(one) || !(one.localName === "template" || one.querySelector("template"))) return true;
  return one.outerHTML === other.outerHTML;
}

// What runs in a page has been run: a changed script can only begin in a page that is loaded anew. The same holds for the
// security policy, which a page keeps for life. A script that is new to the page is added and runs.
function mustLoad(next) {
  const hasInline = [...ran.values()].includes(null);
  const policy = (tree) => tree.querySelector("meta[http-equiv='Content-Security-Policy' i]")?.content;
  if (policy(base) !== policy(next)) return true;
  return scriptsOf(next).some((script) => {
    const source = script.getAttribute("src");
    return ran.has(keyOf(script)) ? ran.get(keyOf(script)) !== source : source === null && hasInline;
  });
}

// Makes the page show `next`, a tree of the server.
function change(next) {
  keepPlace(() => {
    const focused = document.activeElement;
    morph(base, next);
    base = next;
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
  });
}

// What is read stays where it is on the screen, whatever is done to the page.
function keepPlace(act) {
  const read = scrollY > 0 ? whatIsRead() : [];
  act();
  const still = read.find(({ element }) => element.isConnected);
  const moved = still ? still.element.getBoundingClientRect().top - still.top : 0;
  if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
}

// Elements from the top of the window on, with their places: the first may be one that goes.
function whatIsRead() {
  const found = new Map();
  // In a wide window the text may end before the middle.
  const text = (document.querySelector("main") ?? document.body).getBoundingClientRect();
  const across = text.left + Math.min(text.width / 2, 240);
  for (let y = 1; y < innerHeight && found.size < 8; y += 12) {
    const element = document.elementFromPoint(across, y);
    const box = element?.closest("main, article, section") && !element.matches("main, article, section") && element.getBoundingClientRect();
    if (box && box.height < innerHeight) found.set(element, box.top);
  }
  return [...found].map(([element, top]) => ({ element, top }));
}

function morph(old, next) {
  const shown = shownAs.get(old);
  shownAs.set(next, shown);
  if (!isElement(next)) {
    if (old.data !== next.data) replaceText(shown, next.data);
    return;
  }
  if (isStyle(shown) && isStyle(next) && old.getAttribute("href") !== next.getAttribute("href")) {
    shownAs.set(next, swapStyle(shown, next.getAttribute("href")));
    return;
  }
  setAttributes(old, next, shown);
  if (next.localName === "template") shown.content.replaceChildren(document.importNode(next.content, true));
  else setChildren(old, next, shown);
}

// Only the part that differs: a selection around it stays.
function replaceText(shown, text) {
  const before = shown.data;
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  shown.replaceData(start, before.length - start - end, text.slice(start, text.length - end));
}

function setAttributes(old, next, shown) {
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) === value) continue;
    // Scripts add classes, too.
    if (name === "class") {
      shown.classList.remove(...old.classList);
      shown.classList.add(...next.classList);
    } else {
      shown.setAttribute(name, value);
    }
  }
  for (const { name } of old.attributes) {
    if (next.hasAttribute(name)) continue;
    if (name === "class") shown.classList.remove(...old.classList);
    else shown.removeAttribute(name);
  }
}

function setChildren(old, next, shown) {
  const [before, after] = [[...old.childNodes], [...next.childNodes]];
  let start = 0;
  while (start < before.length && start < after.length && isEqual(before[start], after[start])) start += 1;
  let [beforeEnd, afterEnd] = [before.length, after.length];
  while (beforeEnd > start && afterEnd > start && isEqual(before[beforeEnd - 1], after[afterEnd - 1])) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  const [from, to] = [before.slice(start, beforeEnd), after.slice(start, afterEnd)];
  const partners = match(from, to);
  const staying = longestRun(partners);
  const taken = new Set(partners);
  from.forEach((node, at) => { if (!taken.has(at)) drop(node); });

  // What is equal stays in the tree that the next change is compared with, so that it keeps its partner.
  const keep = (one, other) => other.replaceWith(one);
  let follower = before[beforeEnd] ? shownAs.get(before[beforeEnd]) : null;
  before.slice(0, start).forEach((node, at) => keep(node, after[at]));
  before.slice(beforeEnd).forEach((node, at) => keep(node, after[afterEnd + at]));
  for (let at = to.length - 1; at >= 0; at -= 1) {
    const partner = from[partners[at]];
    let node;
    if (partner === undefined) {
      node = create(to[at]);
      place(shown, node, follower);
    } else {
      node = shownAs.get(partner);
      if (!staying.has(at)) place(shown, node, follower);
      if (isEqual(partner, to[at])) keep(partner, to[at]);
      else morph(partner, to[at]);
      node = shownAs.get(to[at]) ?? node;
    }
    follower = node;
  }
}

function drop(node) {
  shownAs.get(node).remove();
  // A script that the page has lost runs again when it comes back.
  const scripts = isElement(node) ? scriptsOf(node) : [];
  if (node.localName === "script") scripts.push(node);
  for (const script of scripts) ran.delete(keyOf(script));
}

// Puts a node in front of another; where that one is somewhere else by now, at the end.
function place(parent, node, follower) {
  const where = follower?.parentNode === parent ? follower : null;
  // Moves without stopping a film or losing the focus, where the browser can.
  if (node.parentNode && parent.moveBefore) {
    try {
      parent.moveBefore(node, where);
      return;
    } catch { /* in another document by now */ }
  }
  parent.insertBefore(node, where);
}

// A script of a parsed document never runs; one that is made by hand does. Each runs once.
function create(node) {
  const made = document.importNode(node, true);
  pair(node, made);
  if (!isElement(node)) return made;
  const scripts = scriptsOf(node);
  if (node.localName === "script") scripts.push(node);
  let all = made;
  for (const script of scripts) {
    if (ran.has(keyOf(script))) continue;
    noteScript(script);
    const fresh = document.createElement("script");
    for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
    fresh.text = script.text;
    // Scripts of a page run in the order in which they stand there.
    fresh.async = script.hasAttribute("async");
    const inert = shownAs.get(script);
    shownAs.set(script, fresh);
    if (inert === made) all = fresh;
    else inert.replaceWith(fresh);
  }
  return all;
}

// For each new node the number of the old one that becomes it: by id, else one that is equal, else one of its kind at
// the same place.
function match(from, to) {
  const partners = to.map(() => undefined);
  const free = new Map(from.map((node, at) => [at, node]));
  const take = (at, other) => { partners[at] = other; free.delete(other); };
  const byKey = (keyOf) => {
    const keys = new Map();
    for (const [at, node] of free) {
      const key = keyOf(node);
      if (key && !keys.has(key)) keys.set(key, []);
      if (key) keys.get(key).push(at);
    }
    to.forEach((node, at) => {
      const other = partners[at] === undefined && keys.get(keyOf(node))?.shift();
      if (other !== undefined && other !== false) take(at, other);
    });
  };
  byKey((node) => isElement(node) && node.id && node.localName + "#" + node.id);
  byKey((node) => (isElement(node) ? node.outerHTML : node.data.trim() && node.nodeName + node.data));
  const limits = [];
  partners.reduceRight((limit, partner, at) => (limits[at] = partner ?? limit), from.length);
  let last = -1;
  to.forEach((node, at) => {
    if (partners[at] !== undefined) {
      last = Math.max(last, partners[at]);
      return;
    }
    const limit = limits[at] > last ? limits[at] : from.length;
    for (let other = last + 1; other < limit; other += 1) {
      if (!free.has(other) || !isOfKind(from[other], node)) continue;
      take(at, other);
      last = other;
      return;
    }
  });
  return partners;
}

// Fields keep what was typed, so one field never becomes another; neither do films and what they play.
function isOfKind(one, other) {
  if (one.nodeName !== other.nodeName) return false;
  if (!isElement(one)) return true;
  if (one.localName === "script") return false;
  if (isStyle(one) !== isStyle(other)) return false;
  const names = ["type", "name", "data-task", "rel", "http-equiv", "property"];
  if (one.matches("video, audio, iframe, object, embed")) names.push("src", "data");
  return names.every((name) => one.getAttribute(name) === other.getAttribute(name));
}

// The largest set of nodes that are in order already: those stay, the others move.
function longestRun(partners) {
  const ends = [];
  const previous = new Map();
  partners.forEach((partner, at) => {
    if (partner === undefined) return;
    let length = ends.findIndex((end) => partners[end] >= partner);
    if (length < 0) length = ends.length;
    previous.set(at, ends[length - 1]);
    ends[length] = at;
  });
  const run = new Set();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) run.add(at);
  return run;
}

// The old style goes when the new one is there: the page is never shown without.
const replacing = new Map();
function swapStyle(shown, address) {
  const fresh = shown.cloneNode();
  fresh.setAttribute("href", address);
  replacing.set(fresh, [shown, ...(replacing.get(shown) ?? [])]);
  fresh.addEventListener("load", () => {
    for (const old of replacing.get(fresh)) {
      old.remove();
      replacing.delete(old);
    }
    replacing.delete(fresh);
  }, { once: true });
  shown.after(fresh);
  return fresh;
}

// Whether a style is on its way, or about to go.
const waits = (style) => replacing.has(style) || [...replacing.values()].some((old) => old.includes(style));

// The copy that stands for a style stands for another one now.
function reShow(style, fresh) {
  for (const copy of base.querySelectorAll("link")) if (shownAs.get(copy) === style) shownAs.set(copy, fresh);
}

// Loads files again whose address stays the same: all of them, or those with these paths. A style is loaded again when a
// file changed that the page itself does not name, because the style may.
function refresh(paths, mark) {
  const pathOf = (address) => decodeURIComponent(file(address)).slice(1);
  const isWanted = (address) => new URL(address, document.baseURI).origin === location.origin && (!paths || paths.includes(pathOf(address)));
  const marked = (address) => {
    const url = new URL(address, document.baseURI);
    url.searchParams.set("jalon", mark.slice(0, 8));
    return url.href;
  };
  const named = new Set();
  for (const element of document.querySelectorAll("img[src], source[src], svg image[href], svg use[href], link[rel~=icon][href]")) {
    const name = element.hasAttribute("src") ? "src" : "href";
    const address = element.getAttribute(name);
    if (/^(data|blob):/.test(address) || !isWanted(address)) continue;
    named.add(pathOf(address));
    element.setAttribute(name, marked(address));
  }
  const styles = [...document.querySelectorAll("link[rel~=stylesheet]")].filter((style) => !waits(style));
  const mayName = !paths || paths.some((path) => !named.has(path) && !/\.(css|m?js)$/.test(path));
  for (const style of styles) {
    const address = style.getAttribute("href");
    if (mayName || isWanted(address)) reShow(style, swapStyle(style, marked(address)));
  }
}
