// HPKE (RFC 9180), base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. One message a context.
// @ts-check
import { bigEndian, join, utf8 } from './bytes.js';

/** The curve of every key here. */
export const curve = { name: 'ECDH', namedCurve: 'P-256' };
const empty = new Uint8Array(0), version = utf8('HPKE-v1');
const kem = join(utf8('KEM'), bigEndian(0x10, 2));

/**
 * @typedef {{id: number, length: number}} Cipher
 */

/** AES-256-GCM, which reports are sealed with. @type {Cipher} */
export const aes256 = { id: 2, length: 32 };
/** AES-128-GCM, which the vectors of RFC 9180 A.3 are made with. @type {Cipher} */
export const aes128 = { id: 1, length: 16 };

/**
 * HMAC-SHA256.
 * @param {Uint8Array} key
 * @param {Uint8Array} data
 * @returns {Promise<Uint8Array>}
 */
async function hmac(key, data) {
  const bytes = key.length ? key : new Uint8Array(32);
  const imported = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data));
}

/**
 * @param {Uint8Array} suite
 * @param {Uint8Array} salt
 * @param {string} label
 * @param {Uint8Array} secret
 * @returns {Promise<Uint8Array>}
 */
function extract(suite, salt, label, secret) { return hmac(salt, join(version, suite, utf8(label), secret)); }

/**
 * At most 32 bytes: one block of HKDF is enough for everything here.
 * @param {Uint8Array} suite
 * @param {Uint8Array} key
 * @param {string} label
 * @param {Uint8Array} info
 * @param {number} length
 * @returns {Promise<Uint8Array>}
 */
async function expand(suite, key, label, info, length) {
  const labelled = join(bigEndian(length, 2), version, suite, utf8(label), info);
  return (await hmac(key, join(labelled, new Uint8Array([1])))).subarray(0, length);
}

/**
 * @param {CryptoKey} own
 * @param {CryptoKey} other
 * @param {Uint8Array} enc
 * @param {Uint8Array} recipient
 * @returns {Promise<Uint8Array>}
 */
export async function shared(own, other, enc, recipient) {
  const point = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256));
  const secret = await extract(kem, empty, 'eae_prk', point);
  return expand(kem, secret, 'shared_secret', join(enc, recipient), 32);
}

/**
 * @param {Uint8Array} secret
 * @param {Uint8Array} info
 * @param {Cipher} cipher
 * @param {KeyUsage} usage
 * @returns {Promise<{key: CryptoKey, nonce: Uint8Array}>}
 */
export async function schedule(secret, info, cipher, usage) {
  const suite = join(utf8('HPKE'), bigEndian(0x10, 2), bigEndian(1, 2), bigEndian(cipher.id, 2));
  const context = join(
    new Uint8Array([0]), await extract(suite, empty, 'psk_id_hash', empty), await extract(suite, empty, 'info_hash', info));
  const root = await extract(suite, secret, 'secret', empty);
  const raw = await expand(suite, root, 'key', context, cipher.length);
  return {
    key: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [usage]),
    nonce: await expand(suite, root, 'base_nonce', context, 12),
  };
}

/**
 * A public key from its 65 bytes.
 * @param {Uint8Array} bytes
 * @returns {Promise<CryptoKey>}
 */
export function publicKey(bytes) { return crypto.subtle.importKey('raw', bytes, curve, true, []); }

/**
 * What is sealed: the words, what they are bound to, and the purpose.
 * @typedef {{info: Uint8Array, bound: Uint8Array, words: Uint8Array}} Message
 */

/**
 * Seals one message to a public key.
 * @param {Uint8Array} recipient
 * @param {Message} message
 * @param {Cipher} [cipher]
 * @param {{key: CryptoKey, enc: Uint8Array}} [fixed] the ephemeral key of a test vector
 * @returns {Promise<{enc: Uint8Array, box: Uint8Array}>}
 */
export async function seal(recipient, message, cipher = aes256, fixed) {
  let own = fixed && fixed.key, enc = fixed && fixed.enc;
  if (!own || !enc) {
    const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(curve, false, ['deriveBits']));
    own = pair.privateKey;
    enc = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  }
  const secret = await shared(own, await publicKey(recipient), enc, recipient);
  const { key, nonce } = await schedule(secret, message.info, cipher, 'encrypt');
  const form = { name: 'AES-GCM', iv: nonce, additionalData: message.bound };
  return { enc, box: new Uint8Array(await crypto.subtle.encrypt(form, key, message.words)) };
}
