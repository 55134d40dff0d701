import { FollowUp, FollowUpCard } from '../domain/follow-ups/follow-up.ts';
import { isOpen } from '../domain/follow-ups/state-words.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { get, getMany } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { save, type Write } from './engine/writes.ts';

// | entity   | pk          | sk        | list 1                                         | list 2                                                  |
// | FollowUp | MERCHANT#id | FOLLOW-UP | CITY#35.73#FOLLOW-UPS#<open or over> / since, id | FOLLOW-UPS#35.73#<officer> / <open or over>, since, id |
const key = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'FOLLOW-UP' });
const wordOf = ({ state }: Pick<FollowUp, 'state'>) => (isOpen(state) ? 'open' : 'over');
type Sorted = Pick<FollowUp, 'since' | 'merchantId' | 'state'>;
/** Where one stands in its city’s list, and in that of its officer. */
export const sortInCity = ({ since, merchantId }: Sorted): string => `${since}#${merchantId}`;
export const sortOfOfficer = (one: Sorted): string => `${wordOf(one)}#${sortInCity(one)}`;
const followUps = entity({
  type: 'FollowUp',
  schema: FollowUp,
  key: ({ merchantId }: Pick<FollowUp, 'merchantId'>) => key(merchantId),
  list1: (one) => ({ pk: `CITY#${one.cityCode}#FOLLOW-UPS#${wordOf(one)}`, sk: sortInCity(one) }),
  list2: (one) => ({ pk: `FOLLOW-UPS#${one.cityCode}#${one.officer}`, sk: sortOfOfficer(one) }),
  card: namesIn(FollowUpCard),
});

export const getFollowUp = (table: Table, merchantId: string) => get(table, followUps, key(merchantId));
/** Those of many shops, in the order asked. At most 100. */
export const getFollowUps = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, { schema: FollowUpCard, card: namesIn(FollowUpCard) }, merchantIds.map(key), { consistent: false });

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
export type Span = 'open' | 'over';
/** What a city looks after: open ones oldest first, those that are over newest first. */
export const followUpsOfCity = (table: Table, cityCode: string, span: Span, request: Paging) =>
  list(table, FollowUpCard, 'list1', {
    pk: `CITY#${cityCode}#FOLLOW-UPS#${span}`,
    descending: span === 'over',
    ...request,
  });
/** The same of one officer. */
export const followUpsOfOfficer = (table: Table, cityCode: string, officer: string, span: Span, request: Paging) =>
  list(table, FollowUpCard, 'list2', {
    pk: `FOLLOW-UPS#${cityCode}#${officer}`,
    prefix: `${span}#`,
    descending: span === 'over',
    ...request,
  });

export const saveFollowUp = (followUp: FollowUp): Write => save(followUps, followUp);
