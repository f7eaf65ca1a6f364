// Compares the calls that the phone plans with those on the server's page, number by number, on random situations.
// usage: node calls-parity.mjs SERVER ENGINE.wasm COUNT SEED
import { readFileSync } from 'node:fs'
import { unb64u } from '../../../Sources/Web/Assets/app/bytes.js'
import { startEngine } from '../../../Sources/Web/Assets/app/engine.js'
import { callPlan } from '../../../Sources/Web/Assets/app/plan.js'
import { dice } from './dice.mjs'

const [server, enginePath, countText = '200', seed = '1'] = process.argv.slice(2)
const content = JSON.parse((await (await fetch(`${server}/app/paquete`)).text()).split('\n')[1])
const rules = { content, decide: await startEngine(readFileSync(enginePath), unb64u(content.rulebook), content) }
const roll = dice(Number(seed)), pick = (list) => list[Math.floor(roll() * list.length)]
const askable = content.facts.filter((fact) => fact.asked !== 'derived')

/** The numbers of the page in its order, the calls with their next numbers. */
function onPage(html) { return [...html.matchAll(/<a class="call[^"]*" href="(tel:[^"]+)"/g)].map((found) => found[1]) }

/** The numbers of the plan in the order of the page. */
function planned(form) {
  const { emergencies, calls, others } = callPlan(rules, form, Date.now()), first = (list) => list.map((call) => call.cards[0].tel)
  return first(emergencies).concat(calls.flatMap((call) => (call.asks ? call.cards : call.cards.slice(0, 1)).map((card) => card.tel)), first(others))
}

let different = 0, numbers = 0
for (let round = 0; round < Number(countText); round += 1) {
  const answers = {}, share = roll() * 0.6
  for (const fact of askable) if (roll() < share) answers[fact.id] = pick(fact.values).id
  const form = { district: roll() < 0.9 ? pick(content.districts).id : '', people: 'unknown', answers, signs: content.signs.filter(() => roll() < 0.1).map((sign) => sign.id) }
  const body = new URLSearchParams({ to: 'calls', from: 'start', district: form.district })
  for (const [id, value] of Object.entries(answers)) body.set(`fact.${id}`, value)
  for (const sign of form.signs) body.set(`sign.${sign}`, 'yes')
  const html = await (await fetch(`${server}/`, { method: 'POST', body })).text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('data-offline'))
  const [server1, phone] = [onPage(main).join(' '), planned(form).join(' ')]
  numbers += planned(form).length
  if (server1 === phone) continue
  if (different++ < 3) console.log(JSON.stringify(form), '\n  server', server1, '\n  phone ', phone)
}
console.log(`calls-parity: ${countText} situations, ${numbers} numbers, ${different} differ`)
process.exit(different ? 1 : 0)
