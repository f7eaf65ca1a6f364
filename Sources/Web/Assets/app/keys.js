// Signatures of others, and a signing key of one's own. Loaded only when needed: sealing a report needs none of it.
// @ts-check
import { b64u, hex, unb64u, utf8 } from './bytes.js';

const signing = { name: 'ECDSA', namedCurve: 'P-256' }, signed = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * Whether a signature is right; a signature or a key that cannot be read is wrong.
 * @param {string} point
 * @param {string} signature
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function verify(point, signature, text) {
  try {
    const key = await crypto.subtle.importKey('raw', unb64u(point), signing, false, ['verify']);
    return await crypto.subtle.verify(signed, key, unb64u(signature), utf8(text));
  } catch (fault) { return false; }
}

/**
 * A signing key that cannot be exported, and its public half.
 * @returns {Promise<{key: CryptoKey, point: string}>}
 */
export async function freshSigningKey() {
  const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(signing, false, ['sign']));
  return { key: pair.privateKey, point: b64u(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))) };
}

/**
 * The id of a key: the first 16 hexadecimal digits of the hash of its 65 bytes.
 * @param {string} point
 * @returns {Promise<string>}
 */
export async function keyId(point) { return hex((await sha256(unb64u(point))).subarray(0, 8)); }

/**
 * SHA-256.
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function sha256(bytes) { return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)); }
