// Sends what waits, one after another, while the app is open. Nothing relies on the browser waking it up.
// @ts-check
import { due, openGate, pendingCount, settle } from './outbox.js';

/**
 * What the loop needs of the world; tests pass their own.
 * @typedef {{store: any, fetch: typeof fetch, now: () => number, chance: () => number,
 *   wait: (act: () => void, ms: number) => unknown, stop: (timer: any) => void,
 *   changed: () => void, effect: (word: 'bundle' | 'update') => Promise<void>}} World
 */

const deadline = 30000;

/**
 * Asks one question of the server; null where nothing came back that this app understands, such as the page of a
 * network that wants a password first.
 * @param {World} world
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<import('./outbox.js').Answer>}
 */
export async function post(world, path, body) {
  const stopper = new AbortController(), timer = world.wait(() => stopper.abort(), deadline);
  try {
    const answer = await world.fetch(path, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' },
      credentials: 'omit', redirect: 'error', signal: stopper.signal,
    });
    const words = await answer.text();
    try { return { status: answer.status, body: JSON.parse(words) }; } catch (fault) {
      return answer.ok ? null : { status: answer.status, body: null };
    }
  } catch (fault) { return null; } finally { world.stop(timer); }
}

/**
 * The loop. `wake` starts it over: after a new report, when the network is back, when the app is looked at again.
 * @param {World} world
 * @returns {{wake: () => void, gate: () => import('./outbox.js').Gate, reset: () => void, idle: () => Promise<void>}}
 */
export function startSender(world) {
  let gate = openGate(), timer = /** @type {any} */ (null), running = false, again = false, done = Promise.resolve();

  async function round() {
    for (;;) {
      const rows = await world.store.rows(), next = due(rows, gate, world.now());
      if (!next.row) {
        if (next.again !== null) timer = world.wait(wake, Math.max(50, next.again));
        return;
      }
      const { id, rev, envelope } = next.row, answer = await post(world, '/app/avisos', envelope);
      let effect = '';
      await world.store.change(id, (/** @type {any} */ row) => {
        if (!row) return row;
        const outcome = settle(row, gate, { rev, answer, now: world.now(), chance: world.chance() });
        gate = outcome.gate;
        effect = outcome.effect;
        return outcome.row;
      });
      if (effect) await world.effect(/** @type {any} */ (effect));
      world.changed();
    }
  }

  function wake() {
    if (timer) world.stop(timer);
    timer = null;
    if (running) { again = true; return; }
    running = true;
    done = round().catch(() => { timer = world.wait(wake, 30000); }).then(() => {
      running = false;
      if (again) { again = false; wake(); }
    });
  }

  return {
    wake, gate: () => gate, idle: () => done,
    reset: () => { gate = openGate(); wake(); },
  };
}

/**
 * Remembers beside the database how many reports wait, so that a browser that threw the database away is found out.
 * @param {import('./outbox.js').Row[]} rows
 * @returns {string} a cookie: a number, nothing of any report
 */
export function witness(rows) { return `cola=${pendingCount(rows)}; path=/calle; max-age=7776000; samesite=strict`; }
