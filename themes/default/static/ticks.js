// What checklists gain with a script: ticks kept on the device, progress, undo, ticks as text, ways to print.
// Words and tools stand in parts/ticks.html. Nothing is sent anywhere.
// While the guide is written, `jalon serve` changes the page in place, and tells with `jalon:tasks` that its tasks changed.
(function start(before) {
  "use strict";

  const tools = document.getElementById("_ticks");
  const boxes = [...document.querySelectorAll("input[data-task]")];
  if (!tools || boxes.length === 0) return;

  const root = document.documentElement;
  const words = tools.dataset;
  const guide = hash(words.guide);
  const prefix = "jalon:" + guide + ":";
  // Ticked to begin with (`- [x]`), unless the reader has taken the tick away.
  const preset = new Set(boxes.filter((box) => box.defaultChecked).map((box) => box.dataset.task));
  const ticked = new Set(before || preset);
  const groups = [];
  let refused = false;
  // Listeners beyond the tools end with it.
  const end = new AbortController();

  // FNV-1a: the same on every device.
  function hash(text) {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const keyOf = (box) => box.dataset.task;

  // Storage may be refused or full: ticks then live as long as the page.
  function read() {
    try {
      const kept = new Map();
      for (const [name, state] of Object.entries(localStorage)) {
        if (name.startsWith(prefix)) kept.set(name.slice(prefix.length), state);
      }
      ticked.clear();
      for (const key of preset) ticked.add(key);
      for (const [key, state] of kept) {
        if (state === "0") ticked.delete(key);
        else ticked.add(key);
      }
    } catch {
      refused = true;
    }
  }

  function keep(key, isTicked) {
    if (isTicked) ticked.add(key);
    else ticked.delete(key);
    try {
      if (isTicked) localStorage.setItem(prefix + key, "1");
      else if (preset.has(key)) localStorage.setItem(prefix + key, "0");
      else localStorage.removeItem(prefix + key);
    } catch {
      refused = true;
    }
  }

  // A task that the page shows twice is one task.
  function show() {
    for (const box of boxes) box.checked = ticked.has(keyOf(box));
    for (const group of groups) group.show();
  }

  function forget(except) {
    for (const group of groups) if (group !== except) group.before = null;
  }

  // Of two branches only one is ticked, so they do not count.
  const progress = (list, text) => {
    const all = list.filter((box) => !box.closest(".branch"));
    const done = all.filter((box) => box.checked).length;
    return filled(text, { done, left: all.length - done, total: all.length });
  };

  // Around a list: its heading, and all up to the next of that level.
  function surroundings(list) {
    const main = list.closest("main");
    const levels = [];
    let heading = null;
    for (let node = list; node !== main && node.parentElement; node = node.parentElement) {
      const all = [...node.parentElement.children];
      const level = (element) => (/^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 9);
      let from = all.indexOf(node);
      let to = from + 1;
      if (heading === null) {
        const above = all.slice(0, from).findLastIndex((element) => level(element) < 9);
        const own = above < 0 ? 8 : level(all[above]);
        if (above >= 0) heading = all[above];
        if (heading || node.parentElement.matches(".page-main")) {
          from = Math.max(above, 0);
          while (to < all.length && level(all[to]) > own) to += 1;
        }
      }
      levels.push({ all, kept: new Set(all.slice(from, to)) });
    }
    return { id: heading?.id || "_top", levels };
  }

  // Lists under one heading are one checklist.
  for (const list of document.querySelectorAll("ul.tasks, ol.tasks")) {
    if (list.parentElement.closest(".tasks")) continue;
    const own = [...list.querySelectorAll("input[data-task]")];
    if (own.length === 0) continue;
    const around = surroundings(list);
    const last = groups.at(-1);
    if (last && last.around.id === around.id && last.parent === list.parentElement) {
      last.boxes.push(...own);
      last.end = list;
    } else {
      groups.push({ around, boxes: own, begin: list, end: list, parent: list.parentElement, before: null });
    }
  }

  groups.forEach((group, number) => {
    const made = tools.content.cloneNode(true).firstElementChild;
    const part = (name) => made.querySelector("[data-" + name + "]");
    const said = part("said");
    const told = part("told");
    const text = part("text");
    const reset = part("reset");
    const modes = [...made.querySelectorAll("input[type=radio]")];
    for (const mode of modes) mode.name = "_print-" + number;
    part("whole").checked = document.body.matches(".kind-role");
    group.end.after(made);
    group.node = made;
    let undoing = words.undo;

    // A status is read out when it changes.
    const tell = (place, sentence) => {
      if (place.textContent !== sentence) place.textContent = sentence;
    };

    group.show = () => {
      tell(said, progress(group.boxes, words.done));
      reset.hidden = group.before === null && !group.boxes.some((box) => box.checked);
      reset.textContent = group.before === null ? words.clear : undoing;
      part("refused").hidden = !refused;
    };

    // Changes some ticks so that it can be taken back.
    const change = (keys, isTicked, undo) => {
      group.before = { keys, isTicked };
      undoing = undo;
      forget(group);
      for (const key of keys) keep(key, isTicked);
      show();
    };

    reset.addEventListener("click", () => {
      if (group.before === null) {
        change([...new Set(group.boxes.filter((box) => box.checked).map(keyOf))], false, words.undo);
        tell(told, words.cleared);
      } else {
        const { keys, isTicked } = group.before;
        group.before = null;
        for (const key of keys) keep(key, !isTicked);
        show();
        tell(told, words.restored);
        if (reset.hidden) group.boxes[0].focus();
      }
    });

    part("copy").addEventListener("click", async () => {
      text.value = [words.guide, "jalon:" + guide, ...[...ticked].sort()].join("\n") + "\n";
      text.select();
      let sentence = words.copied;
      try { await navigator.clipboard.writeText(text.value); } catch { sentence = words.byHand; }
      told.textContent = "";
      tell(told, sentence);
    });

    part("paste").addEventListener("click", () => {
      // Mail puts marks in front of lines.
      const from = /(?:^|\s)jalon:([0-9a-z]+)/.exec(text.value)?.[1];
      const keys = [...text.value.matchAll(/(?:^|[\s>])(\/[^\s#]*#[^\s#]+)/g)].map((match) => match[1]);
      const fresh = [...new Set(keys)].filter((key) => !ticked.has(key) && key.length < 500).slice(0, 5000);
      told.textContent = "";
      if (from && from !== guide) return tell(told, words.other);
      if (!from || keys.length === 0) return tell(told, words.none);
      if (fresh.length === 0) return tell(told, words.known);
      change(fresh, true, words.takeBack);
      tell(told, filled(words.added, { count: fresh.length }));
    });

    part("print-list").addEventListener("click", () => {
      const mode = modes.find((choice) => choice.checked)?.value;
      prepare(mode, part("whole").checked ? null : group);
      print();
    });
  });

  for (const box of boxes) {
    box.addEventListener("change", () => {
      keep(keyOf(box), box.checked);
      forget(null);
      show();
    }, end);
  }

  addEventListener("jalon:tasks", () => {
    end.abort();
    for (const group of groups) group.node.remove();
    start(ticked);
  }, end);

  // Another window, and the way back to this one.
  addEventListener("storage", (event) => {
    if (event.key?.startsWith(prefix) === false) return;
    read();
    forget(null);
    show();
  }, end);
  addEventListener("pageshow", () => {
    if (!refused) read();
    show();
  }, end);

  let lines = [];

  function prepare(mode, only) {
    tidy();
    root.dataset.print = mode;
    root.toggleAttribute("data-print-list", only !== null);
    for (const { all, kept } of only?.around.levels ?? []) {
      for (const element of all) {
        if (!kept.has(element) && !element.matches(".page-head, .page-foot, .call")) element.classList.add("print-out");
      }
    }
    const rows = [...document.querySelectorAll(".call [data-lists]")];
    for (const row of rows) {
      row.classList.toggle("print-out", only !== null && !row.dataset.lists.split(" ").includes(only.around.id));
    }
    const call = rows[0]?.closest(".call");
    call?.classList.toggle("print-out", rows.every((row) => row.matches(".print-out")));
    if (mode === "blank") return;
    for (const group of only ? [only] : groups) {
      const line = document.createElement("p");
      line.className = "print-only print-line";
      line.textContent = progress(group.boxes, mode === "left" ? words.left : words.done);
      group.begin.before(line);
      lines.push(line);
      if (mode !== "left") continue;
      for (const box of group.boxes) if (isDone(box)) box.closest(".task").classList.add("print-out");
    }
  }

  // A ticked question has had its answer; a ticked task is left as long as one below it is.
  function isDone(box) {
    const below = [...box.closest(".task").querySelectorAll(":scope .task:not(.branch) > input")];
    return box.checked && below.every((inner) => inner.checked || inner.closest(".branch"));
  }

  function tidy() {
    delete root.dataset.print;
    root.removeAttribute("data-print-list");
    for (const element of document.querySelectorAll(".print-out")) element.classList.remove("print-out");
    for (const line of lines) line.remove();
    lines = [];
  }

  addEventListener("afterprint", tidy, end);

  read();
  try {
    localStorage.setItem(prefix, "");
    localStorage.removeItem(prefix);
  } catch {
    refused = true;
  }
  show();
})();
