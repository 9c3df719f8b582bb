// Reading without a network (a service worker): the newest page where there is a network, else the one that was kept.
// What it says and the pages of the guide stand in front of it as `jalonOffline`.
(function () {
  "use strict";

  const { language, dated, undated, pages, files } = globalThis.jalonOffline;
  const root = registration.scope;
  const NAME = "jalon " + root;
  // A kept page that nobody opened is fetched again after a week.
  const OLD = 7 * 24 * 3600 * 1000;
  // A larger file is not kept: a browser gives a site little room.
  const LARGE = 5e6;

  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("message", (event) => event.waitUntil(keepAll()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(root) || request.headers.has("range")) return;
    event.respondWith(request.mode === "navigate" ? page(event) : file(event));
  });

  const dayOf = (answer) => Date.parse(answer.headers.get("date") ?? "");
  const plain = (address) => address.replace(/[?#].*/, "");

  async function keep(cache, address, answer) {
    if (!answer.ok || answer.redirected || Number(answer.headers.get("content-length")) > LARGE) return;
    await cache.put(address, answer);
    // Former versions of the file.
    for (const other of await cache.keys(address, { ignoreSearch: true })) {
      if (other.url !== new URL(address, root).href) await cache.delete(other);
    }
  }

  // The answer does not wait until it is kept, and is shown also where there is no room left.
  function keepLater(event, cache, address, answer) {
    event.waitUntil(keep(cache, address, answer).catch(() => { /* it is not kept */ }));
  }

  async function page(event) {
    const { request } = event;
    const cache = await caches.open(NAME);
    try {
      const answer = await fetch(request);
      keepLater(event, cache, plain(request.url), answer.clone());
      return answer;
    } catch (error) {
      const kept = await cache.match(plain(request.url));
      if (!kept) throw error;
      return withNote(kept);
    }
  }

  // The page says that it may not be the newest.
  async function withNote(kept) {
    const day = dayOf(kept);
    const words = day ? dated.replace("{date}", new Date(day).toLocaleDateString(language, { dateStyle: "long" })) : undated;
    const text = await kept.text();
    const html = text.replace(/<main[^>]*>/, (main) => main + '<p class="overdue" data-offline>' + words + "</p>");
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  }

  // An address with a hash behind `?` stands for one content: the kept file is the newest. Any other is fetched.
  async function file(event) {
    const { request } = event;
    const cache = await caches.open(NAME);
    const kept = await cache.match(request);
    if (kept && new URL(request.url).search) return kept;
    try {
      const answer = await fetch(request);
      keepLater(event, cache, request.url, answer.clone());
      return answer;
    } catch (error) {
      if (!kept) throw error;
      return kept;
    }
  }

  // The whole guide, once somebody reads it, unless the reader saves data.
  async function keepAll() {
    if (navigator.connection?.saveData) return;
    const cache = await caches.open(NAME);
    for (const name of [...files, ...pages]) {
      const address = new URL(name, root).href;
      const kept = await cache.match(address);
      if (kept && (address.includes("?") || Date.now() - dayOf(kept) < OLD)) continue;
      try { await keep(cache, address, await fetch(address)); } catch { return; }
    }
  }
})();
