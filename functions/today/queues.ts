import type { Queue, Queued, Waiting } from '../../shared/contract/today.ts';
import { byText } from '../../shared/domain/basics/sort.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { integrityQuestionsOf } from '../../shared/table/integrity/questions.ts';
import { disputesOfCity } from '../../shared/table/orders/disputes.ts';
import { appealsOfCity } from '../../shared/table/ranking/appeals.ts';
import { merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { questionsAsked } from '../../shared/table/register/owners.ts';
import { reviewsOfCity } from '../../shared/table/reviews.ts';

/** So many are counted, and so many shown: what waits for longest comes first. */
const COUNTED = 50;
const SHOWN = 5;
/** Where a list also holds what waits for nobody, no more of it is looked through. */
const LOOKED = 200;

type Found = { readonly items: readonly Waiting[]; readonly more: boolean };
type Page<T> = { readonly items: readonly T[]; readonly next?: unknown };

const found = <T>({ items, next }: Page<T>, show: (item: T) => Waiting, waits = (_: T) => true): Found => {
  const waiting = items.filter(waits);
  return { items: waiting.slice(0, COUNTED).map(show), more: next !== undefined || waiting.length > COUNTED };
};

/** Every list in which something can wait for a city, each read from its oldest end. A new one is a line here and in the contract. */
const queues: Readonly<Record<Queue, (table: Table, city: string) => Promise<Found>>> = {
  applications: async (table, city) =>
    found(
      await merchantsOfCity(table, city, 'pending', { limit: COUNTED }),
      ({ merchantId: id, name, registeredAt: since }) => ({ id, name, since, due: null }),
    ),
  disputes: async (table, city) =>
    found(
      await disputesOfCity(table, city, { limit: LOOKED }),
      ({ orderId: id, merchantName: name, disputedAt: since, dueAt: due }) => ({ id, name, since, due }),
      // The two sides come first: the city's turn is what its clock called it to.
      ({ escalated }) => escalated,
    ),
  appeals: async (table, city) =>
    found(
      await appealsOfCity(table, city, 'open', { limit: COUNTED }),
      ({ appealId: id, merchantName: name, at: since }) => ({ id, name, since, due: null }),
    ),
  reviews: async (table, city) =>
    found(
      await reviewsOfCity(table, city, 'reported', { limit: COUNTED, descending: false }),
      ({ reviewId: id, goods: name, writtenAt: since }) => ({ id, name, since, due: null }),
    ),
  'owner-questions': async (table, city) =>
    found(
      await questionsAsked(table, city, { limit: LOOKED }),
      ({ questionId: id, shops, askedAt: since }) => ({ id, name: `${shops.length} usaha`, since, due: null }),
      ({ state }) => state === 'open',
    ),
  'integrity-questions': async (table, city) =>
    found(
      await integrityQuestionsOf(table, city, 'open', { limit: COUNTED }),
      ({ questionId: id, question: name, askedAt: since }) => ({ id, name, since, due: null }),
    ),
};

const dueOf = ({ due, since }: Waiting): string => due ?? since;

/** What waits in each list of a city; none is read beyond what is counted or looked through. */
export const readQueues = async (table: Table, city: string): Promise<Queued[]> => {
  const read = await Promise.all(
    (Object.entries(queues) as [Queue, (typeof queues)[Queue]][]).map(async ([queue, readQueue]) => {
      const { items, more } = await readQueue(table, city);
      const first = [...items].sort((one, other) => byText(dueOf(one), dueOf(other))).slice(0, SHOWN);
      return { queue, count: items.length, more, first };
    }),
  );
  return read.filter(({ count, more }) => count > 0 || more);
};
