// The screens of a handover without a network: frames shown, frames read, an offer counter-signed. Loaded only when needed.
// @ts-check
import { utf8 } from './bytes.js';
import { h } from './dom.js';
import { framesOf, gather, whole } from './frames.js';
import { accept, offer, readOffer, reconcile } from './handover.js';
import { outline, qr } from './qr.js';
import { freshId } from './seal.js';

const pause = 1500;
/** @type {{frames: string[], at: number, gathered: any, kind: 'RH1' | 'RC1', carried: string, code: string, isRead: boolean,
 *   timer: any, stream: any}} `isRead` once every frame is there: what comes after is of the same code */
const now = { frames: [], at: 0, gathered: null, kind: 'RH1', carried: '', code: '', isRead: false, timer: null, stream: null };

/**
 * @param {any} app
 * @param {string} view
 * @returns {Promise<void>}
 */
export async function show(app, view) {
  stop();
  if (!app.device) { await app.go('device'); return; }
  if (view === 'offer') await offered(app);
  else if (view === 'answer') await answering(app);
  else { now.kind = 'RH1'; reading(app); }
}

/** Ends what runs by itself: the round of frames, the camera. */
function stop() {
  clearInterval(now.timer);
  if (now.stream) for (const track of now.stream.getTracks()) track.stop();
  now.timer = now.stream = null;
}

/**
 * @param {any} app
 */
async function offered(app) {
  const { journey, device } = app, last = journey.isOpen ? journey.row : app.rows[app.rows.length - 1];
  if (!last) { await app.go('reports'); return; }
  const id = freshId(), people = journey.isOpen ? journey.form.people : 'unknown';
  const carried = await offer(device, { at: app.now(), code: last.code, district: journey.form.district || device.district, id, people, report: last.id });
  await app.store.putHand({ id, code: last.code, at: app.now(), offer: carried, answer: '', state: 'offered' });
  now.kind = 'RC1';
  framesShown(app, framesOf('RH1', carried), 'offer');
}

/**
 * @param {any} app
 * @param {string[]} frames
 * @param {string} view
 */
function framesShown(app, frames, view) {
  const { t } = app;
  now.frames = frames;
  now.at = 0;
  const text = h('textarea.detail', { readonly: true, rows: '6', 'aria-label': t('app.hand.as-text') });
  text.value = frames.join('\n');
  const main = app.draw([
    h('h1', null, t('app.hand.show')), h('p.hint', null, t('app.hand.show-hint')), h('div', { 'data-frames': String(frames.length) }, frame(app)),
    h('p.acts', null, h('button.quiet.big', { type: 'button', 'data-act': 'next-frame' }, t('app.hand.next'))),
    h('details.tap.alt', null, h('summary', null, t('app.hand.as-text')), text),
    h('div.dock', null, view === 'offer' ? h('button', { type: 'button', 'data-act': 'read' }, t('app.hand.read-answer'))
      : h('button', { type: 'button', 'data-go': 'start' }, t('app.go.start'))),
  ], t('app.title'));
  main.dataset.view = view;
  now.timer = setInterval(() => { if (!document.hidden) turn(app); }, pause);
}

/**
 * @param {any} app
 * @returns {any}
 */
function frame({ t }) {
  const { size, path } = outline(qr(utf8(now.frames[now.at])));
  const drawn = h('svg.qr', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': t('app.hand.frame', { at: now.at + 1, count: now.frames.length }), 'data-frame': String(now.at + 1) },
    h('path', { d: `M0 0h${size}v${size}H0z`, fill: '#fff' }), h('path', { d: path, fill: '#000' }));
  return h('div', { 'data-frame-place': true }, drawn, h('p.hint', null, t('app.hand.frame', { at: now.at + 1, count: now.frames.length })));
}

/**
 * @param {any} app
 */
function turn(app) {
  const place = document.querySelector('[data-frame-place]');
  if (!place) { stop(); return; }
  now.at = (now.at + 1) % now.frames.length;
  place.replaceWith(frame(app));
}

/**
 * @param {any} app
 */
function reading(app) {
  const { t } = app, canSee = 'BarcodeDetector' in window;
  now.gathered = null;
  now.isRead = false;
  const main = app.draw([
    h('h1', null, t('app.hand.read')), h('p.hint', null, t(canSee ? 'app.hand.read-hint' : 'app.hand.type-hint')),
    h('p', { 'data-read': true, 'aria-live': 'polite' }, ''), h('div', { 'data-camera': true }),
    canSee && h('p.acts', null, h('button.quiet.big', { type: 'button', 'data-act': 'camera' }, t('app.hand.camera')),
      h('label.btn.quiet.big', null, t('app.hand.picture'), h('input.hide', { type: 'file', accept: 'image/png,image/jpeg', capture: 'environment', change: (/** @type {any} */ event) => picture(app, event.target) }))),
    h('details.tap.alt', { open: !canSee }, h('summary', null, t('app.hand.type')), h('div.field', null,
      h('label', { for: 'typed' }, t('app.hand.type-label')),
      h('textarea.detail', { id: 'typed', rows: '6', autocomplete: 'off', spellcheck: 'false', input: (/** @type {any} */ event) => typed(app, event.target.value) }))),
    h('div.dock', null, h('button', { type: 'button', 'data-go': 'start' }, t('app.go.start'))),
  ], t('app.title'));
  main.dataset.view = 'read';
}

/**
 * @param {any} app
 * @param {string} text
 */
async function typed(app, text) {
  for (const line of text.split('\n')) await taken(app, line.trim());
}

/**
 * One frame was read.
 * @param {any} app
 * @param {string} text
 */
async function taken(app, text) {
  if (now.isRead) return;
  now.gathered = gather(now.gathered, text, now.kind);
  const { gathered } = now, place = document.querySelector('[data-read]');
  if (gathered && place) place.textContent = app.t('app.hand.got', { at: Object.keys(gathered.parts).length, count: gathered.count });
  const carried = whole(gathered);
  if (!carried) return;
  now.isRead = true;
  stop();
  if (now.kind === 'RH1') { now.carried = carried; await app.go('answer'); } else await finished(app, carried);
}

/**
 * @param {any} app
 * @param {any} input
 */
async function picture(app, input) {
  const bitmap = input.files[0] && (await createImageBitmap(input.files[0]).catch(() => null));
  if (bitmap) await seen(app, bitmap);
}

/**
 * @param {any} app
 * @param {any} source
 */
async function seen(app, source) {
  const detector = new (/** @type {any} */ (window).BarcodeDetector)({ formats: ['qr_code'] });
  for (const code of await detector.detect(source).catch(() => [])) await taken(app, code.rawValue);
}

/**
 * @param {any} app
 */
async function camera(app) {
  try {
    now.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch (fault) { refuse(app, 'camera'); return; }
  const video = h('video.qr', { playsinline: true, muted: true }), place = document.querySelector('[data-camera]');
  if (!place) return;
  place.append(video);
  video.srcObject = now.stream;
  await video.play();
  now.timer = setInterval(() => { if (!document.hidden && video.isConnected) seen(app, video); else stop(); }, 400);
}

/**
 * @param {any} app
 * @param {string} word
 */
function refuse(app, word) {
  const place = document.querySelector('[data-read]');
  if (place) place.replaceWith(h('div.note.late', { role: 'alert', 'data-notice': 'handover' }, h('p', null, app.t(`app.hand.fault-${word}`))));
}

/**
 * @param {any} app
 */
async function answering(app) {
  const { t } = app, read = await readOffer(now.carried, app.now());
  if ('fault' in read) { reading(app); refuse(app, read.fault); return; }
  now.code = read.offer.code;
  const { offer: said } = read, district = app.rules.content.districts.find((/** @type {any} */ one) => one.id === said.district);
  const main = app.draw([
    h('h1', null, t('app.hand.offer')), h('p.bigcode', null, said.code), h('p', null, district ? district.name : ''),
    h('p', null, t(`app.hand.people-${said.people}`)), h('p.hint', null, t('app.hand.from', { device: said.from })), h('div.fill'),
    h('div.dock', null, h('button', { type: 'button', 'data-act': 'sign' }, t('app.hand.sign'))),
  ], t('app.title'));
  main.dataset.view = 'answer';
}

/**
 * @param {any} app
 */
async function signed(app) {
  const { device } = app, carried = await accept(device, now.carried, { at: app.now(), post: device.post || device.label || '' });
  const both = await reconcile(now.carried, carried);
  if (!both) { reading(app); refuse(app, 'signature'); return; }
  await app.store.putHand({ id: both.id, code: now.code, at: app.now(), offer: now.carried, answer: carried, handover: both.handover, state: 'signed' });
  framesShown(app, framesOf('RC1', carried), 'answer');
  sendHandovers(app);
}

/**
 * The counter-signature came back to the one who offered.
 * @param {any} app
 * @param {string} carried
 */
async function finished(app, carried) {
  const { t } = app;
  for (const hand of await app.store.hands()) {
    const both = hand.offer && await reconcile(hand.offer, carried);
    if (!both) continue;
    await app.store.putHand(Object.assign({}, hand, { answer: carried, handover: both.handover, state: 'signed' }));
    app.draw([h('h1', { 'data-handed': true }, t('app.hand.done')), h('p', null, t('app.hand.done-by', { device: both.by, post: both.post })), h('div.fill'),
      h('div.dock', null, h('button', { type: 'button', 'data-go': 'start' }, t('app.go.start')))], t('app.title')).dataset.view = 'handed';
    sendHandovers(app);
    return;
  }
  now.gathered = null;
  now.isRead = false;
  refuse(app, 'other');
}

/**
 * Tells the centre of every handover that it does not know yet; told twice is harmless. What it has, the phone forgets, but for
 * the code and what became of it.
 * @param {any} app
 * @returns {Promise<void>}
 */
export function sendHandovers(app) {
  sending = sending.then(() => sendAll(app)).catch(() => {});
  return sending;
}
let sending = Promise.resolve();

/**
 * @param {any} app
 * @returns {Promise<void>}
 */
async function sendAll(app) {
  for (const hand of await app.store.hands()) {
    if (hand.state !== 'signed') continue;
    const answer = await app.post('/app/entregas', hand.handover);
    if (!answer) return;
    const { id, code, at } = hand, isConflict = answer.body && answer.body.state === 'conflict';
    if (answer.status === 200) await app.store.putHand({ id, code, at, state: isConflict ? 'conflict' : 'told' });
    else if (answer.status < 500 && answer.status !== 429) await app.store.putHand(Object.assign({}, hand, { state: 'observed' }));
  }
  await app.changed();
}

/**
 * @param {any} app
 * @param {any} target
 * @returns {Promise<void>}
 */
export async function act(app, target) {
  const word = target.dataset.act;
  if (word === 'next-frame') turn(app);
  else if (word === 'read') { now.kind = 'RC1'; stop(); reading(app); }
  else if (word === 'camera') await camera(app);
  else if (word === 'sign') await signed(app);
}
