import type { NewOrder, Order } from '../order.ts';

/** The office's side of an order, with the budget year it is committed against: the year in which it is delivered. */
export const officeSide = (
  { purpose, eventDate, room, budgetCode }: NonNullable<NewOrder['agency']>,
  name: string,
  budgetYear: string,
): NonNullable<Order['agency']> => ({
  name,
  purpose,
  eventDate,
  ...(room === undefined ? {} : { room }),
  budgetCode,
  budgetYear,
});
