// The street app: one page, one address. What is shown hangs on what happened, never on the address.
// @ts-check
import { unb64u } from './bytes.js';
import { drawRest, h, icon, later, wordsOf } from './dom.js';
import { startEngine } from './engine.js';
import { Journey } from './journey.js';
import { pendingCount } from './outbox.js';
import { post, startSender, witness } from './sender.js';
import { openStore } from './store.js';
import { callsView, outcome, savedLine, seenView, sentView, startView } from './views.js';

const neutral = '/horario-de-limpieza', cross = 'M6 6l12 12M18 6L6 18', moon = 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z';
const steps = ['start', 'calls', 'seen', 'sent'], stepWords = ['look', 'call', 'mark', 'go-on'];
const root = document.documentElement, hour = 3600000;

/** What the whole app knows. Other modules get it passed. */
const app = {
  t: wordsOf({}), language: root.lang, view: '', now: () => Date.now(), duress: false, opened: 0, touched: 0,
  store: /** @type {any} */ (null), bundle: /** @type {any} */ (null), rules: /** @type {any} */ (null),
  device: /** @type {any} */ (null), journey: /** @type {any} */ (null), sender: /** @type {any} */ (null),
  settings: /** @type {any} */ ({}), rows: /** @type {any[]} */ ([]), notices: /** @type {Record<string, boolean>} */ ({}),
  pinned: '', sms: /** @type {string | null} */ (null), engine: /** @type {any} */ (null), next: /** @type {any} */ (null),
  go, draw, isNight, isOpen, post: (/** @type {string} */ path, /** @type {any} */ body) => post(world(), path, body), note, changed, rulesOf, setBundle,
};

/** Texts and keys that stand in the shell. */
function readShell() {
  const data = document.querySelector('script[type="application/json"]');
  app.t = wordsOf(data ? JSON.parse(data.textContent).texts : {});
  const meta = document.querySelector('meta[name="ruta-bundle-key"]');
  return (meta && meta.getAttribute('content')) || '';
}

/** The world as the sender sees it; in the background nothing runs more often than every half minute. */
function world() {
  return {
    store: app.store, fetch: (/** @type {any} */ path, /** @type {any} */ init) => fetch(path, init), now: app.now, chance: Math.random,
    wait: (/** @type {() => void} */ act, /** @type {number} */ ms) => setTimeout(act, document.hidden ? Math.max(ms, 30000) : ms),
    stop: (/** @type {any} */ timer) => clearTimeout(timer), changed,
    effect: async (/** @type {'bundle' | 'update'} */ word) => (await background()).effect(app, word),
  };
}

/**
 * The rules of a bundle, in force; throws where they do not fit this engine.
 * @param {any} bundle
 */
async function rulesOf({ content }) {
  if (!app.engine) app.engine = await (await fetch('/app/motor.wasm')).arrayBuffer();
  return { content, decide: await startEngine(app.engine, unb64u(content.rulebook), content) };
}

/**
 * @param {any} bundle
 * @param {any} [rules] of the bundle, where the engine has them already
 */
async function setBundle(bundle, rules) {
  if (!bundle) return;
  app.rules = rules || await rulesOf(bundle);
  app.bundle = bundle;
  app.next = null;
  app.t = wordsOf(bundle.content.texts);
  speakShell(bundle.content.language);
}

/**
 * What stands in the shell whatever is drawn, in the words of the bundle: the shell may have come in another language.
 * @param {string} language
 */
function speakShell(language) {
  const { t } = app, skip = document.querySelector('.skip'), band = document.querySelector('.drill');
  root.lang = language || root.lang;
  if (skip) skip.textContent = t('common.skip');
  if (!band || !band.firstChild || !band.lastChild) return;
  band.firstChild.textContent = t('common.drill');
  band.lastChild.textContent = ` ${t('common.drill-hint')}`;
  document.body.dataset.drill = `${t('common.drill')} · `;
}

async function start() {
  app.pinned = readShell();
  try { app.store = await openStore(indexedDB, () => location.reload()); } catch (fault) {
    app.store = (await import('./memory.js')).memoryStore();
    note('storage', true);
  }
  const [bundle, device, settings, rows] = await Promise.all([
    app.store.get('bundle'), app.store.get('device'), app.store.get('settings'), app.store.rows()]);
  app.device = device || null;
  app.settings = settings || {};
  const [, secret, language] = /^#(?:alta=([\w-]+)|(en|es-PE))$/.exec(location.hash) || [];
  if (language) app.store.put('settings', Object.assign(app.settings, { language })).catch(() => {});
  app.language = app.settings.language || app.language;
  app.rows = rows;
  if (!rows.length && !settings && /\bcola=[1-9]/.test(document.cookie)) note('evicted', true);
  await setBundle(bundle).catch(() => {});
  if (!app.rules) await (await background()).newBundle(app);
  if (!app.rules) { location.replace('/'); return; }
  root.dataset.hand = app.settings.hand || '';
  freshJourney();
  app.sender = startSender(world());
  listen();
  history.replaceState(null, '', location.pathname);
  if (secret) await (await import('./device.js')).enrol(app, secret);
  else await go('start');
  performance.mark('ruta-ready');
  app.sender.wake();
  (await background()).begin(app);
}

function background() { return import('./background.js'); }

function freshJourney() {
  const district = app.settings.district || (app.device && app.device.district) || '';
  app.sms = null;
  app.journey = new Journey({
    get rules() { return app.rules; }, get device() { return app.device; }, get duress() { return app.duress; },
    store: app.store, district, now: app.now, painted, changed, wake: () => app.sender.wake(),
    direct: async (/** @type {any} */ envelope) => (await background()).direct(app, envelope),
  });
}

/**
 * Shows or hides what is wrong, in words.
 * @param {string} name
 * @param {boolean} isShown
 */
function note(name, isShown) {
  if (!!app.notices[name] === isShown) return;
  app.notices[name] = isShown;
  const place = document.querySelector('[data-notices]');
  if (place) place.replaceWith(notices());
}

function notices() {
  const { t } = app, gate = app.sender ? app.sender.gate() : {};
  const shown = Object.keys(app.notices).filter((name) => app.notices[name])
    .concat(gate.stop || [], gate.clock ? 'clock' : [], gate.server ? 'server' : []);
  return h('div', { 'data-notices': true }, shown.map((name) =>
    h('div.note.soon', { role: 'status', 'data-notice': name === 'server' ? 'version' : name },
      h('p', null, t(`app.notice.${name}`)),
      name === 'update' && h('button.quiet', { type: 'button', 'data-act': 'update' }, t('app.update')))));
}

/** Something about the reports changed: count, states and notices are told anew. */
async function changed() {
  app.rows = await app.store.rows().catch(() => app.rows);
  document.cookie = witness(app.rows) + (location.protocol === 'https:' ? '; secure' : '');
  const { journey } = app;
  journey.row = app.rows.find((one) => one.id === journey.id) || journey.row;
  const side = document.querySelector('[data-side]'), place = document.querySelector('[data-outcome]');
  if (side) side.replaceWith(sideLine());
  if (place && app.view === 'sent') place.replaceWith(h('div', { 'data-outcome': true }, outcome(scene())));
  const saved = document.querySelector('.saved,.late[data-notice=storage]');
  if (saved && app.view !== 'sent') saved.replaceWith(savedLine(scene()));
  const told = document.querySelector('[data-notices]');
  if (told) told.replaceWith(notices());
  if (app.view === 'reports') (await import('./tray.js')).redraw(app);
}

function scene() {
  const { journey, t, rules } = app;
  return {
    t, rules, form: journey.form, at: app.now(), row: journey.row, detail: journey.detail,
    undo: journey.canUndo, sms: app.sms, saving: journey.fault, code: journey.code,
  };
}

function sideLine() {
  const { t } = app, count = app.duress ? 0 : pendingCount(app.rows);
  const district = app.rules && app.rules.content.districts.find((/** @type {any} */ one) => one.id === app.journey.form.district);
  return h('span', { 'data-side': true }, (navigator.onLine ? (district ? district.name : '') : t('app.offline')), h('br'),
    h('span', { 'data-pending': true }, count ? t('app.pending-count', { count }) : ''));
}

/**
 * @param {any[]} content
 * @param {string} title
 */
function draw(content, title) {
  const { t, view } = app, at = steps.indexOf(view);
  const night = h('button.quiet', { type: 'button', 'data-act': 'theme' });
  night.append(icon(moon), h('span', null, isNight() ? t('common.day') : t('common.night')));
  const exit = h('a.exit', { href: neutral, rel: 'noreferrer', 'data-exit': true });
  exit.append(icon(cross), t('street.exit'));
  const bar = document.querySelector('.bar .side');
  if (bar) { bar.textContent = ''; bar.append(sideLine(), exit); }
  const main = h('main', { id: 'main', tabindex: '-1' },
    at >= 0 && h('ol.steps', { 'aria-label': t('street.steps') }, stepWords.map((word, place) =>
      h('li', { 'aria-current': place === at ? 'step' : null }, t(`street.step.${word}`)))),
    notices(), h('form', { autocomplete: 'off', submit: (/** @type {Event} */ event) => event.preventDefault() }, content),
    h('div.under', null, h('p', null, t(helpKey())), night));
  const old = document.querySelector('main');
  if (old) old.replaceWith(main); else document.body.append(main);
  window.scrollTo(0, 0);
  const told = () => { if (main.isConnected) { document.title = (document.body.dataset.drill || '') + title; main.focus({ preventScroll: true }); } };
  if (at > 0) later(told); else told();
  return main;
}

function helpKey() {
  return app.journey.form.answers['official-implicated'] === 'serenazgo' ? 'street.help-elsewhere' : 'street.help';
}

/**
 * Shows a view. It is marked as shown only when everything that it claims is on the disk.
 * @param {string} view
 * @returns {Promise<void>}
 */
async function go(view) {
  if (view === 'start' && app.journey.isOpen && app.view !== 'calls') { freshJourney(); if (app.next) await setBundle(app.next); }
  const at = steps.indexOf(view), { journey } = app;
  app.view = view;
  if (at < 0) { guard(view); await (await import('./tray.js')).show(app, view); return; }
  const saved = view === 'calls' ? journey.begin() : view === 'sent' ? journey.finish() : null;
  const main = drawStep(view);
  if (at) await painted();
  await journey.sealing;
  drawRest();
  if (main.isConnected) guard(view);
  if (saved) { await saved; await changed(); }
  if (view === 'sent') afterSending();
  journey.ready();
  if (main.isConnected) main.dataset.view = view;
  if (view === 'start' && !app.duress && app.rows.some(isOpen)) (await import('./rescue.js')).resume(app, main);
}

/** After the next picture: a tap shows first what it does. No later where nobody looks any more. */
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
    document.addEventListener('visibilitychange', done, { once: true });
  });
}

/**
 * Whether a report was saved while its data were still coming in.
 * @param {any} row
 */
function isOpen(row) { return !row.whole && app.now() - row.made < 12 * hour; }

/**
 * @param {string} view
 */
function drawStep(view) {
  const { t } = app, shown = scene();
  if (view === 'start') return draw(startView(shown), t('street.start.title'));
  if (view === 'calls') return draw(callsView(shown), t('street.calls.title'));
  if (view === 'seen') return draw(seenView(shown), t('street.seen.title'));
  return draw(sentView(shown), t('street.sent.title-saved'));
}

/** Once the ten seconds are over the undo goes; without a network for a minute an SMS is offered. */
function afterSending() {
  const { journey } = app;
  setTimeout(() => { if (app.journey === journey) changed(); }, 10100);
  if (app.device) setTimeout(async () => (await import('./device.js')).offerSms(app, journey), navigator.onLine ? 60000 : 0);
}

/**
 * One entry of history at most: back leads to the step before.
 * @param {string} view
 */
function guard(view) {
  if (view !== 'start' && !guarded) { guarded = 1; history.pushState({ guard: 1 }, ''); }
  if (view === 'start' && guarded === 1) { guarded = 2; history.back(); }
}
// 2: on the way back, which the browser takes after this; a tap may come before.
let guarded = 0, leaving = false;

function leave() {
  document.title = ' ';
  document.body.textContent = '';
  performance.mark('ruta-exit');
  leaving = true;
  try { sessionStorage.setItem('cut', '1'); } catch (refused) { /* the forward entry then stays */ }
  if (guarded === 1) history.back(); else location.replace(neutral);
}

function isNight() { return root.dataset.theme ? root.dataset.theme === 'night' : matchMedia('(prefers-color-scheme:dark)').matches; }

/**
 * @param {any} target
 */
async function act(target) {
  const word = target.dataset.act, { journey } = app;
  if (word === 'undo') { await journey.undo(); await go('seen'); }
  else if (/^(send|continue|update)/.test(word)) await (await import('./rescue.js')).act(app, target);
  else await (await import('./tray.js')).act(app, target);
}

function listen() {
  const on = (/** @type {string} */ name, /** @type {(event: any) => void} */ told) => document.addEventListener(name, told);
  on('change', (event) => answered(event.target));
  on('input', (event) => { if (event.target.name === 'detail') answered(event.target); });
  on('click', (event) => {
    const target = event.target.closest && event.target.closest('a,button');
    app.touched = app.now();
    if (!target) return;
    const { go: view, act: word, exit, step, leave: out } = target.dataset;
    if (step) app.journey.called(step);
    if (out !== undefined || target.href && /^(tel|sms):/.test(target.href)) return;
    if (view || word || exit !== undefined || target.name === 'to') event.preventDefault();
    if (exit !== undefined) leave();
    else if (target.name === 'to') go(target.value);
    else if (view) go(view);
    else if (word) act(target);
  });
  window.addEventListener('popstate', () => {
    if (leaving) { location.replace(neutral); return; }
    const was = guarded;
    guarded = 0;
    if (was === 2) guard(app.view); else if (was) go(steps[Math.max(0, steps.indexOf(app.view) - 1)]);
  });
  const again = () => { app.sender.wake(); changed(); };
  window.addEventListener('online', again);
  window.addEventListener('offline', again);
  on('visibilitychange', () => { if (!document.hidden) { again(); askAnswered(); } });
  if (navigator.serviceWorker) navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadController && !app.journey.isOpen) location.reload();
  });
}
const hadController = navigator.serviceWorker && navigator.serviceWorker.controller;

/** Back from the dialler: the question whether they answered stands in sight. */
function askAnswered() {
  const last = app.journey.calls[app.journey.calls.length - 1];
  const asked = last && app.view === 'calls' && document.querySelector(`[data-asks="${last.step}"]`);
  if (asked) asked.scrollIntoView({ block: 'center' });
}

/**
 * @param {any} field
 */
function answered(field) {
  const { journey } = app, known = ['district', 'people', 'sign', 'detail'];
  if (!field.name || !(known.includes(field.name) || field.name.startsWith('fact.'))) return;
  const isOn = field.type === 'checkbox' || field.type === 'radio' ? field.checked : true;
  journey.answer(field.name, field.value, isOn);
  if (field.name === 'district') { app.settings.district = field.value; app.store.put('settings', app.settings).catch(() => {}); }
  if (app.view === 'calls' && (field.name === 'district' || field.name === 'fact.official-implicated')) go('calls');
}

start().catch(() => location.replace('/'));
