import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { text } from '../../Sources/Web/Assets/app/bundle.js'
import { b64u, bigEndian, hex, join, unb64u, utf8 } from '../../Sources/Web/Assets/app/bytes.js'
import { canonical } from '../../Sources/Web/Assets/app/canonical.js'
import { open, privateKey } from '../../Sources/Web/Assets/app/unseal.js'
import { freshSigningKey, keyId, verify } from '../../Sources/Web/Assets/app/keys.js'
import { freshId, padded, phoneCode, prepare, sealReport } from '../../Sources/Web/Assets/app/seal.js'
import { smsAddress, smsBody, unhex } from '../../Sources/Web/Assets/app/sms.js'

const sample = (name) => JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url)))

for (const name of ['report', 'report-unsigned']) {
  const one = sample(name), packet = JSON.parse(one.packet)
  const recipient = async () => ({ key: await privateKey(unhex(one.intake.scalar), unb64u(one.intake.public)), point: unb64u(one.intake.public) })

  test(`says the content of the sample ${name} in the very same bytes`, () => {
    assert.equal(canonical(one.content), one.plain)
    assert.equal(padded(one.content).length, one.padded)
    assert.equal(text(padded(one.content)).trimEnd(), one.plain)
    assert.equal(phoneCode(packet.id), one.code)
  })

  test(`opens the sample ${name} as the centre does, and nothing but it`, async () => {
    const sealed = { enc: unb64u(packet.enc), box: unb64u(packet.box) }
    const about = { info: utf8(one.info), bound: utf8(one.associated) }
    assert.equal(text(await open(await recipient(), sealed, about)).trimEnd(), one.plain)
    await assert.rejects(open(await recipient(), sealed, { ...about, bound: utf8(one.associated + 'x') }))
  })

  test(`seals the content of the sample ${name} so that the centre opens it`, async () => {
    const device = packet.device ? { id: packet.device, ...(await freshSigningKey()) } : null
    const envelope = await sealReport(packet.id, one.content, prepare({ id: one.intake.id, key: one.intake.public }), device)
    assert.deepEqual(Object.keys(envelope).sort(), Object.keys(packet).sort())
    assert.equal(envelope.intake, packet.intake)
    const words = await open(await recipient(), { enc: unb64u(envelope.enc), box: unb64u(envelope.box) },
      { info: utf8(one.info), bound: utf8(one.associated) })
    assert.equal(text(words).trimEnd(), one.plain)
    const about = `${one.associated}\n${envelope.enc}\n${envelope.box}`
    if (device) assert.ok(await verify(device.point, envelope.sig, about))
    else assert.equal(envelope.sig, null)
  })
}

test('the envelope says nothing of what was marked, not even by its length', async () => {
  const one = sample('report'), intake = { id: one.intake.id, key: one.intake.public }
  const small = await sealReport(freshId(), { facts: {} }, prepare(intake), null)
  const large = await sealReport(freshId(), { facts: { danger: 'yes' }, detail: 'x'.repeat(200) }, prepare(intake), null)
  assert.equal(small.box.length, large.box.length)
  assert.ok(!JSON.stringify(large).includes('danger'))
})

test('takes the sample signature for right, and any other for wrong', async () => {
  const { key, signature, text: words } = sample('ecdsa')
  assert.equal(await keyId(key.public), key.id)
  assert.ok(await verify(key.public, signature, words))
  assert.ok(!(await verify(key.public, signature, words + ' ')))
  assert.ok(!(await verify(key.public, signature.slice(2), words)))
  assert.ok(!(await verify('nonsense', signature, words)))
})

test('a signing key cannot leave the phone', async () => {
  const { key } = await freshSigningKey()
  assert.equal(key.extractable, false)
  await assert.rejects(crypto.subtle.exportKey('jwk', key))
})

test('writes the sample short message, forty characters and no words', async () => {
  const one = sample('sms'), key = await crypto.subtle.importKey('raw', unb64u(one.key), 'AES-GCM', false, ['encrypt'])
  const body = await smsBody(key, one.device, parseInt(one.nonce, 16), {
    id: one.report, code: one.code, district: one.district, at: one.minutes * 60000, level: 'immediate', duress: one.duress,
  })
  assert.equal(body, one.body)
  assert.match(body, /^SG [2-9A-HJ-NP-Z]{4} [\w-]{40}$/)
  assert.equal(smsAddress('+51 900 000-000', body), `sms:+51900000000?body=${encodeURIComponent(body)}`)
})

test('canonical JSON sorts by bytes, keeps no spaces and refuses what has no one form', () => {
  assert.equal(canonical({ b: 1, a: [true, null, 'ñ"\\\n\u0001'], é: {}, z: undefined }), '{"a":[true,null,"ñ\\"\\\\\\n\\u0001"],"b":1,"é":{}}')
  assert.equal(canonical({ '\uffff': 1, '\u{10000}': 2 }), '{"\uffff":1,"\u{10000}":2}')
  assert.equal(canonical(-0), '0')
  for (const wrong of [0.5, NaN, 2 ** 60, '\ud800', undefined, () => 1]) assert.throws(() => canonical(wrong))
})

test('bytes come back as they went', () => {
  const all = Uint8Array.from({ length: 256 }, (_, at) => at)
  assert.deepEqual(unb64u(b64u(all)), all)
  assert.deepEqual(unhex(hex(all)), all)
  assert.deepEqual(join(all.subarray(0, 9), all.subarray(9)), all)
  assert.equal(hex(bigEndian(4294967295, 4)) + hex(bigEndian(150101, 3)), 'ffffffff024a55')
  for (const wrong of ['a', 'AA==', 'AB', 'A+', '?']) assert.throws(() => unb64u(wrong))
  assert.throws(() => unhex('abc'))
})
