import type { Table } from '../../shared/table/engine/table.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMembership } from '../../shared/table/people/memberships.ts';
import { takeSeat } from '../../shared/table/people/seats.ts';

/**
 * The one seat nobody can grant: somebody has to be there before anybody can be given a role. Answers false where the person
 * has it already.
 */
export const seatOperator = async (table: Table, person: string, at: string): Promise<boolean> => {
  if (await getMembership(table, person, 'country')) return false;
  const seat = { scope: 'country', role: 'operator', city: null, name: 'Indonesia' } as const;
  await commit(table, takeSeat({ ...seat, person, grantedBy: person, grantedAt: at, version: 1 }));
  return true;
};
