// Finds what a query means. The same rules as src/search of Jalon, held together by tests; no page is touched here.
(function () {
  "use strict";

  // Text: folded, then cut into words.
  const ODD = {
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ς": "σ",
    "‘": "'", "’": "'", "ʼ": "'", "ʹ": "'", "′": "'", "\u0060": "'",
    "‐": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "•": "·", "‧": "·", "⋅": "·", "∙": "·", "・": "·",
  };
  const fold = (text) =>
    text.replace(/´/g, "'").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "")
      .replace(/[\u{10000}-\u{10ffff}]/gu, " ")
      .replace(/[œæßøłđıς‘’ʼʹ′\u0060‐‒–—−•‧⋅∙・\u00ad\u200b-\u200d\u2060\ufeff]/g, (letter) => ODD[letter] || "");

  const set = (words) => new Set(words.split(" "));
  const ELIDED = set("l d j m t s c n qu jusqu lorsqu puisqu quoiqu");
  const PRONOUNS = set("il elle on ils elles je tu nous ce t moi toi le la les y en ci lui leur");
  const CLEAR = set("e es ne nes ere eres rice rices trice trices euse euses ve ves");
  const ENDINGS = set("e es s ne nes le les te tes ere eres iere ieres rice rices trice trices euse euses se ses ve ves x esse esses eure eures");
  const isNumber = (word) => /^[0-9]+$/.test(word);
  const isLetter = (word) => word.length === 1 && /\p{Alphabetic}/u.test(word);

  function feminine(base, ending) {
    const short = ending.replace(/s+$/, "");
    if (short === "" || short === "x") return null;
    const swaps = {
      ere: [["er", "ere"]], iere: [["er", "ere"]], euse: [["eur", "euse"], ["eux", "euse"]], rice: [["eur", "rice"]],
      trice: [["teur", "trice"]], ve: [["f", "ve"]], se: [["x", "se"]], eure: [["eur", "eure"]], esse: [["e", "esse"]],
    };
    for (const [end, instead] of Object.hasOwn(swaps, short) ? swaps[short] : []) {
      if (base.endsWith(end)) return base.slice(0, -end.length) + instead;
    }
    return base + short;
  }

  // `+33 1`, `0033 1` and `33 1` are `01`.
  function dialled(number, plus) {
    const bare = number.startsWith("0033") ? number.slice(2) : number;
    if (!bare.startsWith("33") || !(plus || number.startsWith("0033") || number.length === 11)) return number;
    const rest = bare.slice(2);
    return "0" + (rest.startsWith("0") ? rest.slice(1) : rest);
  }

  /** Words of a folded text: `take(role, word, count)`, role "word", "other" (a feminine) or "joined". */
  function tokens(text, hand) {
    const pieces = [...text.matchAll(/[\p{Alphabetic}\p{N}]+/gu)];
    const word = (at) => pieces[at][0];
    const last = pieces.length - 1;
    const sep = (at) => text.slice(pieces[at].index + word(at).length, at < last ? pieces[at + 1].index : text.length);
    const whole = (from, to) => pieces.slice(from, to + 1).map((piece) => piece[0]).join("");
    const take = (role, text, count) => { if (text.length <= 40) hand(role, text, count); };

    const number = (at) => {
      let end = at;
      take("word", word(at));
      while (end < last && /^(?: |\.|-|\/| \(|\) |\(|\))$/.test(sep(end)) && isNumber(word(end + 1))) {
        end += 1;
        take("word", word(end));
      }
      const all = whole(at, end);
      if (all.length >= 4 && all.length <= 15) {
        const known = dialled(all, text[pieces[at].index - 1] === "+");
        if (end > at || known !== word(at)) take("joined", known, end - at + 1);
      }
      return end + 1;
    };
    const acronym = (at) => {
      let end = at;
      while (end < last && sep(end) === "." && isLetter(word(end + 1))) end += 1;
      take("word", whole(at, end));
      return end + 1;
    };
    const inclusive = (at) => {
      const base = word(at);
      let end = at;
      let said = false;
      while (end < last && base.length >= 3) {
        const ending = word(end + 1);
        const mark = sep(end);
        const fits = mark === "·" ? ending.length <= 6
          : mark === "." ? ENDINGS.has(ending)
          : mark === "-" ? CLEAR.has(ending) || (said && ENDINGS.has(ending))
          : mark === "/" ? CLEAR.has(ending)
          : mark === "(" ? ENDINGS.has(ending) && sep(end + 1).startsWith(")")
          : mark === ")" || mark === ")(" ? said && ENDINGS.has(ending)
          : false;
        if (!fits) break;
        if (!said) take("word", base);
        said = true;
        const other = feminine(base, ending);
        if (other) take("other", other);
        end += 1;
      }
      return said ? end + 1 : 0;
    };
    const compound = (at) => {
      let end = at;
      let count = 1;
      take("word", word(at));
      while (end < last && (sep(end) === "-" || sep(end) === "'")) {
        end += 1;
        if (!(ELIDED.has(word(end)) && sep(end) === "'" && end < last)) {
          count += 1;
          take("word", word(end));
        }
      }
      if (count > 1 && count <= 5 && !PRONOUNS.has(word(end))) take("joined", whole(at, end), count);
      return end + 1;
    };

    for (let at = 0; at <= last;) {
      const more = at < last;
      if (more && sep(at) === "'" && ELIDED.has(word(at))) at += 1;
      else if (isNumber(word(at))) at = number(at);
      else if (more && sep(at) === "." && isLetter(word(at)) && isLetter(word(at + 1))) at = acronym(at);
      else at = inclusive(at) || compound(at);
    }
  }

  // Stems: [ending, instead, letters before]; the first that fits.
  const table = (text) => text.split(" ").map((line) => line.split("/")).map(([end, put, least]) => [end, put, Number(least)]);
  const FEMININES = table("atrice/ateur/2 trice/teur/3 iere/ier/3 ere/er/4 euse/eur/3 eux/eur/4 enne/en/2 onne/on/3 elle/el/3 ette/et/4 ive/if/3 ale/al/3 ee/e/3 ie/i/4 ue/u/4 te/t/5");
  const HEAVY = {
    fr: table("issement//4 isation/is/3 ication/i/3 ription/ri/3 ateur//3 ation//3 ition//4 ution/u/4 rivent/ri/3 rivez/ri/3 aient//4 erent//4 eront//4 erez//4 erai//4 ement//4 ment//4 rire/ri/3 rit/ri/3 isseur//4 issant//4 issez//4 able//4 ible//4 ance//4 ence//4 aire//4 eur//4 ant//4 ent//4 era//4 ait//4 ite//4 age//4 ion//4 er//3 ez//3 if//4 al//4 ir//4 re//4 e//3 i//4 u//4"),
    en: table("ization/iz/3 isation/is/3 ation//3 ement//4 ment//4 ance//4 ence//4 able//4 ible//4 ing//3 ion//4 ity//4 al//4 er//4 or//4 ed//3 ly//4 e//4"),
  };
  const isPlain = (word) => /^[a-z]+$/.test(word);
  function swap(word, rules) {
    for (const [end, put, least] of rules) {
      if (word.endsWith(end) && word.length - end.length >= least) return word.slice(0, word.length - end.length) + put;
    }
    return word;
  }
  function light(language, word) {
    if (word.length < 4 || !isPlain(word)) return word;
    if (language !== "fr") {
      if (word.endsWith("ss")) return word;
      if (word.endsWith("ies") && word.length >= 5) return word.slice(0, -3) + "y";
      return word.endsWith("s") ? word.slice(0, -1) : word;
    }
    if (word.endsWith("eaux")) word = word.slice(0, -1);
    else if (word.endsWith("aux")) word = word.length >= 5 ? word.slice(0, -3) + "al" : word;
    else if (word.endsWith("ail")) word = word.length >= 6 ? word.slice(0, -3) + "al" : word;
    else if (word.endsWith("ss")) return swap(word, FEMININES);
    else if (word.endsWith("s") || (word.endsWith("x") && !word.endsWith("eux"))) word = word.slice(0, -1);
    return swap(word, FEMININES);
  }
  function heavy(language, word) {
    if (word.length < 4 || !isPlain(word)) return word;
    return swap(light(language, word), HEAVY[language]).replace(/y/g, "i").replace(/(.)\1+/g, "$1");
  }

  // The index: files come as they are needed; what is not there yet is noted in `missing`.
  const DIGITS = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, at) => { DIGITS[digit.charCodeAt(0)] = at; });

  /** Reads numbers of five bits a digit, the lowest first. */
  class Numbers {
    constructor(text, at) { this.text = text; this.at = at; }
    next() {
      let number = 0;
      let shift = 0;
      let digit;
      do {
        digit = DIGITS[this.text.charCodeAt(this.at++)];
        number += (digit & 31) * 2 ** shift;
        shift += 5;
      } while (digit & 32);
      return number;
    }
  }

  const lettersOf = (word) => {
    let mask = 0;
    for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
    return mask;
  };

  class Index {
    constructor(head) {
      Object.assign(this, head);
      this.stop = set(head.stop);
      this.files = new Map();
      this.missing = new Set();
      this.blocks = [];
      this.shards = [];
      this.decoded = new Map();
      this.spare = [];
      this.synonyms = head.synonyms.map((group) => group.map((way) => way.split(" ")));
      let from = 0;
      this.from = head.words.map(([, count]) => (from += count) - count);
      this.size = from;
      let doc = 0;
      this.cardFrom = [];
      for (let at = 0; at < head.cards.length; at += 2) { this.cardFrom.push(doc); doc += head.cards[at]; }
    }
    /** The name of a file, below the folder of the index. */
    path(name) {
      const number = Number(name.slice(1));
      const mark = name[0] === "w" ? this.words[number][4] : name[0] === "p" ? this.hits[number] : name[0] === "t" ? this.others[number][1] : this.cards[2 * number + 1];
      return name + "-" + mark + ".js";
    }
    file(name) {
      const content = this.files.get(name);
      if (content === undefined) this.missing.add(name);
      return content;
    }
    block(number) {
      if (this.blocks[number]) return this.blocks[number];
      const text = this.file("w" + number);
      if (text === undefined) return null;
      let [, , shard, line] = this.words[number];
      const block = { words: [], spread: [], shard: [], line: [], letters: [] };
      const numbers = new Numbers(text, 0);
      let before = "";
      while (numbers.at < text.length) {
        if (text[numbers.at] === "|") { shard += 1; line = 0; numbers.at += 1; continue; }
        const shared = DIGITS[text.charCodeAt(numbers.at)];
        const end = text.indexOf(" ", numbers.at);
        before = before.slice(0, shared) + text.slice(numbers.at + 1, end);
        numbers.at = end + 1;
        block.words.push(before);
        block.spread.push(numbers.next());
        block.shard.push(shard);
        block.line.push(line);
        block.letters.push(lettersOf(before));
        line += 1;
      }
      return (this.blocks[number] = block);
    }
    /** The block that holds the place of a word. */
    blockOf(word) {
      let at = this.words.length - 1;
      while (at > 0 && this.words[at][0] > word) at -= 1;
      return at;
    }
    /** Calls `visit(id, word)` for each word that begins so. */
    range(prefix, visit) {
      for (let number = this.blockOf(prefix); number < this.words.length; number += 1) {
        const first = this.words[number][0];
        if (first > prefix && !first.startsWith(prefix)) return;
        const block = this.block(number);
        if (!block) continue;
        let [low, high] = [0, block.words.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (block.words[middle] < prefix) low = middle + 1;
          else high = middle;
        }
        for (; low < block.words.length && block.words[low].startsWith(prefix); low += 1) visit(this.from[number] + low, block.words[low]);
      }
    }
    find(word) {
      if (this.words.length === 0) return -1;
      const number = this.blockOf(word);
      const block = this.block(number);
      if (!block) return -1;
      let [low, high] = [0, block.words.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (block.words[middle] < word) low = middle + 1;
        else high = middle;
      }
      return block.words[low] === word ? this.from[number] + low : -1;
    }
    /** Block and place of a word's number. */
    place(id) {
      let number = this.from.length - 1;
      while (this.from[number] > id) number -= 1;
      return [this.block(number), id - this.from[number]];
    }
    word(id) { const [block, at] = this.place(id); return block.words[at]; }
    spread(id) { const [block, at] = this.place(id); return block.spread[at]; }
    /** Sections and weights of a word, in turn. */
    hitsOf(id) {
      let hits = this.decoded.get(id);
      if (hits) return hits;
      const [block, at] = this.place(id);
      const shard = block.shard[at];
      if (!this.shards[shard]) {
        const text = this.file("p" + shard);
        if (text === undefined) return [];
        this.shards[shard] = text.split(" ");
      }
      const text = this.shards[shard][block.line[at]];
      hits = new Int32Array(block.spread[at] * 2);
      const numbers = new Numbers(text, 0);
      let doc = 0;
      for (let next = 0; next < hits.length; next += 2) {
        const number = numbers.next();
        doc += Math.floor(number / 16);
        hits[next] = doc;
        hits[next + 1] = number % 16;
      }
      this.decoded.set(id, hits);
      return hits;
    }
    /** The names of all files. */
    all() {
      const names = (kind, count) => Array.from({ length: count }, (_, number) => kind + number);
      return [...names("w", this.words.length), ...names("p", this.hits.length), ...names("c", this.cardFrom.length), ...names("t", this.others.length)];
    }
    /** The roles that sections are for. */
    masksOf() {
      if (this.roleMasks) return this.roleMasks;
      this.roleMasks = [];
      const numbers = new Numbers(this.masks, 0);
      while (numbers.at < this.masks.length) {
        const count = numbers.next();
        const mask = numbers.next();
        for (let at = 0; at < count; at += 1) this.roleMasks.push(mask);
      }
      return this.roleMasks;
    }
    /** A section, or null when its file is missing. */
    card(doc) {
      let number = this.cardFrom.length - 1;
      while (this.cardFrom[number] > doc) number -= 1;
      const list = this.file("c" + number);
      if (!list) return null;
      let at = doc - this.cardFrom[number];
      const [title, , , anchor, sort, text, ...facts] = list[at];
      const own = (part) => { let place = at; while (list[place][part] === 0) place -= 1; return list[place][part]; };
      return { doc, title, trail: own(1), page: own(2), anchor, sort, text, facts };
    }
  }

  function rootOf(word, far) {
    const root = far.slice(0, Math.max(far.length - 1, Math.min(3, far.length)));
    return word.startsWith(root) ? root : word.slice(0, 3);
  }

  /** What a word, or a phrase as its stems, leads to in the thesaurus. */
  function substitutes(index, key) {
    const isWord = isPlain(key) && key.length > 2;
    const far = isWord && heavy(index.language, key);
    const root = isWord ? rootOf(key, far) : key;
    const found = [[], [], []];
    index.others.forEach(([first], number) => {
      if (first > root + "\uffff" || index.others[number + 1]?.[0] <= root) return;
      for (const line of index.file("t" + number)?.split("\n") ?? []) {
        const [keys, meant] = line.split(">");
        for (const other of keys.split(",")) {
          if (other === key) found[0].push([other, meant]);
          else if (isWord && isPlain(other) && other.startsWith(root)) {
            if (light(index.language, other) === light(index.language, key)) found[1].push([other, meant]);
            else if (heavy(index.language, other) === far) found[2].push([other, meant]);
          }
        }
      }
    });
    const best = found.find((some) => some.length > 0) ?? [];
    best.sort(([left], [right]) => (left < right ? -1 : 1));
    return [...new Set(best.flatMap(([, meant]) => meant.split(",")))].slice(0, 4);
  }

  // Words of the index that a typed word may mean: [number, how surely].
  function relatives(index, word) {
    const id = index.find(word);
    const found = id >= 0 ? [[id, 1]] : [];
    if (!isPlain(word) || word.length < 3) return found;
    const near = light(index.language, word);
    const far = heavy(index.language, word);
    index.range(rootOf(word, far), (other, text) => {
      if (text === word || !isPlain(text)) return;
      if (light(index.language, text) === near) found.push([other, 0.93]);
      else if (heavy(index.language, text) === far) found.push([other, 0.75]);
    });
    return found;
  }

  function prefixed(index, word, alone) {
    const ids = [];
    index.range(word, (id, text) => { if (text !== word) ids.push([id, index.spread(id), text.length]); });
    ids.sort((left, right) => right[1] - left[1] || left[0] - right[0]);
    let hits = 0;
    const enough = ids.findIndex(([, spread]) => (hits += spread) > 30000);
    return ids.slice(0, Math.min(64, enough < 0 ? 64 : Math.max(enough, 1))).map(([id, , length]) => {
      const share = word.length / length;
      return [id, alone ? 0.5 + 0.35 * share : 0.2 + 0.2 * share];
    });
  }

  const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];
  function edits(left, right, length, most) {
    if (Math.abs(left.length - length) > most) return most + 1;
    let [before, above, line] = rows;
    for (let at = 0; at <= length; at += 1) above[at] = at;
    for (let row = 1; row <= left.length; row += 1) {
      line[0] = row;
      let least = row;
      const from = left.charCodeAt(row - 1);
      for (let column = 1; column <= length; column += 1) {
        const to = right.charCodeAt(column - 1);
        let value = above[column - 1] + (from === to ? 0 : 1);
        if (above[column] + 1 < value) value = above[column] + 1;
        if (line[column - 1] + 1 < value) value = line[column - 1] + 1;
        if (row > 1 && column > 1 && from === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === to && before[column - 2] + 1 < value) value = before[column - 2] + 1;
        line[column] = value;
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      [before, above, line] = [above, line, before];
    }
    return Math.min(above[length], most + 1);
  }

  function sound(word) {
    let out = "";
    for (let at = 0; at < word.length; at += 1) {
      const next = word[at + 1] || " ";
      let letter = word[at];
      if (letter === "p" && next === "h") { letter = "f"; at += 1; }
      else if (letter === "q" && next === "u") { letter = "k"; at += 1; }
      else if (letter === "c" && "eiy".includes(next)) letter = "s";
      else if ("ckq".includes(letter)) letter = "k";
      else if (letter === "g" && "eiy".includes(next)) letter = "j";
      else if (letter === "y") letter = "i";
      else if (letter === "z") letter = "s";
      else if (letter === "m" && "bp".includes(next)) letter = "n";
      else if (letter === "h") continue;
      if (!out.endsWith(letter)) out += letter;
    }
    return out.replace(/[estx]+$/, "");
  }

  const bits = (mask) => {
    mask -= (mask >>> 1) & 0x55555555;
    mask = (mask & 0x33333333) + ((mask >>> 2) & 0x33333333);
    return (((mask + (mask >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  };

  function misspelt(index, word, limit, open) {
    const most = Math.min(word.length < 4 ? 0 : word.length < 8 ? 1 : 2, limit);
    if (most === 0 || /[0-9]/.test(word)) return [];
    const mask = lettersOf(word);
    const best = nearest(index, word, most, (other, letters) =>
      Math.abs(other.length - word.length) <= most && bits(letters ^ mask) <= 2 * most ? edits(word, other, other.length, most) : 9);
    if (best.length > 0 || !open || word.length < 5) return best;
    const begun = nearest(index, word, 1, (other, letters) => {
      if (other.length <= word.length || bits(mask & ~letters) > 1) return 9;
      let least = 9;
      for (let end = word.length - 1; end <= word.length + 1; end += 1) least = Math.min(least, edits(word, other, Math.min(end, other.length), 1));
      return least;
    });
    return begun.map(([id, surely]) => [id, surely * 0.8]);
  }

  function nearest(index, typed, most, distance) {
    const alike = (other) => index.free || typed[0] === other[0] || (typed[0] === other[1] && typed[1] === other[0]) || (typed[1] === other[0] && typed[2] === other[1]);
    let wanted = index.words.map((_, number) => number);
    if (!index.free) {
      // Only what can begin alike is loaded.
      const near = new Set();
      for (const prefix of [typed[0], typed[1] + typed[0], typed.slice(1, 3)]) {
        for (let number = index.blockOf(prefix); number < index.words.length; number += 1) {
          const first = index.words[number][0];
          if (first > prefix && !first.startsWith(prefix)) break;
          near.add(number);
        }
      }
      wanted = wanted.filter((number) => near.has(number));
    }
    let best = most;
    let found = [];
    for (const number of wanted) {
      const block = index.block(number);
      if (!block) continue;
      for (let at = 0; at < block.words.length; at += 1) {
        const other = block.words[at];
        if (other.length < 3 || (other[0] >= "0" && other[0] <= "9") || !alike(other)) continue;
        const count = distance(other, block.letters[at]);
        if (count > best) continue;
        best = count;
        const surely = (count <= 1 ? 0.62 : 0.46) + (typed[0] === other[0] ? 0.06 : 0) + (sound(typed) === sound(other) ? 0.08 : 0);
        found.push([index.from[number] + at, count, surely, block.spread[at]]);
      }
    }
    found = found.filter(([, count]) => count === best);
    found.sort((left, right) => right[2] - left[2] || right[3] - left[3] || left[0] - right[0]);
    return found.slice(0, 12).map(([id, , surely]) => [id, surely]);
  }

  // What was typed, as words.
  function parse(index, typed) {
    const units = [];
    const joins = [];
    tokens(fold(typed), (role, word, count) => {
      if (role === "word") units.push({ word, others: [], counts: !index.stop.has(word) });
      else if (role === "other") { if (units.length > 0) units[units.length - 1].others.push(word); }
      else if (count <= units.length) joins.push({ at: units.length - count, count, word });
    });
    if (units.every((unit) => !unit.counts)) for (const unit of units) unit.counts = true;
    let left = 12;
    for (const unit of units) {
      if (!unit.counts) continue;
      unit.counts = left > 0;
      left = Math.max(left - 1, 0);
    }
    for (const count of [2, 3]) {
      for (let at = 0; at + count <= units.length; at += 1) {
        const word = units.slice(at, at + count).map((unit) => unit.word).join("");
        if (!joins.some((join) => join.at === at && join.count === count && join.word === word)) joins.push({ at, count, word });
      }
    }
    return { units, joins };
  }

  const valueOf = (weight) => (weight & 8 ? 2.2 + 0.3 * (weight & 1) : 0.5 + 0.2 * weight);
  const SHARES = [0, 0, 0, 0, 1, 0.5, 0.33, 0.2];
  const VALUES = Array.from({ length: 16 }, (_, weight) => valueOf(weight));

  /** What a typed word found, section by section. */
  class Found {
    constructor(index) {
      const spare = index.spare.pop();
      this.value = spare ? spare.value : new Float64Array(index.docs);
      this.share = spare ? spare.share : new Float64Array(index.docs);
      this.touched = [];
      this.spread = 0;
      this.near = false;
    }
    /** Gives the room back. */
    free(index) {
      for (const doc of this.touched) { this.value[doc] = 0; this.share[doc] = 0; }
      index.spare.push(this);
    }
    add(doc, value, share) {
      if (this.value[doc] === 0) this.touched.push(doc);
      if (value > this.value[doc]) this.value[doc] = value;
      if (share > this.share[doc]) this.share[doc] = share;
    }
    words(index, words, surely) {
      for (const [id, meant] of words) {
        if (meant > 0.9) this.near = true;
        const hits = index.hitsOf(id);
        const sure = meant * surely;
        for (let at = 0; at < hits.length; at += 2) this.add(hits[at], sure * VALUES[hits[at + 1]], sure * SHARES[hits[at + 1] >> 1]);
      }
    }
    take(other, surely, share) {
      if (other.touched.length > 0) this.near = true;
      for (const doc of other.touched) this.add(doc, surely * other.value[doc], surely * share * other.share[doc]);
    }
  }

  function all(index, lists) {
    const found = new Found(index);
    const parts = lists.map((words) => { const part = new Found(index); part.words(index, words, 1); return part; });
    for (const doc of parts.length > 0 ? parts[0].touched : []) {
      if (!parts.every((part) => part.value[doc] > 0)) continue;
      let value = 0;
      let share = 0;
      for (const part of parts) { value += part.value[doc]; share += part.share[doc]; }
      found.add(doc, value / parts.length, Math.min(share, 1));
    }
    for (const part of parts) part.free(index);
    return found;
  }

  // Close to the logarithm to base two, and the same everywhere.
  function log2(number) {
    let whole = 0;
    while (number >= 2) { number /= 2; whole += 1; }
    return whole + (number - 1);
  }

  function withoutArticle(word) {
    const cut = word.startsWith("qu") ? 2 : 1;
    const rest = word.slice(cut);
    return ELIDED.has(word.slice(0, cut)) && /^[aeiouyh]/.test(rest) && rest.length >= 3 ? rest : null;
  }

  /** The best sections for a query; `missing` names the files without which it cannot be told. */
  function rank(index, typed, most, roles) {
    index.missing.clear();
    const { units, joins } = parse(index, typed);
    const at = units.map((_, place) => place).filter((place) => units[place].counts);
    const found = at.map(() => new Found(index));
    const mended = [];
    const instead = [];
    const word = (number) => units[at[number]].word;
    const isLast = (number) => at[number] + 1 === units.length;
    const lacking = () => index.missing.size > 0;

    const spreadOver = (whole, from, to, surely) => {
      const inside = at.map((_, number) => number).filter((number) => at[number] >= from && at[number] < to);
      for (const number of inside) found[number].take(whole, surely, 1 / inside.length);
      whole.free(index);
    };

    const surely = () => {
      at.forEach((place, number) => {
        for (const text of [units[place].word, ...units[place].others]) found[number].words(index, relatives(index, text), 1);
      });
      for (const join of joins) {
        const words = relatives(index, join.word);
        const open = join.at + join.count === units.length;
        if (open && join.word.length >= 4 && isNumber(join.word)) words.push(...prefixed(index, join.word, true));
        if (words.length === 0) continue;
        const whole = new Found(index);
        whole.words(index, words, 1);
        spreadOver(whole, join.at, join.at + join.count, 1);
      }
      const stems = at.map((_, number) => light(index.language, word(number)));
      for (const group of index.synonyms) {
        group.forEach((chosen, which) => {
          const way = chosen.map((text) => light(index.language, text));
          for (let from = 0; from + way.length <= stems.length; from += 1) {
            if (!way.every((stem, next) => stems[from + next] === stem)) continue;
            group.forEach((words, other) => {
              if (other === which) return;
              spreadOver(all(index, words.map((text) => relatives(index, text))), at[from], at[from + way.length - 1] + 1, way.length > 1 ? 1 : 0.85);
            });
          }
        });
      }
      for (const one of found) one.spread = one.touched.length;
    };

    const note = (text, words) => {
      let best = null;
      for (const meant of words) if (!best || meant[1] > best[1]) best = meant;
      if (best) mended.push([text, index.word(best[0])]);
    };

    const split = (number) => {
      const text = word(number);
      if (!/^[\x00-\x7f]*$/.test(text)) return;
      for (let cut = 3; cut + 3 <= text.length; cut += 1) {
        const [left, right] = [text.slice(0, cut), text.slice(cut)];
        if (index.find(left) < 0) continue;
        let second = relatives(index, right);
        if (second.length === 0 && isLast(number) && right.length >= 4) second = prefixed(index, right, true);
        if (second.length === 0) continue;
        const whole = all(index, [relatives(index, left), second]);
        found[number].take(whole, 0.8, 1);
        whole.free(index);
      }
    };

    const findsAll = (from, to) => {
      const [first, ...others] = found.slice(from, to);
      return first.touched.some((doc) => others.every((one) => one.value[doc] > 0));
    };

    const substitute = (from, to) => {
      const words = at.slice(from, to).map((_, more) => word(from + more));
      const key = to - from > 1 ? words.map((text) => light(index.language, text)).join(" ") : words[0];
      const rest = words.length === 1 && withoutArticle(key);
      let factor = 0.8;
      let meant = substitutes(index, key);
      if (meant.length === 0 && rest) meant = substitutes(index, rest);
      meant = meant.filter((text) => {
        const { units } = parse(index, text);
        const whole = all(index, units.filter((unit) => unit.counts).map((unit) => relatives(index, unit.word)));
        const isThere = whole.touched.length > 0;
        factor -= 0.1;
        spreadOver(whole, at[from], at[to - 1] + 1, factor);
        return isThere;
      });
      if (meant.length > 0) instead.push([words, meant]);
      return meant.length > 0;
    };

    const phrases = () => {
      if (found.length < 2 || findsAll(0, found.length)) return;
      for (let length = Math.min(4, found.length); length > 1; length -= 1) {
        for (let from = 0; from + length <= found.length;) {
          from += findsAll(from, from + length) || !substitute(from, from + length) ? 1 : length;
        }
      }
    };

    const mend = (number) => {
      const text = word(number);
      const rest = withoutArticle(text);
      if (rest) {
        const words = relatives(index, rest);
        found[number].words(index, words, 0.9);
        note(text, words);
      }
      if (lacking() || found[number].touched.length > 0) return;
      split(number);
      const words = misspelt(index, text, 2, isLast(number));
      if (lacking()) return;
      // Short words may be as near by chance.
      const isSlip = text.length > 7 && words.length > 0 && words[0][1] > 0.67;
      if (found[number].touched.length > 0 || isSlip || !substitute(number, number + 1)) {
        found[number].words(index, words, 1);
        note(text, words);
      }
    };

    const complete = () => {
      for (let number = 0; number < at.length; number += 1) {
        const text = word(number);
        const nothing = found[number].touched.length === 0;
        if ((text.length > 1 || units.length === 1) && (nothing || isLast(number))) {
          const words = prefixed(index, text, nothing);
          found[number].words(index, words, 1);
          if (words.length > 0) found[number].near = true;
        }
      }
    };

    const perhaps = () => {
      for (let number = 0; number < at.length; number += 1) {
        if (found[number].touched.length === 0) mend(number);
        else if (!found[number].near) found[number].words(index, misspelt(index, word(number), 1, false), 1);
        if (found[number].spread === 0) found[number].spread = found[number].touched.length;
      }
    };

    const atAPinch = () => {
      at.forEach((_, number) => {
        const text = word(number);
        found[number].words(index, prefixed(index, text, false), 1);
        if (text.length >= 5) found[number].words(index, misspelt(index, text, 2, false), 0.7);
      });
    };

    for (const step of [surely, complete, phrases, perhaps]) if (!lacking()) step();
    if (!lacking() && found.length > 1 && !findsAll(0, found.length)) atAPinch();

    const rarity = found.map((one) => log2(1 + index.docs / Math.max(one.spread, 1)));
    let total = 0;
    for (const rare of rarity) total += rare;
    const masks = roles ? index.masksOf() : null;
    const suits = (doc) => !masks || masks[doc] === 0 || (masks[doc] & roles) !== 0;
    const hits = [];
    const last = () => hits[hits.length - 1];
    const before = (whole, score, doc, other) =>
      whole !== other.whole ? whole : score !== other.score ? score > other.score : doc < other.doc;
    const offer = (doc) => {
      let [sum, met, title, titled, count] = [0, 0, 0, 0, 0];
      for (let number = 0; number < found.length; number += 1) {
        const value = found[number].value[doc];
        if (value === 0) continue;
        count += 1;
        sum += rarity[number] * value;
        met += rarity[number];
        title += found[number].share[doc];
        if (found[number].share[doc] > 0) titled += rarity[number];
      }
      const part = met / total;
      if (title > 1) title = 1;
      const score = (sum / total) * part * part * (1 + (0.8 * title + 0.4) * (titled / total));
      const whole = count === found.length;
      if (hits.length >= most && !before(whole, score, doc, last())) return;
      let [low, high] = [0, hits.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before(whole, score, doc, hits[middle])) high = middle;
        else low = middle + 1;
      }
      hits.splice(low, 0, { doc, whole, score });
      if (hits.length > most) hits.pop();
    };

    let count = 0;
    if (!lacking() && found.length > 0) {
      const rarest = found.reduce((least, one) => (one.touched.length < least.touched.length ? one : least));
      const whole = rarest.touched.filter((doc) => suits(doc) && found.every((one) => one.value[doc] > 0));
      const seen = new Uint8Array(index.docs);
      // Sections with every word come first: where these are enough, no other is weighed.
      const enough = whole.length >= most;
      for (const one of found) {
        for (const doc of one.touched) {
          if (seen[doc]) continue;
          seen[doc] = 1;
          if (!suits(doc)) continue;
          count += 1;
          if (!enough) offer(doc);
        }
      }
      if (enough) whole.forEach(offer);
    }
    for (const one of found) one.free(index);
    return { hits, total: count, mended, instead, missing: [...index.missing] };
  }

  globalThis.jalonSearch = { fold, tokens, parse, light, heavy, Index, rank };
})();
