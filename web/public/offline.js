// Keeps the shell of the page from the first visit on, so that it opens when everymile is not running and says
// so. Answers about the runner are never kept.
const SHELL = "everymile-shell";

/** Every file of the page; the build writes them here. */
const FILES = ["/"];

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function keepAll() {
  const shell = await caches.open(SHELL);
  await shell.addAll(FILES);
  await self.skipWaiting();
}

/** The files of an earlier page go. */
async function takeOver() {
  const shell = await caches.open(SHELL);
  const isOld = ({ url }) => !FILES.includes(new URL(url).pathname);
  await Promise.all((await shell.keys()).filter(isOld).map((request) => shell.delete(request)));
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === self.location.origin && !url.pathname.startsWith("/api/");
  if (event.request.method === "GET" && isOurs) event.respondWith(freshOrKept(event.request));
});

async function freshOrKept(request) {
  const shell = await caches.open(SHELL);
  const key = request.mode === "navigate" ? "/" : request;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await shell.put(key, fresh.clone());
    return fresh;
  } catch (error) {
    const kept = await shell.match(key);
    if (kept) return kept;
    throw error;
  }
}
