// Bytes, and the texts that stand for them.
// @ts-check

const encoder = new TextEncoder();

/**
 * The UTF-8 bytes of a text.
 * @param {string} text
 * @returns {Uint8Array}
 */
export function utf8(text) { return encoder.encode(text); }

/**
 * Several pieces as one.
 * @param {...Uint8Array} parts
 * @returns {Uint8Array}
 */
export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}

/**
 * Hexadecimal, lower case.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function hex(bytes) {
  let written = '';
  for (const byte of bytes) written += (byte + 256).toString(16).slice(1);
  return written;
}

/**
 * base64url without padding.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function b64u(bytes) {
  let raw = '';
  for (let at = 0; at < bytes.length; at += 4096) raw += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/**
 * Reads base64url; throws where it is none, or not in its one form.
 * @param {string} written
 * @returns {Uint8Array}
 */
export function unb64u(written) {
  if (!/^[\w-]*$/.test(written)) throw new Error('base64url');
  const raw = atob(written.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
  if (b64u(bytes) !== written) throw new Error('base64url');
  return bytes;
}

/**
 * A number in so many bytes, the highest first.
 * @param {number} value
 * @param {number} count
 * @returns {Uint8Array}
 */
export function bigEndian(value, count) {
  const bytes = new Uint8Array(count);
  let rest = value;
  for (let at = count - 1; at >= 0; at -= 1) { bytes[at] = rest % 256; rest = Math.floor(rest / 256); }
  return bytes;
}

/**
 * So many random bytes of the system.
 * @param {number} count
 * @returns {Uint8Array}
 */
export function random(count) { return crypto.getRandomValues(new Uint8Array(count)); }
