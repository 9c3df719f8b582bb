// What the buttons above the text write: the forms of the language, in place of what is selected.

class Inserter {
  #area;
  #root;
  #words;
  #names;
  #send;

  /** `send` gives a picture to the desk, `names` asks for what a page can refer to. */
  constructor(area, root, words, names, send) {
    this.#area = area;
    this.#root = root;
    this.#words = words;
    this.#names = names;
    this.#send = send;
    area.addEventListener("paste", (event) => this.#paste(event));
  }

  /** The buttons. */
  bar() {
    const words = this.#words;
    const bar = make("div", "bar");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.bar);
    const add = (label, act) => bar.append(button(label, "small", act));
    add(words.heading, () => this.#lines((line) => "## " + line.replace(/^#+\s*/, "")));
    add(words.bold, () => this.#around("**", "**", words["bold-text"]));
    add(words.list, () => this.#lines((line) => (line.startsWith("- ") ? line : "- " + line)));
    add(words.task, () => this.#task());
    add(words["link-page"], () => this.#pick("pages"));
    add(words["link-entry"], () => this.#pick("entries"));
    add(words.link, () => this.#link());
    add(words.alert, () => this.#alert());
    add(words.table, () => this.#table());
    add(words.picture, () => this.picture());
    add(words.placeholder, () => this.#around(`[${words["placeholder-mark"]} `, "]", words["placeholder-text"]));
    add(words.until, () => this.#until());
    return bar;
  }

  get #selected() {
    return this.#area.value.slice(this.#area.selectionStart, this.#area.selectionEnd);
  }

  /** Writes a text in place of a range, as if it were typed: the browser can take it back. */
  write(start, end, text) {
    const area = this.#area;
    area.focus();
    area.setSelectionRange(start, end);
    const isDone = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
    if (isDone) return;
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  // Around what is selected, or around words that are selected then, to type over them.
  #around(before, after, otherwise) {
    const { selectionStart: start, selectionEnd: end } = this.#area;
    const inside = this.#selected || otherwise;
    this.write(start, end, before + inside + after);
    this.#area.setSelectionRange(start + before.length, start + before.length + inside.length);
  }

  // Each line that is selected, or the one with the cursor.
  #lines(change) {
    const { value, selectionStart, selectionEnd } = this.#area;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const next = value.indexOf("\n", Math.max(selectionEnd, start));
    const end = next < 0 ? value.length : next;
    this.write(start, end, value.slice(start, end).split("\n").map(change).join("\n"));
  }

  // In lines of their own, with an empty line before and after.
  #block(text, select = "") {
    const { value, selectionStart: start, selectionEnd: end } = this.#area;
    const before = value.slice(0, start);
    const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const rest = value.slice(end);
    const tail = rest.startsWith("\n\n") ? "" : rest.startsWith("\n") ? "\n" : "\n\n";
    this.write(start, end, gap + text + tail);
    const at = select ? text.indexOf(select) : -1;
    if (at >= 0) this.#area.setSelectionRange(start + gap.length + at, start + gap.length + at + select.length);
  }

  async #task() {
    const words = this.#words;
    const { entries } = await this.#names();
    const roles = entries.filter(([, , kind]) => kind === "role").map(([name, key]) => [key, name]);
    const role = selection([["", words["task-no-role"]], ...roles]);
    const due = make("input", "");
    due.placeholder = words["task-due-example"];
    due.autocomplete = "off";
    due.pattern = "[JDSWM]([+\\-]\\d{1,3})?";
    const content = [field(words["task-role"], role), field(words["task-due"], due)];
    const result = () => (due.value === "" ? "" : `<due:${due.value}> `);
    const when = await askInDialog(this.#root, words.task, content, { yes: words.insert, no: words.cancel }, result);
    if (when === null) return;
    const who = role.value ? ` <${role.value}>` : "";
    const text = this.#selected || words["task-text"];
    const { value, selectionStart: start, selectionEnd: end } = this.#area;
    const isAtLine = start === 0 || value[start - 1] === "\n";
    const before = (isAtLine ? "" : "\n") + "- [ ] " + when;
    this.write(start, end, before + text + who);
    this.#area.setSelectionRange(start + before.length, start + before.length + text.length);
  }

  async #link() {
    const words = this.#words;
    const address = make("input", "");
    address.type = "url";
    address.required = true;
    address.placeholder = "https://";
    const content = [field(words["link-address"], address)];
    const given = await askInDialog(this.#root, words.link, content, { yes: words.insert, no: words.cancel }, () => address.value);
    if (given) this.#around("[", `](${given.replaceAll("(", "%28").replaceAll(")", "%29")})`, words["link-text"]);
  }

  async #alert() {
    const words = this.#words;
    const kind = selection(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"].map((kind) => [kind, words["alert-" + kind.toLowerCase()]]));
    const content = [field(words["alert-kind"], kind)];
    const given = await askInDialog(this.#root, words.alert, content, { yes: words.insert, no: words.cancel }, () => kind.value);
    if (given === null) return;
    const text = this.#selected || words["alert-text"];
    this.#block(`> [!${given}]\n> ${text.replaceAll("\n", "\n> ")}`, this.#selected ? "" : text);
  }

  #table() {
    const { column, cell } = { column: this.#words["table-column"], cell: this.#words["table-cell"] };
    this.#block(`| ${column} 1 | ${column} 2 |\n|---|---|\n| ${cell} | ${cell} |`, `${column} 1`);
  }

  // Text of a web page or of a word processor becomes Markdown, a picture is put beside the page.
  async #paste(event) {
    const [file] = event.clipboardData.files;
    const html = event.clipboardData.getData("text/html");
    if (file?.type.startsWith("image/") && !html) {
      event.preventDefault();
      await this.picture(file);
    } else if (isRich(html)) {
      event.preventDefault();
      const { selectionStart: start, selectionEnd: end } = this.#area;
      const { status, body } = await askDesk("paste", { html: withoutFalseMarks(html) });
      const text = status === 200 ? body.text.trimEnd() : event.clipboardData.getData("text/plain");
      this.write(start, end, text);
    }
  }

  /** Puts a picture beside the page, with words for who does not see it. */
  async picture(pasted) {
    const words = this.#words;
    const file = make("input", "");
    file.type = "file";
    file.accept = "image/png, image/jpeg, image/gif, image/webp, image/avif";
    file.required = true;
    const alt = make("input", "");
    alt.required = true;
    alt.autocomplete = "off";
    const content = [pasted ? null : field(words["picture-file"], file), field(words["picture-alt"], alt)];
    const given = await askInDialog(this.#root, words.picture, content.filter(Boolean), { yes: words.insert, no: words.cancel }, () => pasted ?? file.files[0] ?? null);
    if (given === null) return;
    const name = await this.#send(given);
    if (name) this.#block(`![${alt.value.replace(/[\\[\]]/g, "\\$&")}](${name})`);
  }

  async #until() {
    const words = this.#words;
    const day = make("input", "");
    day.type = "date";
    day.required = true;
    const content = [make("p", "", words["until-help"]), field(words["until-day"], day)];
    const given = await askInDialog(this.#root, words.until, content, { yes: words.insert, no: words.cancel }, () => day.value);
    if (given) this.#lines((line) => (line === "" ? line : `<!-- until: ${given} -->\n${line}`));
  }

  // A page or an entry, found by its name.
  async #pick(what) {
    const words = this.#words;
    const all = (await this.#names())[what];
    const query = make("input", "");
    query.type = "search";
    query.autocomplete = "off";
    const list = make("ul", "choices");
    const count = make("p", "state");
    count.setAttribute("role", "status");
    const kindOf = (item) => (what === "pages" ? item[1] : words["kind-" + item[2]]);
    const show = () => {
      const wanted = plain(query.value).split(/\s+/);
      const found = all.filter((item) => wanted.every((word) => plain(item[0] + " " + item[1]).includes(word)));
      list.replaceChildren(
        ...found.slice(0, 30).map((item) => {
          const choice = button("", "", () => list.closest("dialog").answer(item));
          choice.append(make("span", "", item[0]), make("small", "", kindOf(item)));
          return make("li", "", choice);
        }),
      );
      count.textContent = found.length === 0 ? words["pick-none"] : "";
      return found;
    };
    query.addEventListener("input", show);
    show();
    const title = words[what === "pages" ? "link-page" : "link-entry"];
    // The key for "yes" takes the first that is found.
    const content = [field(words["pick-name"], query), count, list];
    const item = await askInDialog(this.#root, title, content, { yes: words["pick-first"], no: words.cancel }, () => show()[0] ?? null);
    if (item === null) return;
    if (what === "pages") this.#around("[", `](${item[1]})`, item[0]);
    else if (this.#selected) this.#around("[", `](${item[1]})`, "");
    else this.write(this.#area.selectionStart, this.#area.selectionEnd, `<${item[1]}>`);
  }
}

/** Whether HTML holds more than its plain text; that of editors of code does not. */
function isRich(html) {
  return /<(h[1-6]|ul|ol|li|table|a|b|strong|i|em|p)\b/i.test(html) && !/white-space:\s*pre/i.test(html);
}

/** Some programs put all that they copy into an element for bold text that is not bold. */
function withoutFalseMarks(html) {
  return html.replace(/<(b|strong)\b[^<>]*font-weight:\s*(normal|400)\b[^<>]*>/gi, "<span>");
}
