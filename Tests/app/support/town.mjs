// A small invented town: a bundle with a few rules, and a decider written by hand in place of the engine.

const fact = (id, asked, ...values) => ({ id, asked, question: `¿${id}?`, values: values.map((value) => ({ id: value, label: value })) })
const step = (id, phase, because, more = {}) => ({ id, phase, title: id, because, ...more })
const contact = (kind, value, label, hours, tel) => ({ kind, value, label, hours, verified: true, tel })

const content = {
  version: '2026.11.1', hash: 'ab', made: 1,
  intake: { id: '4269889431e31319', key: 'BFFcPW6545a5BNP-yn9U_c0MwemXvzddylFa0KbDtANfRTa-OlDzGPv5pUdZAqIhUCvvDVfgjFOyzApW8X2fk1Q' },
  facts: [
    fact('danger', 'street', 'yes', 'no'), fact('injury', 'street', 'yes', 'no'), fact('age', 'street', 'minor', 'doubted', 'adult'),
    fact('official-implicated', 'street', 'no', 'police', 'serenazgo'), fact('police-answered', 'after-call', 'yes', 'no'),
    fact('prosecutor-answered', 'after-call', 'yes', 'no'), fact('fiscal-district', 'derived', 'lima-centro'),
    fact('office-hours', 'derived', 'yes', 'no'),
  ],
  signs: [{ id: 'A01', label: 'Parece menor', group: 'seen', implies: { age: 'doubted' } }],
  steps: [
    step('emergency-police', 'safety', 'Hay peligro. Llame.'), step('emergency-medical', 'safety', 'Hay un herido. Llame.'),
    step('notify-police', 'notify', 'La ley lo pide. Basta una sospecha.'),
    step('notify-police-unit', 'notify', 'Esta unidad investiga.', {
      reasons: [{ when: { 'official-implicated': ['police'] }, say: 'Puede haber un policía implicado.' }],
    }),
    step('notify-prosecutor', 'notify', 'El fiscal guía el caso.'), step('report-hotline', 'notify', 'La línea recibe avisos.'),
    step('notify-child-protection', 'notify', 'Esta unidad protege.'),
  ],
  levels: [{ id: 'immediate', label: 'Inmediato', advice: 'Llame.' }],
  institutions: ['pnp-105', 'samu', 'station', 'unit', 'fistrap', 'duty', 'line', 'upe', 'child-line'].map((id) => ({ id, name: id })),
  districts: [{ id: '150101', name: 'Lima', at: ['-12.05', '-77.04'], fiscal: 'lima-centro' }],
  fiscals: ['lima-centro'], holidays: [],
  contacts: [
    contact('short', '105', 'Central', '24x7', '105'), contact('short', '106', 'SAMU', '24x7', '106'),
    contact('short', '1818', 'Línea', '24x7', '1818'), contact('mobile', '939000001', 'Fiscalía', 'office', '+51939000001'),
    contact('toll-free', '080000205', 'Turno', '24x7', '080000205'), contact('broker', 'child-line', 'Pida por la unidad de niñez', '24x7'),
    contact('short', '1810', 'Línea de niñez', '24x7', '1810'),
  ],
  reach: {
    base: {
      'pnp-105': [[0], [0]], samu: [[1], [1]], station: [[0], [0]], unit: [[2], [2]], fistrap: [[], []], duty: [[4], [4]],
      line: [[2], [2]], upe: [[5], [5]], 'child-line': [[6], [6]],
    },
    districts: { 150101: { fistrap: [[3], [3]] } },
  },
  texts: {}, conduct: [], rights: [],
}

/** What the rules of this town say; `beside` brings the prosecutor on duty. */
function decide(known) {
  const say = (id, institution, isRequired) => ({ step: id, status: isRequired ? 'required' : 'not-needed', institution })
  const warns = known['official-implicated'] === 'police', isChild = known.age === 'minor' || known.age === 'doubted'
  return {
    level: 'immediate', questions: ['danger'], steps: [
      say('emergency-police', 'pnp-105', known.danger === 'yes'), say('emergency-medical', 'samu', known.injury === 'yes'),
      say('notify-police', 'station', !warns), say('notify-police-unit', 'unit', warns),
      say('notify-prosecutor', known['prosecutor-answered'] === 'no' ? 'duty' : 'fistrap', true),
      say('report-hotline', 'line', known['police-answered'] === 'no'), say('notify-child-protection', 'upe', isChild),
    ],
  }
}

content.steps[4].beside = ['duty']

export const rules = { content, decide }
