// Keeps an open page equal to what `jalon serve` last built. Never part of a published site.
(() => {
  "use strict";
  const mine = document.currentScript.dataset.stamp;
  const address = "/_jalon/events?page=" + encodeURIComponent(location.pathname);
  const memory = "jalon-reload";
  let source = null;
  let overlay = null;

  // The browser puts the scroll back by itself, unless the page's address names a place.
  const remembered = JSON.parse(sessionStorage.getItem(memory) || "{}");
  if (remembered.page === location.href) {
    addEventListener("load", () => scrollTo({ left: remembered.x, top: remembered.y, behavior: "instant" }), { once: true });
  }

  function reload(stamp) {
    // A page that was already fetched anew for this state and still differs is not ours to mend.
    if (remembered.page === location.href && remembered.stamp === stamp) return;
    const state = { page: location.href, stamp, x: scrollX, y: scrollY };
    sessionStorage.setItem(memory, JSON.stringify(state));
    location.reload();
  }

  // The words come from the terminal's report and are shown as text, never as HTML.
  function show(problems) {
    if (overlay) overlay.remove();
    overlay = null;
    if (!problems) return;
    overlay = document.createElement("div");
    const root = overlay.attachShadow({ mode: "open" });
    const text = document.createElement("pre");
    text.textContent = problems;
    text.tabIndex = 0;
    text.style.cssText = "margin:0;padding:1rem 3rem 1rem 1rem;overflow:auto;max-height:60vh;white-space:pre-wrap;" +
      "overflow-wrap:anywhere;font:14px/1.5 ui-monospace,monospace;color:#fff;background:#3b0d11;border-top:4px solid #ff8a80";
    const close = document.createElement("button");
    close.textContent = "×";
    close.style.cssText = "position:absolute;top:.6rem;right:.6rem;width:2rem;height:2rem;font:20px/1 sans-serif;" +
      "color:#fff;background:none;border:1px solid #fff;border-radius:4px;cursor:pointer";
    close.addEventListener("click", () => overlay && overlay.remove());
    overlay.style.cssText = "all:initial;position:fixed;inset:auto 0 0 0;z-index:2147483647";
    overlay.setAttribute("role", "alert");
    root.append(text, close);
    document.documentElement.append(overlay);
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  // A browser opens six connections to one server and each stream holds one: pages that nobody sees let go.
  function open() {
    if (source || document.hidden) return;
    source = new EventSource(address);
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      if (state.stamp === mine) show(state.problems);
      else reload(state.stamp);
    });
    // Most browsers try again by themselves; the others close the stream when the server is away.
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(open, 1000);
      }
    });
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
