// What a reader does with a whole checklist: print it in three ways, take ticks to another device and bring them back.
// ticks.js loads it when the tools below a list are opened. Words and tools stand in parts/ticks-tools.html.
(function () {
  "use strict";

  const root = document.documentElement;
  // A longer link is cut by programs for mail.
  const MOST_OF_A_LINK = 4000;
  let lines = [];

  // Keys as `/page/*task*task!/page/*task`: signs that programs leave in a link.
  function written(keys) {
    const pages = new Map();
    for (const key of keys) {
      const [page, task] = key.split("#");
      pages.set(page, [...(pages.get(page) ?? []), task.replace("=", "~")]);
    }
    return [...pages].map(([page, tasks]) => [page, ...tasks].join("*")).join("!");
  }

  // The keys in a text: in a link, or in lines of their own, in front of which mail puts marks.
  function read(text) {
    const linked = [...text.matchAll(/#ticks=(\S+)/g)].flatMap(([, list]) => {
      let plain = list;
      try { plain = decodeURI(list); } catch { /* as it is */ }
      return plain.split("!").flatMap((part) => {
        const [page, ...tasks] = part.split("*");
        return tasks.map((task) => page + "#" + task.replace("~", "="));
      });
    });
    const lines = [...text.matchAll(/(?:^|[\s>])(\/[^\s#]*#[^\s#]+)/g)].map((match) => match[1]);
    return [...new Set([...linked, ...lines])].filter((key) => /^\/\S*#\S+$/.test(key) && key.length < 500).slice(0, 5000);
  }

  globalThis.jalonTools = function (page, group, place) {
    const { groups, ticked, words, end, progress, tell, filled, isDone, counts } = page;
    const tools = document.getElementById("_ticks-tools");
    const said = { ...tools.dataset };
    place.append(tools.content.cloneNode(true));
    const part = (name) => place.querySelector("[data-" + name + "]");
    const [text, told] = [part("text"), group.told];
    const modes = [...place.querySelectorAll("input[type=radio]")];
    for (const mode of modes) mode.name = "_print-" + groups.indexOf(group);
    part("whole").checked = document.body.matches(".kind-role");

    const address = location.href.replace(/#.*/, "");
    const title = words.guide;

    // A link where the site is on the web, lines of keys where it is on a disk or there are many.
    function message() {
      const keys = [...ticked].sort();
      const link = address + "#ticks=" + written(keys);
      return location.protocol.startsWith("http") && link.length <= MOST_OF_A_LINK ? link : keys.join("\n") + "\n";
    }

    part("send").addEventListener("click", async () => {
      const link = message();
      told.textContent = "";
      if (ticked.size === 0) return tell(told, said.nothing);
      text.value = title + "\n" + link;
      if (navigator.share && link.startsWith("http")) {
        try {
          await navigator.share({ title, text: title, url: link });
          return;
        } catch (error) {
          // The reader closed the sheet.
          if (error.name === "AbortError") return;
        }
      }
      text.select();
      let sentence = said.copied;
      try { await navigator.clipboard.writeText(text.value); } catch { sentence = said.byHand; }
      tell(told, sentence);
    });

    // Tasks of this page that are no more: of other pages nothing is known here.
    function unknown(keys) {
      const known = new Set([...document.querySelectorAll("input[data-task]")].map(page.keyOf));
      const pages = new Set([...known].map((key) => key.split("#")[0]));
      return keys.filter((key) => pages.has(key.split("#")[0]) && !known.has(key));
    }

    function take(from) {
      const keys = read(from);
      const lost = unknown(keys);
      const fresh = keys.filter((key) => !ticked.has(key) && !lost.includes(key));
      // One answer to a question.
      const other = fresh.map((key) => key.replace(/=(yes|no)$/, (whole, name) => (name === "yes" ? "=no" : "=yes")));
      told.textContent = "";
      if (keys.length === 0) return tell(told, said.none);
      const sentences = [];
      if (fresh.length > 0) {
        for (const key of other) if (!fresh.includes(key) && ticked.has(key)) page.keep(key, false);
        page.change(group, fresh, true, said.takeBack);
        sentences.push(filled(said.added, { count: fresh.length }));
      } else if (lost.length < keys.length) sentences.push(said.known);
      if (lost.length > 0) sentences.push(filled(said.lost, { count: lost.length, tasks: lost.map((key) => key.split("#")[1]).join(", ") }));
      tell(told, sentences.join(" "));
    }

    part("paste").addEventListener("click", () => take(text.value));

    part("print-list").addEventListener("click", () => {
      const mode = modes.find((choice) => choice.checked)?.value;
      prepare(mode, part("whole").checked ? null : group);
      print();
    });

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
        line.textContent = progress(group.tasks, mode === "left" ? said.left : words.done);
        group.begin.before(line);
        lines.push(line);
        for (const task of group.tasks) if (isOther(task) || (mode === "left" && isOver(task))) task.classList.add("print-out");
      }
    }

    // It belongs to the answer that was not given.
    const isOther = (task) => task.matches(".branch") && isDone(task.parentElement.closest(".task")) && !counts(task);

    // An answered question is left as long as something below it is.
    const isOver = (task) => isDone(task) && [...task.querySelectorAll(".task")].every((below) => isDone(below) || !counts(below));

    function tidy() {
      delete root.dataset.print;
      root.removeAttribute("data-print-list");
      for (const element of document.querySelectorAll(".print-out")) element.classList.remove("print-out");
      for (const line of lines) line.remove();
      lines = [];
    }

    addEventListener("afterprint", tidy, end);

    if (group === groups[0] && location.hash.startsWith("#ticks=")) {
      take(location.hash);
      history.replaceState(null, "", address);
    }
  };
})();
