import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { DAY_MS, later, monthEnd, monthOf, type Zone, zones } from '../../shared/domain/basics/month.ts';
import { type FaultKind, ratesOf } from './chance/faults.ts';
import { randomOf } from './chance/random.ts';
import type { MortalEngine } from './engine/mortal-engine.ts';
import { keepsConsents } from './invariants/capital.ts';
import { keepsComplaints } from './invariants/complaints.ts';
import { checkAll, monthsUntil } from './invariants/end-invariants.ts';
import { keepsMoney } from './invariants/money.ts';
import { keepsPapers } from './invariants/papers.ts';
import { keepsReviews } from './invariants/reviews.ts';
import { keepsSeats } from './invariants/seats.ts';
import { countsOpen, followsLedger, keepsItems, keepsRoles, keepsTenants } from './invariants/step-invariants.ts';
import { Triggers } from './invariants/triggers.ts';
import { keepsVisits } from './invariants/visits.ts';
import { mistakes } from './mistakes.ts';
import { Sim, Violation } from './sim.ts';
import { nextIntent } from './town/actors.ts';
import { checkAnswer } from './town/answers.ts';
import type { Intent } from './town/intent.ts';
import { starts, townAt } from './town/town.ts';

export type HistoryOptions = {
  readonly seed: number;
  /** How many wishes are begun. */
  readonly operations?: number;
  readonly mistake?: keyof typeof mistakes;
  readonly traced?: boolean;
  /** The real engine, which is killed and started again among the faults. When it dies within a command is up to the machine. */
  readonly engine?: MortalEngine;
  /** How likely it is killed with a command. */
  readonly engineDies?: number;
};
export type HistoryOutcome = {
  readonly seed: number;
  readonly violation: string | undefined;
  readonly operations: number;
  readonly steps: number;
  readonly faults: Readonly<Record<FaultKind, number>>;
  readonly inFlight: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly trace: readonly string[];
};

export const OPERATIONS = 30;
const MOST_STEPS = 40_000;
const MINUTE = 60_000;

/** A sealed text is another in each run, and says nothing. */
const unsealed = (name: string, value: unknown): unknown => (name === 'quote' ? 'sealed' : value);

/** Runs one history: the same options, the same history, step by step. */
export const runHistory = async (options: HistoryOptions): Promise<HistoryOutcome> => {
  const random = randomOf(options.seed);
  const town = await townAt(random.pick(starts));
  const table = new MemoryTable('memory', town.table);
  const rates = ratesOf(random);
  const mistake = options.mistake === undefined ? undefined : mistakes[options.mistake];
  const { engine, engineDies, traced = false } = options;
  const sim = new Sim({ random, rates, table, now: town.now, mistake, traced, engine, engineDies });
  await engine?.load(table.all());
  for (const [key, bytes] of town.files) sim.files.set(key, bytes);
  table.onCommit = (changes) => sim.committed(changes);
  table.lagging = rates['stale index'] !== undefined;
  sim.observers.push(
    keepsItems,
    keepsMoney,
    keepsPapers,
    keepsReviews,
    keepsVisits,
    keepsConsents,
    keepsSeats,
    keepsComplaints,
    keepsTenants,
    keepsRoles,
    followsLedger,
    countsOpen,
  );
  const play = new Play(sim, options.operations ?? OPERATIONS);
  let violation: string | undefined;
  try {
    await play.all();
    await sim.mirror?.check('at the end');
  } catch (error) {
    if (!(error instanceof Violation) && !options.traced) sim.say(String((error as Error).stack));
    violation = error instanceof Violation ? error.message : `the simulator failed: ${(error as Error).stack}`;
  }
  const { counts, step, operations, inFlight, trace = [] } = sim;
  return {
    seed: options.seed,
    violation,
    operations,
    steps: step,
    faults: counts,
    inFlight,
    answers: play.answered,
    trace,
  };
};

class Play {
  readonly answered: Record<string, number> = {};
  readonly #sim: Sim;
  readonly #operations: number;
  readonly #triggers: Triggers;
  readonly #intents: Intent[] = [];
  /** Wishes whose sender does not know how they ended. */
  readonly #again: Intent[] = [];
  readonly #people: number;
  /** Closing months is most of a history's work: only some histories live to see one. */
  readonly #closing: boolean;
  readonly #began: number;
  /** The months that must be closed at the end. */
  #closed: readonly string[] = [];
  #asking = 0;
  /** No new process begins until the clock has jumped: functions live seconds. */
  #jump: number | undefined;
  #failure: unknown;

  constructor(sim: Sim, operations: number) {
    this.#sim = sim;
    this.#operations = operations;
    this.#triggers = new Triggers(sim);
    this.#people = 1 + sim.random.int(6);
    this.#began = sim.now;
    this.#closing = sim.random.chance(0.25);
  }

  async all(): Promise<void> {
    const sim = this.#sim;
    while (sim.operations < this.#operations || this.#asking > 0) await this.#step();
    await this.#heal();
    checkAll(sim, this.#triggers, this.#intents, this.#closed);
  }

  async #step(): Promise<void> {
    const sim = this.#sim;
    await sim.settled();
    if (sim.violation ?? this.#failure) throw sim.violation ?? this.#failure;
    sim.step += 1;
    if (sim.step > MOST_STEPS) sim.violated('the history does not end');
    sim.now += sim.random.int(30);
    sim.random.weighted(this.#choices())();
  }

  #choices(): (readonly [number, () => void])[] {
    const sim = this.#sim;
    const { waiting } = sim.scheduler;
    const choices: (readonly [number, () => void])[] = [];
    if (waiting.length > 0) choices.push([8, () => this.#letGo()]);
    if (table(sim).behind > 0) choices.push([1.5, () => table(sim).catchUp(sim.random.int(table(sim).behind))]);
    if (this.#jump !== undefined && waiting.length === 0 && sim.running.size === 0) return [[1, () => this.#jumpNow()]];
    if (this.#jump !== undefined) {
      if (sim.rates['time-out']) choices.push([0.05, () => this.#timeOut()]);
      return choices.length > 0 ? choices : [[1, () => {}]];
    }
    if (this.#asking < this.#people && sim.operations < this.#operations) choices.push([2, () => this.#begin()]);
    if (this.#again.length > 0 && this.#asking < this.#people) choices.push([1, () => this.#repeat()]);
    choices.push(...this.#triggers.choices());
    choices.push([0.12, () => this.#planJump()]);
    return choices;
  }

  #letGo(): void {
    const sim = this.#sim;
    const next = sim.scheduler.step();
    if (!next) return;
    sim.say(`${next.process.name}: ${next.what}`);
    const kill = sim.rates.killed;
    if (kill === undefined || !sim.random.chance(kill)) return;
    const victim = sim.random.pick([...sim.running]);
    if (victim) sim.kill(victim, 'killed');
  }
  #timeOut(): void {
    const victim = this.#sim.random.pick([...this.#sim.running]);
    if (victim) this.#sim.kill(victim, 'time-out');
  }

  #begin(): void {
    const intent = nextIntent(this.#sim, this.#intents.length + 1);
    this.#intents.push(intent);
    this.#sim.operations += 1;
    this.#ask(intent);
    const back = inReturn(intent, this.#intents.length + 1);
    if (back && this.#sim.random.chance(0.4)) {
      this.#intents.push(back);
      this.#ask(back);
    }
    if (intent.repeatable && this.#sim.strikes('double click')) this.#ask(intent);
  }
  #repeat(): void {
    const [intent] = this.#again.splice(this.#sim.random.int(this.#again.length), 1);
    if (intent) this.#ask(intent);
  }
  #ask(intent: Intent): void {
    void this.#answer(intent).catch((error) => {
      this.#failure = error;
    });
  }
  async #answer(intent: Intent): Promise<void> {
    const sim = this.#sim;
    const { person, key, params, body, query, headers, rawBody } = intent;
    const began = sim.step;
    intent.sent += 1;
    this.#asking += 1;
    const name = `${person ?? 'anybody'} ${intent.tag}${intent.sent > 1 ? ` (${intent.sent})` : ''} ${key}`;
    sim.say(`${name} ${JSON.stringify({ ...params, ...headers, ...(body as object), ...intent.notice }, unsealed)}`);
    const asked = {
      params,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(query ? { query } : {}),
      ...(rawBody === undefined ? {} : { rawBody }),
    };
    const outcome = await sim.run(name, (container) => sim.marketOf(container).ask(key, person, asked), intent);
    this.#asking -= 1;
    if (outcome !== 'killed' && 'error' in outcome) throw outcome.error;
    const answer = outcome === 'killed' ? undefined : outcome.result;
    const code = answer && (answer.body as { code?: string } | null)?.code;
    const told = answer ? `${answer.status}${answer.status >= 400 ? ` ${code}` : ''}` : 'no answer';
    this.answered[told] = (this.answered[told] ?? 0) + 1;
    sim.say(`${name} → ${told}`);
    if (answer && outcome !== 'killed') {
      intent.answers.push({ status: answer.status, code, body: answer.body, began });
      checkAnswer(sim, intent, answer, outcome.process);
    }
    const known = answer !== undefined && answer.status < 500;
    if (known) intent.settled = true;
    else if (intent.repeatable && intent.sent < 8) this.#again.push(intent);
    // A provider tells again what was taken already, between its other notices.
    if (known && intent.sent < (intent.deliveries ?? 1)) this.#again.push(intent);
    // Somebody who got an answer may ask the same again, a moment or a day later.
    if (known && intent.repeatable && intent.sent < 3 && sim.random.chance(0.06)) this.#again.push(intent);
  }

  #planJump(): void {
    const sim = this.#sim;
    const zone = sim.random.pick(Object.keys(zones) as Zone[]);
    const edge = Date.parse(monthEnd(monthOf(new Date(sim.now), zone), zone));
    const after = (ms: number) => sim.now + ms;
    const to = sim.random.weighted([
      [6, after(1000 * (1 + sim.random.int(59)))],
      [3, after(11 * MINUTE)],
      [3, after(60 * MINUTE * (1 + sim.random.int(20)))],
      [2, after(25 * 60 * MINUTE)],
      [1.5, after(3 * DAY_MS + 60 * MINUTE)],
      [2, edge - sim.random.int(400)],
      [1, edge + 6 * MINUTE],
      [0.5, edge + 10 * DAY_MS - sim.random.int(400)],
    ] as const);
    if (this.#closing || this.#triggers.quiet(sim.now, to)) this.#jump = to;
  }
  #jumpNow(): void {
    const sim = this.#sim;
    const from = sim.now;
    sim.now = Math.max(sim.now, this.#jump ?? 0);
    this.#jump = undefined;
    sim.say(`the clock jumps to ${new Date(sim.now).toISOString()}`);
    if (sim.now - from > 5000) sim.catchUp();
    this.#triggers.passed(from, sim.now);
  }

  /** Faults end; everybody who does not know asks again; streams, buses and closes come to an end; months are closed. */
  async #heal(): Promise<void> {
    const sim = this.#sim;
    sim.say('the faults end');
    sim.rates = {};
    sim.engineDies = 0;
    this.#jump = undefined;
    sim.table.lagging = false;
    sim.catchUp();
    await this.#drain();
    if (!this.#closing) return;
    const from = sim.now;
    const months = monthsUntil(this.#began - 35 * DAY_MS, sim.now);
    // The month may end while all of this goes on: that one is nobody's to close yet.
    this.#closed = months;
    const last = months.at(-1);
    // Past the last deadline, with every schedule fired, also those that were missed.
    if (last) sim.now = Math.max(sim.now, Date.parse(monthEnd(last, 'Asia/Jakarta')) + 10 * DAY_MS + 10 * MINUTE);
    this.#triggers.passed(from, sim.now);
    // What was reported or spoiled after a month's last close is closed once more, as a person would ask.
    for (const month of sim.counts['file corrupt'] > 0 ? months : this.#triggers.reopened)
      for (const zone of ['Asia/Jakarta', 'Asia/Jayapura'] as const) {
        const scheduledAt = later(monthEnd(month, zone), 10 * DAY_MS + 5 * MINUTE);
        this.#triggers.closes({ zone, phase: 'final', scheduledAt });
      }
    await this.#drain();
  }
  async #drain(): Promise<void> {
    const sim = this.#sim;
    while (this.#asking > 0 || this.#again.length > 0 || !this.#triggers.idle || sim.scheduler.waiting.length > 0) {
      await sim.settled();
      if (sim.violation ?? this.#failure) throw sim.violation ?? this.#failure;
      sim.step += 1;
      if (sim.step > MOST_STEPS) sim.violated('the history does not end');
      sim.now += sim.random.int(10);
      const choices: (readonly [number, () => void])[] = [...this.#triggers.choices(false)];
      if (sim.scheduler.waiting.length > 0) choices.push([10, () => this.#letGo()]);
      if (this.#again.length > 0) choices.push([2, () => this.#repeat()]);
      sim.random.weighted(choices.length > 0 ? choices : [[1, () => {}]])();
    }
  }
}
const table = (sim: Sim): MemoryTable => sim.table;

/** Whoever is to lose a role tries, at the same time, to take it from the other. */
const inReturn = (intent: Intent, id: number): Intent | undefined => {
  const { key, person, params } = intent;
  if (!key.startsWith('DELETE /scopes') || person === undefined || person === params['person']) return undefined;
  return { ...intent, id, tag: `Tanda ${id}`, person: params['person'], params: { ...params, person }, answers: [] };
};
