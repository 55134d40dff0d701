import type { BuyerQuestion } from '../../shared/domain/integrity/buyer-question.ts';
import { type Caller, holds, type Role } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { answersTo, insertAnswer, parseBuyerAnswer } from '../../shared/table/integrity/buyer-answers.ts';
import { getOrder, type OrderRecord } from '../../shared/table/orders/orders.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

/** An order for its office: what was asked is nothing of its shop's, and there is none for anybody else. */
const expectOfficeOrder = async (world: World, caller: Caller, orderId: string, roles: readonly Role[]) => {
  const order = await getOrder(world.table, orderId);
  if (!order || order.agencyId === null || !holds(caller, `agency:${order.agencyId}`, roles))
    throw new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');
  return order;
};

const questionsOf = async ({ table }: World, { orderId, asked = [] }: OrderRecord): Promise<BuyerQuestion[]> => {
  const answers = await answersTo(
    table,
    asked.map(({ rule }) => ({ orderId, rule })),
  );
  return asked.map((one, index) => ({ ...one, answer: answers[index]?.answer ?? null }));
};

export const listOrderQuestions = endpoint(
  'GET /orders/{orderId}/integrity-questions',
  async ({ params, caller }, world) => {
    const order = await expectOfficeOrder(world, caller, params.orderId, ['buyer', 'approver', 'treasurer']);
    return { items: await questionsOf(world, order) };
  },
);

/** The first answer stays: what could be rewritten later would prove nothing. The same again is the same. */
export const answerOrderQuestion = endpoint(
  'POST /orders/{orderId}/integrity-answers',
  async ({ params, body, caller }, world) => {
    const order = await expectOfficeOrder(world, caller, params.orderId, ['buyer', 'approver']);
    if (!order.asked?.some(({ rule }) => rule === body.rule))
      throw new Problem('integrity_question_not_found', 'Pertanyaan ini tidak ada pada pesanan ini. Muat ulang dulu.');
    const answer = { text: body.answer, by: caller.person, at: world.now() };
    const { orderId } = order;
    const existing = await commit(world.table, [insertAnswer({ orderId, rule: body.rule, answer })]);
    if (existing && parseBuyerAnswer(existing).answer.text !== body.answer)
      throw new Problem('already_answered', 'Pertanyaan ini sudah dijawab. Jawaban pertama tetap tercatat.');
    return { items: await questionsOf(world, order) };
  },
);
