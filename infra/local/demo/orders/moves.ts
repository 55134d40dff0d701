import type { Key } from '../../../../shared/contract.ts';
import type { Day, Instant } from '../../../../shared/domain/basics/month.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { ProblemCode } from '../../../../shared/problem.ts';
import { chanceOf } from '../chance.ts';
import type { Office, Scene, Shop } from '../city.ts';
import { Refusal } from '../market.ts';

type Posted = Extract<Key, `POST /orders/{orderId}/${string}`>;
type Put = Extract<Key, `PUT /orders/{orderId}/${string}`>;
type StepOf<K> = K extends `${string} /orders/{orderId}/${infer S}` ? S : never;
export type Step = StepOf<Posted | Put>;
const puts: readonly Step[] = ['payment/way', 'review'] satisfies StepOf<Put>[];

/** One step of somebody in the life of an order: its goods, its money, its papers, what is said of it. */
export type Move = {
  readonly step: Step;
  readonly day: Day;
  readonly minute: number;
  readonly by: string;
  readonly body?: object;
  readonly params?: object;
  /** Does something else than ask for the step, as a provider does. */
  readonly run?: (at: Instant) => Promise<unknown>;
  /** Goes on from what was answered. */
  readonly answered?: (answer: never, at: Instant) => void;
};

/** An order somebody placed, and what names its matters. */
export type Placed = {
  readonly order: Order;
  readonly shop: Shop;
  readonly office: Office | undefined;
  readonly name: string;
  readonly placedMinute: number;
};

/** The last minute of a day that still belongs to people. */
const LATE = 1420;
/** Some minutes after a move, on its day. */
export const soonAfter = ({ day, minute }: Pick<Move, 'day' | 'minute'>, minutes: number) => ({
  day,
  minute: Math.min(minute + minutes, LATE),
});

/** What a shop's helper does as well as its owner. */
const helped: readonly Step[] = ['accept', 'deliver', 'payment/collect'];
const handOf = ({ by, day, step }: Move, { owner, helper }: Shop, name: string): string =>
  by === owner && helper && day >= helper.since && helped.includes(step) && chanceOf('hand', name).happens(0.5)
    ? helper.person
    : by;

/** The shop is on leave, somebody else's step came first, or its buyer has as much open in cash: one order of a thousand meets this. */
const overtaken: readonly ProblemCode[] = [
  'merchant_closed',
  'way_not_offered',
  'cod_closed',
  'order_moved_on',
  'payment_moved_on',
  'merchant_moved_on',
];

/** Puts moves on the agenda. When one is overtaken, whatever was to follow does not happen: the order's clocks end it. */
export const play = (
  { agenda, market }: Scene,
  { order, shop, office, name }: Placed,
  moves: readonly Move[],
): void => {
  let waits = false;
  for (const [number, move] of moves.entries()) {
    const { step, day, minute, body, params, run, answered } = move;
    const named = `${name}/${number}/${step}`;
    // An office numbers its papers one after the other, whichever shops they are of.
    const lanes = office && step.startsWith('papers/') ? [shop.id, `office/${office.agencyId}`] : shop.id;
    agenda.add(named, day, minute, lanes, async (at) => {
      if (waits) return;
      const key = `${puts.includes(step) ? 'PUT' : 'POST'} /orders/{orderId}/${step}` as Posted;
      const asked = {
        params: { orderId: order.orderId, ...params },
        key: `demo/${named}`,
        ...(body ? { body } : {}),
      };
      try {
        const answer = run ? await run(at) : await market.ask(key, handOf(move, shop, named), at, asked as never);
        answered?.(answer as never, at);
      } catch (error) {
        if (!(error instanceof Refusal) || !overtaken.includes(error.code)) throw error;
        waits = true;
      }
    });
  }
};
