// A long text as frames that fit a QR code each, and back, in whatever order they are read.
// @ts-check
import { utf8 } from './bytes.js';

const perFrame = 150, mostFrames = 64;

/**
 * CRC-32 (IEEE): finds a frame that was misread. It protects nothing against anybody; the signature does.
 * @param {Uint8Array} bytes
 * @returns {string} eight hexadecimal digits
 */
export function crc32(bytes) {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1));
  }
  return ((rest ^ -1) >>> 0).toString(16).padStart(8, '0');
}

/**
 * The frames of a text.
 * @param {'RH1' | 'RC1'} kind
 * @param {string} text
 * @returns {string[]}
 */
export function framesOf(kind, text) {
  const parts = text.match(new RegExp(`[^]{1,${perFrame}}`, 'g')) || [], sum = crc32(utf8(text));
  return parts.map((part, at) => `${kind}/${at + 1}/${parts.length}/${sum}/${part}`);
}

/**
 * What was read so far of one text.
 * @typedef {{kind: string, count: number, sum: string, parts: Record<number, string>}} Gathered
 */

/**
 * Takes one frame in; a frame of another text starts over, anything else is passed by.
 * @param {Gathered | null} gathered
 * @param {string} frame
 * @param {'RH1' | 'RC1'} kind
 * @returns {Gathered | null}
 */
export function gather(gathered, frame, kind) {
  const found = /^(RH1|RC1)\/(\d{1,2})\/(\d{1,2})\/([0-9a-f]{8})\/([^]*)$/.exec(frame);
  if (!found || found[1] !== kind) return gathered;
  const number = Number(found[2]), count = Number(found[3]), sum = found[4];
  if (!number || number > count || count > mostFrames) return gathered;
  const same = gathered && gathered.sum === sum && gathered.count === count;
  const parts = Object.assign({}, same && gathered ? gathered.parts : {}, { [number]: found[5] });
  return { kind, count, sum, parts };
}

/**
 * The whole text, null while frames are missing or where it was misread.
 * @param {Gathered | null} gathered
 * @returns {string | null}
 */
export function whole(gathered) {
  if (!gathered || Object.keys(gathered.parts).length < gathered.count) return null;
  let text = '';
  for (let number = 1; number <= gathered.count; number += 1) text += gathered.parts[number];
  return crc32(utf8(text)) === gathered.sum ? text : null;
}
