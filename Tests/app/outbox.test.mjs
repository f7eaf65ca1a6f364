import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as real from '../../Sources/Web/Assets/app/outbox.js'
import { simulate } from './support/simulation.mjs'
import { plants } from './support/plants.mjs'

const seeds = Number(process.env.RUTA_SEEDS || 1000)
const { backOff, due, keep, openGate, pendingCount, retry, settle } = real
const hour = 3600e3

const sealed = (id = 'a'.repeat(32), at = 0) => ({ envelope: { id }, code: 'K7Q2', made: 0, whole: true, at })
const fresh = () => keep(undefined, sealed())
const answer = (status, body = {}) => ({ rev: 1, answer: { status, body }, now: 1000, chance: 0 })
const ok = (row, more = {}) => answer(200, { id: row.id, code: 'C-1', receivedAt: 1000, remarks: [], ...more })

test(`50 phones over 72 hours converge with the centre under ${seeds} seeds`, () => {
  let conflicts = 0, rounds = 0
  for (let seed = 1; seed <= seeds; seed += 1) {
    const outcome = simulate(real, seed)
    assert.deepEqual(outcome.faults, [], `seed ${seed}`)
    conflicts += outcome.conflicts
    rounds += outcome.exchanges
  }
  assert.ok(conflicts > 0, 'the simulation never made a conflict')
  assert.ok(rounds > seeds * 100, 'the simulation hardly sends anything')
})

for (const [name, faulty] of Object.entries(plants(real))) {
  test(`the simulation catches an outbox that ${name}`, () => {
    let caught = false
    for (let seed = 1; seed <= 40 && !caught; seed += 1) caught = simulate(faulty, seed).faults.length > 0
    assert.ok(caught)
  })
}

test('a report that was received keeps its receipt and lets its envelope go', () => {
  const { row } = settle(fresh(), openGate(), ok(fresh()))
  assert.equal(row.state, 'received')
  assert.equal(row.envelope, null)
  assert.equal(row.receipt.code, 'C-1')
  assert.equal(pendingCount([row]), 0)
})

test('the answer to an older seal never settles a newer one', () => {
  const newer = keep(fresh(), sealed())
  const { row } = settle(newer, openGate(), ok(newer))
  assert.equal(row.state, 'pending')
  assert.equal(row.receipt.code, 'C-1')
  assert.ok(row.envelope)
})

test('an answer about another report settles nothing', () => {
  const { row } = settle(fresh(), openGate(), ok(fresh(), { id: 'b'.repeat(32) }))
  assert.equal(row.state, 'pending')
})

test('the page of a network that wants a password is no receipt', () => {
  for (const body of [{}, { id: 'a'.repeat(32) }]) {
    assert.equal(settle(fresh(), openGate(), answer(200, body)).row.state, 'pending')
  }
  assert.equal(settle(fresh(), openGate(), { rev: 1, answer: null, now: 0, chance: 0 }).row.state, 'pending')
})

test('a poisoned report goes to the tray with its reason and blocks nothing', () => {
  for (const fault of ['unreadable', 'signature', 'unknown-device', 'content']) {
    const { row, gate } = settle(fresh(), openGate(), answer(422, { fault }))
    assert.equal(row.state, 'observed')
    assert.equal(row.reason, fault)
    assert.ok(row.envelope, 'it can be exported')
    const other = keep(undefined, sealed('c'.repeat(32)))
    assert.equal(due([row, other], gate, 5000).row.id, other.id)
    assert.equal(due([row], gate, 9e9).row, null, 'it is never sent again by itself')
    assert.equal(due([retry(row, 5000)], gate, 5000).row.id, row.id, 'a person may send it again')
  }
})

/** Sends one report again and again to a centre that fails on it; `others` says whether other reports pass meanwhile. */
function failing(others, rounds) {
  let row = fresh(), gate = openGate(), now = 0
  for (let round = 0; row.state === 'pending' && round < rounds; round += 1) {
    row = settle(row, gate, { rev: 1, answer: { status: 500, body: null }, now, chance: 0.5 }).row
    if (others) gate = settle(keep(undefined, sealed('c'.repeat(32))), gate, answer(200, { id: 'c'.repeat(32), code: 'C', receivedAt: now })).gate
    now = row.nextAt
  }
  return row
}

test('a centre that fails on one report while others pass sends that one to the tray', () => {
  const row = failing(true, 50)
  assert.equal(row.state, 'observed')
  assert.equal(row.reason, 'stuck')
})

test('a centre that is broken for days makes no report suspect', () => {
  assert.equal(failing(false, 2000).state, 'pending')
})

test('a revoked device stops sending and loses nothing', () => {
  const { row, gate } = settle(fresh(), openGate(), answer(403, { fault: 'revoked' }))
  assert.equal(gate.stop, 'revoked')
  assert.equal(row.state, 'pending')
  assert.deepEqual(due([row], gate, 9e9), { row: null, again: null })
})

test('an app that is too old waits for its update, and a server that is too old for its own', () => {
  const old = settle(fresh(), openGate(), answer(426, { fault: 'version' }))
  assert.equal(old.gate.stop, 'version')
  assert.equal(old.effect, 'update')
  const server = settle(fresh(), openGate(), answer(404))
  assert.equal(server.gate.server, 'older')
  assert.equal(server.row.state, 'pending')
  assert.equal(settle(server.row, server.gate, ok(server.row)).gate.server, '')
})

test('a new intake key asks for the bundle and sends the same envelope again', () => {
  const { row, effect } = settle(fresh(), openGate(), answer(409, { fault: 'intake-key' }))
  assert.equal(effect, 'bundle')
  assert.equal(row.state, 'pending')
  assert.ok(row.nextAt > 1000)
})

test('a full or busy centre is left alone for as long as it says', () => {
  for (const status of [429, 503, 507]) {
    const { row, gate } = settle(fresh(), openGate(), answer(status, { retryAfter: 90 }))
    assert.equal(due([row], gate, 2000).row, null)
    assert.equal(due([row], gate, 2000).again, 89000)
    assert.ok(due([row], gate, 400000).row)
  }
})

test('waits 2 seconds at first, at most 5 minutes, and never twice the same for all phones', () => {
  assert.equal(backOff(0, 0), 2000)
  assert.equal(backOff(50, 0), 300000)
  assert.equal(backOff(5, 0), 64000)
  assert.equal(backOff(5, 0.999), 32032)
  for (let tries = 0; tries < 30; tries += 1) assert.ok(backOff(tries, 0.999) >= 2000)
})

test('a clock that goes back a year does not make a report wait a year', () => {
  const waits = { ...fresh(), nextAt: 400 * 24 * hour }
  assert.equal(due([waits], openGate(), 35 * 24 * hour).row.id, waits.id)
  assert.equal(due([fresh()], { ...openGate(), notBefore: 400 * 24 * hour }, 35 * 24 * hour).row.id, waits.id)
})

test('a clock a year off is told, and told no longer once it is right', () => {
  const off = settle(fresh(), openGate(), { ...ok(fresh(), { receivedAt: 400 * 24 * hour }), now: 1000 })
  assert.equal(off.gate.clock, 'far')
  assert.equal(settle(fresh(), off.gate, ok(fresh())).gate.clock, '')
})

test('a second answer to a received report changes nothing but its receipt', () => {
  const { row } = settle(fresh(), openGate(), ok(fresh()))
  assert.equal(settle(row, openGate(), answer(422, { fault: 'content' })).row.state, 'received')
  assert.equal(settle(row, openGate(), ok(row)).row.state, 'received')
})
