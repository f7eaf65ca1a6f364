// A report becomes an envelope that only the control centre opens.
// @ts-check
import { b64u, hex, random, unb64u, utf8 } from './bytes.js';
import { canonical } from './canonical.js';
import { seal } from './hpke.js';

const signed = { name: 'ECDSA', hash: 'SHA-256' };
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ', block = 512;

/**
 * @typedef {{id: string, key: CryptoKey, label?: string, district?: string}} Device
 * @typedef {{id: string, key: string}} Intake
 * @typedef {{box: string, device: string | null, enc: string, id: string, intake: string, sig: string | null, v: 1}} Envelope
 */

/**
 * A new id of a report or a handover.
 * @returns {string}
 */
export function freshId() { return hex(random(16)); }

/**
 * The code that the phone says of a report: the first twenty bits of its id.
 * @param {string} id
 * @returns {string}
 */
export function phoneCode(id) {
  const bits = parseInt(id.slice(0, 5), 16);
  return [15, 10, 5, 0].map((shift) => alphabet[(bits >> shift) & 31]).join('');
}

/**
 * Canonical JSON, then spaces up to the next multiple of 512 bytes: the length says nothing of what was marked.
 * @param {unknown} content
 * @returns {Uint8Array}
 */
export function padded(content) {
  const words = utf8(canonical(content));
  const whole = new Uint8Array(Math.ceil(words.length / block) * block).fill(32);
  whole.set(words);
  return whole;
}

/**
 * Signs a text: 64 bytes, b64u.
 * @param {CryptoKey} key
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function sign(key, text) {
  return b64u(new Uint8Array(await crypto.subtle.sign(signed, key, utf8(text))));
}

/**
 * Seals a report and signs it. Nobody can read the envelope on this phone, not even this program.
 * @param {string} id
 * @param {unknown} content
 * @param {Intake} intake
 * @param {Device | null} device
 * @returns {Promise<Envelope>}
 */
export async function sealReport(id, content, intake, device) {
  const name = device ? device.id : '-', about = `ruta-report-1\n${id}\n${name}`;
  const sealed = await seal(unb64u(intake.key), {
    info: utf8('ruta-report-1'), bound: utf8(about), words: padded(content),
  });
  const enc = b64u(sealed.enc), box = b64u(sealed.box);
  const sig = device ? await sign(device.key, `${about}\n${enc}\n${box}`) : null;
  return { box, device: device ? device.id : null, enc, id, intake: intake.id, sig, v: 1 };
}
