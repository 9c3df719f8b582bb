// What a page gains with a script: colours, print, Escape, ticks that stay on the device.
// Everything else works without it. Loaded with `defer blocking="render"`.
(function () {
  "use strict";

  const root = document.documentElement;
  const words = document.body.dataset;

  // Storage may be refused (private window, settings): the page works all the same.
  const store = {
    get(key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch { /* nothing to keep */ }
    },
  };

  // Colours: the system's choice, unless the reader asked for the other one.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const COLOURS = "jalon:colours";

  function showColours() {
    const kept = store.get(COLOURS);
    if (kept === "dark" || kept === "light") root.dataset.colours = kept;
    else delete root.dataset.colours;
  }

  showColours();
  addEventListener("storage", (event) => { if (event.key === COLOURS) showColours(); });

  for (const button of document.querySelectorAll("[data-colour-switch]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const ofSystem = system.matches ? "dark" : "light";
      const wanted = (root.dataset.colours || ofSystem) === "dark" ? "light" : "dark";
      store.set(COLOURS, wanted === ofSystem ? null : wanted);
      if (wanted === ofSystem) delete root.dataset.colours;
      else root.dataset.colours = wanted;
    });
  }

  // Search: `/` and Ctrl+K lead to the box; its scripts come with the first visit.
  const searchBox = document.querySelector("form[data-scripts]");
  if (searchBox) {
    const field = searchBox.querySelector("input");
    const begin = () => {
      for (const address of (searchBox.dataset.scripts || "").split(" ")) {
        const script = document.createElement("script");
        script.src = address;
        script.async = false;
        document.head.append(script);
      }
      delete searchBox.dataset.scripts;
    };
    const load = () => { if (searchBox.dataset.scripts) begin(); };
    searchBox.addEventListener("focusin", load);
    if (field.value || (document.querySelector("[data-search-here]") && location.search)) load();
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
      const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!slash && !control) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  // Print, with everything unfolded.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("main details:not([open], .fold)")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  // Escape closes the menu or the page's contents and gives the focus back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const fold of document.querySelectorAll(".fold[open]")) {
      const held = fold.parentElement.contains(document.activeElement);
      fold.open = false;
      if (held) fold.querySelector("summary").focus();
    }
  });

  // Ticks: one key a task, under the guide's name. A task shown twice is one task.
  const boxes = [...document.querySelectorAll("input[data-task]")];
  const prefix = "jalon:" + hash(words.guide || "") + ":";

  // FNV-1a, 32 bits: short, and the same on every device.
  function hash(text) {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  }

  function tick(box, ticked) {
    box.checked = ticked;
    store.set(prefix + box.dataset.task, ticked ? "1" : null);
  }

  for (const box of boxes) {
    box.checked = store.get(prefix + box.dataset.task) === "1";
    box.addEventListener("change", () => {
      for (const twin of boxes) {
        if (twin.dataset.task === box.dataset.task) tick(twin, box.checked);
      }
    });
  }

  // Under each list: how far, and a way to start again (and to take that back).
  for (const list of document.querySelectorAll("ul.tasks, ol.tasks")) {
    if (list.parentElement.closest(".tasks")) continue;
    const own = [...list.querySelectorAll("input[data-task]")];
    if (own.length === 0) continue;

    const bar = document.createElement("div");
    const said = document.createElement("p");
    const reset = document.createElement("button");
    let before = null;
    bar.className = "tick-progress";
    said.setAttribute("role", "status");
    reset.type = "button";
    bar.append(said, reset);
    list.after(bar);

    const show = () => {
      const done = own.filter((box) => box.checked).length;
      said.textContent = words.progress.replace("{done}", done).replace("{total}", own.length);
      reset.hidden = done === 0 && before === null;
      reset.textContent = before === null ? words.clear : words.undo;
    };

    reset.addEventListener("click", () => {
      if (before === null) {
        before = own.filter((box) => box.checked);
        for (const box of before) tick(box, false);
      } else {
        for (const box of before) tick(box, true);
        before = null;
      }
      show();
    });
    document.addEventListener("change", () => { before = null; show(); });
    show();
  }
})();
