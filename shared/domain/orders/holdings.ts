import type { Day } from '../basics/month.ts';
import { feeOf } from '../deliveries/order-delivery.ts';
import type { Order, OrderLine } from './order.ts';
import { endedUndelivered } from './order-states.ts';

/*
 * What an order holds of shelves, days and budgets while it lives. Every move writes the difference between what it held
 * before and what it holds after, so nothing is given back twice and nothing is forgotten.
 */

const isOver = ({ state }: Order): boolean => state === 'received' || endedUndelivered.includes(state);

/** The pieces are on their way, or with the buyer: no longer on the shelf. A dispute leaves them where they were. */
const isOut = ({ state, history }: Order): boolean =>
  state === 'delivered' ||
  (state === 'disputed' && history.findLast((step) => step.state !== 'disputed')?.state === 'delivered');

/** Pieces promised from the shelf (or the day) and pieces that left it for good. A day of a capacity loses none. */
type Held = { readonly promised: number; readonly gone: number };

const heldBy = (order: Order, { supply, quantity, received }: OrderLine): Held => {
  if (supply === 'capacity') return { promised: isOver(order) ? received : quantity, gone: 0 };
  if (isOver(order)) return { promised: 0, gone: received };
  return isOut(order) ? { promised: 0, gone: quantity } : { promised: quantity - received, gone: received };
};

export type ShelfChange = Held & { readonly productId: string; readonly day: Day | null };

/** What a move changes of shelves and days. */
export const shelfChanges = (before: Order, after: Order): ShelfChange[] => {
  const changes = new Map<string, ShelfChange>();
  const add = (order: Order, sign: 1 | -1) => {
    for (const line of order.lines) {
      const day = line.supply === 'stock' ? null : order.deliverOn;
      const key = `${line.productId} ${day}`;
      const { promised, gone } = heldBy(order, line);
      const known = changes.get(key) ?? { productId: line.productId, day, promised: 0, gone: 0 };
      changes.set(key, { ...known, promised: known.promised + sign * promised, gone: known.gone + sign * gone });
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ promised, gone }) => promised !== 0 || gone !== 0);
};

/**
 * Rupiah of an office's order by budget year: what was handed over in its year, the rest in the year it is due. The fee goes
 * with the first handover.
 */
const budgetHeld = (order: Order): Map<string, number> => {
  const held = new Map<string, number>();
  if (!order.agency) return held;
  const { budgetYear } = order.agency;
  const add = (year: string, rupiah: number) => held.set(year, (held.get(year) ?? 0) + rupiah);
  for (const { month, rupiah } of order.handovers) add(month?.slice(0, 4) ?? budgetYear, rupiah);
  const [first] = order.handovers;
  if (first) add(first.month?.slice(0, 4) ?? budgetYear, feeOf(order));
  const rest = order.lines.reduce((sum, line) => sum + line.priceRupiah * (line.quantity - line.received), 0);
  if (!isOver(order)) add(budgetYear, rest + (first ? 0 : feeOf(order)));
  return held;
};

/** What a move commits (above zero) or releases of the office's budget line, by year. */
export const budgetChanges = (before: Order, after: Order): { year: string; rupiah: number }[] => {
  const [had, has] = [budgetHeld(before), budgetHeld(after)];
  return [...new Set([...had.keys(), ...has.keys()])]
    .map((year) => ({ year, rupiah: (has.get(year) ?? 0) - (had.get(year) ?? 0) }))
    .filter(({ rupiah }) => rupiah !== 0);
};
