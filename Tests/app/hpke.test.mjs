import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { hex, unb64u, utf8 } from '../../Sources/Web/Assets/app/bytes.js'
import { aes128, aes256, contextFor, seal } from '../../Sources/Web/Assets/app/hpke.js'
import { unhex } from '../../Sources/Web/Assets/app/sms.js'
import { open, privateKey } from '../../Sources/Web/Assets/app/unseal.js'

const vector = JSON.parse(readFileSync(new URL('samples/hpke-rfc9180.json', import.meta.url)))
const { recipient: to, ephemeral } = vector
const b = (name) => ({
  skRm: unhex(to.scalar), pkRm: unb64u(to.public), skEm: unhex(ephemeral.scalar), pkEm: unb64u(ephemeral.public),
  info: unhex(vector.info), aad: unhex(vector.associated), pt: unhex(vector.plain), ct: unhex(vector.box),
})[name]
const sealed = async ({ info, bound, words }) => {
  const context = await contextFor(b('pkRm'), info)
  return { enc: context.enc, box: await seal(context, bound, words) }
}
const recipient = async () => ({ key: await privateKey(b('skRm'), b('pkRm')), point: b('pkRm') })

test('seals the message of RFC 9180 A.3 to the very same bytes', async () => {
  const fixed = { key: await privateKey(b('skEm'), b('pkEm')), enc: b('pkEm') }
  const context = await contextFor(b('pkRm'), b('info'), aes128, fixed)
  assert.equal(hex(await seal(context, b('aad'), b('pt'))), vector.box)
  assert.equal(hex(context.enc), vector.enc)
})

test('opens the message of RFC 9180 A.3', async () => {
  const words = await open(await recipient(), { enc: b('pkEm'), box: b('ct') }, { info: b('info'), bound: b('aad') }, aes128)
  assert.equal(hex(words), vector.plain)
})

test('refuses a message that was changed, bound elsewhere or sealed under another suite', async () => {
  const about = { info: utf8('ruta-report-1'), bound: utf8('one') }
  const one = await sealed({ ...about, words: utf8('words') })
  assert.equal(hex(await open(await recipient(), one, about)), hex(utf8('words')))
  const changed = { ...one, box: Uint8Array.from(one.box, (byte, at) => (at === 3 ? byte ^ 1 : byte)) }
  await assert.rejects(open(await recipient(), changed, about))
  await assert.rejects(open(await recipient(), one, { ...about, bound: utf8('two') }))
  await assert.rejects(open(await recipient(), one, { ...about, info: utf8('ruta-report-2') }))
  await assert.rejects(open(await recipient(), one, about, aes128))
  assert.equal(aes256.id, 2)
})

test('never seals the same words to the same bytes', async () => {
  const message = { info: utf8('i'), bound: utf8('b'), words: utf8('w') }
  const [one, two] = [await sealed(message), await sealed(message)]
  assert.notEqual(hex(one.enc), hex(two.enc))
  assert.notEqual(hex(one.box), hex(two.box))
})
