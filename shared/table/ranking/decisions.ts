import { Decision } from '../../domain/ranking/list/decision-record.ts';
import { exists } from '../engine/fields.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, update, type Write } from '../engine/writes.ts';

// | entity   | pk          | sk       |
// | Decision | RANKING#id | DECISION |
const key = (decisionId: string) => ({ pk: `RANKING#${decisionId}`, sk: 'DECISION' });
const decisions = entity({
  type: 'Decision',
  schema: Decision,
  key: ({ decisionId }: Pick<Decision, 'decisionId'>) => key(decisionId),
});
export const getDecision = (table: Table, decisionId: string) => get(table, decisions, key(decisionId));
/** Many at once, in the order asked. At most 100. */
export const getDecisions = (table: Table, decisionIds: readonly string[]) =>
  getMany(table, decisions, decisionIds.map(key), { consistent: false });
export const insertDecision = (decision: Decision): Write => insert(decisions, decision, true);

/** An order or a person refers to it: it stays. One that is gone already stays gone. */
export const retainDecision = (decisionId: string): Write =>
  update('Decision', key(decisionId), { clear: ['ttl'], when: [exists] }, () => 'exists');
