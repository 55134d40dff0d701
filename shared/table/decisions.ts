import { Decision } from '../domain/ordering/decision-record.ts';
import { get } from './reads.ts';
import { entity, type Table } from './table.ts';
import { insert, type Write } from './writes.ts';

// | entity   | pk          | sk       |
// | Decision | ORDERING#id | DECISION |
const key = (decisionId: string) => ({ pk: `ORDERING#${decisionId}`, sk: 'DECISION' });
const decisions = entity({
  type: 'Decision',
  schema: Decision,
  key: ({ decisionId }: Pick<Decision, 'decisionId'>) => key(decisionId),
});
export const getDecision = (table: Table, decisionId: string) => get(table, decisions, key(decisionId));
export const insertDecision = (decision: Decision): Write => insert(decisions, decision, true);
