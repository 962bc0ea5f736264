// The part of the page that lives on when it is closed: shows what is pushed, and opens the page without a line.
const KEPT = "galka-page";
const WORDS = "/worker-words.json";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.add("/")));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page says which of its files it uses, and how kinds of messages are called in the member's language.
self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keep(event.data));
});

async function keep({ files, build, words }) {
  const cache = await caches.open(KEPT);
  const before = await cache.match(WORDS).then((kept) => kept?.json());
  await cache.put(WORDS, Response.json({ ...words, build }));
  // Parts that were fetched later are of use as long as the page is of the same build.
  if (before?.build !== build) await forget(cache, new Set([...files, "/", WORDS]));
  const known = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  const missing = files.filter((path) => !known.has(path));
  await Promise.allSettled(missing.map((path) => cache.add(path)));
}

/** Drops all that is not wanted. */
async function forget(cache, wanted) {
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.origin) return;
  if (request.mode === "navigate" && !isServers(pathname)) event.respondWith(page(request));
  // Named by their content: what is kept is what the server would send.
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (isPart(pathname)) event.respondWith(networkFirst(request));
});

/** Addresses that are never the page. */
function isServers(pathname) {
  return /^\/(?:api|files|webhooks|sign-in\/link|healthz|readyz|metrics)(?:\/|$)/.test(pathname);
}

function isPart(pathname) {
  return /^\/(?:theme\.js|mark\.svg|manifest\.webmanifest)$/.test(pathname);
}

async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(KEPT)).put("/", answer.clone());
    return answer;
  } catch {
    return (await caches.match("/")) ?? Response.error();
  }
}

/** What is fetched once is there without a line, too: a dialog that was opened before opens again. */
async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // The storage may be full; the page gets its part all the same.
  if (answer.ok) keepAsset(request, answer.clone()).catch(() => {});
  return answer;
}

async function keepAsset(request, answer) {
  const cache = await caches.open(KEPT);
  await cache.put(request, answer);
}

async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

self.addEventListener("push", (event) => event.waitUntil(show(event)));

async function show(event) {
  const pages = await self.clients.matchAll({ type: "window" });
  // Whoever looks at the page sees it there.
  if (pages.some((it) => it.visibilityState === "visible" && it.focused)) return;
  const { title, kind, text, conversationId, path, check } = event.data.json();
  const words = await caches.match(WORDS).then((kept) => kept?.json());
  const name = words?.kinds?.[kind];
  // An alarm about a number has the words of its check instead of somebody's.
  const said = check === undefined ? text : words?.checks?.[check];
  const body = [name, said].filter(Boolean).join(": ");
  await self.registration.showNotification(title ?? words?.unnamed ?? "Galka", {
    body,
    tag: conversationId ?? `${path} ${check}`,
    icon: "/icon-192.png",
    data: { path: path ?? `/inbox/${conversationId}` },
  });
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

async function open(path) {
  const pages = await self.clients.matchAll({ type: "window" });
  const known = pages[0];
  if (known) {
    await known.focus();
    known.postMessage({ type: "open", path }, []);
  } else {
    await self.clients.openWindow(path);
  }
}
