import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOfficeTime, limaDay, limaHour } from '../../Sources/Web/Assets/app/clock.js'
import { adviceOn, callPlan, holds, routeOf, situation, spoken } from '../../Sources/Web/Assets/app/plan.js'
import { rules } from './support/town.mjs'

const tuesday = Date.parse('2026-11-24T10:00:00-05:00'), night = Date.parse('2026-11-24T22:15:00-05:00')
const form = (answers = {}, more = {}) => ({ district: '150101', people: 'unknown', answers, signs: [], ...more })
const dials = (call) => call.cards.map((card) => card.tel)

test('offices answer Monday to Friday, from 08:00 to before 16:15 in Lima, but for holidays', () => {
  const open = (text) => isOfficeTime(Date.parse(`${text}-05:00`), ['2026-12-08'])
  assert.deepEqual(['2026-11-24T08:00:00', '2026-11-24T16:14:59'].map(open), [true, true])
  assert.deepEqual(['2026-11-24T07:59:59', '2026-11-24T16:15:00', '2026-11-28T10:00:00', '2026-11-29T10:00:00', '2026-12-08T10:00:00'].map(open), Array(5).fill(false))
  assert.equal(limaDay(Date.parse('2026-11-25T04:59:00Z')), '2026-11-24')
  assert.equal(limaHour(Date.parse('2026-11-25T04:59:00Z')), '23:59')
})

test('police first, then the prosecutor, each with the next numbers', () => {
  const { calls, emergencies } = callPlan(rules, form(), tuesday)
  assert.deepEqual(calls.map((call) => call.role), ['police', 'prosecutor'])
  assert.deepEqual(calls.map(dials), [['tel:105', 'tel:1818'], ['tel:+51939000001', 'tel:080000205']])
  assert.deepEqual(emergencies, [])
})

test('at night the number that answers comes before the one that is closed', () => {
  const { calls } = callPlan(rules, form(), night)
  assert.deepEqual(dials(calls[1]), ['tel:080000205', 'tel:+51939000001'])
})

test('the list of numbers stays the same while the answers come in', () => {
  const before = callPlan(rules, form(), night).calls.map(dials)
  assert.deepEqual(callPlan(rules, form({ 'police-answered': 'no', 'prosecutor-answered': 'no' }), night).calls.map(dials), before)
})

test('where the police may be implicated the station is not called', () => {
  const { calls } = callPlan(rules, form({ 'official-implicated': 'police' }), tuesday)
  assert.equal(calls[0].role, 'police-unit')
  assert.ok(!calls.flatMap(dials).includes('tel:105'))
  assert.deepEqual(calls[0].remarks, ['Puede haber un policía implicado.'])
})

test('danger is told as the first call where it dials the same number', () => {
  const { calls, emergencies } = callPlan(rules, form({ danger: 'yes', injury: 'yes' }), tuesday)
  assert.deepEqual(calls.map((call) => call.role), ['danger', 'injury', 'prosecutor'])
  assert.equal(calls[0].asks, 'police-answered')
  assert.deepEqual(emergencies, [])
})

test('an injury alone stands above the calls', () => {
  const { emergencies } = callPlan(rules, form({ injury: 'yes' }), tuesday)
  assert.deepEqual(emergencies.map((call) => dials(call)[0]), ['tel:106'])
  assert.equal(adviceOn(rules, form(), tuesday, 'injury').digits, '106')
})

test('whoever else must be told follows, and no number stands twice', () => {
  const { calls, others } = callPlan(rules, form({ age: 'doubted' }), tuesday)
  assert.deepEqual(others.map((call) => call.role), ['child'])
  const all = calls.concat(others).flatMap(dials)
  assert.equal(new Set(all).size, all.length)
})

test('a number behind another body carries the name of the way there', () => {
  const { others } = callPlan(rules, form({ age: 'minor' }), tuesday)
  assert.equal(others[0].cards[0].label, 'Pida por la unidad de niñez')
  assert.equal(others[0].cards[0].digits, '1810')
})

test('without a district only what serves everybody is named', () => {
  const { calls } = callPlan(rules, form({}, { district: '' }), tuesday)
  assert.deepEqual(dials(calls[1]), ['tel:080000205'])
})

test('what a sign says counts only where nobody has answered', () => {
  const content = rules.content
  assert.deepEqual(situation(form({}, { signs: ['A01'] }), content), { age: 'doubted' })
  assert.deepEqual(situation(form({ age: 'adult' }, { signs: ['A01'] }), content), { age: 'adult' })
})

test('the route knows place and hour, and takes answers back', () => {
  const seen = [], spy = { ...rules, decide: (known) => { seen.push(known); return rules.decide(known) } }
  routeOf(spy, form({ danger: 'yes' }), night, { danger: undefined, age: 'minor' })
  assert.deepEqual(seen[0], { age: 'minor', 'office-hours': 'no', 'fiscal-district': 'lima-centro' })
})

test('a condition holds only when nothing unknown can change it', () => {
  const known = { danger: 'yes' }
  assert.equal(holds('always', known), true)
  assert.equal(holds({ danger: ['yes'] }, known), true)
  assert.equal(holds({ danger: ['no'] }, known), false)
  assert.equal(holds({ age: ['minor'] }, known), null)
  assert.equal(holds({ not: { danger: ['no'] } }, known), true)
  assert.equal(holds({ not: { age: ['minor'] } }, known), null)
  assert.equal(holds({ all: [{ danger: ['yes'] }, { age: ['minor'] }] }, known), null)
  assert.equal(holds({ all: [{ danger: ['no'] }, { age: ['minor'] }] }, known), false)
  assert.equal(holds({ any: [{ danger: ['yes'] }, { age: ['minor'] }] }, known), true)
  assert.equal(holds({ any: [{ danger: ['no'] }, { age: ['minor'] }] }, known), null)
})

test('numbers are said in the groups of the server', () => {
  assert.equal(spoken('mobile', '939482768'), '939\u00a0482\u00a0768')
  assert.equal(spoken('toll-free', '080000205'), '0800-00-205')
  assert.equal(spoken('fixed', '014286000'), '(01) 428-6000')
  assert.equal(spoken('short', '105'), '105')
})
