import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counted, mustClose, setDuress, setLock, tryPin, wipe } from '../../Sources/Web/Assets/app/lock.js'
import { memoryStore } from './support/memory.mjs'

test('one PIN opens, the other raises the flag, anything else is wrong', async () => {
  const lock = await setLock('2468', '1357')
  assert.equal((await tryPin(lock, '2468')).verdict, 'open')
  assert.equal((await tryPin(lock, '1357')).verdict, 'duress')
  assert.equal((await tryPin(lock, '0000')).verdict, 'wrong')
  assert.equal((await tryPin(await setLock('2468'), '1357')).verdict, 'wrong')
})

test('the lock looks the same with and without a duress PIN', async () => {
  const [one, two] = [await setLock('2468'), await setLock('2468', '1357')]
  const shape = (lock) => JSON.stringify(lock, (_, value) => (value instanceof Uint8Array ? value.length : value))
  assert.equal(shape(one), shape(two))
  assert.ok(!JSON.stringify(two).includes('2468'))
})

test('every PIN costs the same two derivations', async (t) => {
  const lock = await setLock('2468', '1357'), derived = t.mock.method(crypto.subtle, 'deriveBits')
  for (const pin of ['2468', '1357', '0000', '12345678']) {
    const before = derived.mock.callCount()
    await tryPin(lock, pin)
    assert.equal(derived.mock.callCount() - before, 2, pin)
  }
})

test('ten wrong PINs in a row wipe, a right one in between does not', async () => {
  let lock = await setLock('2468', '1357')
  for (let round = 1; round <= 9; round += 1) {
    const tried = await tryPin(lock, '0000')
    assert.equal(tried.verdict, 'wrong')
    lock = tried.lock
  }
  assert.equal((await tryPin(lock, '0000')).verdict, 'wipe')
  assert.equal((await tryPin(lock, '1357')).lock.wrong, 0)
  assert.equal((await tryPin(lock, '2468')).lock.wrong, 0)
})

test('before the wipe what waits is tried once more, whatever pause it was in', async () => {
  const store = memoryStore(), seen = []
  await store.put('device', { id: '1' })
  await store.change('a', () => ({ id: 'a', state: 'pending', nextAt: 900000 }))
  await store.change('b', () => ({ id: 'b', state: 'observed', nextAt: 900000 }))
  const idle = async () => { seen.push(...(await store.rows()).map((row) => row.nextAt)) }
  await wipe({ reset: () => seen.push('reset'), idle }, store, 5000)
  assert.deepEqual(seen, ['reset', 5000, 900000, 5000, 900000])
  assert.equal(await store.get('device'), undefined)
  assert.deepEqual(await store.rows(), [])
})

test('a network that never answers does not keep the phone from its wipe', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const store = memoryStore(), wiped = wipe({ reset: () => {}, idle: () => new Promise(() => {}) }, store, 0)
  await store.put('device', { id: '1' })
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  t.mock.timers.tick(30000)
  await wiped
  assert.equal(await store.get('device'), undefined)
})

test('a try counts before it is judged, and a killed app gets no free ones', async () => {
  let lock = await setLock('2468')
  for (let kill = 0; kill < 9; kill += 1) lock = counted(lock)
  assert.equal((await tryPin(lock, '0000')).verdict, 'wipe')
  assert.equal((await tryPin(lock, '2468')).lock.wrong, 0)
})

test('a PIN that is too short, no number or twice the same cannot be set', async () => {
  for (const [pin, duress] of [['123'], ['123456789'], ['abcd'], ['2468', '2468'], ['2468', '1']]) assert.equal(await setLock(pin, duress), null)
  const lock = await setLock('2468')
  assert.equal(await setDuress(lock, '0000', '1357'), null)
  assert.equal((await tryPin(await setDuress(lock, '2468', '1357'), '1357')).verdict, 'duress')
})

test('closes after five minutes without a touch, at the end of the shift, and when the clock went back', () => {
  assert.equal(mustClose({ opened: 0, touched: 0 }, 299999), false)
  assert.equal(mustClose({ opened: 0, touched: 0 }, 300000), true)
  assert.equal(mustClose({ opened: 0, touched: 12 * 3600e3 }, 12 * 3600e3), true)
  assert.equal(mustClose({ opened: 5000, touched: 5000 }, 0), true)
})
