import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { utf8 } from '../../Sources/Web/Assets/app/bytes.js'
import { crc32, framesOf, gather, whole } from '../../Sources/Web/Assets/app/frames.js'
import { accept, offer, readOffer, reconcile } from '../../Sources/Web/Assets/app/handover.js'
import { freshSigningKey } from '../../Sources/Web/Assets/app/keys.js'
import { freshId } from '../../Sources/Web/Assets/app/seal.js'
import { Centre } from './support/standin.mjs'

const sample = JSON.parse(readFileSync(new URL('samples/handover.json', import.meta.url)))
const at = 1795491000000, about = { at, code: 'DWGJ', district: '150101', id: freshId(), people: 'two', report: freshId() }
const signer = async (id) => ({ id, ...(await freshSigningKey()) })

function read(frames, kind) { return whole(frames.reduce((gathered, frame) => gather(gathered, frame, kind), null)) }

test('reads the frames of the sample, in any order', async () => {
  const carried = read(sample.offerFrames.slice().reverse(), 'RH1')
  assert.equal(carried, `${sample.offer}.${sample.offerSignature}`)
  assert.equal(read(framesOf('RH1', carried), 'RH1'), carried)
  const answered = read(sample.answerFrames, 'RC1')
  const both = await reconcile(carried, answered)
  assert.deepEqual(both.handover, JSON.parse(sample.packet))
  assert.equal((await readOffer(carried, at)).offer.code, 'DWGJ')
})

test('one phone offers, the other signs, and the centre takes it once', async () => {
  const [guard, officer, centre] = [await signer('00001177'), await signer('00002b3c'), await Centre.make()]
  const offered = read(framesOf('RH1', await offer(guard, about)), 'RH1')
  const answered = read(framesOf('RC1', await accept(officer, offered, { post: 'comisaria-centro', at })), 'RC1')
  const { handover, by } = await reconcile(offered, answered)
  assert.equal(by, '00002b3c')
  assert.equal((await centre.handover(handover))[0], 200)
  assert.equal((await centre.handover(handover))[0], 200)
  assert.equal(centre.handovers.size, 1)
})

test('refuses an offer that was changed, an answer to another offer, and an answer to oneself', async () => {
  const [guard, officer] = [await signer('00001177'), await signer('00002b3c')]
  const offered = await offer(guard, about), answered = await accept(officer, offered, { post: 'p', at })
  assert.deepEqual(await readOffer(offered.replace('"two"', '"one"'), at), { fault: 'signature' })
  assert.deepEqual(await readOffer(offered.slice(3), at), { fault: 'unreadable' })
  assert.deepEqual(await readOffer(offered, at + 3 * 86400e3), { fault: 'clock' })
  assert.equal(await reconcile(await offer(guard, { ...about, id: freshId() }), answered), null)
  assert.equal(await reconcile(offered, answered.replace('"post":"p"', '"post":"q"')), null)
  assert.equal(await reconcile(offered, await accept(guard, offered, { post: 'p', at })), null)
})

test('frames that were misread, doubled, foreign or missing make no text', () => {
  const frames = framesOf('RH1', 'palabras '.repeat(60))
  assert.ok(frames.length > 2)
  assert.equal(read(frames.concat(frames), 'RH1'), 'palabras '.repeat(60))
  assert.equal(read(frames.slice(1), 'RH1'), null)
  assert.equal(read(frames.map((frame) => frame.replace(/palabras/g, 'palabros')), 'RH1'), null)
  assert.equal(read(frames, 'RC1'), null)
  for (const wrong of ['', 'RH1', 'RH1/0/1/00000000/a', 'RH1/2/1/00000000/a', 'RH1/1/99/00000000/a', 'WIFI:x']) {
    assert.equal(gather(null, wrong, 'RH1'), null)
  }
  assert.equal(crc32(utf8('123456789')), 'cbf43926')
})
