import type { Files } from '../../functions/files.ts';
import { makeWorld, type World } from '../../functions/world.ts';
import { courierSimulator } from '../../infra/local/courier/simulator.ts';
import type { Item } from '../../infra/local/memory/item.ts';
import type { Change } from '../../infra/local/memory/lists.ts';
import type { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { fromItem } from '../../shared/table/engine/card.ts';
import { type Market, marketOf } from '../market.ts';
import { type FaultKind, faultKinds, type Rates } from './chance/faults.ts';
import { faultyClient, type Wire } from './chance/faulty-client.ts';
import type { Random } from './chance/random.ts';
import { type Process, Scheduler, settled } from './chance/scheduler.ts';
import { type Mirror, mirror } from './engine/mirror.ts';
import type { MortalEngine } from './engine/mortal-engine.ts';
import type { Mistake } from './mistakes.ts';
import type { Intent } from './town/intent.ts';
import { type Ledger, ledgerOf } from './town/ledger.ts';
import { silent } from './town/silent.ts';

/** A Lambda's container: it serves one process at a time, and keeps its memory and its clock from one to the next. */
export type Container = { process: Running; skew: number; readonly world: World; market: Market | undefined };
export type Running = Process & {
  readonly container: Container | undefined;
  readonly intent: Intent | undefined;
  /** The person held one of the roles the request needs at some time since it began. */
  held: boolean;
  /** When it began, by the simulation's own clock. */
  readonly beganAt: number;
  /** A connection broke under it: then, and only then, it may answer with a fault. */
  broken: boolean;
};

export type Observer = (sim: Sim, changes: readonly Change[], process: Running | undefined) => void;
export class Violation extends Error {}

const nothing = () => {};
const ENGINE_DIES = 0.01;
const idle: Process = { name: 'idle', alive: false, onKill: nothing };
/** Sealers derive their keys slowly: every container of the simulation borrows these. */
const sealed = makeWorld({
  ...silent,
  client: { send: nothing } as never,
  tableName: '',
  secret: 'only for tests',
  signer: signerOf('only for tests'),
});

/** One history's whole world: clock, table, files, containers, and what is known to have happened. */
export class Sim {
  now: number;
  step = 0;
  operations = 0;
  readonly random: Random;
  readonly table: MemoryTable;
  readonly scheduler: Scheduler;
  /** What ids are made of, as every container makes them. */
  readonly keyedIds = sealed.keyedIds;
  readonly cursorSealer = sealed.cursorSealer;
  /** Ride companies, whose answers no fault reaches; what they tell comes as notices. */
  readonly couriers = courierSimulator(() => new Date(this.now).toISOString()).couriers;
  readonly ledger: Ledger;
  readonly files = new Map<string, Uint8Array>();
  /** City months whose file was altered or lost since it was last written. */
  readonly damaged = new Set<string>();
  readonly running = new Set<Running>();
  readonly counts = Object.fromEntries(Object.keys(faultKinds).map((kind) => [kind, 0])) as Record<FaultKind, number>;
  readonly trace: string[] | undefined;
  /** Sees changes as they are stored. */
  readonly streams: ((changes: readonly Change[]) => void)[] = [];
  /** Sees changes as the code reads them. */
  readonly observers: Observer[] = [];
  rates: Rates;
  /** Writes that were decided while a role was held and committed after it was revoked. */
  inFlight = 0;
  violation: Violation | undefined;
  readonly #mistake: Mistake | undefined;
  readonly #idle: Container[] = [];
  readonly #earlier = new Map<string, Item | undefined>();
  readonly #wire: Wire;

  constructor(options: {
    random: Random;
    rates: Rates;
    table: MemoryTable;
    now: number;
    mistake?: Mistake | undefined;
    traced?: boolean;
    engine?: MortalEngine | undefined;
    engineDies?: number | undefined;
  }) {
    this.random = options.random;
    this.rates = options.rates;
    this.table = options.table;
    this.now = options.now;
    this.#mistake = options.mistake;
    this.trace = options.traced ? [] : undefined;
    this.scheduler = new Scheduler(options.random);
    this.ledger = ledgerOf(options.table);
    this.engineDies = options.engineDies ?? ENGINE_DIES;
    const dies = () => (this.random.chance(this.engineDies) ? this.random.int(4) : undefined);
    this.mirror = options.engine && mirror(options.engine, options.table, (what) => this.violated(what), dies);
    this.#wire = {
      random: options.random,
      table: options.table,
      scheduler: this.scheduler,
      strikes: (kind) => this.strikes(kind),
      met: (kind) => {
        this.counts[kind] += 1;
      },
      execute: (command, process) => this.#execute(command, process as Running),
      earlier: this.#earlier,
      traced: options.traced ?? false,
      broken: (process) => {
        const { container } = process as Running;
        (process as Running).broken = true;
        // A read that is shared in a container's memory fails for whoever waits for it by now, too.
        if (container) container.process.broken = true;
      },
    };
  }

  say(what: string): void {
    this.trace?.push(`${String(this.step).padStart(5)} ${new Date(this.now).toISOString().slice(5, 23)} ${what}`);
  }
  strikes(kind: FaultKind): boolean {
    const rate = this.rates[kind];
    if (rate === undefined || !this.random.chance(rate)) return false;
    this.counts[kind] += 1;
    this.say(`  ~ ${kind}`);
    return true;
  }
  /** Ends the history; also where a handler would take the error for its own, so it is kept. */
  violated(what: string): never {
    this.violation ??= new Violation(what);
    this.say(`VIOLATION ${what}`);
    throw this.violation;
  }

  /** The real engine that this history runs on too, when it does; see engine/mirror.ts. */
  readonly mirror: Mirror | undefined;
  /** How likely the engine is to be killed with a command. */
  engineDies: number;
  readonly #atEngine = new Set<Promise<unknown>>();
  /** Everything that can run without waiting for its turn has run, and the engine has answered. */
  async settled(): Promise<void> {
    await settled();
    while (this.#atEngine.size > 0) {
      await Promise.allSettled(this.#atEngine);
      await settled();
    }
  }

  #execute(command: { readonly input: object }, process: Running) {
    if (!this.mirror) return this.#onModel(command, process);
    const answer = this.mirror.execute(command, (meant) => this.#onModel(meant, process));
    this.#atEngine.add(answer);
    const done = () => void this.#atEngine.delete(answer);
    answer.then(done, done);
    return answer;
  }
  #executing: Running | undefined;
  #onModel(command: { readonly input: object }, process: Running) {
    const outer = this.#executing;
    this.#executing = process;
    try {
      const meant = this.#mistake ? this.#mistake(command, (again) => this.table.execute(again)) : command;
      return this.table.execute(meant);
    } finally {
      this.#executing = outer;
    }
  }
  /** Called by the table after every commit: keeps what replicas may still show, then asks every observer. */
  committed(changes: readonly Change[]): void {
    for (const { key, before } of changes) this.#earlier.set(key, before);
    for (const tell of this.streams) tell(changes);
    const read = changes.map(({ key, before, after }) => ({
      key,
      before: before && fromItem(before),
      after: after && fromItem(after),
    }));
    for (const observe of this.observers) observe(this, read, this.#executing);
  }

  /** Replicas and indexes are seconds behind, never minutes. */
  catchUp(): void {
    this.#earlier.clear();
    this.table.catchUp();
  }

  #container(): Container {
    const known = this.#idle.length > 0 && this.random.chance(0.7) ? this.random.int(this.#idle.length) : -1;
    const skew = () => (this.strikes('clock skew') ? this.random.int(240_000) - 120_000 : 0);
    if (known >= 0) {
      const [container] = this.#idle.splice(known, 1) as [Container];
      if (container.skew !== 0 && this.random.chance(0.3)) container.skew = skew();
      return container;
    }
    const container: Container = {
      process: idle as Running,
      skew: skew(),
      market: undefined,
      world: {
        ...sealed,
        couriers: (partner, call) => this.couriers(partner, call),
        logger: {
          ...silent.logger,
          error: (what: unknown, more?: { error?: Error }) =>
            this.say(`  ! ${what} ${more?.error?.stack?.slice(0, 300)}`),
        } as World['logger'],
        cache: new Map(),
        // What a list was ranked from; whichever process the container runs.
        files: {
          put: (key, bytes) => this.filesOf(container.process).put(key, bytes),
          get: (key) => this.filesOf(container.process).get(key),
        },
        table: {
          name: this.table.name,
          client: faultyClient(this.#wire, () => container.process),
          pause: () => this.scheduler.turn(container.process, 'pause'),
        },
        now: () => new Date(this.now + container.skew).toISOString(),
        newId: (prefix) => `${prefix}_${this.random.letters(26)}`,
      },
    };
    return container;
  }

  /**
   * Runs `work` as a process in a container. Ends with its result, its error, or 'killed'; then the container waits for
   * the next one, or is gone.
   */
  async run<T>(
    name: string,
    work: (container: Container, process: Running) => Promise<T>,
    intent?: Intent,
  ): Promise<{ result: T; process: Running } | { error: unknown } | 'killed'> {
    const container = this.#container();
    let killed: () => void = nothing;
    const end = new Promise<'killed'>((resolve) => {
      killed = () => resolve('killed');
    });
    const slow = this.random.chance(0.1);
    const process: Running = {
      name,
      alive: true,
      slow,
      onKill: killed,
      container,
      intent,
      held: false,
      broken: false,
      beganAt: this.now,
    };
    container.process = process;
    if (intent) process.held = this.ledger.holds(intent);
    this.running.add(process);
    const done = work(container, process).then(
      (result) => ({ result, process }),
      (error) => {
        this.say(`  ! ${name} failed: ${(error as Error).stack?.slice(0, 300)}`);
        return { error };
      },
    );
    const outcome = await Promise.race([done, end]);
    this.running.delete(process);
    // A call nobody waited for goes on in its container, as it does when a frozen one is thawed.
    if (process.alive) this.#idle.push(container);
    return outcome;
  }
  kill(process: Running, kind: FaultKind): void {
    this.counts[kind] += 1;
    this.say(`  ~ ${kind}: ${process.name}`);
    this.scheduler.kill(process);
  }
  marketOf(container: Container): Market {
    container.market ??= marketOf(container.world);
    return container.market;
  }

  /** The files as one process sees them. */
  filesOf(process: Process): Files {
    const fail = (kind: FaultKind) => {
      if (!this.strikes(kind)) return;
      (process as Running).broken = true;
      throw new Error('the file store does not answer');
    };
    return {
      put: async (key, bytes) => {
        await this.scheduler.turn(process, `put ${key.slice(0, 32)}`);
        fail('unreached');
        this.files.set(key, bytes.slice());
        this.damaged.delete(key);
        await this.scheduler.turn(process, 'answer');
        fail('lost');
      },
      get: async (key) => {
        await this.scheduler.turn(process, `get ${key.slice(0, 32)}`);
        fail('unreached');
        return this.files.get(key)?.slice();
      },
    };
  }
}
