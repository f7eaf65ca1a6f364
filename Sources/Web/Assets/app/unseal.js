// The other half of HPKE: what the control centre does. No page of the phone loads it; tests and the stand-in do.
// @ts-check
import { b64u } from './bytes.js';
import { aes256, curve, publicKey, schedule, shared } from './hpke.js';

/**
 * A private key from its 32 bytes and its public key; the phone holds none.
 * @param {Uint8Array} bytes
 * @param {Uint8Array} point
 * @returns {Promise<CryptoKey>}
 */
export function privateKey(bytes, point) {
  const jwk = { kty: 'EC', crv: 'P-256', d: b64u(bytes), x: b64u(point.subarray(1, 33)), y: b64u(point.subarray(33)) };
  return crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits']);
}

/**
 * Opens a sealed message; throws where anything was changed. The phone never does: it has no private key.
 * @param {{key: CryptoKey, point: Uint8Array}} recipient
 * @param {{enc: Uint8Array, box: Uint8Array}} sealed
 * @param {{info: Uint8Array, bound: Uint8Array}} about
 * @param {import('./hpke.js').Cipher} [cipher]
 * @returns {Promise<Uint8Array>}
 */
export async function open(recipient, sealed, about, cipher = aes256) {
  const secret = await shared(recipient.key, await publicKey(sealed.enc), sealed.enc, recipient.point);
  const { key, nonce } = await schedule(secret, about.info, cipher, 'decrypt');
  const form = { name: 'AES-GCM', iv: nonce, additionalData: about.bound };
  return new Uint8Array(await crypto.subtle.decrypt(form, key, sealed.box));
}
