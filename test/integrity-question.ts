import type { World } from '../functions/world.ts';
import type { IntegrityQuestion } from '../shared/domain/integrity/question.ts';
import { commit } from '../shared/table/engine/writes.ts';
import { askOnce } from '../shared/table/integrity/questions.ts';

/** A question as a look at a month asks it, put there by hand: what is found in which month has its own tests. */
export const asksQuestion = async (
  world: World,
  cityCode: string,
  but: Partial<IntegrityQuestion> = {},
): Promise<IntegrityQuestion> => {
  const question: IntegrityQuestion = {
    questionId: world.newId('itg'),
    cityCode,
    rule: 'same-report',
    month: '2026-10',
    state: 'open',
    question: 'Apakah angkanya dihitung?',
    facts: [{ label: 'Setiap bulan', value: 'Rp1.000.000' }],
    agencyId: null,
    merchantIds: [],
    orderIds: [],
    officers: [],
    askedAt: world.now(),
    closed: null,
    version: 1,
    ...but,
  };
  await commit(world.table, askOnce(question));
  return question;
};
