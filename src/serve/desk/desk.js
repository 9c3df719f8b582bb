// The desk: the text of a page beside the page, which follows while one types. Never part of a published site.

const PAGE_LOOK = `
html[data-jalon-desk] body { padding-block-end: 55vh; }
@media (min-width: 60em) {
  html[data-jalon-desk] body { padding-block-end: 0; margin-inline-end: 50vw; }
  html[data-jalon-desk] .frame { display: block; }
  html[data-jalon-desk] :is(.menu-column, .contents-column, .site-tools) { display: none; }
}
@media print { html[data-jalon-desk] body { margin: 0; padding: 0; } }
`;

/** The longest text whose faults are marked in it. */
const MARKED = 200_000;

class Desk {
  #source;
  #guide;
  #host = document.createElement("div");
  #root = this.#host.attachShadow({ mode: "open" });
  #opener;
  #drafts;
  #words;
  // The text that was read or saved last, and its stamp.
  #base = "";
  #stamp = "";
  #canUndo = false;
  #parts = null;
  #findings = [];
  // Whether the page has not been shown since the desk was opened.
  #isFirst = true;
  #isAsked = false;
  #isAgain = false;
  #timer = 0;

  constructor({ source, guide, edit }) {
    this.#source = source;
    this.#guide = guide;
    this.#drafts = new Drafts(guide, source);
    this.#host.id = "jalon-desk";
    const look = make("link", "");
    look.rel = "stylesheet";
    look.href = "/_jalon/edit/desk.css";
    this.#opener = button(edit, "open", () => this.open());
    this.#opener.hidden = true;
    look.addEventListener("load", () => { this.#opener.hidden = false; }, { once: true });
    this.#root.append(look, this.#opener);
    document.documentElement.append(this.#host);
    const page = new CSSStyleSheet();
    page.replaceSync(PAGE_LOOK);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
    overlay.drawn = (height) => { this.#opener.style.insetBlockEnd = `calc(${height}px + 0.75rem)`; };
    addEventListener("beforeunload", (event) => this.#isDirty && event.preventDefault());
    addEventListener("pagehide", () => this.#keepDraft());
    addEventListener("keydown", (event) => this.#key(event));
    this.#offerAtOnce();
  }

  // Somebody lost what was typed here: the desk opens by itself.
  async #offerAtOnce() {
    if (await this.#drafts.lost()) await this.open();
  }

  get #area() {
    return this.#parts?.area;
  }

  get #isDirty() {
    return this.#parts !== null && this.#area.value !== this.#base;
  }

  async open() {
    if (this.#parts) return;
    const { status, body } = await askDesk("page", { source: this.#source });
    if (status !== 200) {
      this.#opener.textContent = body.message ?? this.#opener.textContent;
      this.#opener.disabled = status !== 0;
      return;
    }
    this.#words = body.words;
    keepPlace(() => { document.documentElement.dataset.jalonDesk = ""; });
    this.#build();
    this.#isFirst = true;
    this.#take(body);
    instead = () => this.#newVersion();
    overlay.show(null);
    this.#area.focus();
    this.#area.setSelectionRange(0, 0);
    const lost = await this.#drafts.lost();
    if (lost) this.#offer(lost);
    this.#preview();
  }

  #build() {
    const words = this.#words;
    const area = make("textarea", "");
    area.spellcheck = true;
    area.lang = document.documentElement.lang;
    area.addEventListener("input", () => this.#typed());
    const marks = make("div", "marks");
    marks.setAttribute("aria-hidden", "true");
    area.addEventListener("scroll", () => { marks.scrollTop = area.scrollTop; });
    const state = make("p", "state");
    state.setAttribute("role", "status");
    const [save, undo] = [button(words.save, "main", () => this.save()), button(words.undo, "", () => this.#undo())];
    const title = make("h2", "", words.title);
    const head = make("div", "head", title, state, make("div", "actions", save, undo, button(words.close, "", () => this.close())));
    const notice = make("div", "notice");
    notice.hidden = true;
    const inserter = new Inserter(area, this.#root, words, () => this.#names(), (file) => this.#send(file));
    const scroll = new ScrollPair(area, marks);
    const text = make("div", "text", field(words.text, area, "area"));
    text.querySelector(".area").append(marks);
    const found = make("section", "found");
    found.setAttribute("aria-label", words.findings);
    const panel = make("section", "panel", head, notice, inserter.bar(), text, found);
    panel.setAttribute("aria-label", words.title);
    this.#parts = { panel, area, marks, state, save, undo, notice, inserter, scroll, text, found };
    this.#root.append(panel);
    this.#opener.hidden = true;
  }

  async #names() {
    const { status, body } = await askDesk("names", { source: this.#source });
    return status === 200 ? body : { pages: [], entries: [] };
  }

  // Puts a picture beside the page; gives its name there.
  async #send(file) {
    const reader = new FileReader();
    const read = new Promise((done) => { reader.onload = done; });
    reader.readAsDataURL(file);
    await read;
    const data = reader.result.slice(reader.result.indexOf(",") + 1);
    const { status, body } = await askDesk("picture", { source: this.#source, name: file.name, data });
    if (status !== 200 && this.#parts) this.#fail(status, body);
    return body.name;
  }

  // The text as it is in the file now.
  #take({ text, stamp, canUndo }) {
    this.#base = text;
    this.#stamp = stamp;
    this.#canUndo = canUndo;
    if (this.#area.value !== text) {
      const { selectionStart, selectionEnd, scrollTop } = this.#area;
      this.#area.value = text;
      this.#area.setSelectionRange(selectionStart, selectionEnd);
      this.#area.scrollTop = scrollTop;
    }
    this.#drafts.drop();
    this.#tell();
  }

  #tell(words) {
    const { state, undo } = this.#parts;
    undo.disabled = !this.#canUndo || this.#isDirty;
    state.textContent = words ?? (this.#isDirty ? this.#words.unsaved : "");
  }

  #typed() {
    this.#tell();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keepDraft(), 200);
    this.#mark();
    this.#preview();
  }

  #keepDraft() {
    clearTimeout(this.#timer);
    if (!this.#parts) return;
    if (!this.#isDirty) this.#drafts.drop();
    else if (!this.#drafts.keep(this.#area.value, this.#base, this.#stamp)) this.#tell(this.#words["no-draft"]);
  }

  // One text after the other; of several that wait only the last counts.
  async #preview() {
    this.#isAgain = true;
    if (this.#isAsked) return;
    this.#isAsked = true;
    while (this.#isAgain && this.#parts) {
      this.#isAgain = false;
      const text = this.#area.value;
      const { status, body } = await askDesk("preview", { source: this.#source, text });
      if (!this.#parts) break;
      if (status === 200) this.#show(body, text);
      else this.#fail(status, body);
    }
    this.#isAsked = false;
  }

  #show({ html, places, findings, elsewhere }, text) {
    if (html === null) this.#tell(this.#words.unpublished);
    else put(new DOMParser().parseFromString(html, "text/html").documentElement);
    this.#list(findings, elsewhere, text);
    this.#mark();
    const { area, scroll } = this.#parts;
    scroll.places = places;
    if (this.#isDirty) {
      scroll.toText();
    } else if (this.#isFirst) {
      const at = scroll.toPage();
      area.setSelectionRange(at, at);
    }
    this.#isFirst = false;
  }

  #list(findings, elsewhere, text) {
    const words = this.#words;
    this.#findings = findings.map((finding) => ({ ...finding, text }));
    const items = findings.map((finding) => this.#finding(finding, text));
    const others = elsewhere.map(({ file, words: said }) => make("li", said.severity, make("p", "", make("span", "kind", said.word), " ", ...spoken(said.message)), make("p", "place", file)));
    const held = this.#root.activeElement?.closest?.(".found");
    this.#parts.found.replaceChildren(
      make("h3", "", items.length ? words.findings : words["no-findings"]),
      make("ul", "", ...items),
      ...(others.length ? [make("h3", "", words.elsewhere), make("ul", "", ...others)] : []),
    );
    if (held && !this.#root.activeElement) this.#area.focus();
  }

  #finding({ start, end, words: said, fix }, text) {
    const words = this.#words;
    const line = text.slice(0, start).split("\n").length;
    const place = button(`${words.line} ${line}`, "small", () => this.#goTo(start, end, text));
    const mend = fix && button(words.fix, "small", () => this.#fix(fix, text));
    if (mend) mend.append(make("code", "", fix.text.trim().slice(0, 60)));
    const item = make("li", said.severity, make("p", "", make("span", "kind", said.word), " ", ...spoken(said.message)), said.help && make("p", "help", ...spoken(said.help)), make("p", "actions", place, mend));
    item.dataset.code = said.code;
    return item;
  }

  #goTo(start, end, text) {
    if (text !== this.#area.value) return;
    this.#area.focus();
    this.#area.setSelectionRange(start, Math.max(start, end));
  }

  // The places are those of the text that the diagnostic is about.
  #fix({ start, end, text }, about) {
    if (about === this.#area.value) this.#parts.inserter.write(start, end, text);
  }

  // Marks the faults in the text, as far as it is what they are about.
  #mark() {
    const { area, marks } = this.#parts;
    const text = area.value;
    if (text.length > MARKED) return marks.replaceChildren();
    const parts = [];
    let at = 0;
    for (const { start, end, text: about, words } of this.#findings) {
      const to = Math.max(end, start + 1);
      if (start < at || (about !== text && about.slice(0, to) !== text.slice(0, to))) continue;
      parts.push(text.slice(at, start), make("mark", words.severity, text.slice(start, to)));
      at = to;
    }
    marks.replaceChildren(...parts, text.slice(at) + "\n");
    marks.scrollTop = area.scrollTop;
  }

  #fail(status, body) {
    const { words } = { words: this.#words };
    this.#tell(body.message ?? (status === 0 ? words.offline : status === 403 ? words.session : status === 413 ? words["too-large"] : words.refused));
  }

  /** Writes the text into the file. */
  async save() {
    const text = this.#area.value;
    this.#keepDraft();
    const { status, body } = await askDesk("save", { source: this.#source, text, base: this.#base, stamp: this.#stamp });
    if (!this.#parts) return;
    if (status === 409) return this.#choose(body);
    if (status !== 200) return this.#fail(status, body);
    const typed = this.#area.value;
    this.#base = body.text;
    this.#stamp = body.stamp;
    this.#canUndo = body.canUndo;
    if (typed === text) this.#take(body);
    else this.#keepDraft();
    this.#tell(this.#isDirty ? this.#words.unsaved : this.#words.saved);
  }

  // The file is not what was read: both versions, to choose from.
  async #choose({ message, stamp, theirs, passages }) {
    const { text, notice } = this.#parts;
    this.#tell(message);
    text.hidden = true;
    notice.hidden = false;
    const chosen = await choosePassages(notice, passages, this.#words);
    notice.hidden = true;
    text.hidden = false;
    if (chosen === null) return this.#area.focus();
    this.#base = theirs;
    this.#stamp = stamp;
    this.#parts.inserter.write(0, this.#area.value.length, chosen);
    this.#tell();
    this.#keepDraft();
    this.#preview();
  }

  async #undo() {
    const { status, body } = await askDesk("undo", { source: this.#source, stamp: this.#stamp });
    if (!this.#parts) return;
    if (status !== 200) {
      this.#fail(status, body);
      return this.#newVersion();
    }
    this.#take(body);
    this.#tell(this.#words.undone);
    this.#area.focus();
    this.#preview();
  }

  // Something of what is served has changed: this page, by another tab or program, or what it shows of others.
  async #newVersion() {
    const { status, body } = await askDesk("page", { source: this.#source });
    if (!this.#parts) return;
    if (status === 200 && body.stamp !== this.#stamp) {
      if (this.#isDirty) this.#tell(this.#words.changed);
      else this.#take(body);
    }
    this.#preview();
  }

  #offer(lost) {
    const { notice } = this.#parts;
    const words = this.#words;
    const when = new Date(lost.time).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    const end = () => {
      Drafts.forget(lost);
      notice.hidden = true;
      notice.replaceChildren();
      this.#area.focus();
    };
    const take = button(words["draft-take"], "main", () => {
      this.#base = lost.base;
      this.#stamp = lost.stamp;
      this.#parts.inserter.write(0, this.#area.value.length, lost.text);
      this.#keepDraft();
      end();
    });
    const said = make("p", "", `${words.draft} (${when})`);
    said.setAttribute("role", "alert");
    notice.replaceChildren(said, make("p", "actions", take, button(words["draft-drop"], "", end)));
    notice.hidden = false;
  }

  /** Closes the desk; asks first if something is not saved. */
  async close() {
    if (this.#isDirty) {
      this.#keepDraft();
      const words = this.#words;
      const isSure = await askInDialog(this.#root, words.leave, [], { yes: words["leave-drop"], no: words["leave-stay"] }, () => true);
      if (!isSure) return this.#area.focus();
    }
    this.#drafts.drop();
    this.#parts.scroll.end();
    this.#parts.panel.remove();
    this.#parts = null;
    instead = null;
    keepPlace(() => { delete document.documentElement.dataset.jalonDesk; });
    this.#opener.hidden = false;
    this.#opener.focus();
    await renew();
    overlay.show(told);
  }

  #key(event) {
    if (!this.#parts || event.defaultPrevented) return;
    if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      this.save();
    } else if (event.key === "Escape" && !this.#root.querySelector("dialog") && this.#root.activeElement) {
      event.preventDefault();
      this.close();
    }
  }
}

// After the copy of the page was taken, which the desk is no part of.
document.addEventListener("readystatechange", () => new Desk(own.dataset), { once: true });
