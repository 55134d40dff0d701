import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent, SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../../events/contract.ts';
import { monthCloses } from '../../../events/month-closes.ts';
import { subscriptions } from '../../../events/subscriptions.ts';
import { followMerchants } from '../../../functions/catalogue/follow-merchants.ts';
import { closeMonths } from '../../../functions/equity/close/close-months.ts';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { runClocks } from '../../../functions/orders/run-clocks.ts';
import { publishChanges } from '../../../functions/outbox/publish-changes.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import { countPurchases } from '../../../functions/spending/count-purchases.ts';
import { countParticipation } from '../../../functions/targets/count-participation.ts';
import type { World } from '../../../functions/world.ts';
import { closesBetween } from '../../../infra/local/events/schedule.ts';
import type { Change } from '../../../infra/local/memory/lists.ts';
import { reportingDeadline } from '../../../shared/domain/basics/month.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import type { Running, Sim } from '../sim.ts';
import { type CloseInput, runClose } from '../town/close.ts';
import { describe } from './events.ts';

type Told = Change & { readonly at: number; readonly number: number; readonly poison?: true };
type Delivery = { readonly event: MarketEvent; again: boolean };
type Gathers = (world: () => World) => (batch: unknown) => Promise<SQSBatchResponse>;

/** What the targets of a history listen to. */
const heard = new Set<string>([...subscriptions['catalogue/follow-merchants'].hears, ...monthCloses.hears]);
/** Those that gather: what waits for one is handed over in batches, of which some may fail. */
const gathering: readonly { readonly name: string; readonly hears: readonly string[]; readonly runs: Gathers }[] = [
  { name: 'follow orders', hears: subscriptions['payments/follow-orders'].queues.hears, runs: followOrders },
  {
    name: 'count purchases',
    hears: subscriptions['spending/count-purchases'].queues.hears,
    runs: countPurchases,
  },
  {
    name: 'count participation',
    hears: subscriptions['targets/count-participation'].queues.hears,
    runs: countParticipation,
  },
  { name: 'tell people', hears: subscriptions['notices/tell-people'].queues.hears, runs: tellPeople },
];
/** Events handed over together. */
const MOST_TOGETHER = 8;
/** Merchants one run opens: so few that a city with a third shop is closed in ranges. */
const RANGE_MERCHANTS = 2;

/** What runs without a request: the stream and its consumer, the bus and its targets, the clocks, the closes. */
export class Triggers {
  /** Every change, in order of commit. */
  readonly changes: Told[] = [];
  /** Every event the bus took, as often as it took it. */
  readonly taken: MarketEvent[] = [];
  /** Months in which a report came after the deadline. */
  readonly reopened = new Set<string>();
  /** Poison records the consumer refused, which on AWS go to the dead-letter queue. */
  dead = 0;
  busy = 0;
  readonly #sim: Sim;
  /** Undelivered records by item: order is kept within one, and only there. */
  readonly #queues = new Map<string, Told[]>();
  readonly #deliveries: Delivery[] = [];
  readonly #waiting = gathering.map((): Delivery[] => []);
  readonly #closes: { input: CloseInput; wait: number }[] = [];
  readonly #seen: Told[] = [];
  #clocksBusy = false;

  constructor(sim: Sim) {
    this.#sim = sim;
    sim.streams.push((changes) => {
      for (const change of changes) this.#tell({ ...change, at: sim.now, number: this.changes.length });
    });
  }
  #tell(told: Told): void {
    if (!told.poison) this.changes.push(told);
    const { type, month } = told.after ? fromItem(told.after) : {};
    // After the deadline, a report is in the result only once somebody closes the month again.
    const late =
      type === 'Turnover' && this.#sim.now > Date.parse(reportingDeadline(String(month), 'Asia/Jayapura')) - 600_000;
    if (late) this.reopened.add(String(month));
    // The consumer makes nothing of most kinds; a few are handed over to see that.
    if (!describe(told) && !told.poison && !this.#sim.random.chance(0.05)) return;
    const queue = this.#queues.get(told.key) ?? [];
    this.#queues.set(told.key, queue);
    queue.push(told);
  }

  get idle(): boolean {
    return [
      this.busy,
      this.#queues.size,
      this.#deliveries.length,
      this.#closes.length,
      ...this.#waiting.map(({ length }) => length),
    ].every((count) => count === 0);
  }
  /** Something a trigger could start now, as functions with their weights. */
  choices(clocks = true): (readonly [number, () => void])[] {
    const choices: (readonly [number, () => void])[] = [];
    if (this.#queues.size > 0) choices.push([2, () => void this.#busy(() => this.#consume())]);
    if (this.#deliveries.length > 0) choices.push([1, () => void this.#busy(() => this.#deliver())]);
    for (const place of gathering.keys())
      if (this.#waiting[place]?.length) choices.push([1, () => void this.#busy(() => this.#gathered(place))]);
    if (this.#closes.length > 0) choices.push([0.5, () => void this.#busy(() => this.#close())]);
    if (clocks && !this.#clocksBusy) choices.push([0.15, () => void this.#busy(() => this.#clocks())]);
    if (this.#seen.length > 0 && this.#sim.rates.duplicated) choices.push([0.2, () => this.#redrive()]);
    return choices;
  }
  async #busy(work: () => Promise<void>): Promise<void> {
    this.busy += 1;
    await work();
    this.busy -= 1;
  }

  /** A batch of the stream: heads of some items' queues, handed over until all of it went through. */
  async #consume(): Promise<void> {
    const sim = this.#sim;
    const keys = [...this.#queues.keys()];
    const chosen = sim.strikes('reordered') ? sim.random.shuffled(keys) : keys;
    const batch: Told[] = [];
    for (const key of chosen.slice(0, 1 + sim.random.int(6))) {
      const queue = this.#queues.get(key) as Told[];
      batch.push(...queue.splice(0, 1 + sim.random.int(queue.length)));
      if (queue.length === 0) this.#queues.delete(key);
    }
    if (sim.strikes('poison')) batch.splice(sim.random.int(batch.length + 1), 0, poisoned(sim.now));
    let rest = batch;
    for (let attempt = 1; rest.length > 0; attempt++) {
      const failed = await this.#handOver(rest);
      const first = rest.findIndex(({ number }) => failed.has(String(number)));
      if (first < 0) break;
      // From the lowest failed record on everything comes again, as Lambda does; a hopeless record is set aside.
      rest = rest.slice(first);
      if (rest[0]?.poison && attempt > 2) {
        this.dead += 1;
        rest = rest.slice(1);
      }
    }
    const healthy = batch.filter(({ poison }) => !poison);
    if (sim.strikes('duplicated')) await this.#handOver(healthy);
    this.#seen.push(...healthy.slice(0, 2));
  }
  async #handOver(batch: readonly Told[]): Promise<Set<string>> {
    const sim = this.#sim;
    const outcome = await sim.run(`stream of ${batch.length}`, (_, process) =>
      publishChanges(() => ({ publish: (event) => this.#take(event, process) }))(
        { Records: batch.map(recordOf) } as DynamoDBStreamEvent,
        { functionName: 'publishing', awsRequestId: 'stream', getRemainingTimeInMillis: () => 30_000 } as Context,
      ),
    );
    if (outcome === 'killed' || 'error' in outcome) return new Set(batch.map(({ number }) => String(number)));
    return new Set(outcome.result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  }
  async #take(event: MarketEvent, process: Running): Promise<void> {
    const sim = this.#sim;
    await sim.scheduler.turn(process, `bus ${event.type}`);
    if (sim.strikes('bus refused')) throw new Error('the bus refused the event');
    this.taken.push(event);
    if (heard.has(event.type)) this.#deliveries.push({ event, again: sim.strikes('target failed') });
    for (const [place, { hears }] of gathering.entries())
      if (hears.includes(event.type)) this.#waiting[place]?.push({ event, again: sim.strikes('target failed') });
    if (sim.strikes('lost')) throw new Error('the answer of the bus was lost');
  }
  /** A record that went through long ago comes once more, from a queue of dead letters. */
  #redrive(): void {
    const told = this.#sim.random.pick(this.#seen);
    this.#sim.counts.duplicated += 1;
    void this.#busy(async () => void (await this.#handOver([told])));
  }

  /** The bus calls its target, in no order, again after a failure, and sometimes although it succeeded. */
  async #deliver(): Promise<void> {
    const sim = this.#sim;
    const [delivery] = this.#deliveries.splice(sim.random.int(this.#deliveries.length), 1) as [Delivery];
    const { type, detail } = delivery.event;
    sim.say(`bus delivers ${type}`);
    if (type === 'CloseRequested') {
      const { cityCode, month, phase, at } = detail;
      this.#closes.push({ input: { cityCode, month, phase, scheduledAt: at }, wait: 0 });
    } else {
      const outcome = await sim.run(`follow ${type}`, ({ world }) => followMerchants(() => world)({ detail } as never));
      if (outcome === 'killed' || 'error' in outcome) this.#deliveries.push(delivery);
    }
    if (delivery.again) {
      delivery.again = false;
      this.#deliveries.push(delivery);
    }
  }

  /** A queue hands over what waited together, in no order: what failed comes again, and sometimes what did not. */
  async #gathered(place: number): Promise<void> {
    const sim = this.#sim;
    const { name, runs } = gathering[place] as (typeof gathering)[number];
    const waiting = this.#waiting[place] as Delivery[];
    const batch = sim.random.shuffled(waiting).slice(0, 1 + sim.random.int(MOST_TOGETHER));
    for (const delivery of batch) waiting.splice(waiting.indexOf(delivery), 1);
    sim.say(`${name} by ${batch.map(({ event }) => event.type)}`);
    const Records = batch.map(({ event: { type, detail } }, index) => ({
      messageId: String(index),
      body: JSON.stringify({ 'detail-type': type, detail }),
    }));
    const outcome = await sim.run(name, ({ world }) => runs(() => world)({ Records }));
    const failed =
      outcome === 'killed' || 'error' in outcome
        ? batch
        : outcome.result.batchItemFailures.map(({ itemIdentifier }) => batch[Number(itemIdentifier)] as Delivery);
    for (const delivery of batch) {
      if (failed.includes(delivery)) waiting.push(delivery);
      if (!delivery.again) continue;
      delivery.again = false;
      waiting.push(delivery);
    }
  }

  async #clocks(): Promise<void> {
    this.#clocksBusy = true;
    await this.#sim.run('clocks', ({ world }) => runClocks(() => world)());
    this.#clocksBusy = false;
  }

  /** Nothing is scheduled between two instants. */
  quiet(from: number, to: number): boolean {
    return closesBetween(new Date(from).toISOString(), new Date(to).toISOString()).length === 0;
  }
  /** The schedule, of which every firing between two instants comes: once, twice, late. */
  passed(from: number, to: number): void {
    const [after, until] = [from, to].map((at) => new Date(at).toISOString()) as [string, string];
    for (const { zone, phase, scheduledAt } of closesBetween(after, until)) {
      const input: CloseInput = { zone, phase, scheduledAt };
      this.#closes.push({ input, wait: this.#sim.strikes('close late') ? 5 : 0 });
      if (this.#sim.strikes('close twice')) this.#closes.push({ input, wait: 0 });
    }
  }
  closes(input: CloseInput): void {
    this.#closes.push({ input, wait: 0 });
  }
  async #close(): Promise<void> {
    const sim = this.#sim;
    const at = sim.random.int(this.#closes.length);
    const waiting = this.#closes[at];
    if (!waiting) return;
    waiting.wait -= 1;
    if (waiting.wait > 0) return;
    this.#closes.splice(at, 1);
    sim.say(`close ${JSON.stringify(waiting.input)}`);
    let dies = sim.strikes('close killed') ? 1 + sim.random.int(4) : Number.POSITIVE_INFINITY;
    const closed = await runClose(waiting.input, async (given) => {
      dies -= 1;
      if (dies <= 0) throw new Error('the state machine was stopped');
      this.#spoil();
      const outcome = await sim.run(`close ${JSON.stringify(given).slice(8, 50)}`, ({ world }, process) =>
        closeMonths(() => ({ ...world, files: sim.filesOf(process) }), RANGE_MERCHANTS)(given),
      );
      if (outcome === 'killed') throw new Error('killed');
      if ('error' in outcome) throw outcome.error;
      return outcome.result;
    }).catch(() => false);
    // Somebody sees the alarm and starts the same input again.
    if (!closed) this.#closes.push(waiting);
  }
  /** A city file is altered or lost between two steps. */
  #spoil(): void {
    const sim = this.#sim;
    const key = [...sim.files.keys()].at(-1);
    if (key === undefined || !sim.strikes('file corrupt')) return;
    const bytes = sim.files.get(key) as Uint8Array;
    sim.damaged.add(key);
    if (sim.random.chance(0.3)) sim.files.delete(key);
    else sim.files.set(key, bytes.with(sim.random.int(bytes.length), 0xff & (sim.random.int(255) + 1)));
  }
}

const recordOf = ({ before, after, at, number, poison }: Told): DynamoDBRecord => ({
  eventName: 'MODIFY',
  eventID: String(number),
  dynamodb: {
    SequenceNumber: String(number),
    ApproximateCreationDateTime: at / 1000,
    ...(before ? { OldImage: marshall(before) as never } : {}),
    ...(after ? { NewImage: (poison ? { type: { S: 'Order' } } : marshall(after)) as never } : {}),
  },
});
let poisons = 0;
const poisoned = (at: number): Told => {
  poisons += 1;
  return { key: 'poison', before: undefined, after: { type: 'Order' }, at, number: -poisons, poison: true };
};
