// Keeps the shell, the engine, the manual and the neutral page for use without a network. The server puts its own list
// into the first line. Reports are none of its business: they lie in IndexedDB, which an upgrade never touches.
// @ts-check
const KEPT = {"files":[],"version":"dev"};

// What is read beside the journey: kept where it can be had, and no reason not to install where it cannot.
const beside = ['/manual', '/directorio'];
const hashed = /^\/(assets|app\/[0-9a-f]{10})\//;
const prefix = 'ruta-', cacheName = prefix + KEPT.version;
const worker = /** @type {any} */ (self);

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => Promise.all(KEPT.files.map((/** @type {string} */ file) => kept(cache, file))
    .concat(beside.map((file) => kept(cache, file).catch(() => {}))))));
  // The first app of this phone may take over at once; a later one waits until the page says that no journey is open.
  if (!worker.registration.active) worker.skipWaiting();
});

/**
 * @param {Cache} cache
 * @param {string} file
 * @returns {Promise<void>}
 */
async function kept(cache, file) {
  // What carries its own hash in its address is on the phone already: asked for again, the first visit would cost twice.
  const mode = hashed.test(file) ? 'default' : 'no-cache';
  const answer = await fetch(new Request(file, { cache: mode, credentials: 'omit' }));
  if (!answer.ok || answer.redirected) throw new Error(file);
  await cache.put(file, answer);
}

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name))))
    .then(() => worker.clients.claim()));
});

worker.addEventListener('message', (/** @type {any} */ event) => { if (event.data === 'take over') worker.skipWaiting(); });

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname === '/app/paquete') return;
  const isKept = KEPT.files.includes(url.pathname);
  if (isKept) event.respondWith(fromCache(url.pathname, request));
  else if (request.mode === 'navigate' && beside.includes(url.pathname)) event.respondWith(fetch(request).catch(() => fromCache(url.pathname, request)));
  else if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(fetch(request).catch(() => fromCache('/calle', request)));
});

/**
 * @param {string} path
 * @param {any} request
 * @returns {Promise<Response>}
 */
async function fromCache(path, request) {
  const cache = await caches.open(cacheName), kept = await cache.match(path, { ignoreVary: true });
  return kept || fetch(request);
}
