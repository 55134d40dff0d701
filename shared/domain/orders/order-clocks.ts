import { DAY_MS, dayEnd, type Instant, later } from '../basics/month.ts';
import type { City } from '../places/city.ts';
import type { startingPolicies } from '../places/policies.ts';
import type { Order } from './order.ts';
import type { ClockMove, OrderState } from './order-states.ts';

/** The person the clock acts as in the trail. */
export const CLOCK = 'clock';

/** What a clock is set by: the city's settings and its zone. A clock that runs keeps the length it began with. */
export type ClockTerms = Pick<City, 'policies' | 'zone'>;
export const clockTermsOf = ({ policies, zone }: ClockTerms): ClockTerms => ({ policies, zone });

/** A step a state takes by itself: after how long, for whose orders. Two steps of one state follow each other. */
export type ClockStep = {
  readonly move: ClockMove;
  readonly after: keyof typeof startingPolicies | null;
  readonly unit: 'days' | 'hours';
  /** Counted from the end of the day of delivery instead of from the last step. */
  readonly fromDelivery?: true;
  readonly of?: 'person' | 'office';
};

/**
 * Every open state has a clock, so nothing stays open for ever. An agency's goods are never received by a clock, because
 * a BAST needs a person: they come before the city, and what nobody rules on is closed and given back.
 */
export const clocks: Partial<Record<OrderState, readonly ClockStep[]>> = {
  awaiting_approval: [{ move: 'lapse', after: 'approvalDays', unit: 'days' }],
  placed: [{ move: 'lapse', after: 'acceptHours', unit: 'hours' }],
  accepted: [
    { move: 'remind', after: null, unit: 'days', fromDelivery: true },
    { move: 'lapse', after: 'lateDays', unit: 'days', fromDelivery: true },
  ],
  delivered: [
    { move: 'settle', after: 'settleDays', unit: 'days', of: 'person' },
    { move: 'escalate', after: 'handoverDays', unit: 'days', of: 'office' },
  ],
  partly_received: [{ move: 'settle', after: 'restDays', unit: 'days' }],
  disputed: [
    { move: 'escalate', after: 'disputeDays', unit: 'days' },
    { move: 'close', after: 'rulingDays', unit: 'days' },
  ],
};

type Standing = Pick<Order, 'state' | 'agencyId' | 'history' | 'deliverOn'>;

/** Has the clock taken a step in this state, or brought the order into it? */
const stepped = ({ state, history }: Standing): boolean => {
  const since = history.findLastIndex((step) => step.state !== state) + 1;
  return history.slice(since).some(({ by }) => by === CLOCK);
};

/** The step the clock takes next, undefined where an order is over. */
const nextStep = (order: Standing): ClockStep | undefined => {
  const kind = order.agencyId === null ? 'person' : 'office';
  const steps = (clocks[order.state] ?? []).filter(({ of = kind }) => of === kind);
  return steps.length > 1 && stepped(order) ? steps[1] : steps[0];
};

const HOUR_MS = DAY_MS / 24;

/** When the clock of this state runs out, for an order that came here, or was stepped, at an instant. */
export const dueAfter = (order: Standing, at: Instant, { policies, zone }: ClockTerms): Instant | null => {
  const step = nextStep(order);
  if (!step) return null;
  const length = Number(step.after === null ? 0 : policies[step.after]) * (step.unit === 'hours' ? HOUR_MS : DAY_MS);
  if (!step.fromDelivery) return later(at, length);
  const due = later(dayEnd(order.deliverOn, zone), length);
  // An order moved after its day has passed still gets an hour, and its reminder before it lapses.
  return due > at ? due : later(at, HOUR_MS);
};

/**
 * What the clock does to an order whose time ran out; undefined when it is not (or no longer) due. Silence means that goods
 * were received, but not where the shop said that they were refused at the door (`refused`): those go back to it, and
 * nothing was sold. Until then the buyer may still say that they have them, or the shop that it was paid after all.
 */
export const overdueMove = (
  order: Standing & Pick<Order, 'dueAt'>,
  now: Instant,
  refused = false,
): ClockMove | undefined => {
  const move = order.dueAt !== null && order.dueAt <= now ? nextStep(order)?.move : undefined;
  return refused && move === 'settle' && order.state === 'delivered' ? 'return' : move;
};

/** What a person reads in the trail of a step the clock took. */
export const clockReasons: Record<ClockMove, string | undefined> = {
  remind: 'Hari pengantaran sudah lewat. Kirim sekarang, atau batalkan.',
  lapse: undefined,
  settle: undefined,
  return: 'Barang ditolak saat diantar dan kembali ke toko.',
  escalate: 'Belum selesai antara kedua pihak; kota diminta memutuskan.',
  close: 'Tidak diputuskan sampai batas waktu; yang belum diterima dikembalikan.',
};
