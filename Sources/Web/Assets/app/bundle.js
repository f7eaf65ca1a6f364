// The signed catalogue on the phone: what is wrong with a new one is never guessed, and the last good one stays.
// @ts-check
import { hex } from './bytes.js';
import { keyId, sha256, verify } from './keys.js';

/**
 * @typedef {{format: number, hash: string, key: string, made: number, signature: string, version: string,
 *   succession?: {key: string, signature: string}[]}} Header
 * @typedef {{header: Header, content: any, pinned: string}} Bundle
 * @typedef {{bundle: Bundle} | {fault: 'format' | 'hash' | 'key' | 'signature' | 'old'}} Verdict
 */

const lineFeed = 10, format = 1, spanish = 'es-PE';

/**
 * Where the bundle is asked for in a language: in the address, since a phone does not say who it is.
 * @param {string} language
 * @returns {string}
 */
export function bundlePath(language) { return language === spanish ? '/app/paquete' : `/app/paquete?idioma=${language}`; }

/**
 * Judges a bundle as it came: only a newer one that the pinned key stands behind is taken.
 * @param {Uint8Array} bytes
 * @param {string} pinned the public key, b64u
 * @param {number} newest when the bundle at hand was made; 0 without one
 * @returns {Promise<Verdict>}
 */
export async function judge(bytes, pinned, newest) {
  const parts = lines(bytes);
  if (!parts) return { fault: 'format' };
  let header;
  try { header = JSON.parse(text(parts.header)); } catch (fault) { return { fault: 'format' }; }
  if (!header || header.format !== format || !Number.isSafeInteger(header.made)) return { fault: 'format' };
  if (hex(await sha256(parts.content)) !== header.hash) return { fault: 'hash' };
  const key = await successor(pinned, header.succession || []);
  if ((await keyId(key)) !== header.key) return { fault: 'key' };
  const signed = `ruta-bundle-1\n${header.version}\n${header.made}\n${header.hash}`;
  if (!(await verify(key, header.signature, signed))) return { fault: 'signature' };
  if (header.made <= newest) return { fault: 'old' };
  try {
    return { bundle: { header, content: JSON.parse(text(parts.content)), pinned: key } };
  } catch (fault) { return { fault: 'format' }; }
}

/**
 * @param {Uint8Array} bytes
 * @returns {{header: Uint8Array, content: Uint8Array} | null}
 */
function lines(bytes) {
  const first = bytes.indexOf(lineFeed), second = bytes.indexOf(lineFeed, first + 1);
  if (first < 1 || second !== bytes.length - 1) return null;
  return { header: bytes.subarray(0, first), content: bytes.subarray(first + 1, second) };
}

/**
 * The key that stands at the end of a chain in which each key signs the one after it.
 * @param {string} pinned
 * @param {{key: string, signature: string}[]} chain
 * @returns {Promise<string>}
 */
async function successor(pinned, chain) {
  let key = pinned;
  for (const link of chain) {
    if (await verify(key, link.signature, `ruta-succession-1\n${link.key}`)) key = link.key;
  }
  return key;
}

/**
 * Fetches the bundle and keeps it when it is good; says in one word what came of it. One as old as the one at hand is taken
 * when it speaks the language that is asked for and the one at hand does not.
 * @param {{fetch: typeof fetch, keep: {get: Function, put: Function}, pinned: string, held?: Bundle | null, language: string,
 *   fits: (bundle: Bundle) => Promise<unknown>}} port `fits` throws where the engine at hand cannot follow the rules
 * @returns {Promise<{word: string, bundle: Bundle | null}>}
 */
export async function refresh(port) {
  const held = port.held || (await port.keep.get('bundle')) || null, made = held ? held.header.made : 0;
  const isForeign = held && held.content.language !== port.language;
  let answer;
  try { answer = await port.fetch(bundlePath(port.language), { cache: 'no-cache', credentials: 'omit' }); } catch (fault) {
    return { word: 'offline', bundle: held };
  }
  if (!answer.ok) return { word: 'offline', bundle: held };
  const verdict = await judge(
    new Uint8Array(await answer.arrayBuffer()), held ? held.pinned : port.pinned, isForeign ? made - 1 : made);
  if ('fault' in verdict) return { word: verdict.fault === 'old' ? 'same' : verdict.fault, bundle: held };
  if (held && verdict.bundle.header.made === made && verdict.bundle.content.language !== port.language) return { word: 'same', bundle: held };
  try { await port.fits(verdict.bundle); } catch (fault) { return { word: 'format', bundle: held }; }
  await port.keep.put('bundle', verdict.bundle);
  return { word: 'new', bundle: verdict.bundle };
}

/**
 * The text of UTF-8 bytes; throws where they are none.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function text(bytes) { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); }
