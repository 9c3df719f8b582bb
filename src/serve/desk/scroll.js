// The text and its page scroll together: each heading of one is beside that of the other, and what stands between them in
// between.

class ScrollPair {
  #area;
  #marks;
  #places = [];
  // Who moved last: its own movement moves the other, whose movement is an answer.
  #leader = null;
  #timer = 0;

  /** `marks` shows the same text as `area`, letter upon letter. */
  constructor(area, marks) {
    this.#area = area;
    this.#marks = marks;
    area.addEventListener("scroll", () => this.#lead("text"));
    this.follow = () => this.#lead("page");
    addEventListener("scroll", this.follow, { passive: true });
  }

  end() {
    removeEventListener("scroll", this.follow);
  }

  /** Where headings stand in the text, each with its anchor on the page. */
  set places(places) {
    this.#places = places;
  }

  /** Takes the text to the part that is read on the page; gives where that begins in the text. */
  toPage() {
    this.#lead("page");
    const above = this.#places.filter(([, anchor]) => document.getElementById(anchor)?.getBoundingClientRect().top <= innerHeight / 4);
    return scrollY > 0 ? (above.at(-1)?.[0] ?? 0) : 0;
  }

  /** Takes the page to the part that is shown of the text. */
  toText() {
    this.#lead("text");
  }

  #lead(who) {
    if (this.#leader !== null && this.#leader !== who) return;
    this.#leader = who;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#leader = null; }, 150);
    const points = this.#points();
    if (points.length < 2) return;
    if (who === "text") scrollTo({ top: between(points, this.#area.scrollTop, 0, 1), behavior: "instant" });
    else this.#area.scrollTop = between(points, scrollY, 1, 0);
  }

  // Pairs of heights, in the text and on the page, from the top to the end of both.
  #points() {
    const area = this.#area;
    const ends = [area.scrollHeight - area.clientHeight, document.documentElement.scrollHeight - innerHeight];
    if (ends[0] <= 0 || ends[1] <= 0) return [];
    const points = [[0, 0]];
    for (const [at, anchor] of this.#places) {
      const heading = document.getElementById(anchor);
      const line = this.#lineAt(at);
      if (!heading || line === null) continue;
      const point = [line, heading.getBoundingClientRect().top + scrollY - 16];
      const last = points.at(-1);
      if (point[0] > last[0] && point[1] > last[1] && point[0] < ends[0] && point[1] < ends[1]) points.push(point);
    }
    return [...points, ends];
  }

  // How far down in the text a place stands.
  #lineAt(at) {
    let rest = at;
    for (const node of this.#marks.childNodes) {
      const text = node.firstChild ?? node;
      const length = text.data?.length ?? 0;
      if (rest < length) {
        const range = document.createRange();
        range.setStart(text, rest);
        range.setEnd(text, rest + 1);
        return range.getBoundingClientRect().top - this.#marks.getBoundingClientRect().top + this.#marks.scrollTop - 10;
      }
      rest -= length;
    }
    return null;
  }
}

/** The height beside another one, by the pairs around it. */
function between(points, height, from, to) {
  const after = Math.max(1, points.findIndex((point) => point[from] >= height));
  const [one, other] = [points[after - 1], points[after]];
  const part = Math.min(1, Math.max(0, (height - one[from]) / (other[from] - one[from] || 1)));
  return one[to] + part * (other[to] - one[to]);
}
