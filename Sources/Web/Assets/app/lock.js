// The lock of "mis reportes": two PINs that behave alike. One opens, the other opens an empty tray and raises a silent flag.
// @ts-check
import { random } from './bytes.js';

/**
 * Both verifiers are always there: without a duress PIN the second one belongs to no PIN at all.
 * @typedef {{salts: [Uint8Array, Uint8Array], marks: [Uint8Array, Uint8Array], wrong: number}} Lock
 * @typedef {'open' | 'duress' | 'wrong' | 'wipe'} Verdict
 */

const rounds = 60000, mostWrong = 10, idle = 300000, shift = 12 * 3600000, lastTry = 30000, digits = /^\d{4,8}$/;

/**
 * @param {string} pin
 * @param {Uint8Array} salt
 * @returns {Promise<Uint8Array>}
 */
async function mark(pin, salt) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const form = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(form, key, 256));
}

/**
 * Whether two marks are equal, in the same time wherever they differ.
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @returns {boolean}
 */
function same(one, other) {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one[at] ^ other[at];
  return difference === 0;
}

/**
 * Sets a lock. The two PINs must differ and have four to eight digits.
 * @param {string} pin
 * @param {string} [duress]
 * @returns {Promise<Lock | null>} null where a PIN cannot be used
 */
export async function setLock(pin, duress) {
  if (!digits.test(pin) || (duress !== undefined && (!digits.test(duress) || duress === pin))) return null;
  const salts = /** @type {[Uint8Array, Uint8Array]} */ ([random(16), random(16)]);
  const second = duress === undefined ? random(32) : await mark(duress, salts[1]);
  return { salts, marks: [await mark(pin, salts[0]), second], wrong: 0 };
}

/**
 * Adds or changes the duress PIN of a lock that was just opened.
 * @param {Lock} lock
 * @param {string} pin
 * @param {string} duress
 * @returns {Promise<Lock | null>}
 */
export async function setDuress(lock, pin, duress) {
  return same(await mark(pin, lock.salts[0]), lock.marks[0]) ? setLock(pin, duress) : null;
}

/**
 * Tries a PIN: always two derivations and two comparisons, whatever comes of them.
 * @param {Lock} lock
 * @param {string} pin
 * @returns {Promise<{verdict: Verdict, lock: Lock}>}
 */
export async function tryPin(lock, pin) {
  const opens = same(await mark(pin, lock.salts[0]), lock.marks[0]);
  const duress = same(await mark(pin, lock.salts[1]), lock.marks[1]);
  const wrong = opens || duress ? 0 : lock.wrong + 1;
  const verdict = opens ? 'open' : duress ? 'duress' : wrong >= mostWrong ? 'wipe' : 'wrong';
  return { verdict, lock: Object.assign({}, lock, { wrong }) };
}

/**
 * The lock with one wrong PIN more: kept before a PIN is tried, so that whoever kills the app in time gets no free tries.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function counted(lock) { return Object.assign({}, lock, { wrong: lock.wrong + 1 }); }

/**
 * Whether an opened lock has to close: five minutes without a touch, or the shift is over.
 * @param {{opened: number, touched: number}} since
 * @param {number} now
 * @returns {boolean}
 */
export function mustClose(since, now) {
  return now < since.touched || now - since.touched >= idle || now - since.opened >= shift;
}

/**
 * Ten wrong PINs: what waits is tried once more, whatever pause it was in, then the phone forgets everything. A network that
 * never answers holds the wipe up for half a minute at most.
 * @param {{reset: () => void, idle: () => Promise<void>}} sender
 * @param {import('./store.js').Store} store
 * @param {number} now
 * @returns {Promise<void>}
 */
export async function wipe(sender, store, now) {
  for (const { id } of await store.rows()) {
    await store.change(id, (row) => row && row.state === 'pending' ? Object.assign({}, row, { nextAt: now }) : row);
  }
  sender.reset();
  let timer;
  await Promise.race([sender.idle().then(sender.idle), new Promise((done) => { timer = setTimeout(done, lastTry); })]);
  clearTimeout(timer);
  await store.wipe();
}
