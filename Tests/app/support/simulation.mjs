// Fifty phones and a centre over 72 hours of a bad network, without a clock or a socket: one heap of events, one seed.
// The network delays, drops, doubles and reorders; phones crash and wake up; the centre answers busy, failing or nothing.
import { dice } from './dice.mjs'

const hour = 3600e3, end = 72 * hour

/** Runs one seed against an outbox, and says everything that came out wrong. */
export function simulate(outbox, seed, phoneCount = 50) {
  const world = new World(outbox, seed, phoneCount)
  world.run()
  return { faults: world.faults(), conflicts: world.centre.conflicts.length, exchanges: world.exchanges }
}

class World {
  constructor(outbox, seed, phoneCount) {
    this.outbox = outbox
    this.roll = dice(seed)
    this.heap = []
    this.order = 0
    this.now = 0
    this.exchanges = 0
    this.centre = { reports: new Map(), conflicts: [] }
    this.phones = Array.from({ length: phoneCount }, (_, number) => ({
      number, disk: new Map(), gate: outbox.openGate(), written: new Map(), poisoned: new Set(), asleep: false, timer: 0,
      skew: this.roll() < 0.05 ? 366 * 24 * hour : 0, born: 0,
    }))
    this.outages = Array.from({ length: 12 }, () => {
      const from = this.roll() * end
      return { from, to: from + this.roll() * 8 * hour, share: this.roll() }
    })
    for (const phone of this.phones) this.plan(phone)
  }

  /** What happens on one phone, whatever its network does. */
  plan(phone) {
    const count = 1 + Math.floor(this.roll() * 3)
    for (let number = 0; number < count; number += 1) {
      const id = `${phone.number}-${number}`, begins = this.roll() * (end - 2 * hour), edits = Math.floor(this.roll() * 5)
      for (let edit = 0; edit <= edits; edit += 1) {
        this.at(begins + edit * this.roll() * 120e3, () => this.write(phone, id, edit === edits))
      }
      if (this.roll() < 0.02) phone.poisoned.add(id)
      if (this.roll() < 0.02) this.at(begins + 60e3, () => this.clone(phone, id))
    }
    for (let crash = 0; crash < 2; crash += 1) this.at(this.roll() * end, () => this.crash(phone))
    this.at(end, () => this.wake(phone))
  }

  at(time, act) {
    this.heap.push({ time, order: this.order++, act })
    for (let place = this.heap.length - 1; place > 0;) {
      const above = (place - 1) >> 1
      if (!before(this.heap[place], this.heap[above])) break
      ;[this.heap[place], this.heap[above]] = [this.heap[above], this.heap[place]]
      place = above
    }
  }

  next() {
    const first = this.heap[0], last = this.heap.pop()
    if (!this.heap.length) return first
    this.heap[0] = last
    for (let place = 0; ;) {
      let least = place
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < this.heap.length && before(this.heap[child], this.heap[least])) least = child
      }
      if (least === place) return first
      ;[this.heap[place], this.heap[least]] = [this.heap[least], this.heap[place]]
      place = least
    }
  }

  run() {
    while (this.heap.length) {
      const event = this.next()
      if (event.time > end + 48 * hour) break
      this.now = event.time
      event.act()
    }
  }

  clockOf(phone) { return this.now + phone.skew }

  /** An answer was marked: sealed, on the disk, and only then said to be saved. */
  write(phone, id, whole) {
    const sent = Math.max(this.clockOf(phone), (phone.written.get(id) || 0) + 1)
    phone.written.set(id, sent)
    const row = phone.disk.get(id), envelope = { id, sent, poisoned: phone.poisoned.has(id), of: phone.number }
    const kept = this.outbox.keep(row, { envelope, code: id, made: sent, whole, at: this.clockOf(phone) + (whole ? 10e3 : 60e3) })
    phone.disk.set(id, kept)
    this.wake(phone)
  }

  /** The same report with other words and the same hour: a copied phone. A person has to look. */
  clone(phone, id) {
    const sent = phone.written.get(id)
    if (sent && !phone.poisoned.has(id)) this.receive({ id, sent, of: -1 })
  }

  crash(phone) {
    phone.born += 1
    phone.timer += 1
    phone.busy = false
    phone.gate = this.outbox.openGate()
    this.at(this.now + this.roll() * 3 * hour, () => this.wake(phone))
  }

  wake(phone) {
    if (phone.busy) return
    const { row, again } = this.outbox.due([...phone.disk.values()], phone.gate, this.clockOf(phone))
    const turn = ++phone.timer
    if (row) this.send(phone, row)
    else if (again !== null) this.at(this.now + Math.max(50, again), () => { if (turn === phone.timer) this.wake(phone) })
  }

  send(phone, row) {
    const { born } = phone, { rev, envelope } = row
    phone.busy = true
    this.exchanges += 1
    const isOut = this.now < end && this.outages.some((one) => this.now >= one.from && this.now < one.to && phone.number / this.phones.length < one.share)
    const chance = this.roll(), calm = this.now >= end
    const comes = (answer, delay) => this.at(this.now + delay, () => this.come(phone, born, row.id, rev, answer))
    if (isOut || (!calm && chance < 0.1)) return comes(null, 1000 + this.roll() * 29e3)
    if (!calm && chance < 0.2) return comes({ status: [429, 503, 507][Math.floor(this.roll() * 3)], body: { fault: 'busy', retryAfter: 60 } }, 300)
    if (!calm && chance < 0.24) return comes({ status: 502, body: null }, 300)
    if (!calm && chance < 0.26) return comes({ status: 409, body: { fault: 'intake-key' } }, 300)
    const answer = this.receive(envelope)
    if (!calm && chance < 0.34) return comes(null, this.roll() * 30e3)
    if (!calm && chance < 0.4) this.at(this.now + this.roll() * 6 * hour, () => this.receive(envelope))
    return comes(answer, 100 + this.roll() * 2000)
  }

  come(phone, born, id, rev, answer) {
    if (born !== phone.born) return
    phone.busy = false
    const outcome = this.outbox.settle(phone.disk.get(id), phone.gate, { rev, answer, now: this.clockOf(phone), chance: this.roll() })
    phone.gate = outcome.gate
    if (outcome.row) phone.disk.set(id, outcome.row); else phone.disk.delete(id)
    this.wake(phone)
  }

  /** The centre: one case an id, every version kept, the latest stands, what does not fit is kept for a person. */
  receive(envelope) {
    if (envelope.poisoned) return { status: 422, body: { fault: 'unreadable' } }
    const held = this.centre.reports.get(envelope.id) || { versions: new Map() }
    this.centre.reports.set(envelope.id, held)
    const same = held.versions.get(envelope.sent)
    if (same && same.of !== envelope.of) this.centre.conflicts.push({ id: envelope.id, kept: [same, envelope] })
    else held.versions.set(envelope.sent, envelope)
    return { status: 200, body: { id: envelope.id, code: `C-${envelope.id}`, receivedAt: this.now, remarks: [], repeat: !!same } }
  }

  faults() {
    const found = [], ids = new Set(this.phones.flatMap((phone) => [...phone.written.keys()]))
    for (const id of this.centre.reports.keys()) if (!ids.has(id)) found.push(`${id}: the centre has a case that nobody reported`)
    for (const phone of this.phones) {
      for (const [id, sent] of phone.written) found.push(...this.faultsOf(phone, id, sent))
    }
    return found
  }

  faultsOf(phone, id, sent) {
    const row = phone.disk.get(id), held = this.centre.reports.get(id)
    if (!row) return [`${id}: vanished from the phone`]
    if (phone.poisoned.has(id)) {
      return row.state === 'observed' && row.envelope ? [] : [`${id}: poisoned, and not in the tray`]
    }
    if (row.state !== 'received') return [`${id}: still ${row.state} on the phone`]
    if (!row.receipt || !row.receipt.code) return [`${id}: received without a code`]
    if (!held) return [`${id}: received on the phone, unknown to the centre`]
    const settled = held.versions.has(sent) || this.centre.conflicts.some((one) => one.id === id)
    return settled ? [] : [`${id}: the centre never saw the last version`]
  }
}

function before(one, other) { return one.time < other.time || (one.time === other.time && one.order < other.order) }
