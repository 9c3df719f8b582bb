// The page that hosts show at any address: finds where the site begins by its own address, and corrects what is relative
// to that. The page asks for this file at several places; the one that exists answers.
(function () {
  "use strict";

  const page = document.documentElement;
  const root = new URL("../", document.currentScript.src);
  if (page.dataset.root || root.href === new URL("./", location.href).href) return;
  page.dataset.root = root.href;

  const isRelative = (address) => !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(address);
  const absolute = (address) => (isRelative(address) ? new URL(address, root).href : address);
  for (const name of ["href", "action", "data-head", "data-root", "data-scripts"]) {
    for (const element of document.querySelectorAll(`a[${name}], form[${name}]`)) {
      element.setAttribute(name, element.getAttribute(name).split(" ").map(absolute).join(" "));
    }
  }
  // The script of all pages, which the page asked for at the wrong place.
  const missed = document.querySelector('script[src*="theme/script.js"]');
  const script = document.createElement("script");
  script.src = absolute(missed.getAttribute("src"));
  document.head.append(script);
})();
