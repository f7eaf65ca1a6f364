import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { text } from '../../Sources/Web/Assets/app/bundle.js'
import { unb64u, utf8 } from '../../Sources/Web/Assets/app/bytes.js'
import { Journey } from '../../Sources/Web/Assets/app/journey.js'
import { freshSigningKey } from '../../Sources/Web/Assets/app/keys.js'
import { due, openGate } from '../../Sources/Web/Assets/app/outbox.js'
import { unhex } from '../../Sources/Web/Assets/app/sms.js'
import { open, privateKey } from '../../Sources/Web/Assets/app/unseal.js'
import { dice } from './support/dice.mjs'
import { memoryStore } from './support/memory.mjs'
import { rules } from './support/town.mjs'

const { intake } = JSON.parse(readFileSync(new URL('samples/report.json', import.meta.url)))
const minute = 60e3

/** What the centre reads in an envelope. */
async function opened({ id, enc, box }) {
  const key = { key: await privateKey(unhex(intake.scalar), unb64u(intake.public)), point: unb64u(intake.public) }
  const words = await open(key, { enc: unb64u(enc), box: unb64u(box) },
    { info: utf8('ruta-report-1'), bound: utf8(`ruta-report-1\n${id}\n-`) })
  return JSON.parse(text(words))
}

function phone(store = memoryStore(), more = {}) {
  const clock = { now: 1795489200000 }
  const port = {
    rules, store, device: null, district: '150101', duress: false, now: () => clock.now, changed: () => {}, wake: () => {},
    painted: async () => {},    direct: async () => null, ...more,
  }
  return { clock, store, journey: new Journey(port) }
}

test('from step 1 on the report is on the disk, whole in every answer', async () => {
  const { store, journey } = phone()
  journey.answer('fact.danger', 'yes', true)
  assert.equal((await store.rows()).length, 0)
  await journey.begin()
  await journey.answer('people', 'two', true)
  await journey.answer('sign', 'A01', true)
  await journey.answer('detail', 'Puerta azul\u0000', true)
  await journey.called('notify-police')
  await journey.answer('fact.police-answered', 'no', true)
  await journey.finish()
  const [row] = await store.rows(), said = await opened(row.envelope)
  assert.deepEqual(said.facts, { danger: 'yes', 'police-answered': 'no' })
  assert.deepEqual([said.people, said.signs, said.detail, said.district], ['two', ['A01'], 'Puerta azul', '150101'])
  assert.deepEqual(said.calls, [{ answered: 'no', at: 1795489200000, step: 'notify-police' }])
  assert.ok(said.steps.includes('notify-child-protection'))
  assert.equal(row.whole, true)
})

test('a phone that dies at any of 200 moments has lost no answer that it took', async () => {
  const roll = dice(11), values = ['minor', 'doubted', 'adult']
  for (let moment = 0; moment < 200; moment += 1) {
    const { store, journey } = phone(), last = Math.floor(roll() * 8)
    await journey.begin()
    const given = {}
    for (let answer = 0; answer <= last; answer += 1) {
      const [id, value] = roll() < 0.5 ? ['age', values[Math.floor(roll() * 3)]] : ['danger', roll() < 0.5 ? 'yes' : 'no']
      given[id] = value
      await journey.answer(`fact.${id}`, value, true)
    }
    const [row] = await memoryStore(store.disk).rows()
    assert.deepEqual((await opened(row.envelope)).facts, given)
  }
})

test('answers given while one is being sealed are sealed right after', async () => {
  const { store, journey } = phone()
  await journey.begin()
  await Promise.all(['minor', 'doubted', 'adult'].map((value) => journey.answer('fact.age', value, true)))
  assert.deepEqual((await opened((await store.rows())[0].envelope)).facts, { age: 'adult' })
})

test('a tap is painted first; what was said until then is sealed at once after it', async () => {
  let paint
  const { store, journey } = phone(memoryStore(), { painted: () => new Promise((done) => { paint = done }) })
  const kept = journey.begin()
  journey.answer('fact.age', 'minor', true)
  journey.answer('people', 'two', true)
  assert.equal((await store.rows()).length, 0)
  paint()
  await kept
  const [row] = await store.rows(), said = await opened(row.envelope)
  assert.deepEqual([row.rev, said.facts, said.people], [1, { age: 'minor' }, 'two'])
})

test('a seal that fails is said, and the next answer seals everything', async () => {
  let told = 0
  const { store, journey } = phone(memoryStore(), { changed: () => { told += 1 } }), whole = journey.ready
  await journey.begin()
  journey.ready = () => { throw new Error('no random numbers') }
  await journey.answer('fact.age', 'minor', true)
  assert.deepEqual([journey.fault, told > 1], ['full', true])
  journey.ready = whole
  await journey.answer('people', 'two', true)
  const said = await opened((await store.rows())[0].envelope)
  assert.deepEqual([journey.fault, said.facts, said.people], ['', { age: 'minor' }, 'two'])
})

test('no key serves two seals, however early the next one is made', async () => {
  const { store, journey } = phone(), seen = []
  journey.ready()
  for (const act of ['begin', 'finish', 'undo', 'finish']) {
    await journey[act]()
    journey.ready()
    seen.push((await store.rows())[0].envelope.enc)
  }
  assert.equal(new Set(seen).size, seen.length)
})

test('a bundle with another key is sealed to that one, although a seal to the old one was ready', async () => {
  const port = { rules }, { store, journey } = phone()
  journey.port = { ...journey.port, get rules() { return port.rules } }
  journey.ready()
  const { point: other } = await freshSigningKey()
  port.rules = { ...rules, content: { ...rules.content, intake: { id: 'ffffffffffffffff', key: other } } }
  await journey.begin()
  const [{ envelope }] = await store.rows()
  assert.equal(envelope.intake, 'ffffffffffffffff')
  await assert.rejects(opened(envelope))
})

test('every seal is later than the one before, even when the clock stands or goes back', async () => {
  const { clock, store, journey } = phone(), sent = []
  for (const change of [0, 0, -5 * minute, 10]) {
    clock.now += change
    await (journey.isOpen ? journey.answer('fact.danger', 'yes', true) : journey.begin())
    sent.push((await opened((await store.rows())[0].envelope)).sent)
  }
  assert.deepEqual(sent, sent.slice().sort((one, other) => one - other))
  assert.equal(new Set(sent).size, sent.length)
})

test('nothing on the disk says what was marked', async () => {
  const { store, journey } = phone()
  await journey.begin()
  await journey.answer('detail', 'palabra plantada', true)
  await journey.answer('fact.age', 'doubted', true)
  const disk = JSON.stringify([...store.disk.box.values(), ...store.disk.keep.values()])
  for (const word of ['palabra', 'plantada', 'doubted', '150101', 'age']) assert.ok(!disk.includes(word), word)
})

test('the ten seconds of undo: it leaves after them, and not before', async () => {
  const { clock, store, journey } = phone()
  await journey.begin()
  await journey.finish()
  assert.ok(journey.canUndo)
  assert.equal(due(await store.rows(), openGate(), clock.now + 9999).row, null)
  assert.ok(due(await store.rows(), openGate(), clock.now + 10000).row)
  await journey.undo()
  assert.equal((await store.rows())[0].whole, false)
  assert.equal(due(await store.rows(), openGate(), clock.now + 10000).row, null)
  clock.now += 20000
  assert.ok(!journey.canUndo)
})

test('the first seal leaves at once', async () => {
  const { clock, store, journey } = phone()
  await journey.begin()
  assert.ok(due(await store.rows(), openGate(), clock.now).row)
})

test('under duress the flag travels inside the seal and nowhere else', async () => {
  const { store, journey } = phone(memoryStore(), { duress: true })
  await journey.begin()
  const [row] = await store.rows()
  assert.deepEqual((await opened(row.envelope)).flags, ['duress'])
  assert.ok(!JSON.stringify(row).includes('duress'))
})

test('a full disk is said, and the report goes straight to the centre', async () => {
  const store = memoryStore(), sent = []
  store.change = async () => { throw Object.assign(new Error('full'), { name: 'QuotaExceededError' }) }
  const { journey } = phone(store, { direct: async (envelope) => { sent.push(envelope); return { code: 'C', receivedAt: 1, remarks: [] } } })
  await journey.begin()
  assert.equal(journey.fault, 'full')
  assert.equal(sent.length, 1)
  assert.equal(journey.row.state, 'received')
})

test('an answer that is taken back is not in the report', async () => {
  const { store, journey } = phone()
  await journey.begin()
  await journey.answer('sign', 'A01', true)
  await journey.answer('sign', 'A01', false)
  await journey.answer('fact.age', 'minor', true)
  await journey.answer('fact.age', '', true)
  const said = await opened((await store.rows())[0].envelope)
  assert.deepEqual([said.signs, said.facts], [[], {}])
})
