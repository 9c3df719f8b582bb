// What a page gains with a script: colours, print, Escape. Everything works without it.
// Ticks have a script of their own, ticks.js.
// Loaded with `defer blocking="render"`.
(function () {
  "use strict";

  const root = document.documentElement;

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
    button.onclick = () => {
      const ofSystem = system.matches ? "dark" : "light";
      const wanted = (root.dataset.colours || ofSystem) === "dark" ? "light" : "dark";
      store.set(COLOURS, wanted === ofSystem ? null : wanted);
      if (wanted === ofSystem) delete root.dataset.colours;
      else root.dataset.colours = wanted;
    };
  }

  // Search: Ctrl+K leads to the box; its scripts come with the first visit.
  const searchBox = document.querySelector(".site-search");
  if (searchBox) {
    const field = searchBox.querySelector("input");
    const begin = () => {
      for (const address of searchBox.dataset.scripts.split(" ")) {
        const isStyle = address.includes(".css");
        const file = document.createElement(isStyle ? "link" : "script");
        Object.assign(file, isStyle ? { rel: "stylesheet", href: address } : { src: address, async: false });
        document.head.append(file);
      }
      delete searchBox.dataset.scripts;
    };
    const load = () => { if (searchBox.dataset.scripts) begin(); };
    searchBox.addEventListener("focusin", load);
    if (field.value || (document.querySelector("[data-search-here]") && location.search)) load();
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  // Print, with everything unfolded.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => print();
  }

  // Words at the foot of each sheet: the address of the page, and of which day it is.
  function footSheet() {
    const place = document.querySelector("[rel=canonical]")?.href ?? (location.protocol.startsWith("http") ? location.origin + location.pathname : "");
    const words = [place, document.querySelector(".page-foot p")?.innerText].filter(Boolean).join(" · ");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@page{@bottom-left{content:" + JSON.stringify(words) + ";width:80%;font:8.5pt sans-serif;color:#4b463d}}");
    return sheet;
  }

  let unfolded = [];
  let foot = null;
  addEventListener("beforeprint", () => {
    // Of blocks that share a name only one can be open: the style shows the others.
    unfolded = [...document.querySelectorAll("main details:not([open], [name], .fold)")];
    for (const details of unfolded) details.open = true;
    foot ??= footSheet();
    document.adoptedStyleSheets = [foot];
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    document.adoptedStyleSheets = [];
  });

  // What helps while reading comes at the first interaction.
  const { reading } = document.currentScript.dataset;
  const interactions = ["scroll", "pointermove", "pointerdown", "keydown"];
  const begin = () => {
    for (const name of interactions) removeEventListener(name, begin);
    document.head.append(Object.assign(document.createElement("script"), { src: reading }));
  };
  for (const name of interactions) addEventListener(name, begin, { passive: true });

  // Escape closes the menu or the page's contents and gives the focus back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const fold of document.querySelectorAll(".fold[open]")) {
      const held = fold.parentElement.contains(document.activeElement);
      fold.open = false;
      if (held) fold.querySelector("summary").focus();
    }
  });
})();
