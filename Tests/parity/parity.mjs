// Compares the engine on the phone (WebAssembly) with the engine of the server on random situations.
// usage: node parity.mjs RUTA WASM BUNDLE COUNT SEED [--plant]
// The rules come out of the bundle, as on the phone.
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

const [ruta, wasmPath, bundlePath, countText, seedText, plant] = process.argv.slice(2)
const count = Number(countText)
const bundle = JSON.parse(readFileSync(bundlePath, 'utf8').split('\n')[1])
const names = {
  facts: bundle.facts.map((fact) => ({ ...fact, values: fact.values.map((value) => value.id) })),
  steps: bundle.steps.map((step) => step.id),
  institutions: bundle.institutions.map((institution) => institution.id),
  levels: bundle.levels.map((level) => level.id),
  districts: Object.fromEntries(bundle.districts.map((district) => [district.id, district.fiscal])),
}
const rulebook = Buffer.from(bundle.rulebook, 'base64url')
const module = new WebAssembly.Module(readFileSync(wasmPath))
const imports = WebAssembly.Module.imports(module)
if (imports.length > 0) fail(`the module imports ${imports.length} functions; it must import none`)
const engine = new WebAssembly.Instance(module).exports

function fail(reason) {
  console.log(`parity: ${reason}`)
  process.exit(1)
}

/** Deterministic random numbers below a bound (mulberry32). */
let state = Number(seedText) >>> 0
function below(bound) {
  state = (state + 0x6d2b79f5) >>> 0
  let t = state
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) % bound
}

// Two hours whose office state is plain: a Tuesday morning and the same night.
const hours = [['2026-11-24T10:00:00-05:00', 'yes'], ['2026-11-24T22:15:00-05:00', 'no']]
const districts = Object.keys(names.districts)
const askable = names.facts.filter((fact) => fact.asked !== 'derived')

function situation() {
  const facts = {}
  const share = below(11)
  for (const fact of askable) if (below(10) < share) facts[fact.id] = fact.values[below(fact.values.length)]
  const [at, office] = hours[below(2)]
  return { line: { district: districts[below(districts.length)], at, facts }, office }
}

/** Gives the engine some bytes as its rules, and says what it answers. */
function load(bytes) {
  const place = engine.ruta_buffer(bytes.length)
  if (place === 0) return -1
  new Uint8Array(engine.memory.buffer, place, bytes.length).set(bytes)
  return engine.ruta_load(bytes.length)
}

const input = engine.ruta_input()
function decide({ line, office }) {
  const known = { ...line.facts, 'fiscal-district': names.districts[line.district], 'office-hours': office }
  const bytes = new Uint8Array(engine.memory.buffer, input, 64).fill(0)
  names.facts.forEach((fact, number) => {
    if (fact.id in known) bytes[number] = 1 << fact.values.indexOf(known[fact.id])
  })
  if (plant === '--plant') bytes[0] = 0
  const start = engine.ruta_decide()
  if (start === 0) fail('the module refused a situation')
  const answer = new Uint8Array(engine.memory.buffer, start, 9 + 4 * names.steps.length)
  const steps = {}
  for (let step = 0; step < names.steps.length; step++) {
    const [number, status] = answer.subarray(9 + 4 * step, 11 + 4 * step)
    if (status > 0) steps[names.steps[number]] = status === 1 ? 'pending' : 'required'
  }
  const nextQuestions = names.facts.filter((_, n) => answer[1 + (n >> 3)] & (1 << (n & 7))).map((fact) => fact.id)
  const institutions = {}
  for (let step = 0; step < names.steps.length; step++) {
    institutions[names.steps[answer[9 + 4 * step]]] = names.institutions[answer[11 + 4 * step]]
  }
  return { compact: JSON.stringify({ steps, nextQuestions, level: names.levels[answer[0]] }), institutions }
}

if (engine.ruta_version() !== 2) fail('unexpected version of the border')
if (engine.ruta_facts() !== -1 || engine.ruta_decide() !== 0) fail('the module decides without rules')
if (load(rulebook) !== 0) fail('the module refuses the rules of the bundle')
if (engine.ruta_steps() !== names.steps.length) fail('the module has another number of steps')
if (engine.ruta_facts() !== names.facts.length) fail('the module has another number of facts')

const situations = Array.from({ length: count }, situation)
const input_lines = situations.map(({ line }) => JSON.stringify(line)).join('\n') + '\n'
const batch = spawnSync(ruta, ['route', '--batch'], { input: input_lines, maxBuffer: 1 << 30 })
if (batch.status !== 0) fail(`ruta route --batch ended with ${batch.status}: ${batch.stderr}`)
const native = batch.stdout.toString().trimEnd().split('\n')
if (native.length !== count) fail(`expected ${count} answers, found ${native.length}`)

// Garbage and cuts are refused, and the rules before stay; what is loaded again and again leaves nothing behind.
decide(situations[0])
const before = engine.ruta_live()
const garbage = [Buffer.alloc(0), Buffer.from('nonsense'), Buffer.concat([rulebook, Buffer.from([0])])]
for (let length = 1; length < rulebook.length; length += 7) garbage.push(rulebook.subarray(0, length))
for (const bytes of garbage) if (load(bytes) !== -1) fail(`the module takes ${bytes.length} bytes of garbage for rules`)
if (engine.ruta_buffer(-1) !== 0 || engine.ruta_buffer(1 << 30) !== 0) fail('the module gives room for anything')
if (engine.ruta_load(10) !== -1) fail('the module loads rules that nobody wrote')
if (engine.ruta_steps() !== names.steps.length) fail('garbage took the rules out of force')
for (let round = 0; round < 100; round++) if (load(rulebook) !== 0) fail('the module refuses the same rules again')
if (engine.ruta_live() !== before) fail(`loading leaks: ${engine.ruta_live() - before} blocks`)

let different = 0
situations.forEach((one, number) => {
  if (decide(one).compact === native[number]) return
  if (different++ < 3) console.log(`parity: situation ${number}: ${JSON.stringify(one.line)}\n  ${native[number]}\n  ${decide(one).compact}`)
})
if (engine.ruta_live() !== before) fail(`memory leaks: ${engine.ruta_live() - before} blocks`)

// The compact form names no institutions: those are compared on some situations through the full one.
for (const one of situations.slice(0, 100)) {
  const facts = Object.entries(one.line.facts).flatMap(([fact, value]) => ['--fact', `${fact}=${value}`])
  const full = spawnSync(ruta, ['route', '--json', '--all', '--district', one.line.district, '--at', one.line.at, ...facts])
  const { institutions } = decide(one)
  for (const step of JSON.parse(full.stdout).steps) if (institutions[step.id] !== step.institution) different++
}

const rounds = 20000
const start = process.hrtime.bigint()
for (let round = 0; round < rounds; round++) engine.ruta_decide()
const microseconds = Number(process.hrtime.bigint() - start) / 1000 / rounds
console.log(`parity: ${count} situations compared, ${different} differ; ${microseconds.toFixed(2)} µs a decision in WebAssembly`)
process.exit(different === 0 ? 0 : 1)
