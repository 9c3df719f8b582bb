// Keeps an open page equal to what `jalon serve` last built. Never part of a published site.

const own = document.currentScript;
const shown = { stamp: own.dataset.stamp, parts: own.dataset.parts };
const events = "/_jalon/events?page=" + encodeURIComponent(decodeURIComponent(location.pathname));
const memory = "jalon-reload";
const TASKS = "input[data-task]";
const overlay = new Overlay();
// What is done about another version of the page in place of showing it: an open desk has its own.
let instead = null;
// What the overlay was last told.
let told = null;
let source = null;
let next = null;
let isBusy = false;

// Only after a full load, which a changed script needs: the browser puts the scroll back by itself, unless the page's
// address names a place.
const remembered = JSON.parse(sessionStorage.getItem(memory) || "{}");
sessionStorage.removeItem(memory);
if (remembered.page === location.href) {
  addEventListener("load", () => scrollTo({ left: remembered.x, top: remembered.y, behavior: "instant" }), { once: true });
}

function load() {
  if (instead) return;
  sessionStorage.setItem(memory, JSON.stringify({ page: location.href, x: scrollX, y: scrollY }));
  location.reload();
}

// One state after the other; of several that wait only the last counts.
async function follow(state) {
  next = state;
  if (isBusy) return;
  isBusy = true;
  while (next) {
    const now = next;
    next = null;
    try {
      await show(now);
    } catch (problem) {
      // A mistake of ours must not leave an old page on the screen.
      console.error(problem);
      load();
    }
  }
  isBusy = false;
}

async function show(state) {
  told = state.overlay;
  overlay.show(instead ? null : told);
  if (instead) await instead();
  else if (state.stamp !== shown.stamp) await renew();
  if (state.parts !== shown.parts) {
    const paths = state.before === shown.parts ? state.changed : null;
    shown.parts = state.parts;
    refreshParts(paths, state.parts);
  }
}

function refreshParts(paths, mark) {
  const scripts = [...document.querySelectorAll("script[src]")].map((script) => decodeURIComponent(file(script.src)).slice(1));
  if (paths?.some((path) => scripts.includes(path))) load();
  else refresh(paths, mark);
}

// The page of now; nothing while the server is away, whose next state comes with the next connection.
async function ask() {
  try {
    const response = await fetch(location.pathname + location.search, { cache: "no-store" });
    return { response, text: await response.text() };
  } catch {
    return null;
  }
}

async function renew() {
  const answer = await ask();
  if (!answer) return;
  const type = answer.response.headers.get("content-type") ?? "";
  if (answer.response.redirected || !type.startsWith("text/html")) {
    location.replace(answer.response.url);
    return;
  }
  const page = new DOMParser().parseFromString(answer.text, "text/html");
  const script = page.querySelector("script[data-stamp][data-parts]");
  shown.stamp = script.dataset.stamp;
  script.remove();
  if (!put(page.documentElement)) load();
}

// Shows another version of the page in place; false if only a full load can.
function put(page) {
  if (mustLoad(page)) return false;
  const tasks = [...document.querySelectorAll(TASKS)];
  change(page);
  // Scripts of the site learn what is new to them.
  dispatchEvent(new CustomEvent("jalon:changed"));
  const now = [...document.querySelectorAll(TASKS)];
  if (tasks.length !== now.length || tasks.some((task, at) => task !== now[at])) dispatchEvent(new CustomEvent("jalon:tasks"));
  return true;
}

function close() {
  source?.close();
  source = null;
}

// A browser opens six connections to one server and each stream holds one: pages that nobody sees let go.
function open() {
  if (source || document.hidden) return;
  source = new EventSource(events);
  source.addEventListener("state", (event) => follow(JSON.parse(event.data)));
  // Most browsers try again by themselves; the others close the stream when the server is away.
  source.addEventListener("error", () => {
    if (source?.readyState === EventSource.CLOSED) {
      close();
      setTimeout(open, 1000);
    }
  });
}

// The page has been read and its deferred scripts have not run yet.
document.addEventListener("readystatechange", () => {
  takeCopy(own);
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}, { once: true });

// After what the page itself does with this key.
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && overlay.close()) event.preventDefault();
});
