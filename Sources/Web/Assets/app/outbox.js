// What becomes of a sealed report, from "guardado" to "recibido". No clock, network or storage in here: whoever calls
// passes the time, a random number and the answer, and keeps what comes back. Tests run years of it in seconds.
// @ts-check

/**
 * One report as the phone knows it: sealed, with nothing that says what was marked. `rev` counts the seals of one report;
 * the newest stands, and one that was received stays received although a newer one waits.
 * @typedef {{id: string, code: string, made: number, rev: number, envelope: any, whole: boolean, state: State,
 *   tries: number, fails: number, passed?: number, nextAt: number, reason?: string, receipt?: Receipt}} Row
 * @typedef {'pending' | 'received' | 'observed'} State
 * @typedef {{code: string, receivedAt: number, remarks: string[]}} Receipt
 */

/**
 * What concerns every report at once.
 * @typedef {{stop: '' | 'revoked' | 'version', notBefore: number, server: '' | 'older', clock: '' | 'far',
 *   passed: number}} Gate `passed` counts the reports that were received since the app was opened
 */

/**
 * What came back: a status with its JSON, or null where nothing came back that this app understands.
 * @typedef {{status: number, body: any} | null} Answer
 */

const shortest = 2000, longest = 300000, patience = 600000, stuckAfter = 5, aYear = 183 * 86400000;
const waiting = [429, 503, 507], hopeless = [400, 413, 415, 422];

/**
 * The gate of a phone that nobody has stopped.
 * @returns {Gate}
 */
export function openGate() { return { stop: '', notBefore: 0, server: '', clock: '', passed: 0 }; }

/**
 * A report that was sealed: new, or a later seal of one that is here. `at` is when it may leave.
 * @param {Row | undefined} row
 * @param {{envelope: any, code: string, made: number, whole: boolean, at: number}} sealed
 * @returns {Row}
 */
export function keep(row, sealed) {
  const { envelope, code, made, whole, at } = sealed;
  const kept = row || { id: envelope.id, code, made, rev: 0 };
  const next = Object.assign({}, kept, { rev: kept.rev + 1, envelope, whole, state: 'pending', tries: 0, fails: 0, nextAt: at });
  delete next.reason;
  return /** @type {Row} */ (next);
}

/**
 * How long to wait after so many failures: doubling from 2 seconds to 5 minutes, less a random half.
 * @param {number} tries
 * @param {number} chance from 0 to below 1
 * @returns {number}
 */
export function backOff(tries, chance) {
  const full = Math.min(longest, shortest * Math.pow(2, Math.min(tries, 16)));
  return Math.max(shortest, Math.round(full * (1 - chance / 2)));
}

/**
 * The report to send now, or when to look again. A clock that went back must not make a report wait for ever.
 * @param {Row[]} rows
 * @param {Gate} gate
 * @param {number} now
 * @returns {{row: Row | null, again: number | null}}
 */
export function due(rows, gate, now) {
  const waits = rows.filter((row) => row.state === 'pending');
  if (gate.stop || !waits.length) return { row: null, again: null };
  const left = (/** @type {number} */ at) => (at - now > patience ? 0 : Math.max(0, at - now));
  const shut = left(gate.notBefore);
  if (shut) return { row: null, again: shut };
  waits.sort((one, other) => left(one.nextAt) - left(other.nextAt) || one.made - other.made);
  const first = left(waits[0].nextAt);
  return first ? { row: null, again: first } : { row: waits[0], again: null };
}

/**
 * What an answer makes of a report and of the gate. The row is the one kept now, `rev` the seal that was sent: the answer
 * to an older seal never settles a newer one.
 * @param {Row} row
 * @param {Gate} gate
 * @param {{rev: number, answer: Answer, now: number, chance: number}} event
 * @returns {{row: Row, gate: Gate, effect: '' | 'bundle' | 'update'}}
 */
export function settle(row, gate, event) {
  const { answer, now } = event, later = () => ({ row: delayed(row, event, 0), gate, effect: /** @type {''} */ ('') });
  if (row.state !== 'pending') return { row: noted(row, answer), gate, effect: '' };
  if (!answer) return later();
  const { status } = answer, body = answer.body || {};
  if (status === 200) {
    return body.id === row.id && body.code ? received(row, gate, event) : later();
  }
  if (status === 403 && body.fault === 'revoked') return { row, gate: Object.assign({}, gate, { stop: 'revoked' }), effect: '' };
  if (status === 426) return { row, gate: Object.assign({}, gate, { stop: 'version' }), effect: 'update' };
  if (waiting.includes(status)) {
    const pause = Math.min(patience, Math.max(shortest, 1000 * (Number(body.retryAfter) || 0)));
    return { row: delayed(row, event, pause), gate: Object.assign({}, gate, { notBefore: now + pause }), effect: '' };
  }
  const failing = blamed(row, gate, status);
  if (failing.fails >= stuckAfter) return { row: observed(row, event, status === 409 ? 'intake-key' : 'stuck'), gate, effect: '' };
  if (status === 409) return { row: delayed(failing, event, 0), gate, effect: 'bundle' };
  if (hopeless.includes(status) && body.fault) return { row: observed(row, event, body.fault), gate, effect: '' };
  if (status === 404 || status === 405) {
    return { row: delayed(row, event, 0), gate: Object.assign({}, gate, { server: 'older' }), effect: '' };
  }
  return { row: delayed(failing, event, 0), gate, effect: '' };
}

/**
 * A failure counts against a report only where another report passed since its last one: neither a night without a
 * network nor a broken centre makes a report suspect.
 * @param {Row} row
 * @param {Gate} gate
 * @param {number} status
 * @returns {Row}
 */
function blamed(row, gate, status) {
  if (status !== 409 && status < 500) return row;
  const isAlone = row.passed !== undefined && gate.passed > row.passed;
  return Object.assign({}, row, { fails: row.fails + (isAlone ? 1 : 0), passed: gate.passed });
}

/**
 * @param {Row} row
 * @param {Gate} gate
 * @param {{rev: number, answer: Answer, now: number}} event
 * @returns {{row: Row, gate: Gate, effect: ''}}
 */
function received(row, gate, event) {
  const next = Object.assign({}, noted(row, event.answer), { tries: 0 });
  if (event.rev === row.rev) { next.state = 'received'; next.envelope = null; } else next.nextAt = Math.min(row.nextAt, event.now);
  const at = next.receipt ? next.receipt.receivedAt : event.now;
  const clock = Math.abs(at - event.now) > aYear ? 'far' : '';
  return { row: next, gate: Object.assign({}, gate, { server: '', clock, notBefore: 0, passed: gate.passed + 1 }), effect: '' };
}

/**
 * @param {Row} row
 * @param {Answer} answer
 * @returns {Row}
 */
function noted(row, answer) {
  const body = answer && answer.status === 200 && answer.body;
  if (!body || body.id !== row.id || !body.code) return row;
  const receipt = { code: String(body.code), receivedAt: Number(body.receivedAt), remarks: body.remarks || [] };
  return Object.assign({}, row, { receipt });
}

/**
 * @param {Row} row
 * @param {{rev: number, now: number, chance: number}} event
 * @param {number} least
 * @returns {Row}
 */
function delayed(row, event, least) {
  if (event.rev !== row.rev) return row;
  const pause = Math.max(least, backOff(row.tries, event.chance));
  return Object.assign({}, row, { tries: row.tries + 1, nextAt: event.now + pause });
}

/**
 * @param {Row} row
 * @param {{rev: number}} event
 * @param {string} reason
 * @returns {Row}
 */
function observed(row, event, reason) {
  return event.rev === row.rev ? Object.assign({}, row, { state: 'observed', reason }) : row;
}

/**
 * A report of the quarantine tray that a person sends again.
 * @param {Row} row
 * @param {number} now
 * @returns {Row}
 */
export function retry(row, now) {
  return row.state === 'observed' && row.envelope
    ? Object.assign({}, row, { state: 'pending', tries: 0, fails: 0, nextAt: now }) : row;
}

/**
 * How many reports still have to leave the phone.
 * @param {Row[]} rows
 * @returns {number}
 */
export function pendingCount(rows) { return rows.filter((row) => row.state !== 'received').length; }
