// The phone as the control centre knows it: enrolled once, with a key that cannot leave it. Loaded only when needed.
// @ts-check
import { keepForGood } from './background.js';
import { unb64u } from './bytes.js';
import { h } from './dom.js';
import { freshSigningKey } from './keys.js';
import { smsAddress, smsBody } from './sms.js';

/**
 * Enrols this phone with the secret of the QR, and says what came of it.
 * @param {any} app
 * @param {string} secret
 * @returns {Promise<void>}
 */
export async function enrol(app, secret) {
  const { t } = app, pair = await freshSigningKey(), answer = await app.post('/app/equipos', { key: pair.point, secret, v: 1 });
  const body = answer && answer.status === 200 && answer.body;
  if (!body || !body.device) {
    app.view = 'device';
    const word = answer ? 'refused' : 'offline';
    app.draw([h('h1', null, t('app.device.title')), h('div.note.late', { role: 'alert', 'data-notice': 'key' }, h('p', null, t(`app.device.${word}`))),
      h('div.dock', null, h('button', { type: 'button', 'data-go': 'start' }, t('app.go.start')))], t('app.device.title'))
      .dataset.view = 'device';
    return;
  }
  const smsKey = await crypto.subtle.importKey('raw', unb64u(body.smsKey), 'AES-GCM', false, ['encrypt']);
  app.device = {
    id: body.device, key: pair.key, point: pair.point, smsKey, label: body.label, district: body.district, post: body.post,
    centre: body.centre || {}, expiresAt: body.expiresAt, counted: 0,
  };
  await app.store.put('device', app.device);
  keepForGood();
  if (body.district) { app.settings.district = body.district; app.journey.form.district = body.district; await app.store.put('settings', app.settings); }
  app.sender.reset();
  await app.go('device');
}

/**
 * Offers a short message for a report that nobody has received yet.
 * @param {any} app
 * @param {any} journey
 * @returns {Promise<void>}
 */
export async function offerSms(app, journey) {
  if (app.journey !== journey || !journey.row || journey.row.state === 'received') return;
  app.sms = await smsLink(app, journey);
  await app.changed();
}

/**
 * The short message for a report that finds no network. The count is on the disk before it is used.
 * @param {any} app
 * @param {any} journey
 * @returns {Promise<string | null>}
 */
async function smsLink(app, journey) {
  const { device } = app, number = device && device.centre && device.centre.sms;
  if (!number || !device.smsKey) return null;
  device.counted = (device.counted || 0) + 1;
  await app.store.put('device', device);
  const { level } = journey.content();
  const body = await smsBody(device.smsKey, device.id, device.counted, {
    id: journey.id, code: journey.row.code, district: journey.form.district, at: journey.made, level, duress: app.duress,
  });
  return smsAddress(number, body);
}

/**
 * What the phone is to the centre.
 * @param {any} app
 * @returns {any[]}
 */
export function deviceView(app) {
  const { t, device } = app;
  if (!device) return [h('h1', null, t('app.device.title')), h('p', null, t('app.device.none')), h('p', null, t('app.device.how'))];
  const until = new Date(device.expiresAt || 0).toISOString().slice(0, 10).split('-').reverse().join('/');
  return [h('h1', null, t('app.device.title')), h('p', null, t('app.device.is'), ' ', h('b', { 'data-device': true }, device.label)),
    h('p', null, t('app.device.until', { day: until })),
    device.centre.phone && h('p', null, h('a.btn.quiet.big.wide', { href: `tel:${device.centre.phone}` }, t('app.device.call')))];
}
