// What is wrong, over the page: all of it for a page that has an error, a mark that leads there on the others.
// The texts come from the server and are shown as text, never as HTML. The page's styles do not reach them.

const LOOK = `
:host { all: initial; color-scheme: inherit; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.panel, .mark {
  --paper: light-dark(#fffdfa, #1e1c1a); --ink: light-dark(#24211d, #ece7df); --soft: light-dark(#5c554c, #b9b0a4);
  --line: light-dark(#ddd5c9, #403b35); --sunk: light-dark(#f6f1e9, #282522);
  --error: light-dark(#9c1f1f, #ff9d92); --warning: light-dark(#754a00, #f0c36b); --link: light-dark(#0b5147, #8fd6c6);
  position: fixed; z-index: 2147483647; color: var(--ink); background: var(--paper); border: 1px solid var(--line);
  font: 400 15px/1.5 system-ui, sans-serif; text-align: start; box-shadow: 0 6px 28px rgb(0 0 0 / .22);
}
.panel {
  inset: auto 0 0 0; margin: 0 auto; width: min(100%, 56rem); max-height: min(62vh, 40rem); display: flex; flex-direction: column;
  border-top: 4px solid var(--error); border-radius: 10px 10px 0 0; border-bottom: 0;
}
.head { display: flex; gap: 1rem; align-items: flex-start; padding: .75rem 1rem; border-bottom: 1px solid var(--line); }
.head div { flex: 1; min-width: 0; }
h2 { margin: 0; font-size: 1.06rem; line-height: 1.4; }
p { margin: 0; }
.state { color: var(--soft); }
.body { overflow: auto; overscroll-behavior: contain; padding: 0 1rem .75rem; }
ul { list-style: none; margin: 0; padding: 0; }
li.finding { padding: .85rem 0; border-bottom: 1px solid var(--line); }
li.finding:last-child { border-bottom: 0; }
.message { font-weight: 600; overflow-wrap: anywhere; }
.kind { color: var(--error); }
.warning .kind { color: var(--warning); }
.place, .rest, .others { color: var(--soft); overflow-wrap: anywhere; }
.place { display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; }
.excerpt {
  display: flex; gap: .75rem; margin: .4rem 0; padding: .4rem .6rem; background: var(--sunk); border-radius: 6px;
  font: 13.5px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
.line { color: var(--soft); user-select: none; white-space: nowrap; }
mark { color: inherit; background: none; border-bottom: 2px solid var(--error); font-weight: 700; }
.warning mark { border-color: var(--warning); }
.label { color: var(--error); font-family: system-ui, sans-serif; }
.warning .label { color: var(--warning); }
code { font: .93em ui-monospace, monospace; background: var(--sunk); border-radius: 3px; padding: 0 .2em; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
button { font: inherit; color: inherit; background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .7rem; cursor: pointer; }
.small { font-size: .88em; padding: .05rem .5rem; }
summary { cursor: pointer; padding: .6rem 0; font-weight: 600; color: var(--warning); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.mark {
  inset: auto .75rem .75rem auto; max-width: calc(100% - 1.5rem); padding: .4rem .8rem; border-radius: 999px;
  border-color: var(--error); color: var(--error); font-weight: 600; text-decoration: none; overflow-wrap: anywhere;
}
@media (max-width: 40rem) { .head { padding: .6rem .75rem; } .body { padding: 0 .75rem .6rem; } .panel { max-height: 65vh; } }
@media (forced-colors: active) { .panel, .mark { border-color: CanvasText; } mark { border-bottom-color: Mark; } }
@media print { :host { display: none; } }
`;

const make = (name, className, ...inside) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside.filter((part) => part !== null && part !== undefined));
  return element;
};

const link = (address, text, className) => {
  const element = make("a", className, text);
  element.href = address;
  return element;
};

const button = (text, className, act) => {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
};

// `words` in a message are what stands in a file.
const spoken = (text) => text.split("`").map((part, at) => (at % 2 === 1 ? make("code", "", part) : part));

class Overlay {
  // What is shown, as text; what the reader closed.
  #told = "null";
  #closed = null;
  #data = null;
  #host = null;
  /** Called with the height of what covers the window's lower end. */
  drawn = () => {};

  /** Shows what is wrong with the guide, or nothing. */
  show(data) {
    const told = JSON.stringify(data);
    if (told === this.#told) return;
    this.#told = told;
    this.#data = data;
    if (data && this.#closed !== this.#gist()) this.#closed = null;
    this.#draw();
  }

  // What is wrong, wherever it has moved to.
  #gist() {
    return JSON.stringify([this.#data.title, this.#data.errors.map((error) => error.code + error.message)]);
  }

  #draw() {
    const data = this.#data;
    if (!data) {
      this.#host?.remove();
      this.#host = null;
      this.drawn(0);
      return;
    }
    if (!this.#host) {
      this.#host = document.createElement("div");
      this.#host.id = "jalon-overlay";
      const look = new CSSStyleSheet();
      look.replaceSync(LOOK);
      this.#host.attachShadow({ mode: "open" }).adoptedStyleSheets = [look];
      document.documentElement.append(this.#host);
    }
    const root = this.#host.shadowRoot;
    const held = root.activeElement?.className;
    const scrolled = root.querySelector(".body")?.scrollTop ?? 0;
    const unfolded = Boolean(root.querySelector("details[open]"));
    root.replaceChildren(data.open && this.#closed === null ? this.#panel(unfolded) : this.#mark());
    root.querySelector(".body")?.scrollTo({ top: scrolled });
    if (held) root.querySelector("." + held.split(" ")[0])?.focus({ preventScroll: true });
    this.drawn(root.querySelector(".panel")?.offsetHeight ?? 0);
  }

  #mark() {
    const { mark, href, open, words } = this.#data;
    const element = href && !open ? link(href, mark, "mark") : button(mark, "mark", () => this.#open());
    element.title = words.open;
    return element;
  }

  #open() {
    this.#closed = null;
    this.#data = { ...this.#data, open: true };
    this.#draw();
    this.#host.shadowRoot.querySelector(".close")?.focus();
  }

  /** Folds what is shown into its mark. False if nothing was. */
  close() {
    if (!this.#host?.shadowRoot.querySelector(".panel")) return false;
    const held = this.#host.shadowRoot.activeElement !== null;
    this.#closed = this.#gist();
    this.#draw();
    if (held) this.#host.shadowRoot.querySelector(".mark").focus({ preventScroll: true });
    return true;
  }

  #panel(unfolded) {
    const { title, states, errors, rest, warnings, words } = this.#data;
    // Read out when it appears; not modal, so the focus stays where it is.
    const said = make("div", "", make("h2", "", title), ...states.map((state) => make("p", "state", state)));
    said.setAttribute("role", "alert");
    const list = make("ul", "", ...errors.map((error) => this.#finding(error)));
    const more = rest.map(({ text, href }) => make("p", "rest", href ? link(href, text) : text));
    const body = make("div", "body", list, ...more, warnings && this.#warnings(warnings, unfolded));
    body.tabIndex = 0;
    body.setAttribute("role", "group");
    body.setAttribute("aria-label", words.region);
    const panel = make("section", "panel", make("div", "head", said, button(words.close, "close", () => this.close())), body);
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", words.region);
    return panel;
  }

  #warnings({ title, findings, rest }, unfolded) {
    const list = make("ul", "", ...findings.map((warning) => this.#finding(warning)));
    const details = make("details", "", make("summary", "", title), list, rest && make("p", "rest", ...spoken(rest)));
    details.open = unfolded;
    return details;
  }

  #finding({ severity, word, code, message, place, editor, page, excerpt, label, help, others }) {
    const { words } = this.#data;
    const copy = button(words.copy, "small", async () => {
      try {
        await navigator.clipboard.writeText(place);
        copy.textContent = words.copied;
      } catch { /* the place can be selected */ }
    });
    const where = make("p", "place", editor ? link(editor, place) : make("span", "", place), editor ? null : copy);
    if (editor) where.firstChild.title = words.editor;
    if (page) where.append(link(page, page));
    const item = make("li", "finding " + severity, make("p", "message", make("span", "kind", word), " ", ...spoken(message)), where);
    if (excerpt) {
      const [before, marked, after] = excerpt.parts;
      // The mark is a part of the line: it stays in place however the line is wrapped.
      const text = make("span", "", before, make("mark", "", marked || "\u2038"), after, label && make("span", "label", "  " + label));
      item.append(make("div", "excerpt", make("span", "line", String(excerpt.line)), text));
    }
    if (others) item.append(make("p", "others", others));
    if (help) item.append(make("p", "help", ...spoken(help)));
    item.dataset.code = code;
    return item;
  }
}
