// A report in one short message: a code, and forty characters that only the control centre can read.
// @ts-check
import { b64u, bigEndian, join } from './bytes.js';

/**
 * @typedef {{id: string, code: string, district: string, at: number, level: string, duress: boolean}} Short
 */

const urgencies = /** @type {Record<string, number>} */ ({ observation: 0, high: 1, immediate: 2 });

/**
 * The body of the message: `SG`, the phone's code, and the sealed bits. A count is never used twice under one key.
 * @param {CryptoKey} key
 * @param {string} device eight hexadecimal digits
 * @param {number} count
 * @param {Short} report
 * @returns {Promise<string>}
 */
export async function smsBody(key, device, count, report) {
  const name = join(unhex(device), bigEndian(count, 4));
  const urgency = (urgencies[report.level] || 0) + (report.duress ? 128 : 0);
  const words = join(
    bigEndian(Number(report.district) || 0, 3), bigEndian(Math.floor(report.at / 60000), 4),
    new Uint8Array([urgency]), unhex(report.id.slice(0, 12)));
  const form = { name: 'AES-GCM', iv: join(name, new Uint8Array(4)), tagLength: 64 };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(form, key, words));
  return `SG ${report.code} ${b64u(join(name, sealed))}`;
}

/**
 * The address that opens the phone's messages with the body written.
 * @param {string} number
 * @param {string} body
 * @returns {string}
 */
export function smsAddress(number, body) { return `sms:${number.replace(/[^\d+]/g, '')}?body=${encodeURIComponent(body)}`; }

/**
 * Reads hexadecimal; throws where it is none.
 * @param {string} written
 * @returns {Uint8Array}
 */
export function unhex(written) {
  if (!/^([0-9a-f]{2})*$/.test(written)) throw new Error('hex');
  return Uint8Array.from(written.match(/../g) || [], (pair) => parseInt(pair, 16));
}
