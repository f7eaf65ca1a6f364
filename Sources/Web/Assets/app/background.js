// What may wait until the first page stands: the service worker, a newer bundle, handovers that the centre does not know.
// @ts-check
import { refresh } from './bundle.js';
import { firstBundle } from './start.js';

const second = 1000, hour = 3600000;

/**
 * Starts what goes on beside the journey.
 * @param {any} app
 * @returns {void}
 */
export function begin(app) {
  disguise(app);
  if (!app.settings.since) { app.settings.since = app.now(); app.settings.language = app.language; app.store.put('settings', app.settings).catch(() => {}); }
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' }).then((registration) => watch(app, registration)).catch(() => {});
  }
  let isJustHere = !!firstBundle && app.bundle.content.language === app.language;
  const now = () => {
    if (isJustHere) keepRest(app); else ask(app);
    isJustHere = false;
    app.store.hands().then((/** @type {any[]} */ hands) => hands.some((hand) => hand.state === 'signed')
      && import('./swap.js').then((swap) => swap.sendHandovers(app))).catch(() => {});
  };
  now();
  const kept = () => { if (app.rows.length) { document.removeEventListener('click', kept); keepForGood(); } };
  document.addEventListener('click', kept);
  window.addEventListener('online', now);
  setInterval(() => { if (!document.hidden) now(); }, hour);
}

/**
 * Has the worker keep what is read beside the journey, in the language of the app.
 * @param {any} app
 * @returns {void}
 */
function keepRest({ language }) {
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.ready.then(({ active }) => active && active.postMessage({ rest: language })).catch(() => {});
}

/**
 * Asks the browser not to throw away what the phone keeps when it needs room: at enrolment, and once a report is kept.
 * @returns {void}
 */
export function keepForGood() { if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {}); }

/**
 * The neutral name and icon under which the app is installed.
 * @param {any} app
 * @returns {void}
 */
export function disguise(app) {
  const link = document.querySelector('link[rel=manifest]');
  if (link && app.settings.name) link.setAttribute('href', `/app/manifiesto/${app.settings.name}`);
}

/**
 * @param {any} app
 * @param {ServiceWorkerRegistration} registration
 */
function watch(app, registration) {
  const tell = () => app.note('update', !!registration.waiting);
  tell();
  registration.addEventListener('updatefound', () => {
    if (registration.installing) registration.installing.addEventListener('statechange', tell);
  });
}

let wait = second;

/**
 * Asks for a newer bundle, and again while it does not speak the language that was chosen: a browser says that there is a network
 * before anything comes through it.
 * @param {any} app
 * @returns {Promise<void>}
 */
async function ask(app) {
  await newBundle(app).catch(() => {});
  keepRest(app);
  if (app.bundle.content.language === app.language || !navigator.onLine) { wait = second; return; }
  setTimeout(() => ask(app), wait);
  wait = Math.min(2 * wait, hour);
}

/**
 * Asks for a newer bundle; the journey under way keeps the one that it began with.
 * @param {any} app
 * @returns {Promise<void>}
 */
export async function newBundle(app) {
  let rules = null;
  const fits = async (/** @type {any} */ one) => { rules = await app.rulesOf(one); };
  const { word, bundle } = await refresh({ fetch: asked, keep: app.store, pinned: app.pinned, held: app.bundle, language: app.language, fits });
  app.note('bundle', ['format', 'hash', 'key', 'signature'].includes(word));
  if (word !== 'new' && app.rules) return;
  const { view, journey } = app, before = app.bundle, isOpen = journey && journey.isOpen;
  // The same rules in other words may come in the middle of a journey.
  if (isOpen && before.header.made !== bundle.header.made) app.next = bundle; else await app.setBundle(bundle, rules);
  const isOther = before && before.content.language !== app.bundle.content.language;
  if (isOther && (view === 'settings' || view === 'start' && !isOpen)) await app.go(view);
}

/**
 * Speaks the language that was chosen, here and on the pages of the server; without a network as soon as there is one.
 * @param {any} app
 * @returns {Promise<void>}
 */
export async function speak(app) {
  const body = new URLSearchParams({ idioma: app.language, pagina: '/' });
  fetch('/idioma', { method: 'POST', body, redirect: 'manual' }).catch(() => {});
  await ask(app);
}

let isFirst = true;

/**
 * The catalogue that was asked for at the start, once; after that a new one.
 * @param {RequestInfo | URL} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
function asked(path, init) {
  const early = isFirst && firstBundle;
  isFirst = false;
  return early || fetch(path, init);
}

/**
 * What an answer to a report asks for.
 * @param {any} app
 * @param {'bundle' | 'update'} word
 * @returns {Promise<void>}
 */
export async function effect(app, word) {
  if (word === 'bundle') await newBundle(app);
  else if (navigator.serviceWorker) await navigator.serviceWorker.ready.then((worker) => worker.update()).catch(() => {});
}

/**
 * Sends a report that the phone could not keep; its receipt, or null.
 * @param {any} app
 * @param {any} envelope
 * @returns {Promise<any>}
 */
export async function direct(app, envelope) {
  const answer = await app.post('/app/avisos', envelope);
  return answer && answer.status === 200 && answer.body.id === envelope.id ? answer.body : null;
}
