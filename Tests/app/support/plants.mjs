// Outboxes with one fault each, as somebody could have written them; the simulation must catch every one.

/** Each faulty outbox under what it does. */
export function plants(real) {
  return {
    'forgets a report as soon as it was sent': {
      ...real,
      settle: (row, gate, event) => (event.answer ? { row: null, gate, effect: '' } : real.settle(row, gate, event)),
    },
    'takes the answer to an older seal for one to the newest': {
      ...real, settle: (row, gate, event) => real.settle(row, gate, { ...event, rev: row.rev }),
    },
    'gives up after three tries': {
      ...real,
      settle: (row, gate, event) => (row.tries >= 3 ? { row: { ...row, state: 'observed', reason: 'gave up' }, gate, effect: '' } : real.settle(row, gate, event)),
    },
    'counts a night without a network against the report': {
      ...real,
      settle: (row, gate, event) => real.settle(row.tries >= 12 ? { ...row, fails: 99 } : row, gate, event),
    },
    'takes silence for a yes': {
      ...real,
      settle: (row, gate, event) => real.settle(row, gate, {
        ...event, answer: event.answer || { status: 200, body: { id: row.id, code: 'C', receivedAt: event.now, remarks: [] } },
      }),
    },
    'waits for a poisoned report before it sends the next': {
      ...real,
      settle: (row, gate, event) => (event.answer && event.answer.status === 422
        ? { row: { ...row, tries: row.tries + 1, nextAt: 0 }, gate, effect: '' } : real.settle(row, gate, event)),
    },
    'stops for ever at the first busy answer': {
      ...real,
      settle: (row, gate, event) => (event.answer && event.answer.status === 503
        ? { row, gate: { ...gate, stop: 'busy' }, effect: '' } : real.settle(row, gate, event)),
    },
    'keeps the first seal of a report and drops the later ones': {
      ...real, keep: (row, sealed) => (row ? row : real.keep(row, sealed)),
    },
  }
}
