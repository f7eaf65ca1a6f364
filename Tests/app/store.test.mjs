import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keep } from '../../Sources/Web/Assets/app/outbox.js'
import { openStore } from '../../Sources/Web/Assets/app/store.js'
import { smallIndexedDB } from './support/memory.mjs'

const sealed = { envelope: { id: 'a' }, code: 'K7Q2', made: 1, whole: false, at: 1 }

test('every write asks the disk for strict durability', async () => {
  const factory = smallIndexedDB(), store = await openStore(factory)
  await store.change('a', (row) => keep(row, sealed))
  await store.put('settings', { hand: 'left' })
  const { durabilities } = factory.databases.get('agenda')
  assert.deepEqual(new Set(durabilities), new Set(['strict']))
  assert.equal((await store.row('a')).rev, 1)
})

test('an old app with waiting reports becomes a new one that still has them', async () => {
  const factory = smallIndexedDB(), old = await openStore(factory, () => {}, 1)
  await old.change('a', (row) => keep(row, sealed))
  await old.put('device', { id: '00001177' })
  old.close()
  const store = await openStore(factory)
  assert.equal((await store.rows()).length, 1)
  assert.equal((await store.row('a')).code, 'K7Q2')
  assert.equal((await store.get('device')).id, '00001177')
  await store.putHand({ id: 'h' })
  assert.deepEqual(await store.hands(), [{ id: 'h' }])
})

test('an older app does not touch the database of a newer one', async () => {
  const factory = smallIndexedDB()
  await openStore(factory)
  await assert.rejects(openStore(factory, () => {}, 1))
})

test('a full disk is told, and what was there stays', async () => {
  const factory = smallIndexedDB(), store = await openStore(factory)
  await store.change('a', (row) => keep(row, sealed))
  factory.databases.get('agenda').full = true
  await assert.rejects(store.change('a', (row) => keep(row, sealed)), { name: 'QuotaExceededError' })
  assert.equal((await store.row('a')).rev, 1)
})

test('a wipe leaves nothing', async () => {
  const store = await openStore(smallIndexedDB())
  await store.change('a', (row) => keep(row, sealed))
  await store.put('device', {})
  await store.putHand({ id: 'h' })
  await store.wipe()
  assert.deepEqual([await store.rows(), await store.get('device'), await store.hands()], [[], undefined, []])
})

test('a change that drops nothing is not written', async () => {
  const store = await openStore(smallIndexedDB())
  assert.equal(await store.change('gone', (row) => row), undefined)
  assert.deepEqual(await store.rows(), [])
})
