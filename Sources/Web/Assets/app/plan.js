// The calls and the steps of a situation, in the order of the server's pages (Sources/Web/Screens/Street).
// @ts-check
import { isOfficeTime } from './clock.js';

/**
 * @typedef {{district: string, people: string, answers: Record<string, string>, signs: string[]}} Form
 * @typedef {{digits: string, extension: string, tel: string, label: string, verified: boolean}} Card
 * @typedef {{role: string, step: string, name?: string, reason: string, remarks: string[], cards: Card[], asks?: string}} Call
 * @typedef {{content: any, decide: (known: Record<string, string>) => any}} Rules
 * @typedef {{level: any, questions: any[], steps: any[], answers: Record<string, string>, at: number, district: any}} Route
 */

const told = ['notify-police', 'notify-police-unit', 'notify-prosecutor'];
const roles = /** @type {Record<string, string>} */ ({
  'notify-child-protection': 'child', 'report-misconduct': 'misconduct',
});

/**
 * What is known: what a sign says counts only where nobody has answered.
 * @param {Form} form
 * @param {any} content
 * @returns {Record<string, string>}
 */
export function situation(form, content) {
  const answers = Object.assign({}, form.answers);
  for (const sign of content.signs) {
    if (!form.signs.includes(sign.id)) continue;
    for (const fact of Object.keys(sign.implies)) if (!answers[fact]) answers[fact] = sign.implies[fact];
  }
  return answers;
}

/**
 * The route of a situation, with the words of the bundle.
 * @param {Rules} rules
 * @param {Form} form
 * @param {number} at
 * @param {Record<string, string | undefined>} [changed] answers as they would be
 * @returns {Route}
 */
export function routeOf(rules, form, at, changed = {}) {
  const { content, decide } = rules, district = find(content.districts, form.district) || null;
  const answers = Object.assign(situation(form, content), changed);
  for (const fact of Object.keys(answers)) if (!answers[fact]) delete answers[fact];
  const known = Object.assign({}, answers, { 'office-hours': isOfficeTime(at, content.holidays) ? 'yes' : 'no' });
  if (district) known['fiscal-district'] = district.fiscal;
  const decision = decide(known);
  const steps = decision.steps.map((/** @type {any} */ one) => {
    const step = find(content.steps, one.step);
    const further = (step.reasons || []).filter((/** @type {any} */ reason) => holds(reason.when, known));
    return {
      id: step.id, phase: step.phase, title: step.title, deadline: step.deadline, status: one.status,
      isRequired: one.status === 'required' || one.status === 'precaution',
      institution: find(content.institutions, one.institution), beside: step.beside || [],
      because: [].concat(step.because, further.map((/** @type {any} */ reason) => reason.say)),
    };
  });
  return {
    level: find(content.levels, decision.level) || { id: decision.level }, district, answers, at, steps,
    questions: decision.questions.map((/** @type {string} */ id) => find(content.facts, id)),
  };
}

/**
 * Whether a condition holds: null where that hangs on what nobody knows yet.
 * @param {any} when
 * @param {Record<string, string>} known
 * @returns {boolean | null}
 */
export function holds(when, known) {
  if (when === 'always') return true;
  const [name] = Object.keys(when), parts = when[name];
  if (name === 'not') {
    const part = holds(parts, known);
    return part === null ? null : !part;
  }
  if (name !== 'all' && name !== 'any') return known[name] ? parts.includes(known[name]) : null;
  const verdicts = parts.map((/** @type {any} */ part) => holds(part, known)), settles = name === 'any';
  return verdicts.includes(settles) ? settles : verdicts.includes(null) ? null : !settles;
}

/**
 * @template {{id: string}} T
 * @param {T[]} list
 * @param {string} id
 * @returns {T | undefined}
 */
export function find(list, id) { return list.find((one) => one.id === id); }

/**
 * The calls of a situation: emergencies, police and prosecutor with their next numbers, whoever else must be told.
 * @param {Rules} rules
 * @param {Form} form
 * @param {number} at
 * @returns {{calls: Call[], emergencies: Call[], others: Call[]}}
 */
export function callPlan(rules, form, at) {
  const reader = new Reader(rules, form, at);
  let calls = [reader.police(), reader.prosecutor()].filter(isThere), urgent = reader.urgent();
  const danger = urgent.find((call) => call.role === 'danger');
  if (danger && calls[0] && calls[0].cards[0].tel === danger.cards[0].tel) {
    const police = calls[0];
    calls[0] = Object.assign({}, police, {
      role: danger.role, reason: danger.reason, cards: danger.cards.slice(0, 1).concat(police.cards.slice(1)),
    });
    calls.splice(1, 0, ...urgent.slice(1));
    urgent = [];
  }
  /** @type {Set<string>} */
  const shown = new Set();
  const fresh = (/** @type {Card} */ card) => !shown.has(card.tel) && !!shown.add(card.tel);
  const once = (/** @type {Call[]} */ list) => list.filter((call) => fresh(call.cards[0]));
  const emergencies = once(urgent);
  calls = once(calls);
  const others = once(reader.others());
  calls = calls.map((call) => Object.assign({}, call, {
    cards: call.cards.slice(0, 1).concat(call.cards.slice(1).filter(fresh)),
  }));
  return { calls, emergencies, others };
}

/**
 * The numbers to call at once while one answer of the first page asks for it.
 * @param {Rules} rules
 * @param {Form} form
 * @param {number} at
 * @param {'danger' | 'injury'} fact
 * @returns {Card | undefined}
 */
export function adviceOn(rules, form, at, fact) {
  const alone = { district: form.district, people: '', answers: { [fact]: 'yes' }, signs: [] };
  const route = routeOf(rules, alone, at), step = fact === 'danger' ? 'emergency-police' : 'emergency-medical';
  return cardsOf(rules, route, [find(route.steps, step)].filter(isThere))[0];
}

/**
 * @template T
 * @param {T | null | undefined} thing
 * @returns {thing is T}
 */
function isThere(thing) { return !!thing; }

class Reader {
  /**
   * @param {Rules} rules
   * @param {Form} form
   * @param {number} at
   */
  constructor(rules, form, at) {
    const routeIf = (/** @type {string | undefined} */ answer) =>
      routeOf(rules, form, at, { 'police-answered': answer, 'prosecutor-answered': answer });
    this.rules = rules;
    this.before = routeIf(undefined);
    this.unanswered = routeIf('no');
  }

  /** The station or, where that could warn whoever must not be warned, the unit against trafficking. */
  police() {
    for (const id of ['notify-police', 'notify-police-unit', 'report-hotline']) {
      const step = required(find(this.before.steps, id));
      if (!step) continue;
      const next = required(find(this.unanswered.steps, 'report-hotline'));
      return this.call(id === 'notify-police' ? 'police' : 'police-unit', step, next, 'police-answered');
    }
    return null;
  }

  prosecutor() {
    const id = 'notify-prosecutor', next = find(this.unanswered.steps, id);
    return this.call('prosecutor', find(this.before.steps, id), next, 'prosecutor-answered');
  }

  urgent() {
    const of = (/** @type {string} */ id) => required(find(this.before.steps, id));
    return [this.call('danger', of('emergency-police')), this.call('injury', of('emergency-medical'))].filter(isThere);
  }

  others() {
    return this.before.steps
      .filter((step) => step.phase === 'notify' && step.isRequired && !told.includes(step.id))
      .map((step) => this.call(roles[step.id] || 'body', step)).filter(isThere);
  }

  /**
   * @param {string} role
   * @param {any} step
   * @param {any} [next]
   * @param {string} [asks]
   * @returns {Call | null}
   */
  call(role, step, next, asks) {
    if (!step) return null;
    const cards = cardsOf(this.rules, this.before, [step, next].filter(isThere));
    if (!cards.length) return null;
    const [first, ...remarks] = step.because, end = first.indexOf('. ');
    return {
      role, step: step.id, name: step.institution.name, reason: end < 0 ? first : first.slice(0, end + 1), remarks, cards, asks,
    };
  }
}

/**
 * @param {any} step
 * @returns {any}
 */
function required(step) { return step && step.isRequired ? step : null; }

/**
 * The numbers behind some steps, each once, the one most likely to be answered now first.
 * @param {Rules} rules
 * @param {Route} route
 * @param {any[]} steps
 * @returns {Card[]}
 */
function cardsOf(rules, route, steps) {
  const { content } = rules, isOpen = isOfficeTime(route.at, content.holidays);
  const lines = steps.reduce((all, step) => all.concat(linesOf(content, route, step, isOpen)), []);
  /** @type {Set<string>} */
  const seen = new Set();
  return lines.map((/** @type {any} */ line, /** @type {number} */ place) => ({ card: line.card, wait: line.wait, place }))
    .sort((/** @type {any} */ one, /** @type {any} */ other) => one.wait - other.wait || one.place - other.place)
    .map((/** @type {any} */ line) => line.card)
    .filter((/** @type {Card} */ card) => !seen.has(card.tel) && seen.add(card.tel));
}

/**
 * @param {any} content
 * @param {Route} route
 * @param {any} step
 * @param {boolean} isOpen
 * @returns {{card: Card, wait: number}[]}
 */
function linesOf(content, route, step, isOpen) {
  /** @type {{card: Card, wait: number}[]} */
  const lines = [];
  for (const institution of [step.institution.id, ...step.beside]) {
    let least = 0;
    for (const contact of reached(content, route, institution, isOpen)) {
      // The list is in order already: whatever follows waits at least as long, whatever its hours say.
      least = Math.max(least, wait(contact, isOpen));
      const direct = contact.kind !== 'broker';
      const behind = direct ? [contact] : reached(content, route, contact.value, isOpen);
      for (const one of behind) {
        if (one.tel) lines.push({ card: card(one, direct ? one.label : contact.label), wait: least });
      }
    }
  }
  return lines;
}

/**
 * @param {any} content
 * @param {Route} route
 * @param {string} institution
 * @param {boolean} isOpen
 * @returns {any[]}
 */
function reached(content, route, institution, isOpen) {
  const own = route.district && content.reach.districts[route.district.id] || {};
  const lists = own[institution] || content.reach.base[institution] || [[], []];
  return lists[isOpen ? 0 : 1].map((/** @type {number} */ number) => content.contacts[number]);
}

/**
 * @param {any} contact
 * @param {boolean} isOpen
 * @returns {number}
 */
function wait(contact, isOpen) {
  return isOpen || contact.hours === '24x7' ? 0 : contact.hours === 'office' ? 2 : 1;
}

/**
 * @param {any} contact
 * @param {string} label
 * @returns {Card}
 */
function card(contact, label) {
  const after = contact.tel.split(/[,;p]/).slice(1).join('').replace(/\D/g, '');
  return {
    digits: spoken(contact.kind, contact.value), extension: contact.extension || after,
    tel: contact.tel.replace(/^(?!tel:)/, 'tel:'), label, verified: !!contact.verified,
  };
}

/**
 * A number in the groups in which it is said.
 * @param {string} kind
 * @param {string} value
 * @returns {string}
 */
export function spoken(kind, value) {
  if (kind === 'toll-free' && value.length === 9) return value.replace(/^(.{4})(..)(...)$/, '$1-$2-$3');
  if (kind === 'mobile' && value.length === 9) return value.replace(/^(...)(...)(...)$/, '$1\u00a0$2\u00a0$3');
  if (kind === 'fixed' && value.length === 9) return value.replace(/^(..)(...)(....)$/, '($1) $2-$3');
  return value;
}
