// Builds pages out of nodes and text; nothing that comes from outside is ever read as markup.
// @ts-check

const svgSpace = 'http://www.w3.org/2000/svg';

/**
 * @typedef {Node | string | null | undefined | false | (() => (Node | false)[])} Piece what a function gives is drawn by `drawRest`
 */

/**
 * An element with attributes and children. `true` sets an attribute without a value, false and null leave it out, a
 * function listens.
 * @param {string} name the tag, and the classes behind a point each
 * @param {Record<string, any> | null} [attributes]
 * @param {...(Piece | Piece[])} children
 * @returns {any}
 */
export function h(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const isDrawn = tag === 'svg' || tag === 'path';
  const element = isDrawn ? document.createElementNS(svgSpace, tag) : document.createElement(tag);
  if (classes.length) element.setAttribute('class', classes.join(' '));
  for (const key of Object.keys(attributes || {})) {
    const value = /** @type {any} */ (attributes)[key];
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? '' : value);
  }
  fill(element, children);
  return element;
}

/** @type {(() => void)[]} */
const waiting = [];

/**
 * Does something once the beginning of a page was seen.
 * @param {() => void} act
 */
export function later(act) { waiting.push(act); }

/** Draws what a page has further down, and whatever else could wait. */
export function drawRest() { for (const act of waiting.splice(0)) act(); }

/**
 * @param {Node} element
 * @param {any[]} children
 */
function fill(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) fill(element, child);
    else if (typeof child === 'function') {
      const place = element.appendChild(document.createComment(''));
      later(() => { for (const piece of child()) if (piece) element.insertBefore(piece, place); });
    } else if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

/**
 * A small drawing beside a word.
 * @param {string} path
 * @returns {any}
 */
export function icon(path) { return h('svg.ico', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: path })); }

/**
 * The words of a screen by their keys, with the values put in.
 * @param {Record<string, string>} texts
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function wordsOf(texts) {
  return (key, values = {}) => (texts[key] || key).replace(/\{([\w-]+)\}/g, (all, name) =>
    (name in values ? String(values[name]) : all));
}

/**
 * A state: shape, word, colour.
 * @param {'ok' | 'open' | 'done' | 'soon' | 'late'} kind
 * @param {string} word
 * @returns {any}
 */
export function state(kind, word) { return h(`span.state.${kind}`, null, word); }
