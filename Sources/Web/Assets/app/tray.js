// Everything beside the journey: my reports, the lock, the settings, the directory, the rights. Loaded only when needed.
// @ts-check
import { limaDay, limaHour } from './clock.js';
import { deviceView } from './device.js';
import { h, state } from './dom.js';
import { counted, mustClose, setDuress, setLock, tryPin, wipe } from './lock.js';
import { find, spoken } from './plan.js';

const disguises = ['turnos', 'notas', 'linterna'];
const apart = ['offer', 'read', 'answer'], longestPin = 8, shortestPin = 4, beat = 500, mostAsked = 50, askPause = 30000;
let typed = '', first = '', wanted = 'reports', asking = 'open', closing = /** @type {any} */ (null), asked = 0;
let entering = Promise.resolve();

/**
 * Shows a view that is no step of the journey.
 * @param {any} app
 * @param {string} view
 * @returns {Promise<void>}
 */
export async function show(app, view) {
  if (apart.includes(view)) { await (await import('./swap.js')).show(app, view); return; }
  const lock = await app.store.get('lock');
  if (view === 'reports' || view === 'settings') {
    wanted = view;
    if (lock && mustClose({ opened: app.opened, touched: app.touched }, app.now())) { asking = 'open'; typed = ''; view = 'pin'; }
    else watch(app);
  }
  app.view = view;
  const views = /** @type {Record<string, () => any[]>} */ ({
    reports: () => reports(app), pin: () => keypad(app), settings: () => settings(app, lock), device: () => deviceView(app),
    directory: () => directory(app), rights: () => rights(app), conduct: () => rights(app),
  });
  const content = (views[view] || views.reports)(), isPin = view === 'pin';
  const main = app.draw(content.concat(isPin ? [] : [ways(app)], dock(app)), app.t('app.title'));
  main.dataset.view = view;
  if (view === 'reports') { askStates(app); await drawHands(app, main); }
}

/**
 * Asks the centre what became of the reports that it has; without an answer the last word stands.
 * @param {any} app
 * @returns {Promise<void>}
 */
async function askStates(app) {
  const open = app.rows.filter((/** @type {any} */ row) => row.receipt && row.word !== 'thanks');
  if (!open.length || Math.abs(app.now() - asked) < askPause) return;
  asked = app.now();
  open.sort((/** @type {any} */ one, /** @type {any} */ other) => other.made - one.made);
  const answer = await app.post('/app/estados', { ids: open.slice(0, mostAsked).map((/** @type {any} */ row) => row.id), v: 1 });
  const states = answer && answer.status === 200 && answer.body.states;
  if (!states) return;
  for (const { id, word } of open) {
    if (!states[id] || states[id] === word) continue;
    await app.store.change(id, (/** @type {any} */ row) => row && Object.assign({}, row, { word: states[id] })).catch(() => {});
  }
  await app.changed();
}

/**
 * The handovers that were signed on this phone, each with what became of it. Under duress there are none.
 * @param {any} app
 * @param {any} main
 */
async function drawHands(app, main) {
  const { t } = app, hands = app.duress ? [] : (await app.store.hands()).filter((/** @type {any} */ one) => one.state !== 'offered');
  const tray = main.querySelector('[data-tray]'), old = main.querySelector('[data-hands]');
  if (old) old.remove();
  if (!hands.length || !tray) return;
  hands.sort((/** @type {any} */ one, /** @type {any} */ other) => other.at - one.at);
  tray.after(h('section', { 'data-hands': true }, h('h2', null, t('app.hand.list')), h('ol.stack8', null, hands.map((/** @type {any} */ one) =>
    h('li.box', { 'data-hand': one.state }, h('p', null, h('b', null, one.code), ` · ${shortDay(one.at)}`),
      h('p', null, state(one.state === 'told' ? 'done' : one.state === 'signed' ? 'open' : 'late', t(`app.hand.state-${one.state}`))))))));
}

/**
 * @param {number} at
 * @returns {string}
 */
function shortDay(at) { return `${limaDay(at).slice(5).split('-').reverse().join('/')} ${limaHour(at)}`; }

/**
 * @param {any} app
 */
function watch(app) {
  clearTimeout(closing);
  closing = setTimeout(() => { if (app.view === 'reports' || app.view === 'settings') show(app, app.view); }, 300500);
}

/**
 * Draws the tray again after something changed.
 * @param {any} app
 */
export function redraw(app) {
  const place = document.querySelector('[data-tray]');
  if (!place || app.view !== 'reports') return;
  place.replaceWith(tray(app));
  drawHands(app, document);
}

/**
 * @param {any} app
 * @returns {any}
 */
function dock({ t }) { return h('div.dock', null, h('button', { type: 'button', 'data-go': 'start' }, t('app.go.start'))); }

/**
 * @param {any} app
 * @returns {any}
 */
function ways({ t, view }) {
  return h('nav.links', { 'aria-label': t('street.start.more-links') }, ['reports', 'directory', 'rights', 'device', 'settings', 'read']
    .filter((one) => one !== view).map((one) => h('a', { href: '#', 'data-go': one }, t(`app.go.${one}`))));
}

/**
 * @param {any} app
 * @returns {any[]}
 */
function reports(app) { return [h('h1', null, app.t('app.go.reports')), h('p.hint', null, app.t('app.reports-hint')), tray(app)]; }

/**
 * The reports of this phone: code, hour, state in words. Under duress there are none.
 * @param {any} app
 * @returns {any}
 */
function tray(app) {
  const { t } = app, rows = app.duress ? [] : app.rows.slice().sort((/** @type {any} */ a, /** @type {any} */ b) => b.made - a.made);
  if (!rows.length) return h('p', { 'data-tray': true }, t('app.no-reports'));
  return h('ol.stack8', { 'data-tray': true }, rows.map((/** @type {any} */ row) => item(app, row)));
}

/**
 * @param {any} app
 * @param {any} row
 * @returns {any}
 */
function item(app, row) {
  const { t } = app, gate = app.sender.gate(), word = row.state === 'pending' && gate.stop ? gate.stop : row.state;
  const told = row.state === 'received'
    ? t('app.received', { hour: limaHour(row.receipt.receivedAt), code: row.receipt.code })
    : t(`app.state.${word}`);
  const button = (/** @type {string} */ name) => h('button.quiet', { type: 'button', 'data-act': name, 'data-id': row.id }, t(`app.${name}`));
  return h('li.box', { 'data-report': row.id, 'data-state': word, 'data-tries': row.tries },
    h('p', null, h('b', null, row.code), ` · ${shortDay(row.made)}`),
    h('p', null, state(row.state === 'received' ? 'done' : row.state === 'observed' ? 'late' : 'open', told)),
    row.receipt && progress(app, row),
    row.state === 'observed' && h('p', null, t(`app.reason.${row.reason}`)),
    row.receipt && row.receipt.remarks.map((/** @type {string} */ remark) => h('p.hint', null, t(`app.remark.${remark}`))),
    row.state !== 'received' && h('p.acts', null, button('send'), (row.state === 'observed' || gate.stop) && button('export')));
}

/**
 * What became of a report, in the one word that its reporter may know; "received" is said already.
 * @param {any} app
 * @param {any} row
 * @returns {any}
 */
function progress({ t }, { word }) {
  const key = `app.word.${word}`, said = t(key);
  return word && word !== 'received' && said !== key && h('p', { 'data-word': word }, state('done', said));
}

/**
 * @param {any} app
 * @param {any} lock
 * @returns {any[]}
 */
function settings(app, lock) {
  const { t } = app, button = (/** @type {string} */ name) => h('p.gap-top', null, h('button.quiet.big.wide', { type: 'button', 'data-act': name }, t(`app.${name}`)));
  return [h('h1', null, t('app.go.settings')), button(lock ? 'set-duress' : 'set-pin'), lock && button('lock'),
    button(app.settings.hand === 'left' ? 'hand-right' : 'hand-left'), languages(app),
    disguises.map((name) => h('p.gap-top', null, h('button.quiet.big.wide', { type: 'button', 'data-act': 'name', 'data-id': name }, t('app.use-name', { name: name[0].toUpperCase() + name.slice(1) })))),
    h('p.hint', null, t('app.silent'))];
}

/**
 * The other language, in its own words; without a network it is spoken once there is one.
 * @param {any} app
 * @returns {any}
 */
function languages({ t, language, bundle }) {
  const other = otherLanguage(language), isWaiting = bundle.content.language !== language;
  return h('div.gap-top', null,
    isWaiting ? h('p.note.soon', { role: 'status' }, t('app.language-later'))
      : h('button.quiet.big.wide', { type: 'button', 'data-act': 'language', lang: other }, t('common.other-language')));
}

/**
 * @param {string} language
 * @returns {string}
 */
function otherLanguage(language) { return language === 'en' ? 'es-PE' : 'en'; }

/**
 * @param {any} app
 * @returns {Promise<void>}
 */
async function changeLanguage(app) {
  app.settings.language = app.language = otherLanguage(app.language);
  await app.store.put('settings', app.settings);
  await show(app, 'settings');
  await (await import('./background.js')).speak(app);
}

/**
 * Digits as buttons: no keyboard of the phone learns them.
 * @param {any} app
 * @returns {any[]}
 */
function keypad(app) {
  const { t } = app, key = (/** @type {string} */ digit) => h('button.quiet.big', { type: 'button', 'data-act': 'key', 'data-key': digit }, digit);
  return [h('h1', null, t(`app.pin.${asking}`)), h('p.bigcode', { 'data-typed': true, 'aria-live': 'polite' }, '•'.repeat(typed.length) || ' '),
    h('p.remark', { 'data-pin-note': true, hidden: true }), h('div.choices.keys', null, Array.from('123456789', key),
      h('button.quiet.big', { type: 'button', 'data-act': 'erase' }, t('app.erase')), key('0'),
      h('button.big', { type: 'button', 'data-act': 'enter' }, t('app.enter')))];
}

/**
 * @param {string} text
 */
function pinNote(text) {
  const place = /** @type {any} */ (document.querySelector('[data-pin-note]'));
  if (place) { place.textContent = text; place.hidden = !text; }
}

/**
 * One PIN after another: two at the same time would count as one.
 * @param {any} app
 * @returns {Promise<void>}
 */
function entered(app) {
  const pin = typed;
  typed = '';
  showTyped();
  entering = entering.then(() => taken(app, pin)).catch(() => app.note('storage', true));
  return entering;
}

/**
 * @param {any} app
 * @param {string} pin
 */
async function taken(app, pin) {
  const lock = await app.store.get('lock');
  if (asking === 'open') { await opened(app, lock, pin); return; }
  if (pin.length < shortestPin) { pinNote(app.t('app.pin.short')); return; }
  if (asking === 'new') { await app.store.put('lock', await setLock(pin)); leavePin(app); return; }
  if (asking === 'again') { first = pin; asking = 'duress'; await draw(app); return; }
  const next = await setDuress(lock, first, pin);
  first = '';
  if (!next) { asking = 'again'; await draw(app); pinNote(app.t('app.pin.wrong')); return; }
  await app.store.put('lock', next);
  leavePin(app);
}

/**
 * No answer comes before the beat: what little one PIN takes longer than another cannot be seen.
 * @param {any} app
 * @param {any} lock
 * @param {string} pin
 */
async function opened(app, lock, pin) {
  const begun = performance.now();
  await app.store.put('lock', counted(lock));
  const { verdict, lock: next } = await tryPin(lock, pin);
  await app.store.put('lock', next);
  await new Promise((done) => setTimeout(done, begun + beat - performance.now()));
  if (verdict === 'wipe') { await wipe(app.sender, app.store, app.now()); location.reload(); return; }
  if (verdict === 'wrong') { pinNote(app.t('app.pin.wrong')); return; }
  app.duress = verdict === 'duress';
  leavePin(app);
}

/**
 * @param {any} app
 */
function leavePin(app) {
  app.opened = app.touched = app.now();
  app.changed();
  show(app, wanted);
}

/**
 * @param {any} app
 */
function draw(app) {
  typed = '';
  app.view = 'pin';
  app.draw(keypad(app), app.t('app.title')).dataset.view = 'pin';
}

function showTyped() {
  const place = document.querySelector('[data-typed]');
  if (place) place.textContent = '•'.repeat(typed.length) || ' ';
}

/**
 * What a button beside the journey does.
 * @param {any} app
 * @param {any} target
 * @returns {Promise<void>}
 */
export async function act(app, target) {
  const word = target.dataset.act, { id } = target.dataset;
  if (word === 'key') { if (typed.length < longestPin) typed += target.dataset.key; showTyped(); }
  else if (word === 'erase') { typed = typed.slice(0, -1); showTyped(); }
  else if (word === 'enter') await entered(app);
  else if (word === 'theme') switchTheme(app);
  else if (word === 'set-pin') { asking = 'new'; draw(app); }
  else if (word === 'set-duress') { asking = 'again'; draw(app); }
  else if (word === 'lock') { app.opened = 0; app.touched = 0; await show(app, 'reports'); }
  else if (word === 'export') await exported(app, id);
  else if (word === 'hand-left' || word === 'hand-right') {
    app.settings.hand = document.documentElement.dataset.hand = word.slice(5);
    await app.store.put('settings', app.settings);
    await show(app, 'settings');
  } else if (word === 'language') await changeLanguage(app);
  else if (word === 'name') {
    app.settings.name = id;
    await app.store.put('settings', app.settings);
    (await import('./background.js')).disguise(app);
  } else await (await import('./swap.js')).act(app, target);
}

/**
 * @param {any} app
 */
function switchTheme(app) {
  const isNight = !app.isNight(), theme = isNight ? 'night' : 'day';
  document.documentElement.dataset.theme = theme;
  try { localStorage.theme = theme; } catch (refused) { /* the choice then lasts for this page */ }
  const word = document.querySelector('[data-act=theme] span');
  if (word) word.textContent = app.t(isNight ? 'common.day' : 'common.night');
}

/**
 * Gives a sealed report out as a file: only the control centre opens it.
 * @param {any} app
 * @param {string} id
 */
async function exported(app, id) {
  const row = await app.store.row(id);
  if (!row || !row.envelope) return;
  const file = new Blob([JSON.stringify(row.envelope)], { type: 'application/json' });
  const link = h('a', { href: URL.createObjectURL(file), download: `${row.code}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/**
 * The numbers of the district, without a network.
 * @param {any} app
 * @returns {any[]}
 */
function directory(app) {
  const { t, rules } = app, { content } = rules, district = app.journey.form.district;
  const own = content.reach.districts[district] || {}, reach = Object.assign({}, content.reach.base, own);
  return [h('h1', null, t('app.go.directory')), h('ul.stack8', null, Object.keys(reach).map((id) => {
    const numbers = Array.from(new Set(reach[id][0])).map((/** @type {any} */ at) => content.contacts[at]).filter((one) => one.tel);
    const institution = find(content.institutions, id);
    return institution && numbers.length > 0 && h('li.box', null, h('h2', null, /** @type {any} */ (institution).name), numbers.map((one) => h('p', null,
      h('a.btn.quiet.big.wide', { href: `tel:${one.tel}` }, spoken(one.kind, one.value)), h('span.hint', null, one.label))));
  }))];
}

/**
 * @param {any} app
 * @returns {any[]}
 */
function rights({ t, rules }) {
  const { conduct, rights: list } = rules.content;
  const lines = (/** @type {string} */ kind) => h('section', null, h('h2', null, t(`street.sent.${kind}-title`)),
    h(`ul.${kind}`, null, conduct.map((/** @type {any} */ line) => line[kind] && h('li', null, line[kind]))));
  return [h('h1', null, t('app.go.rights')), h('ul.list', null, (list || []).map((/** @type {any} */ one) =>
    h('li', null, typeof one === 'string' ? one : one.say || one.text || one.title || ''))), lines('do'), lines('dont')];
}
