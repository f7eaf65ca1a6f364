// The four street pages, drawn as the server draws them (Sources/Web/Screens/Street), with the same words.
// @ts-check
import { h, icon, state } from './dom.js';
import { adviceOn, callPlan, find, routeOf } from './plan.js';
import { limaHour } from './clock.js';

/**
 * What a page is drawn from.
 * @typedef {{t: (key: string, values?: any) => string, rules: import('./plan.js').Rules, form: import('./plan.js').Form,
 *   at: number, row: any, detail: string, undo: boolean, sms: string | null, saving: string, code: string}} Scene
 */

const back = 'M14 5l-7 7 7 7', first = ['danger', 'injury', 'victim-present'];
const elsewhere = first.concat('age', 'in-flagrante', 'official-implicated');
const phases = ['safety', 'notify', 'prosecutor', 'protection', 'follow-up'], mostQuestions = 6;

/**
 * @param {Scene} scene
 * @param {any} fact
 * @returns {{value: string, label: string}[]}
 */
function choicesOf({ t }, fact) {
  const words = /** @type {Record<string, string>} */ ({ yes: t('common.yes'), no: t('common.no') });
  const choices = fact.values.map((/** @type {any} */ one) => ({ value: one.id, label: isPlain(t, fact) ? words[one.id] : one.label }));
  const hasDoubt = find(fact.values, 'doubted');
  return hasDoubt ? choices : choices.concat({ value: '', label: t('common.unknown') });
}

/**
 * @param {any} fact
 * @returns {boolean}
 */
function isYesOrNo(fact) { return fact.values.length === 2 && fact.values[0].id === 'yes' && fact.values[1].id === 'no'; }

/**
 * @param {(key: string) => string} t
 * @param {any} fact
 * @returns {boolean}
 */
function isPlain(t, fact) { return isYesOrNo(fact) && fact.values[0].label.indexOf(t('common.yes')) === 0; }

/**
 * @param {string} kind
 * @param {string} name
 * @param {string} value
 * @param {string} label
 * @param {boolean} checked
 * @returns {any}
 */
function choice(kind, name, value, label, checked) {
  const input = h('input', { type: kind, name, value, autocomplete: 'off' });
  input.checked = checked;
  return h('label.choice', null, input, h('span', null, label));
}

/**
 * One question, answered with one tap.
 * @param {Scene} scene
 * @param {string} id
 * @param {any} [advice]
 * @returns {any}
 */
function question(scene, id, advice) {
  const fact = find(scene.rules.content.facts, id);
  if (!fact) return null;
  const columns = isPlain(scene.t, fact) ? '' : isYesOrNo(fact) ? '.words' : '.one', given = scene.form.answers[id];
  return h('fieldset.ask', null, h('legend', null, fact.question), fact.hint && h('p.hint', null, fact.hint),
    h(`div.choices${columns}`, null, choicesOf(scene, fact).map((one) =>
      choice('radio', `fact.${id}`, one.value, one.label, !!one.value && one.value === given))),
    advice && h('div.advice', null, advice));
}

/**
 * A number as a button that opens the dialler.
 * @param {Scene} scene
 * @param {import('./plan.js').Card} card
 * @param {{mark: string, style: string, role?: string, reason?: string, step?: string}} about
 * @returns {any}
 */
function callButton({ t }, card, about) {
  const role = about.role && about.role !== card.digits ? about.role : null;
  return h(`a.call${about.style}`, { href: card.tel, 'data-step': about.step || null },
    h('span.n', null, about.mark), h('span', null,
      role && h('b', null, role), role && ' ', h('span.digits', null, card.digits),
      card.extension && ' ', card.extension && h('span.ext', null, t('common.extension', { extension: card.extension })),
      h('span.who', null, card.label, !card.verified && ' ', !card.verified && state('open', t('common.unverified'))),
      about.reason && h('span.who', null, t('common.reason', { reason: about.reason }))));
}

/**
 * @param {Scene} scene
 * @param {import('./plan.js').Call} call
 * @returns {string}
 */
function roleName({ t }, call) { return call.role === 'body' ? call.name || '' : t(`street.calls.role-${call.role}`); }

/**
 * @param {Scene} scene
 * @param {string} label
 * @param {string | null} hint
 * @returns {any}
 */
function districtList(scene, label, hint) {
  const { t, rules, form } = scene, options = (/** @type {boolean} */ isCallao) => rules.content.districts
    .filter((/** @type {any} */ one) => (one.id.slice(0, 2) === '07') === isCallao)
    .map((/** @type {any} */ one) => h('option', { value: one.id, 'data-at': one.at.join(',') }, one.name));
  const select = h('select', { id: 'district', name: 'district', autocomplete: 'off', 'aria-describedby': hint ? 'district-hint' : null },
    h('option', { value: '' }, t('common.district-unknown')),
    h('optgroup', { label: t('common.province-lima') }, options(false)),
    h('optgroup', { label: t('common.province-callao') }, options(true)));
  select.value = form.district;
  return h('div.ask', null, h('div.field', null, h('label', { for: 'district' }, label),
    hint && h('p.hint', { id: 'district-hint' }, hint), select));
}

/**
 * @param {string} to
 * @param {string} label
 * @param {string} [kind]
 * @returns {any}
 */
function toButton(to, label, kind = '') { return h(`button${kind}`, { type: 'button', name: 'to', value: to }, label); }

/**
 * @param {Scene} scene
 * @param {string} to
 * @returns {any}
 */
function footer({ t }, to) {
  const button = toButton(to, '', '.quiet');
  button.append(icon(back), t('street.back'));
  return h('p.back', null, button);
}

/**
 * The first page: three questions about safety, the district, and one thing to do.
 * @param {Scene} scene
 * @returns {any[]}
 */
export function startView(scene) {
  const { t } = scene;
  const asked = first.map((id) => {
    const card = id === 'danger' || id === 'injury' ? adviceOn(scene.rules, scene.form, scene.at, id) : null;
    const isDanger = id === 'danger';
    return question(scene, id, card && callButton(scene, card, {
      mark: isDanger ? '!' : '+', style: isDanger ? '' : '.second',
      role: t(isDanger ? 'street.start.danger-role' : 'street.start.injury-role'),
    }));
  });
  return [
    h('h1.hide', null, t('street.start.heading')), asked,
    districtList(scene, t('street.start.district'), t('street.start.district-hint')),
    h('div.dock', null, toButton('calls', t('street.start.next'))),
    h('nav.links', { 'aria-label': t('street.start.more-links') },
      ['reports', 'directory', 'rights', 'device'].map((view) =>
        h('a', { href: '#', 'data-go': view }, t(`app.go.${view}`))),
      h('a', { href: '/manual', 'data-leave': true }, t('street.start.manual'))),
  ];
}

/**
 * What became of the report, in one line; never more than is true.
 * @param {Scene} scene
 * @returns {any}
 */
export function savedLine(scene) {
  const { t, row, saving } = scene;
  if (saving === 'full') return h('div.note.late', { role: 'alert', 'data-notice': 'storage' },
    h('h2', null, t('app.full.title')), h('p', null, t('app.full.do', { code: scene.code })));
  if (!row) return h('p.saved', null, t('app.saving'));
  return h('p.saved', { 'data-report': row.id, 'data-state': row.state === 'pending' ? 'stored' : row.state },
    state('done', t('app.saved', { code: row.code, hour: limaHour(row.made) })));
}

/**
 * The calls: whom, in which order, why, and whom next when nobody answers.
 * @param {Scene} scene
 * @returns {any[]}
 */
export function callsView(scene) {
  const { t, rules, form, at } = scene, plan = callPlan(rules, form, at), route = routeOf(rules, form, at);
  const urgent = plan.emergencies.map((call) => h('li', null, callButton(scene, call.cards[0], {
    mark: call.role === 'danger' ? '!' : '+', style: '', role: roleName(scene, call), reason: call.reason, step: call.step,
  })));
  return [
    h('h1.hide', null, t('street.calls.heading')), savedLine(scene),
    !route.district && districtList(scene, t('street.calls.district'), t('street.calls.district-hint')),
    urgent.length > 0 && h('ul.stack8.urgent', null, urgent), say(scene, route),
    h('ol.calls', null, plan.calls.map((call, at2) => callItem(scene, call, at2))), () => [others(scene, plan.others),
    h('details.tap.alt', { open: !!form.answers['official-implicated'] },
      h('summary', null, t('street.calls.implicated')), question(scene, 'official-implicated')),
    h('p.hint', null, t('street.calls.directory', { edition: rules.content.version }))],
    h('div.dock.still', null, toButton('seen', t('street.calls.next'))), footer(scene, 'start'),
  ];
}

/**
 * @param {Scene} scene
 * @param {import('./plan.js').Route} route
 * @returns {any}
 */
function say({ t, form }, route) {
  const { answers } = route, count = form.people === 'unknown' ? 'count' : form.people.split('-')[0];
  const lines = [route.district
    ? t('street.calls.say-opening', { district: route.district.name }) : t('street.calls.say-opening-no-district')];
  lines.push(t(`street.calls.say-${answers['victim-present'] === 'no' ? 'place' : count}`));
  if (answers.age && answers.age !== 'adult') lines.push(t('street.calls.say-child'));
  if (answers.danger === 'yes') lines.push(t('street.calls.say-danger'));
  return h('p.say', null, h('b', null, t('street.calls.say')), ` “${lines.join(' ')}”`);
}

/**
 * @param {Scene} scene
 * @param {import('./plan.js').Call} call
 * @param {number} place
 * @returns {any}
 */
function callItem(scene, call, place) {
  const about = {
    mark: String(place + 1), style: place ? '.second' : '', role: roleName(scene, call), reason: call.reason, step: call.step,
  };
  return h('li', null, callButton(scene, call.cards[0], about), h('div.after', null,
    call.remarks.map((remark) => h('p.remark', null, remark)), call.asks && answered(scene, call)));
}

/**
 * @param {Scene} scene
 * @param {import('./plan.js').Call} call
 * @returns {any}
 */
function answered(scene, call) {
  const { t, rules, form } = scene, id = String(call.asks), fact = find(rules.content.facts, id);
  const next = call.cards.slice(1), isTrusted = form.answers['official-implicated'] !== 'serenazgo';
  const numbers = next.length
    ? [h('p.label', null, t('street.calls.try-next')), h('ul.stack8', null, next.map((card) =>
      h('li', null, callButton(scene, card, { mark: '→', style: '.small', step: call.step }))))]
    : [h('p', null, t(isTrusted ? 'street.calls.no-further' : 'street.calls.no-further-elsewhere'))];
  return h('fieldset.ask.tight', { 'data-asks': call.step }, h('legend', null, fact && fact.question),
    h('div.choices.two', null, ['yes', 'no'].map((value) => choice('radio', `fact.${id}`, value,
      t(value === 'no' ? 'street.calls.no-answer' : 'common.yes'), form.answers[id] === value))),
    h('div.next-numbers', null, numbers));
}

/**
 * @param {Scene} scene
 * @param {import('./plan.js').Call[]} calls
 * @returns {any}
 */
function others(scene, calls) {
  return calls.length > 0 && h('section', null, h('h2', null, scene.t('street.calls.others')),
    h('ul.stack8', null, calls.map((call) => h('li', null, callButton(scene, call.cards[0], {
      mark: '→', style: '.small.quietcall', role: roleName(scene, call), reason: call.reason, step: call.step,
    })))));
}

/**
 * What was seen, marked with the thumb; nothing on it must be answered.
 * @param {Scene} scene
 * @returns {any[]}
 */
export function seenView(scene) {
  const { t, rules, form } = scene, { facts, signs } = rules.content;
  const askable = routeOf(rules, form, scene.at).questions.map((fact) => fact.id).concat(Object.keys(form.answers));
  const further = facts.filter((/** @type {any} */ fact) => ['street', 'offered', 'known', 'seen'].includes(fact.asked)
    && !fact.group && !elsewhere.includes(fact.id) && askable.includes(fact.id));
  const counts = [['one', 'one'], ['two', 'two'], ['three-or-more', 'three']];
  const toggles = (/** @type {string} */ legend, /** @type {any[]} */ list) => h('fieldset.ask', null,
    h('legend', null, legend), h('p.hint', null, t('street.seen.several')), h('div.choices.one', null, list));
  return [
    h('h1', null, t('street.seen.heading')), h('p.hint', null, t('street.seen.hint')), savedLine(scene),
    h('fieldset.ask', null, h('legend', null, t('street.seen.people')), h('div.choices.four', null,
      counts.map(([value, word]) => choice('radio', 'people', value, t(`street.seen.${word}`), form.people === value)),
      choice('radio', 'people', 'unknown', t('common.unknown'), form.people === 'unknown'))),
    question(scene, 'age'), question(scene, 'in-flagrante'),
    () => [toggles(t('street.seen.exploitation'), facts.filter((/** @type {any} */ fact) => fact.group === 'exploitation')
      .map((/** @type {any} */ fact) => choice('checkbox', `fact.${fact.id}`, 'yes',
        (find(fact.values, 'yes') || { label: fact.question }).label, form.answers[fact.id] === 'yes'))),
    toggles(t('street.seen.signs'), signs.map((/** @type {any} */ sign) =>
      choice('checkbox', 'sign', sign.id, sign.label, form.signs.includes(sign.id)))),
    question(scene, 'official-implicated'), districtList(scene, t('street.seen.district'), null),
    further.length > 0 && h('details.tap.alt', null, h('summary', null, t('street.seen.further')),
      h('p.hint', null, t('street.seen.further-hint')), further.map((/** @type {any} */ fact) => question(scene, fact.id))),
    h('details.tap.alt', null, h('summary', null, t('app.detail')), detailField(scene))],
    h('div.dock', null, toButton('sent', t('app.send'))), footer(scene, 'calls'),
  ];
}

/**
 * @param {Scene} scene
 * @returns {any}
 */
function detailField({ t, detail }) {
  const field = h('textarea.detail', {
    id: 'detail', name: 'detail', maxlength: '500', rows: '4', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false',
    'aria-describedby': 'detail-hint',
  });
  field.value = detail;
  return h('div.field', null, h('label', { for: 'detail' }, t('app.detail-label')),
    h('p.hint', { id: 'detail-hint' }, t('app.detail-hint')), field);
}

/**
 * What became of the report, and what comes next. It never says that anybody was called: the phone cannot know.
 * @param {Scene} scene
 * @returns {any[]}
 */
export function sentView(scene) {
  const { t, rules, form, at } = scene, route = routeOf(rules, form, at), { conduct } = rules.content;
  const open = route.questions.filter((fact) => fact.asked === 'street' || fact.asked === 'after-call').slice(0, mostQuestions);
  const list = (/** @type {string} */ kind) => h('section', { 'aria-labelledby': kind },
    h('h2', { id: kind }, t(`street.sent.${kind}-title`)),
    h(`ul.${kind}`, null, conduct.map((/** @type {any} */ line) => line[kind] && h('li', null, line[kind]))));
  return [
    h('div', { 'data-outcome': true }, outcome(scene)),
    h('p', null, h('b', null, `${route.level.label}.`), ` ${route.level.advice || ''}`), () => [list('do'), list('dont'),
    h('section', { 'aria-labelledby': 'next' }, h('h2', { id: 'next' }, t('street.sent.next')),
      h('p.hint', null, t('street.sent.next-hint')), h('ol.thread.tight', null, phaseItems(scene, route))),
    open.length > 0 && h('section', { 'aria-labelledby': 'open' }, h('h2', { id: 'open' }, t('street.sent.questions')),
      h('ul.asks', null, open.map((fact) => h('li', null, state('open', fact.question)))),
      h('p.gap-top', null, toButton('seen', t('street.sent.complete'), '.quiet.big.wide')))],
    h('div.dock', null, toButton('calls', t('street.sent.call-again'))), footer(scene, 'seen'),
    h('nav.links', null, h('a', { href: '#', 'data-go': 'offer' }, t('app.go.offer')),
      h('a', { href: '#', 'data-go': 'reports' }, t('app.go.reports')),
      h('a', { href: '#', 'data-go': 'start' }, t('street.sent.new-report'))),
  ];
}

/**
 * The state of the report at the head of the last page, drawn anew whenever it changes.
 * @param {Scene} scene
 * @returns {any[]}
 */
export function outcome(scene) {
  const { t, row, undo, sms } = scene;
  if (!row) return [savedLine(scene)];
  const { state: word } = row, receipt = row.receipt, isIn = word === 'received' && receipt;
  const heading = isIn ? t('street.sent.heading-saved', { hour: limaHour(receipt.receivedAt) })
    : t(word === 'observed' ? 'app.observed-title' : 'app.pending-title');
  return [
    h('h1', { 'data-report': row.id, 'data-state': undo ? 'undo' : word }, heading),
    h('p.label', null, t('street.sent.code')), h('p.bigcode', null, isIn ? receipt.code : row.code),
    h('ol.thread.tight', null,
      h('li', null, h('span.knot.full'), h('b', null, t('app.stored')), ' ', h('time', null, limaHour(row.made))),
      isIn ? h('li', null, h('span.knot.full'), h('b', null, t('street.sent.received')), ' ', h('time', null, limaHour(receipt.receivedAt)))
        : h('li.turn', null, h('span.knot.now'), h('b', null, t(undo ? 'app.leaves-soon' : word === 'observed'
          ? `app.reason.${row.reason}` : 'app.pending')), h('br'), state('open', t(`app.state.${word}`)))),
    isIn && receipt.remarks.map((/** @type {string} */ remark) => h('p.remark', { 'data-notice': remark }, t(`app.remark.${remark}`))),
    !isIn && h('p.acts', null,
      undo && h('button.quiet.big', { type: 'button', 'data-act': 'undo' }, t('app.undo')),
      !undo && h('button.quiet.big', { type: 'button', 'data-act': 'send' }, t('app.send-now')),
      sms && h('a.btn.quiet.big', { href: sms, 'data-act': 'sms' }, t('app.sms'))),
  ];
}

/**
 * @param {Scene} scene
 * @param {import('./plan.js').Route} route
 * @returns {any[]}
 */
function phaseItems(scene, route) {
  const { t } = scene, steps = route.steps.filter((step) => step.status !== 'not-needed');
  const now = (steps.find((step) => step.isRequired) || { phase: '' }).phase;
  const shown = phases.filter((phase) => steps.some((step) => step.phase === phase));
  return shown.map((phase, at) => {
    const own = steps.filter((step) => step.phase === phase), pending = own.filter((step) => !step.isRequired);
    const knot = at === shown.length - 1 ? '.last' : phase === now ? '.now' : '';
    return h('li.next', null, h(`span.knot${knot}`), h('details', { open: phase === now },
      h('summary', null, h('span', null, `${t(`street.sent.phase-${phase}`)} `,
        h('span.count', null, t('street.sent.steps-count', { count: own.length })))),
      h('ul.steplist', null, own.filter((step) => step.isRequired).map((step) => stepItem(scene, step)),
        pending.length > 0 && h('li', null, h('details.step', null,
          h('summary', null, state('open', t('street.sent.pending-count', { count: pending.length }))),
          h('ul.steplist', null, pending.map((step) => stepItem(scene, step))))))));
  });
}

/**
 * @param {Scene} scene
 * @param {any} step
 * @returns {any}
 */
function stepItem({ t }, step) {
  const word = step.status === 'precaution' ? 'by-precaution' : step.status;
  return h('li', null, h('details.step', null,
    h('summary', null, h('span', null, h('b', null, step.title), ' ',
      h('span.own', null, state(step.isRequired ? 'ok' : 'open', t(`street.sent.${word}`))),
      h('span.own', null, t('street.sent.body', { body: step.institution.name })))),
    h('div.why', null, h('p', null, t('street.sent.because', { because: step.because.join(' ') })),
      h('p', null, step.deadline ? t('street.sent.deadline', { deadline: step.deadline }) : t('street.sent.no-deadline')))));
}
