import type { Finding } from '../../shared/domain/integrity/finding.ts';
import { answersTo } from '../../shared/table/integrity/buyer-answers.ts';
import { inBatches } from '../reads/in-batches.ts';
import type { World } from '../world.ts';

/** Answers of one question that are shown: the first say what there is to say. */
const MOST_ANSWERS = 3;
const MOST_ORDERS = 20;

/** Findings with what offices answered when the orders were placed: who looks at a question reads it there. */
export const withAnswers = async ({ table }: World, findings: readonly Finding[]): Promise<Finding[]> => {
  const asked = findings.flatMap(({ rule, agencyId, orderIds }, index) =>
    agencyId === null ? [] : orderIds.slice(0, MOST_ORDERS).map((orderId) => ({ index, rule, orderId })),
  );
  const found = await inBatches(asked, (some) => answersTo(table, some));
  const texts = new Map<number, string[]>();
  for (const [at, { index }] of asked.entries()) {
    const text = found[at]?.answer.text;
    if (text !== undefined) texts.set(index, [...(texts.get(index) ?? []), text]);
  }
  return findings.map((finding, index) => {
    const said = (texts.get(index) ?? []).slice(0, MOST_ANSWERS);
    return { ...finding, facts: [...finding.facts, ...said.map((value) => ({ label: 'Jawaban dinas', value }))] };
  });
};
