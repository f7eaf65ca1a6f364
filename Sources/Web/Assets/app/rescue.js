// Another try; and after a crash: a report that was saved while its data were still coming in goes as it is, or a further one adds to it.
// What was marked cannot be read back, not even to go on with it.
// @ts-check
import { limaHour } from './clock.js';
import { h } from './dom.js';
import { retry } from './outbox.js';

/**
 * Says what was saved, above the first page.
 * @param {any} app
 * @param {any} main
 */
export function resume(app, main) {
  const { t } = app, row = app.rows.filter(app.isOpen).pop();
  const button = (/** @type {string} */ word) => h('button.quiet.big', { type: 'button', 'data-act': word, 'data-id': row.id }, t(`app.${word}`));
  main.insertBefore(h('div.note.soon', { role: 'status', 'data-resume': true },
    h('p', null, t('app.resume', { code: row.code, hour: limaHour(row.made) })),
    h('p.acts', null, button('send-as-is'), button('continue'))), main.querySelector('form'));
}

/**
 * Lets the saved report go; going on with it is a report of its own that names the first.
 * @param {any} app
 * @param {any} target
 * @returns {Promise<void>}
 */
export async function act(app, target) {
  const { act: word, id } = target.dataset, goesOn = word === 'continue';
  if (word === 'update') { await update(app); return; }
  if (word === 'send') { await sendNow(app, id || app.journey.id); return; }
  await app.store.change(id, (/** @type {any} */ row) => row && Object.assign({}, row, { whole: true, nextAt: app.now() }));
  await app.changed();
  app.sender.wake();
  if (goesOn) {
    app.journey.follows = app.t('app.follows', { code: app.rows.find((/** @type {any} */ row) => row.id === id).code });
    await app.journey.begin();
  }
  await app.go(goesOn ? 'seen' : 'start');
}

/**
 * Another try at once, of a report of the tray or of the one under way.
 * @param {any} app
 * @param {string} id
 */
async function sendNow(app, id) {
  await app.store.change(id, (/** @type {any} */ row) => row && Object.assign({}, retry(row, app.now()), { nextAt: app.now() }));
  app.sender.reset();
  app.changed();
}

/**
 * The new app takes over between two journeys, never in one.
 * @param {any} app
 */
async function update(app) {
  if (app.journey.isOpen && app.view !== 'start' && app.view !== 'reports') return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration && registration.waiting) registration.waiting.postMessage('take over');
}
