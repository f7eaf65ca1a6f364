import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keep } from '../../Sources/Web/Assets/app/outbox.js'
import { startSender, witness } from '../../Sources/Web/Assets/app/sender.js'
import { memoryStore } from './support/memory.mjs'

const id = 'a'.repeat(32)

/** A world without a clock: timers are kept, and run when a test says so. */
function world(answers) {
  const timers = new Map(), sent = [], store = memoryStore()
  let next = 1, now = 1000
  return {
    sent, store, timers, effects: [], advance: (ms) => { now += ms },
    now: () => now, chance: () => 0, changed: () => {},
    wait: (act, ms) => { timers.set(next, { act, ms }); return next++ }, stop: (timer) => timers.delete(timer),
    async effect(word) { this.effects.push(word) },
    fetch: async (path, { body }) => {
      sent.push([path, JSON.parse(body)])
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return { ok: answer.status < 300, status: answer.status, text: async () => answer.text ?? JSON.stringify(answer.body) }
    },
  }
}

const put = (store, at = 0) => store.change(id, (row) => keep(row, { envelope: { id }, code: 'K7Q2', made: 0, whole: true, at }))
const received = { status: 200, body: { id, code: 'C-1', receivedAt: 1000, remarks: [] } }

test('sends what waits and keeps the receipt', async () => {
  const port = world([received]), sender = startSender(port)
  await put(port.store)
  sender.wake()
  await sender.idle()
  assert.deepEqual(port.sent, [['/app/avisos', { id }]])
  assert.equal((await port.store.row(id)).state, 'received')
})

test('after a failure it waits, and the timer sends again', async () => {
  const port = world([new TypeError('offline'), received]), sender = startSender(port)
  await put(port.store)
  sender.wake()
  await sender.idle()
  assert.equal((await port.store.row(id)).state, 'pending')
  const [timer] = [...port.timers.values()]
  assert.equal(timer.ms, 2000)
  port.advance(2000)
  timer.act()
  await sender.idle()
  assert.equal((await port.store.row(id)).state, 'received')
})

test('the page of a network that wants a password settles nothing', async () => {
  const port = world([{ status: 200, text: '<html>Wi-Fi</html>' }]), sender = startSender(port)
  await put(port.store)
  sender.wake()
  await sender.idle()
  assert.equal((await port.store.row(id)).state, 'pending')
})

test('a seal that came while the one before was under way is sent as well', async () => {
  const port = world([received, received]), sender = startSender(port), { fetch } = port
  port.fetch = async (...asked) => { if (port.sent.length === 0) await put(port.store); return fetch(...asked) }
  await put(port.store)
  sender.wake()
  sender.wake()
  await sender.idle()
  await sender.idle()
  assert.equal(port.sent.length, 2)
  assert.equal((await port.store.row(id)).state, 'received')
})

test('a new intake key asks for the bundle, an old app for its update', async () => {
  const port = world([{ status: 409, body: { fault: 'intake-key' } }, { status: 426, body: { fault: 'version' } }]), sender = startSender(port)
  await put(port.store)
  sender.wake()
  await sender.idle()
  port.advance(600000)
  sender.wake()
  await sender.idle()
  assert.deepEqual(port.effects, ['bundle', 'update'])
  assert.equal(sender.gate().stop, 'version')
})

test('the cookie beside the database says how many wait and nothing else', () => {
  assert.equal(witness([{ state: 'pending' }, { state: 'received' }, { state: 'observed' }]), 'cola=2; path=/calle; max-age=7776000; samesite=strict')
})
