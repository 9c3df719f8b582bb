// What checklists gain with a script: ticks kept on the device, progress, undo.
// Words stand in parts/ticks.html. Nothing is sent anywhere. What a reader asks for comes with ticks-tools.js.
// While the guide is written, `jalon serve` changes the page in place, and tells with `jalon:tasks` that its tasks changed.
(function () {
  "use strict";

  const { src, dataset } = document.currentScript;
  // Where the site stands: a title may be corrected.
  const prefix = "jalon:" + new URL("..", src).pathname + ":";
  let tools;

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const keyOf = (box) => box.dataset.task;
  const boxOf = (task) => task.querySelector(":scope > input, :scope > .answers input");
  const isDone = (task) => task.querySelector(":scope > input:checked, :scope > .answers :checked") !== null;

  // The answers of the question above a branch, and the one it belongs to.
  const answersOf = (branch) => [...branch.parentElement.closest(".task").querySelectorAll(":scope > .answers input")];
  const valueOf = (branch) => (branch.matches(".branch-yes") ? "yes" : "no");

  // What belongs to an answer counts once it is chosen.
  function counts(task) {
    const branch = task.closest(".branch");
    const isChosen = (box) => box.checked && box.value === valueOf(branch);
    return !branch || (answersOf(branch).some(isChosen) && counts(branch.parentElement.closest(".task")));
  }

  function progress(tasks, text) {
    const all = tasks.filter(counts);
    const done = all.filter(isDone).length;
    return filled(text, { done, left: all.length - done, total: all.length });
  }

  // A status is read out when it changes.
  function tell(place, sentence) {
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  // FNV-1a: under the title's sum ticks were kept before.
  function sum(text) {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  }

  function start(before) {
    const form = document.getElementById("_ticks");
    const boxes = [...document.querySelectorAll("input[data-task]")];
    if (!form || boxes.length === 0) return;

    const words = form.dataset;
    // Ticked to begin with (`- [x]`), unless the reader has taken the tick away.
    const preset = new Set(boxes.filter((box) => box.defaultChecked).map(keyOf));
    const ticked = new Set(before || preset);
    const groups = [];
    let refused = false;
    // Listeners beyond the tools end with it.
    const end = new AbortController();

    // Takes over the ticks of this guide that were kept under its title.
    function takeOver() {
      const old = Object.keys(localStorage).map((name) => /^jalon:([0-9a-z]+):(\/.*)/.exec(name)).filter(Boolean);
      const guides = [...new Set(old.map(([, guide]) => guide))];
      const guide = guides.find((guide) => guide === sum(words.guide)) ?? (guides.length === 1 ? guides[0] : null);
      for (const [name, of, key] of old) {
        if (of !== guide) continue;
        localStorage.setItem(prefix + key, localStorage.getItem(name));
        localStorage.removeItem(name);
      }
    }

    // Who has ticked what belongs to an answer has given it.
    function answer() {
      for (const box of boxes) {
        if (!ticked.has(keyOf(box)) || !box.parentElement.matches(".branch")) continue;
        const answers = answersOf(box.parentElement);
        if (!answers.some((other) => ticked.has(keyOf(other)))) {
          for (const other of answers) if (other.value === valueOf(box.parentElement)) ticked.add(keyOf(other));
        }
      }
    }

    // Storage may be refused or full: ticks then live as long as the page.
    function read() {
      try {
        takeOver();
        ticked.clear();
        for (const key of preset) ticked.add(key);
        for (const [name, state] of Object.entries(localStorage)) {
          if (!name.startsWith(prefix)) continue;
          if (state === "0") ticked.delete(name.slice(prefix.length));
          else ticked.add(name.slice(prefix.length));
        }
        answer();
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
      const tasks = [...list.querySelectorAll(".task")];
      const around = surroundings(list);
      const parent = (list.closest(".task-group") ?? list).parentElement;
      const last = groups.at(-1);
      if (last && last.around.id === around.id && last.parent === parent) {
        last.tasks.push(...tasks);
        last.end = list;
      } else {
        groups.push({ around, tasks, begin: list, end: list, parent, before: null });
      }
    }

    // What ticks-tools.js works with.
    const page = { groups, ticked, words, end, keep, progress, tell, filled, isDone, counts, keyOf, change };

    // Changes some ticks so that it can be taken back, in the words `undo`.
    function change(group, keys, isTicked, undo) {
      group.before = { keys, isTicked };
      group.undo = undo;
      forget(group);
      for (const key of keys) keep(key, isTicked);
      show();
    }

    function openTools(group, place) {
      const add = () => {
        if (!place.hasChildNodes()) globalThis.jalonTools(page, group, place);
      };
      tools ??= Promise.all(dataset.tools.split(" ").map((address) => new Promise((resolve) => {
        const isStyle = address.includes(".css");
        const file = document.createElement(isStyle ? "link" : "script");
        document.head.append(Object.assign(file, isStyle ? { rel: "stylesheet", href: address } : { src: address }, { onload: resolve }));
      })));
      tools.then(add);
    }

    for (const group of groups) {
      const made = form.content.cloneNode(true).firstElementChild;
      const part = (name) => made.querySelector("[data-" + name + "]");
      const [said, told, reset, place] = ["said", "told", "reset", "panel"].map(part);
      group.end.after(made);
      group.node = made;
      group.told = told;

      group.show = () => {
        tell(said, progress(group.tasks, words.done));
        reset.hidden = group.before === null && !group.tasks.some(isDone);
        reset.textContent = group.before === null ? words.clear : group.undo;
        part("refused").hidden = !refused;
      };

      reset.addEventListener("click", () => {
        const { keys, isTicked } = group.before ?? {};
        if (keys) {
          group.before = null;
          for (const key of keys) keep(key, !isTicked);
          show();
          tell(told, words.restored);
          if (reset.hidden) boxOf(group.tasks[0]).focus();
        } else {
          const checked = boxes.filter((box) => box.checked && group.tasks.includes(box.closest(".task")));
          change(group, [...new Set(checked.map(keyOf))], false, words.undo);
          tell(told, words.cleared);
        }
      });

      place.parentElement.addEventListener("toggle", () => openTools(group, place));
    }

    for (const box of boxes) {
      box.addEventListener("change", () => {
        if (box.type === "radio") for (const other of box.closest(".answers").querySelectorAll("input")) keep(keyOf(other), false);
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

    read();
    try {
      localStorage.setItem(prefix, "");
      localStorage.removeItem(prefix);
    } catch {
      refused = true;
    }
    show();
    // A link that brings ticks.
    if (location.hash.startsWith("#ticks=")) groups[0].node.querySelector("details").open = true;
  }

  start();

  // On the home page: how many tasks of each role are done.
  try {
    if (dataset.progress && Object.keys(localStorage).some((name) => name.startsWith(prefix))) {
      document.head.append(Object.assign(document.createElement("script"), { src: dataset.progress }));
    }
  } catch { /* nothing is kept */ }
})();
