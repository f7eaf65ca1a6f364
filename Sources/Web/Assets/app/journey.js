// One report under way. Its answers live in the memory of this page only; every tap seals them anew and replaces the
// sealed report on the disk, so that a killed tab loses nothing and a stolen phone tells nothing.
// @ts-check
import { routeOf } from './plan.js';
import { keep } from './outbox.js';
import { freshId, phoneCode, prepare, sealReport } from './seal.js';

const quiet = 60000, undoing = 10000;

/**
 * What a journey needs of the app.
 * @typedef {{rules: import('./plan.js').Rules, store: any, device: any, district: string, duress: boolean, now: () => number,
 *   painted: () => Promise<unknown>, changed: () => void, wake: () => void, direct: (envelope: any) => Promise<any>}} Port
 */

/** A report from the first look to what comes next. */
export class Journey {
  /**
   * @param {Port} port
   */
  constructor(port) {
    this.port = port;
    /** @type {import('./plan.js').Form} */
    this.form = { district: port.district, people: 'unknown', answers: {}, signs: [] };
    /** @type {{answered: string, at: number, step: string}[]} */
    this.calls = [];
    this.id = '';
    this.detail = '';
    /** The words that name the report which this one goes on with. */
    this.follows = '';
    this.made = 0;
    this.sealed = 0;
    this.isWhole = false;
    /** @type {any} */
    this.row = null;
    this.fault = '';
    /** When the report as it is now may leave; 0 once that is sealed. */
    this.wanted = 0;
    /** @type {Promise<void> | null} */
    this.busy = null;
    /** @type {import('./seal.js').Prepared | null} what the next seal needs, made while nobody waits for it */
    this.ahead = null;
    /** When the newest seal is done or has failed; the disk may still be writing. */
    this.sealing = Promise.resolve();
  }

  /** Whether the report exists: from step 1 on nothing may be lost. */
  get isOpen() { return this.id !== ''; }

  /** The code that the phone says of the report, kept or not. */
  get code() { return this.isOpen ? phoneCode(this.id) : ''; }

  /** Step 1: the report is there, whatever follows. */
  begin() {
    if (this.isOpen) return this.save(this.port.now() + quiet);
    this.id = freshId();
    this.made = this.port.now();
    return this.save(this.made);
  }

  /**
   * Takes one answer in.
   * @param {string} name the field
   * @param {string} value
   * @param {boolean} isOn whether it is marked
   * @returns {Promise<void>}
   */
  answer(name, value, isOn) {
    const { form } = this;
    if (name === 'district') form.district = value;
    else if (name === 'people') form.people = value;
    else if (name === 'detail') this.detail = value.replace(/[\u0000-\u001f]+/g, ' ').trim().slice(0, 500);
    else if (name === 'sign') form.signs = form.signs.filter((id) => id !== value).concat(isOn ? value : []);
    else this.fact(name.slice(5), isOn ? value : '');
    return this.isOpen ? this.save(this.port.now() + quiet) : Promise.resolve();
  }

  /**
   * @param {string} id
   * @param {string} value
   */
  fact(id, value) {
    if (value) this.form.answers[id] = value; else delete this.form.answers[id];
    const steps = id === 'police-answered' ? ['notify-police', 'notify-police-unit', 'report-hotline', 'emergency-police']
      : id === 'prosecutor-answered' ? ['notify-prosecutor'] : [];
    for (const call of this.calls) if (steps.includes(call.step) && value) call.answered = value;
  }

  /**
   * A number was tapped. Whether anybody answered only the person can say.
   * @param {string} step
   * @returns {Promise<void>}
   */
  called(step) {
    this.calls.push({ answered: 'unknown', at: this.port.now(), step });
    return this.isOpen ? this.save(this.port.now() + quiet) : Promise.resolve();
  }

  /** Everything was said; ten seconds remain to change one's mind. */
  finish() {
    this.isWhole = true;
    return this.save(this.port.now() + undoing);
  }

  /** Back to marking within the ten seconds: what is sealed waits again. */
  undo() {
    this.isWhole = false;
    return this.save(this.port.now() + quiet);
  }

  /** Whether the ten seconds still run. */
  get canUndo() {
    const row = this.row;
    return !!row && this.isWhole && row.state === 'pending' && row.nextAt > this.port.now() && row.tries === 0;
  }

  /**
   * Seals what is known and keeps it; answers that come in meanwhile are sealed right after.
   * @param {number} at when it may leave
   * @returns {Promise<void>}
   */
  save(at) {
    this.wanted = at;
    if (!this.busy) this.busy = this.write().catch(() => this.failed()).then(() => { this.busy = null; });
    return this.busy;
  }

  /** Nothing could be sealed: it is said, and the next answer tries again. */
  failed() {
    this.fault = 'full';
    this.port.changed();
  }

  /** Makes what the next seal needs; a bundle with another key makes it anew. */
  ready() {
    const { intake } = this.port.rules.content;
    if (!this.ahead || this.ahead.intake !== intake) this.ahead = prepare(intake);
    return this.ahead;
  }

  async write() {
    const { port } = this;
    while (this.wanted) {
      await port.painted();
      const at = this.wanted;
      this.wanted = 0;
      performance.mark('ruta-seal-begins');
      const ahead = this.ready();
      this.ahead = null;
      const seal = sealReport(this.id, this.content(), ahead, port.device);
      this.sealing = seal.then(() => {}, () => {});
      const envelope = await seal;
      performance.measure('ruta-seal', 'ruta-seal-begins');
      const sealed = { envelope, code: this.code, made: this.made, whole: this.isWhole, at };
      try {
        this.row = await port.store.change(this.id, (/** @type {any} */ row) => keep(row, sealed));
        this.fault = '';
      } catch (fault) {
        this.fault = 'full';
        const answer = await port.direct(envelope);
        if (answer) this.row = Object.assign(keep(undefined, sealed), { state: 'received', receipt: answer });
      }
      port.changed();
      port.wake();
      this.ready();
    }
  }

  /** The report as it is sealed. */
  content() {
    const { port, form } = this, { content } = port.rules, route = routeOf(port.rules, form, port.now());
    this.sealed = Math.max(port.now(), this.sealed + 1);
    return {
      calls: this.calls, catalog: { hash: content.hash, version: content.version }, 
      detail: `${this.follows} ${this.detail}`.trim().slice(0, 500) || undefined,
      district: form.district || undefined, facts: form.answers, flags: port.duress ? ['duress'] : undefined,
      level: route.level.id, made: this.made, people: form.people, sent: this.sealed,
      signs: content.signs.map((/** @type {any} */ sign) => sign.id).filter((/** @type {string} */ id) => form.signs.includes(id)),
      steps: route.steps.filter((step) => step.isRequired).map((step) => step.id),
    };
  }
}
