// A report becomes an envelope that only the control centre opens.
// @ts-check
import { b64u, hex, random, unb64u, utf8 } from './bytes.js';
import { canonical } from './canonical.js';
import { contextFor, seal } from './hpke.js';

const signed = { name: 'ECDSA', hash: 'SHA-256' };
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ', block = 256, purpose = 'ruta-report-1';

/**
 * @typedef {{id: string, key: CryptoKey, label?: string, district?: string}} Device
 * @typedef {{id: string, key: string}} Intake
 * @typedef {{intake: Intake, context: Promise<import('./hpke.js').Context>}} Prepared
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
 * Canonical JSON, then spaces up to the next multiple of 256 bytes: the length says nothing of what was marked.
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
 * The costly half of a seal, which needs no report yet. It is for one seal only.
 * @param {Intake} intake
 * @returns {Prepared}
 */
export function prepare(intake) { return { intake, context: contextFor(unb64u(intake.key), utf8(purpose)) }; }

/**
 * Seals a report and signs it. Nobody can read the envelope on this phone, not even this program.
 * @param {string} id
 * @param {unknown} content
 * @param {Prepared} prepared
 * @param {Device | null} device
 * @returns {Promise<Envelope>}
 */
export async function sealReport(id, content, prepared, device) {
  const about = `${purpose}\n${id}\n${device ? device.id : '-'}`, words = padded(content), context = await prepared.context;
  const enc = b64u(context.enc), box = b64u(await seal(context, utf8(about), words));
  const sig = device ? await sign(device.key, `${about}\n${enc}\n${box}`) : null;
  return { box, device: device ? device.id : null, enc, id, intake: prepared.intake.id, sig, v: 1 };
}
