// QR codes (ISO/IEC 18004): byte mode, versions 1 to 15, levels L and M.
// @ts-check

/**
 * @typedef {'L' | 'M'} Level
 * @typedef {boolean[][]} Square rows of modules, true is dark
 */

const mostVersion = 15;
const checks = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24],
};
const blocks = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10],
};

/** @type {((row: number, column: number) => boolean)[]} */
const masks = [
  (y, x) => (x + y) % 2 === 0, (y) => y % 2 === 0, (y, x) => x % 3 === 0, (y, x) => (x + y) % 3 === 0,
  (y, x) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (y, x) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (y, x) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (y, x) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * The square of some bytes; throws where they do not fit.
 * @param {Uint8Array} bytes
 * @param {Level} [level]
 * @param {number} [mask] 0 to 7; the one that reads best without it
 * @returns {Square}
 */
export function qr(bytes, level = 'M', mask) {
  const version = versionFor(bytes.length, level), words = codewords(bytes, version, level);
  if (mask !== undefined) return drawn(version, level, words, mask);
  const all = masks.map((_, number) => drawn(version, level, words, number)), scores = all.map(penalty);
  return all[scores.indexOf(Math.min(...scores))];
}

/**
 * @param {number} version
 * @returns {number}
 */
function rawBits(version) {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const taken = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return (16 * version + 128) * version + 64 - taken - (version >= 7 ? 36 : 0);
}

/**
 * @param {number} version
 * @param {Level} level
 * @returns {number}
 */
function room(version, level) {
  return (rawBits(version) >> 3) - checks[level][version - 1] * blocks[level][version - 1];
}

/**
 * @param {number} count
 * @param {Level} level
 * @returns {number}
 */
function versionFor(count, level) {
  for (let version = 1; version <= mostVersion; version += 1) {
    if (count + (version < 10 ? 2 : 3) <= room(version, level)) return version;
  }
  throw new Error('too long');
}

/**
 * @param {Uint8Array} bytes
 * @param {number} version
 * @param {Level} level
 * @returns {number[]}
 */
function codewords(bytes, version, level) {
  const bits = '0100' + bytes.length.toString(2).padStart(version < 10 ? 8 : 16, '0')
    + Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('') + '0000';
  const data = (bits.match(/.{1,8}/g) || []).map((part) => parseInt(part.padEnd(8, '0'), 2));
  const size = room(version, level);
  data.length = Math.min(data.length, size);
  for (let filler = 0xec; data.length < size; filler ^= 0xfd) data.push(filler);
  return interleaved(data, version, level);
}

/**
 * @param {number[]} data
 * @param {number} version
 * @param {Level} level
 * @returns {number[]}
 */
function interleaved(data, version, level) {
  const count = blocks[level][version - 1], check = checks[level][version - 1];
  const total = rawBits(version) >> 3, short = Math.floor(total / count) - check, long = total % count;
  const divisor = generator(check), parts = [];
  for (let block = 0, at = 0; block < count; block += 1) {
    const length = short + (block < count - long ? 0 : 1), part = data.slice(at, at + length);
    at += length;
    parts.push({ part, check: remainder(part, divisor) });
  }
  const words = [];
  for (let at = 0; at <= short; at += 1) for (const { part } of parts) if (at < part.length) words.push(part[at]);
  for (let at = 0; at < check; at += 1) for (const part of parts) words.push(part.check[at]);
  return words;
}

/**
 * Multiplication in GF(2^8) modulo 0x11D.
 * @param {number} one
 * @param {number} other
 * @returns {number}
 */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}

/**
 * @param {number} degree
 * @returns {number[]}
 */
function generator(degree) {
  const terms = new Array(degree - 1).fill(0).concat(1);
  for (let round = 0, root = 1; round < degree; round += 1, root = times(root, 2)) {
    for (let at = 0; at < degree; at += 1) terms[at] = times(terms[at], root) ^ (terms[at + 1] || 0);
  }
  return terms;
}

/**
 * @param {number[]} data
 * @param {number[]} divisor
 * @returns {number[]}
 */
function remainder(data, divisor) {
  const rest = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ /** @type {number} */ (rest.shift());
    rest.push(0);
    divisor.forEach((term, at) => { rest[at] ^= times(term, factor); });
  }
  return rest;
}

/**
 * @param {number} version
 * @param {Level} level
 * @param {number[]} words
 * @param {number} mask
 * @returns {Square}
 */
function drawn(version, level, words, mask) {
  const size = version * 4 + 17;
  /** @type {(boolean | undefined)[][]} */
  const fixed = Array.from({ length: size }, () => new Array(size).fill(undefined));
  drawPatterns(fixed, version);
  drawFormat(fixed, level, mask);
  drawVersion(fixed, version);
  const square = fixed.map((row) => row.slice());
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y][x] !== undefined) continue;
        const dark = bit < words.length * 8 && ((words[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
        square[y][x] = dark !== masks[mask](y, x);
        bit += 1;
      }
    }
  }
  return /** @type {Square} */ (square);
}

/**
 * @param {(boolean | undefined)[][]} square
 * @param {number} version
 */
function drawPatterns(square, version) {
  const size = square.length, places = alignment(version), last = places.length - 1;
  for (let at = 0; at < size; at += 1) { square[6][at] = at % 2 === 0; square[at][6] = at % 2 === 0; }
  for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) ring(square, y, x, 4, [2, 4]);
  places.forEach((y, row) => places.forEach((x, column) => {
    const isCorner = (row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0);
    if (!isCorner) ring(square, y, x, 2, [1]);
  }));
}

/**
 * @param {(boolean | undefined)[][]} square
 * @param {number} y
 * @param {number} x
 * @param {number} reach
 * @param {number[]} light
 */
function ring(square, y, x, reach, light) {
  for (let down = -reach; down <= reach; down += 1) {
    for (let over = -reach; over <= reach; over += 1) {
      const row = square[y + down];
      if (!row || x + over < 0 || x + over >= square.length) continue;
      row[x + over] = !light.includes(Math.max(Math.abs(down), Math.abs(over)));
    }
  }
}

/**
 * @param {number} version
 * @returns {number[]}
 */
function alignment(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2, step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let place = version * 4 + 10; places.length < count; place -= step) places.splice(1, 0, place);
  return places;
}

/**
 * @param {(boolean | undefined)[][]} square
 * @param {Level} level
 * @param {number} mask
 */
function drawFormat(square, level, mask) {
  const data = ((level === 'L' ? 1 : 0) << 3) | mask, size = square.length;
  let rest = data;
  for (let round = 0; round < 10; round += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412, bit = (/** @type {number} */ at) => ((bits >> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) square[at][8] = bit(at);
  square[7][8] = bit(6);
  square[8][8] = bit(7);
  square[8][7] = bit(8);
  for (let at = 9; at < 15; at += 1) square[8][14 - at] = bit(at);
  for (let at = 0; at < 8; at += 1) square[8][size - 1 - at] = bit(at);
  for (let at = 8; at < 15; at += 1) square[size - 15 + at][8] = bit(at);
  square[size - 8][8] = true;
}

/**
 * @param {(boolean | undefined)[][]} square
 * @param {number} version
 */
function drawVersion(square, version) {
  if (version < 7) return;
  let rest = version;
  for (let round = 0; round < 12; round += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >> at) & 1) === 1, far = square.length - 11 + (at % 3), near = Math.floor(at / 3);
    square[near][far] = dark;
    square[far][near] = dark;
  }
}

/**
 * How hard a square is to read: long runs, blocks, patterns like a corner, too much of one colour.
 * @param {Square} square
 * @returns {number}
 */
function penalty(square) {
  const size = square.length;
  let score = 0, dark = 0;
  const lines = square.map((row) => row.map(Number).join(''));
  const columns = lines.map((_, x) => lines.map((line) => line[x]).join(''));
  for (const line of lines.concat(columns)) {
    for (const run of line.match(/0{5,}|1{5,}/g) || []) score += run.length - 2;
    for (let at = line.search(/1011101/); at >= 0 && at + 7 <= size; at = line.indexOf('1011101', at + 1)) {
      const before = line.slice(Math.max(0, at - 4), at), after = line.slice(at + 7, at + 11);
      if (!before.includes('1') || !after.includes('1')) score += 40;
    }
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += Number(square[y][x]);
      if (y && x && square[y][x] === square[y - 1][x] && square[y][x] === square[y][x - 1]
        && square[y][x] === square[y - 1][x - 1]) score += 3;
    }
  }
  return score + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10));
}

/**
 * The outline of a square as the path of an SVG, a quiet border of four modules around it.
 * @param {Square} square
 * @returns {{size: number, path: string}}
 */
export function outline(square) {
  let path = '';
  square.forEach((row, y) => row.forEach((dark, x) => { if (dark) path += `M${x + 4} ${y + 4}h1v1h-1z`; }));
  return { size: square.length + 8, path };
}
