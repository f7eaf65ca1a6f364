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
 * A secret that was extracted under a label; what is returned expands it, at most 255 blocks.
 * @param {Uint8Array} suite
 * @param {Uint8Array} salt
 * @param {string} label
 * @param {Uint8Array} secret
 * @returns {Promise<(label: string, info: Uint8Array, length: number) => Promise<Uint8Array>>}
 */
async function derived(suite, salt, label, secret) {
  const key = await crypto.subtle.importKey('raw', join(version, suite, utf8(label), secret), 'HKDF', false, ['deriveBits']);
  return async (name, about, length) => {
    const info = join(bigEndian(length, 2), version, suite, utf8(name), about);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, 8 * length));
  };
}

/**
 * What is extracted without a salt and stays as it is.
 * @param {Uint8Array} suite
 * @param {string} label
 * @param {Uint8Array} words
 * @returns {Promise<Uint8Array>}
 */
async function extracted(suite, label, words) {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, join(version, suite, utf8(label), words)));
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
  return (await derived(kem, empty, 'eae_prk', point))('shared_secret', join(enc, recipient), 32);
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
  const about = join(
    new Uint8Array(1), await extracted(suite, 'psk_id_hash', empty), await extracted(suite, 'info_hash', info));
  const expand = await derived(suite, secret, 'secret', empty);
  return {
    key: await crypto.subtle.importKey('raw', await expand('key', about, cipher.length), 'AES-GCM', false, [usage]),
    nonce: await expand('base_nonce', about, 12),
  };
}

/**
 * A public key from its 65 bytes.
 * @param {Uint8Array} bytes
 * @returns {Promise<CryptoKey>}
 */
export function publicKey(bytes) { return crypto.subtle.importKey('raw', bytes, curve, true, []); }

/**
 * What one message is sealed with: it can be made long before there is a message, and serves once.
 * @typedef {{enc: Uint8Array, key: CryptoKey, nonce: Uint8Array}} Context
 */

/**
 * Agrees on a key with whoever holds the private half of a public key.
 * @param {Uint8Array} recipient
 * @param {Uint8Array} info
 * @param {Cipher} [cipher]
 * @param {{key: CryptoKey, enc: Uint8Array}} [fixed] the ephemeral key of a test vector
 * @returns {Promise<Context>}
 */
export async function contextFor(recipient, info, cipher = aes256, fixed) {
  let own = fixed && fixed.key, enc = fixed && fixed.enc;
  if (!own || !enc) {
    const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(curve, false, ['deriveBits']));
    own = pair.privateKey;
    enc = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  }
  const secret = await shared(own, await publicKey(recipient), enc, recipient);
  return Object.assign({ enc }, await schedule(secret, info, cipher, 'encrypt'));
}

/**
 * Seals the one message of a context.
 * @param {Context} context
 * @param {Uint8Array} bound
 * @param {Uint8Array} words
 * @returns {Promise<Uint8Array>}
 */
export async function seal(context, bound, words) {
  const form = { name: 'AES-GCM', iv: context.nonce, additionalData: bound };
  return new Uint8Array(await crypto.subtle.encrypt(form, context.key, words));
}
