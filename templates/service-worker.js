// For a lost network: the static files, a page that says so, and the pages of the attempt that is running.
// The server says page by page what may be kept ({{ header }}); the first page without its word ends the keeping.
const FILES = "files-{{ version }}";
const ATTEMPT = "attempt";
const OFFLINE = "{{ url_for('offline') }}";
const PATIENCE = 8_000;
const inAttempt = (address) => address.startsWith(`${location.origin}/a/`);
const copyOf = (address) => caches.match(address, { cacheName: ATTEMPT, ignoreVary: true });

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    await (await caches.open(FILES)).addAll({{ needed|tojson }});
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => ![FILES, ATTEMPT].includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    if (request.method === "GET") event.respondWith(page(event));
    else if (inAttempt(request.url)) event.respondWith(send(request));
  } else if (request.method === "GET" && request.url.startsWith(`${location.origin}/static/`)) {
    event.respondWith(file(event));
  }
});

// Network first; where a copy can stand in, the network has only so long to answer.
async function page(event) {
  const kept = await copyOf(event.request.url);
  try {
    const answer = await (kept ? inTime(fetch(event.request)) : fetch(event.request));
    event.waitUntil(keepOrForget(event.request.url, answer.clone()));
    return answer;
  } catch {
    return kept ? asCopy(kept) : caches.match(OFFLINE, { ignoreVary: true });
  }
}

const inTime = (answer) => Promise.race([answer, new Promise((_, giveUp) => setTimeout(giveUp, PATIENCE))]);

async function keepOrForget(address, answer) {
  if (answer.type === "opaqueredirect" || answer.status >= 500) return; // says nothing of who is there
  if (answer.headers.has("{{ header }}")) await (await caches.open(ATTEMPT)).put(address, answer);
  else await caches.delete(ATTEMPT);
}

// The copy says that it is one.
async function asCopy(kept) {
  const html = await kept.text();
  return new Response(html.replace("data-kept-copy hidden", "data-kept-copy"), { headers: kept.headers });
}

// An answer that could not be sent leads back to its question: the draft is still there.
async function send(request) {
  const from = inAttempt(request.referrer) ? request.referrer : request.url;
  return fetch(request).catch(() => Response.redirect(from, 303));
}

// A versioned address never changes its content; any other file is asked for anew.
async function file(event) {
  const files = await caches.open(FILES);
  const kept = await files.match(event.request, { ignoreVary: true });
  if (kept && new URL(event.request.url).searchParams.has("v")) return kept;
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(files.put(event.request, answer.clone()));
    return answer;
  } catch {
    return kept ?? Response.error();
  }
}
