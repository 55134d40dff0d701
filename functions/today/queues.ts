import type { Queue, Queued, Waiting } from '../../shared/contract/today.ts';
import { beginningOf } from '../../shared/domain/basics/beginning.ts';
import { dayEnd, dayOf, type Instant } from '../../shared/domain/basics/month.ts';
import { byText } from '../../shared/domain/basics/sort.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { ownerQuestionName } from '../../shared/domain/register/owners/question-words.ts';
import { visitDue } from '../../shared/domain/visits/visit-due.ts';
import { goodsCasesOf } from '../../shared/table/catalogue/goods-cases.ts';
import { complaintsOfCity } from '../../shared/table/complaints.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { followUpsOfCity } from '../../shared/table/follow-ups.ts';
import { integrityQuestionsOf } from '../../shared/table/integrity/questions.ts';
import { disputesOfCity } from '../../shared/table/orders/disputes.ts';
import { agreementsOf } from '../../shared/table/partners/partners.ts';
import { seriesOfCity } from '../../shared/table/programmes/series.ts';
import { appealsOfCity } from '../../shared/table/ranking/appeals.ts';
import { questionsAsked } from '../../shared/table/register/owners.ts';
import { reviewsOfCity } from '../../shared/table/reviews.ts';
import { proofsOfCity } from '../../shared/table/targets/purchase-proofs.ts';
import { awaitedVisitsOf } from '../../shared/table/visits/awaited-visits.ts';
import { visitTasksOfCity } from '../../shared/table/visits/tasks.ts';
import { isAgreementDue, MOST_SAID, waitingAgreement } from './due-agreements.ts';
import { COUNTED, type Found, found } from './found.ts';
import { reportsQueue, statusQueue, unclaimedQueue } from './shop-queues.ts';

const SHOWN = 5;
/** Where a list also holds what waits for nobody, no more of it is looked through. */
const LOOKED = 200;

type ReadQueue = (table: Table, city: City, at: Instant) => Promise<Found>;
/** Every list in which something can wait for a city, each read from its oldest end. A new one is a line here and in the contract. */
const queues: Readonly<Record<Queue, ReadQueue>> = {
  applications: (table, { cityCode }) => statusQueue(table, cityCode, 'pending'),
  'returned-applications': (table, { cityCode }) => statusQueue(table, cityCode, 'returned'),
  'unclaimed-shops': (table, { cityCode }) => unclaimedQueue(table, cityCode),
  disputes: async (table, city) =>
    found(
      await disputesOfCity(table, city.cityCode, { limit: LOOKED }),
      ({ orderId: id, merchantName: name, calledAt, disputedAt, dueAt: due }) => ({
        id,
        name,
        since: calledAt ?? disputedAt,
        due,
      }),
      // The two sides come first: the city's turn is what its clock called it to.
      ({ escalated }) => escalated,
    ),
  appeals: async (table, city) =>
    found(
      await appealsOfCity(table, city.cityCode, 'open', { limit: COUNTED }),
      ({ appealId: id, merchantName: name, at: since }) => ({ id, name, since, due: null }),
    ),
  reviews: async (table, city) =>
    found(
      await reviewsOfCity(table, city.cityCode, 'reported', { limit: COUNTED, descending: false }),
      ({ reviewId: id, goods: name, reports, writtenAt }) => ({
        id,
        name,
        since: reports[0]?.at ?? writtenAt,
        due: null,
      }),
    ),
  goods: async (table, city) =>
    found(
      await goodsCasesOf(table, city.cityCode, 'open', { limit: COUNTED }),
      ({ productId: id, name, openedAt: since }) => ({ id, name, since, due: null }),
    ),
  'follow-ups': async (table, city) =>
    found(
      await followUpsOfCity(table, city.cityCode, 'open', { limit: COUNTED }),
      ({ merchantId: id, name, since }) => ({ id, name, since, due: null }),
    ),
  'turnover-reports': reportsQueue,
  'owner-questions': async (table, city) =>
    found(
      await questionsAsked(table, city.cityCode, { limit: LOOKED }),
      ({ questionId: id, kind, shops, askedAt: since }) => ({
        id,
        name: ownerQuestionName(kind, shops.length),
        since,
        due: null,
      }),
      ({ state }) => state === 'open',
    ),
  complaints: async (table, city) =>
    found(
      await complaintsOfCity(table, city.cityCode, 'city', { limit: COUNTED }),
      ({ number: id, text, receivedAt: since, dueAt: due }) => ({ id, name: beginningOf(text, MOST_SAID), since, due }),
    ),
  'visit-tasks': async (table, { cityCode }) =>
    found(
      await visitTasksOfCity(table, cityCode, 'city', { limit: COUNTED }),
      ({ taskId: id, name, text, createdAt: since }) => ({
        id,
        name: beginningOf(`${name}: ${text}`, MOST_SAID),
        since,
        due: null,
      }),
    ),
  'awaited-visits': async (table, { cityCode }) =>
    found(await awaitedVisitsOf(table, cityCode, { limit: COUNTED }), (awaited) => ({
      id: awaited.merchantId,
      name: awaited.name,
      since: awaited.since,
      due: visitDue(awaited),
    })),
  agreements: async (table, { cityCode, zone }, at) =>
    found(
      await agreementsOf(table, cityCode, { limit: COUNTED }),
      (agreement) => waitingAgreement(agreement, zone),
      (agreement) => isAgreementDue(agreement, dayOf(at, zone)),
    ),
  /** Trainings whose enrolment is over and whose seats nobody has given yet. */
  draws: async (table, { cityCode, zone }, at) =>
    found(
      await seriesOfCity(table, cityCode, { limit: LOOKED }),
      ({ seriesId: id, title, enrolUntil, startsAt }) => ({
        id,
        name: beginningOf(title, MOST_SAID),
        since: dayEnd(enrolUntil, zone),
        due: startsAt,
      }),
      ({ enrolUntil, lot, startsAt }) => lot === null && enrolUntil < dayOf(at, zone) && at < startsAt,
    ),
  'integrity-questions': async (table, city) =>
    found(
      await integrityQuestionsOf(table, city.cityCode, 'open', { limit: COUNTED }),
      ({ questionId: id, question: name, askedAt: since }) => ({ id, name, since, due: null }),
    ),
  'purchase-proofs': async (table, city) =>
    found(
      await proofsOfCity(table, city.cityCode, 'waiting', { limit: COUNTED }),
      ({ proofId: id, shopName: name, sentAt: since }) => ({ id, name, since, due: null }),
    ),
};

const dueOf = ({ due, since }: Waiting): string => due ?? since;

/** What waits in each list of a city; none is read beyond what is counted or looked through. */
export const readQueues = async (table: Table, city: City, at: Instant): Promise<Queued[]> => {
  const read = await Promise.all(
    (Object.entries(queues) as [Queue, ReadQueue][]).map(async ([queue, readQueue]) => {
      const { items, more } = await readQueue(table, city, at);
      const first = [...items].sort((one, other) => byText(dueOf(one), dueOf(other))).slice(0, SHOWN);
      return { queue, count: items.length, more, first };
    }),
  );
  return read.filter(({ count, more }) => count > 0 || more);
};
