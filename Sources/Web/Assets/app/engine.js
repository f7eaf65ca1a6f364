// The route engine of the server, in WebAssembly: numbers cross the border, words stay here.
// @ts-check

const border = 2;

/**
 * @typedef {'required' | 'precaution' | 'pending' | 'not-needed'} Status
 * @typedef {{step: string, status: Status, institution: string}} Decided
 * @typedef {{level: string, questions: string[], steps: Decided[]}} Decision
 * @typedef {(known: Record<string, string>) => Decision} Decide
 */

/** @type {Status[]} */
const statuses = ['not-needed', 'pending', 'required', 'precaution'];

/**
 * Starts the engine on the rules of a bundle; throws where either does not fit the other.
 * @param {BufferSource} module
 * @param {Uint8Array} rulebook
 * @param {any} content the bundle
 * @returns {Promise<Decide>}
 */
export async function startEngine(module, rulebook, content) {
  const { instance } = await WebAssembly.instantiate(module, {});
  const engine = /** @type {any} */ (instance.exports);
  if (engine.ruta_version() !== border) throw new Error('border');
  const place = engine.ruta_buffer(rulebook.length);
  if (!place) throw new Error('rules');
  new Uint8Array(engine.memory.buffer, place, rulebook.length).set(rulebook);
  if (engine.ruta_load(rulebook.length) !== 0) throw new Error('rules');
  if (engine.ruta_facts() !== content.facts.length) throw new Error('facts');
  if (engine.ruta_steps() !== content.steps.length) throw new Error('steps');
  return (known) => decide(engine, content, known);
}

/**
 * @param {any} engine
 * @param {any} content
 * @param {Record<string, string>} known
 * @returns {Decision}
 */
function decide(engine, content, known) {
  const input = new Uint8Array(engine.memory.buffer, engine.ruta_input(), 64).fill(0);
  content.facts.forEach((/** @type {any} */ fact, /** @type {number} */ number) => {
    const value = fact.values.findIndex((/** @type {any} */ one) => one.id === known[fact.id]);
    if (value >= 0) input[number] = 1 << value;
  });
  const start = engine.ruta_decide();
  if (!start) throw new Error('situation');
  const answer = new Uint8Array(engine.memory.buffer, start, 9 + 4 * content.steps.length);
  const steps = [];
  for (let place = 9; place < answer.length; place += 4) {
    steps.push({
      step: content.steps[answer[place]].id, status: statuses[answer[place + 1]],
      institution: content.institutions[answer[place + 2]].id,
    });
  }
  const questions = content.facts
    .filter((/** @type {any} */ fact, /** @type {number} */ number) => answer[1 + (number >> 3)] & (1 << (number & 7)))
    .map((/** @type {any} */ fact) => fact.id);
  return { level: content.levels[answer[0]].id || content.levels[answer[0]], questions, steps };
}
