import type { OpenRequest } from '../../../shared/contract/complaints/open311.ts';
import type { ComplaintCard } from '../../../shared/domain/complaints/complaint-card.ts';
import { getComplaint } from '../../../shared/table/complaints.ts';
import type { Ask } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';
import { asOf } from '../moment.ts';
import { spanOf } from './asked-span.ts';
import { cardsIn, listsOf, MOST_SHOWN, openAndClosed } from './public-cards.ts';
import { shown } from './shown-request.ts';

type Asked = Ask<'GET /open311/{city}/{list}'>['query'];
/** Those that are named, as far as anybody may read them. */
const named = async (world: World, cityCode: string, numbers: readonly string[]): Promise<ComplaintCard[]> =>
  (await Promise.all(numbers.map((number) => getComplaint(world.table, number)))).filter(
    (one) => one?.cityCode === cityCode && !one.secret,
  ) as ComplaintCard[];

export const requestsOf = async (world: World, cityCode: string, query: Asked): Promise<OpenRequest[]> => {
  const now = world.now();
  if (query.service_request_id)
    return (await named(world, cityCode, [...new Set(query.service_request_id)])).map((card) => shown(asOf(card, now)));
  const span = spanOf(query, now);
  const statuses = query.status ?? openAndClosed;
  const lists = new Set(statuses.flatMap((status) => listsOf[status]));
  const cards = await Promise.all([...lists].map((waits) => cardsIn(world, cityCode, waits, span)));
  return cards
    .flat()
    .filter(({ category }) => query.service_code?.includes(category) ?? true)
    .map((card) => shown(asOf(card, now)))
    .filter(({ status }) => statuses.includes(status))
    .sort((a, b) => (a.requested_datetime < b.requested_datetime ? 1 : -1))
    .slice(0, MOST_SHOWN);
};
