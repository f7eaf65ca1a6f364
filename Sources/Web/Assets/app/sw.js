// Keeps the shell, the engine, the manual and the neutral page for use without a network. The server puts its own list
// into the first line. Reports are none of its business: they lie in IndexedDB, which an upgrade never touches.
// @ts-check
const KEPT = {"files":[],"first":"","later":"","read":[],"version":"dev"};

// What is read beside the journey: kept where it can be had, and no reason not to install where it cannot.
const neutral = '/horario-de-limpieza', bundle = '/app/paquete', pages = [neutral, '/manual', '/directorio'], beside = [bundle, ...pages, ...KEPT.read];
const modules = KEPT.first.slice(0, KEPT.first.lastIndexOf('/') + 1), hashed = /^\/(assets|app\/[0-9a-f]{10})\//;
const usual = 'es-PE', prefix = 'ruta-', cacheName = prefix + KEPT.version;
const worker = /** @type {any} */ (self);

worker.addEventListener('install', (/** @type {any} */ event) => {
  // The first app of this phone takes what a report needs and takes over at once; the rest follows when the page stands. A
  // later app takes all, and waits until the page says that no journey is open.
  const isFirst = !worker.registration.active;
  event.waitUntil(caches.open(cacheName).then((cache) => Promise.all([
    ...KEPT.files.map((/** @type {string} */ file) => kept(cache, file)), unpacked(cache, KEPT.first), isFirst ? null : rest(cache),
  ])));
  if (isFirst) worker.skipWaiting();
});

/**
 * Keeps every module of a pack under its own address.
 * @param {Cache} cache
 * @param {string} pack
 * @returns {Promise<void>}
 */
async function unpacked(cache, pack) {
  const answer = await fetch(new Request(pack, { credentials: 'omit' }));
  if (!answer.ok) throw new Error(pack);
  const texts = await answer.json(), headers = { 'content-type': 'text/javascript; charset=utf-8' };
  await Promise.all(Object.keys(texts).map((path) => cache.put(path, new Response(texts[path], { headers }))));
}

/**
 * What no report needs; asked for at every start until it is there, in the language of the app.
 * @param {Cache} cache
 * @param {string} [language] the one that the pages are kept in already, where none is named
 * @returns {Promise<void>}
 */
async function rest(cache, language) {
  const missing = [];
  for (const file of beside) {
    const held = await cache.match(file), isPage = language && pages.includes(file);
    const asked = isPage && language !== usual ? `?idioma=${language}` : '';
    if (!held || isPage && new URL(held.url).search !== asked) missing.push(kept(cache, file, asked).catch(() => {}));
  }
  if (!(await cache.match(KEPT.later))) missing.push(unpacked(cache, KEPT.later).then(() => cache.put(KEPT.later, new Response(''))));
  await Promise.all(missing);
}

/**
 * @param {Cache} cache
 * @param {string} file
 * @param {string} [asked] what the address says more
 * @returns {Promise<void>}
 */
async function kept(cache, file, asked = '') {
  // What carries its own hash in its address is on the phone already: asked for again, the first visit would cost twice.
  const mode = hashed.test(file) ? 'default' : 'no-cache';
  const answer = await fetch(new Request(file + asked, { cache: mode, credentials: 'omit' }));
  if (!answer.ok || answer.redirected) throw new Error(file);
  await cache.put(file, answer);
}

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name))))
    .then(() => worker.clients.claim()));
});

worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'take over') worker.skipWaiting();
  const { rest: language } = event.data;
  if (language) event.waitUntil(caches.open(cacheName).then((cache) => rest(cache, language)).catch(() => {}));
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const isKept = KEPT.files.includes(url.pathname) || url.pathname.startsWith(modules) || url.pathname === neutral || KEPT.read.includes(url.pathname);
  if (isKept) event.respondWith(fromCache(url.pathname, request));
  else if (url.pathname === bundle || request.mode === 'navigate' && beside.includes(url.pathname)) event.respondWith(fetch(request).catch(() => fromCache(url.pathname, request)));
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
