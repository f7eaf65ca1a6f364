import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { utf8 } from '../../Sources/Web/Assets/app/bytes.js'
import { outline, qr } from '../../Sources/Web/Assets/app/qr.js'
import { dice } from './support/dice.mjs'

/** A square as a grey picture, four pixels a module, the quiet border of four modules around. */
function picture(square) {
  const side = (square.length + 8) * 4, pixels = Buffer.alloc(side * side, 255)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) if (square[(y >> 2) - 4]?.[(x >> 2) - 4]) pixels[y * side + x] = 0
  }
  return Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), pixels])
}

/** What zbar reads in some squares, in their order. */
function scanned(squares) {
  const folder = mkdtempSync(join(tmpdir(), 'ruta-qr-'))
  try {
    const files = squares.map((square, number) => {
      const file = join(folder, `${String(number).padStart(4, '0')}.pgm`)
      writeFileSync(file, picture(square))
      return file
    })
    const said = execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...files], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return said.split('\n').slice(0, -1)
  } finally { rmSync(folder, { recursive: true }) }
}

const roll = dice(5), signs = 'abcdefghijklmnopqrstuvwxyz0123456789{}":,/-_'
const words = (length) => Array.from({ length }, () => signs[Math.floor(roll() * signs.length)]).join('')

/** The most bytes of versions 1 to 15, as the standard's table says. */
const most = {
  L: [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520],
  M: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
}

for (const level of ['L', 'M']) {
  test(`zbar reads every version of level ${level} at its fullest`, () => {
    const texts = most[level].map(words), squares = texts.map((text) => qr(utf8(text), level))
    assert.deepEqual(squares.map((square) => (square.length - 17) / 4), most[level].map((_, at) => at + 1))
    assert.deepEqual(scanned(squares), texts)
  })
}

test('zbar reads all eight masks', () => {
  const text = words(150)
  assert.deepEqual(scanned([0, 1, 2, 3, 4, 5, 6, 7].map((mask) => qr(utf8(text), 'M', mask))), Array(8).fill(text))
})

test('zbar reads a hundred texts of every length', () => {
  const texts = Array.from({ length: 100 }, (_, at) => words(1 + at * 4))
  assert.deepEqual(scanned(texts.map((text) => qr(utf8(text), 'M'))), texts)
})

test('a text that does not fit is refused', () => {
  assert.throws(() => qr(utf8(words(413)), 'M'))
  assert.throws(() => qr(utf8(words(521)), 'L'))
})

test('the outline has a border of four modules and every dark module', () => {
  const square = qr(utf8('ruta')), { size, path } = outline(square)
  assert.equal(size, square.length + 8)
  assert.equal(path.match(/M/g).length, square.flat().filter(Boolean).length)
  assert.ok(path.startsWith('M4 4h1'))
})
