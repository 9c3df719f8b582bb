// What was typed and is not saved, kept by the browser: it survives a crash of the browser, of the server and of the machine.

const DRAFTS = "jalon-draft:";

class Drafts {
  #page;
  #key;
  // Other tabs see by this lock that the draft is not lost.
  #release = null;

  /** `guide` tells the guides apart that were served at one address. */
  constructor(guide, source) {
    this.#page = `${DRAFTS}${guide}:${source}:`;
    this.#key = this.#page + Math.random().toString(36).slice(2);
  }

  /** Keeps a text; false if the browser has no room for it. */
  keep(text, base, stamp) {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ text, base, stamp, time: Date.now() }));
      this.#hold();
      return true;
    } catch {
      return false;
    }
  }

  #hold() {
    if (this.#release || !navigator.locks) return;
    const ended = new Promise((done) => { this.#release = done; });
    navigator.locks.request(this.#key, () => ended);
  }

  /** Forgets the text. */
  drop() {
    localStorage.removeItem(this.#key);
    this.#release?.();
    this.#release = null;
  }

  /** The last text that no open tab has, or null. */
  async lost() {
    const held = new Set(((await navigator.locks?.query())?.held ?? []).map(({ name }) => name));
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.#page) && !held.has(key));
    const found = keys.map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));
    return found.sort((one, other) => other.time - one.time)[0] ?? null;
  }

  /** Forgets a text that was lost. */
  static forget({ key }) {
    localStorage.removeItem(key);
  }
}
