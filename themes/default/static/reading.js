// What helps while reading: a link to each heading, the place in the contents, and pages kept for reading without a network.
// script.js loads it at the first interaction. What it says stands in front of it as `jalonReading`.
(function () {
  "use strict";

  const { heading: words, copied, offline } = globalThis.jalonReading;
  const here = document.currentScript.src;

  const look = document.createElement("link");
  Object.assign(look, { rel: "stylesheet", href: here.replace(".js", ".css") });
  document.head.append(look);

  const said = document.createElement("p");
  said.className = "visually-hidden reading-said";
  said.setAttribute("role", "status");
  document.body.append(said);

  // The link follows its heading, so that the name of the heading stays as it is.
  function addLinks() {
    for (const heading of document.querySelectorAll(".page-main :is(h2, h3)[id]")) {
      if (heading.id.startsWith("_") || heading.nextElementSibling?.matches(".anchor")) continue;
      const link = document.createElement("a");
      link.className = "anchor";
      link.href = "#" + heading.id;
      link.setAttribute("aria-label", words.replace("{title}", heading.textContent.trim()));
      link.addEventListener("click", async () => {
        said.textContent = "";
        try { await navigator.clipboard.writeText(link.href); } catch { return; }
        said.textContent = copied;
        link.dataset.copied = "";
        setTimeout(() => delete link.dataset.copied, 2000);
      });
      heading.after(link);
    }
  }

  // The contents say which part is being read: the last one that begins in the upper third of the window.
  let watch = null;
  function follow() {
    watch?.disconnect();
    const parts = [...document.querySelectorAll(".contents a")].map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]);
    const known = parts.filter(([, heading]) => heading);
    const mark = () => {
      const begun = known.filter(([, heading]) => heading.getBoundingClientRect().top < innerHeight / 3);
      for (const [link] of known) {
        if (link === begun.at(-1)?.[0]) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" });
    for (const [, heading] of known) watch.observe(heading);
    mark();
  }

  addLinks();
  follow();
  addEventListener("jalon:changed", () => { addLinks(); follow(); });

  // A site on the web is kept for reading without a network; a copy on a disk is there anyway.
  if (offline && location.protocol.startsWith("http") && navigator.serviceWorker) {
    navigator.serviceWorker.register(new URL("../offline.js", here)).catch(() => { /* the browser keeps nothing */ });
    navigator.serviceWorker.ready.then(({ active }) => active.postMessage("keep"));
  }
})();
