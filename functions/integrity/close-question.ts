import type { Act } from '../../shared/domain/audit/act.ts';
import { closedWith } from '../../shared/domain/integrity/ask-and-close.ts';
import type { IntegrityQuestion } from '../../shared/domain/integrity/question.ts';
import { MOST_MEMBERS } from '../../shared/domain/people/seat.ts';
import { Problem } from '../../shared/problem.ts';
import { recordActAbout } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { closeQuestion, getQuestion } from '../../shared/table/integrity/questions.ts';
import { getOrders } from '../../shared/table/orders/orders.ts';
import { membersOf } from '../../shared/table/people/memberships.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { inBatches } from '../reads/in-batches.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';
import type { World } from '../world.ts';

type Closing = Ask<'POST /cities/{city}/integrity-questions/{questionId}/outcome'>;

/** People a question is about that find it in their own record; of a very large circle the first. */
const MOST_TOLD = 10;
/** Shops that the act names, and that find it in their record, likewise. */
const MOST_SHOPS = 20;
/** Shops looked at together, to know whether who closes is close to one. */
const AT_ONCE = 8;

/** Whom a question is about: officers whose doing it asks about, who placed the orders for an office, and the owners of the shops. */
const concernedBy = async ({ table }: World, question: IntegrityQuestion) => {
  const { agencyId, orderIds, merchantIds, officers, rule } = question;
  const ofBuyers = agencyId !== null || rule === 'buyer-cancels';
  const orders = ofBuyers ? await inBatches(orderIds, (some) => getOrders(table, some)) : [];
  const seats = await Promise.all(
    merchantIds.slice(0, MOST_TOLD).map((id) => membersOf(table, `merchant:${id}`, { limit: MOST_MEMBERS })),
  );
  const owners = seats.flatMap(({ items }) => items.flatMap(({ person, role }) => (role === 'owner' ? [person] : [])));
  return [...new Set([...officers, ...orders.flatMap((order) => order?.buyer ?? []), ...owners])];
};

/** Nobody closes a question about themselves or a shop they are close to: another officer does. */
const requireForeign = async (
  world: World,
  { caller }: Closing,
  question: IntegrityQuestion,
  people: readonly string[],
) => {
  const { agencyId, merchantIds } = question;
  const ofTheOffice = caller.memberships.some(({ scope }) => scope === `agency:${agencyId}`);
  if (ofTheOffice || people.includes(caller.person))
    throw new Problem('own_order', 'Pertanyaan ini tentang Anda sendiri. Petugas lain yang menutupnya.');
  await inParallel(merchantIds, AT_ONCE, (merchantId) => requireForeignShopOf(world, caller, merchantId));
};

/** An outcome is given once; the second click of the same officer gets the first. */
export const closeIntegrityQuestion = endpoint(
  'POST /cities/{city}/integrity-questions/{questionId}/outcome',
  async (ask, world) => {
    const { params, body, caller } = ask;
    const { cityCode } = await expectCity(world, params.city);
    requireCityAdmin(caller, cityCode);
    const before = await getQuestion(world.table, params.questionId);
    if (before?.cityCode !== cityCode)
      throw new Problem('integrity_question_not_found', 'Pertanyaan ini tidak ditemukan. Muat ulang daftarnya.');
    const { closed } = before;
    if (closed?.by === caller.person && closed.outcome === body.outcome && closed.reason === body.reason) return before;
    requireVersion(ask, before);
    const people = await concernedBy(world, before);
    await requireForeign(world, ask, before, people);
    const at = world.now();
    const after = closedWith(before, body, caller.person, at);
    const { questionId, rule, month, merchantIds } = after;
    const act: Act = {
      chain: cityCode,
      at,
      by: caller.person,
      act: 'integrity-closed',
      person: null,
      subjects: [questionId, ...merchantIds.slice(0, MOST_SHOPS)],
      details: { rule, month, outcome: body.outcome },
    };
    await commit(world.table, [
      ...closeQuestion(after, body.outcome),
      ...(await recordActAbout(world.table, act, people.slice(0, MOST_TOLD), caller)),
    ]);
    return after;
  },
);
