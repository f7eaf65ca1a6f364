// JSON in the one form that is signed and sealed: as Sources/JSON writes it.
// @ts-check
import { utf8 } from './bytes.js';

/**
 * A value as canonical JSON: members sorted by the bytes of their keys, no spaces, whole numbers only.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('number');
    return String(value === 0 ? 0 : value);
  }
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  if (typeof value !== 'object') throw new Error(typeof value);
  const members = /** @type {Record<string, unknown>} */ (value);
  const keys = Object.keys(members).filter((key) => members[key] !== undefined).sort(byBytes);
  return '{' + keys.map((key) => quoted(key) + ':' + canonical(members[key])).join(',') + '}';
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function byBytes(one, other) { return String.fromCharCode(...utf8(one)) < String.fromCharCode(...utf8(other)) ? -1 : 1; }

/**
 * @param {string} text
 * @returns {string}
 */
function quoted(text) {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(text)) throw new Error('surrogate');
  return JSON.stringify(text);
}
