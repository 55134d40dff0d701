import type { ComplaintCard } from '../../../shared/domain/complaints/complaint-card.ts';
import { complaintsOfCity } from '../../../shared/table/complaints.ts';
import { everyPage } from '../../../shared/table/engine/pages.ts';
import type { World } from '../../world.ts';

/** Read at once. */
const LOOKED = 100;
/** As the standard has it: a thousand requests, of ninety days. */
export const MOST_SHOWN = 1000;

export type Span = { readonly from: string; readonly until: string };

type Waits = Parameters<typeof complaintsOfCity>[2];
/** Cards of a list that came in a span. Whatever came in it was not moved before it, so the list is read no further back. */
export const cardsIn = async (
  world: World,
  cityCode: string,
  waits: Waits,
  { from, until }: Span,
): Promise<ComplaintCard[]> => {
  const found: ComplaintCard[] = [];
  const read = (after: string | undefined) =>
    complaintsOfCity(world.table, cityCode, waits, { limit: LOOKED, descending: true, after });
  for await (const cards of everyPage(read)) {
    found.push(...cards.filter(({ secret, receivedAt }) => !secret && receivedAt >= from && receivedAt < until));
    if (found.length >= MOST_SHOWN || (cards.at(-1)?.updatedAt ?? '') < from) break;
  }
  return found;
};
export const openAndClosed = ['open', 'closed'] as const;
export const listsOf: Readonly<Record<(typeof openAndClosed)[number], readonly Waits[]>> = {
  open: ['city', 'office', 'reporter'],
  closed: ['over', 'reporter'],
};
