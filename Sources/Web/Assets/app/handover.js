// Handing a person over without a network: one phone offers, the other counter-signs, either of them tells the centre.
// @ts-check
import { hex, utf8 } from './bytes.js';
import { canonical } from './canonical.js';
import { keyId, sha256, verify } from './keys.js';
import { sign } from './seal.js';

/**
 * @typedef {{id: string, key: CryptoKey, point: string}} Signer
 * @typedef {{at: number, code: string, district: string, from: string, id: string, key: string, people: string,
 *   report: string, v: 1}} Offer
 * @typedef {{at: number, by: string, key: string, offer: string, post: string, v: 1}} Answer
 * @typedef {{answer: string, answerSignature: string, offer: string, offerSignature: string, v: 1}} Handover
 */

const bytes64 = 86, aDay = 86400000;

/**
 * The text that the frames carry: canonical JSON, a point, the signature.
 * @param {Signer} signer
 * @param {unknown} said
 * @returns {Promise<string>}
 */
async function signed(signer, said) {
  const text = canonical(said);
  return `${text}.${await sign(signer.key, text)}`;
}

/**
 * @param {string} carried
 * @returns {{text: string, signature: string, said: any} | null}
 */
function parted(carried) {
  const at = carried.length - bytes64 - 1;
  if (at < 1 || carried[at] !== '.') return null;
  const text = carried.slice(0, at);
  try {
    const said = JSON.parse(text);
    return said && said.v === 1 && canonical(said) === text ? { text, signature: carried.slice(at + 1), said } : null;
  } catch (fault) { return null; }
}

/**
 * Offers a person to whoever stands before you.
 * @param {Signer} signer
 * @param {{id: string, report: string, code: string, district: string, people: string, at: number}} about
 * @returns {Promise<string>}
 */
export function offer(signer, about) {
  return signed(signer, Object.assign({ from: signer.id, key: signer.point, v: 1 }, about));
}

/**
 * Reads an offer; the word says what is wrong with it.
 * @param {string} carried
 * @param {number} now
 * @returns {Promise<{offer: Offer, keyId: string} | {fault: 'unreadable' | 'signature' | 'clock'}>}
 */
export async function readOffer(carried, now) {
  const parts = parted(carried);
  if (!parts || !/^[0-9a-f]{32}$/.test(parts.said.id)) return { fault: 'unreadable' };
  if (!(await verify(parts.said.key, parts.signature, parts.text))) return { fault: 'signature' };
  if (Math.abs(parts.said.at - now) > aDay) return { fault: 'clock' };
  return { offer: parts.said, keyId: await keyId(parts.said.key) };
}

/**
 * Counter-signs an offer that was read and agreed to.
 * @param {Signer} signer
 * @param {string} carried the offer
 * @param {{post: string, at: number}} about
 * @returns {Promise<string>}
 */
export async function accept(signer, carried, about) {
  const parts = parted(carried);
  if (!parts) throw new Error('offer');
  const digest = hex(await sha256(utf8(parts.text)));
  return signed(signer, Object.assign({ by: signer.id, key: signer.point, offer: digest, v: 1 }, about));
}

/**
 * Puts offer and answer together; null where they do not belong to each other or a signature is wrong.
 * @param {string} offered
 * @param {string} answered
 * @returns {Promise<{id: string, by: string, post: string, handover: Handover} | null>}
 */
export async function reconcile(offered, answered) {
  const one = parted(offered), other = parted(answered);
  if (!one || !other || other.said.offer !== hex(await sha256(utf8(one.text)))) return null;
  if (one.said.key === other.said.key || one.said.from === other.said.by) return null;
  const right = (await verify(one.said.key, one.signature, one.text)) && (await verify(other.said.key, other.signature, other.text));
  if (!right) return null;
  const handover = {
    answer: other.text, answerSignature: other.signature, offer: one.text, offerSignature: one.signature, v: /** @type {1} */ (1),
  };
  return { id: one.said.id, by: other.said.by, post: other.said.post, handover };
}
