import { type ActKind, chainOf } from '../../shared/domain/audit/act.ts';
import type { Membership, SeatedCaller } from '../../shared/domain/people/caller.ts';
import { recordAct } from '../../shared/table/audit.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import type { World } from '../world.ts';

type SeatOf = Pick<Membership, 'scope' | 'person' | 'role' | 'city'>;

/** What became of a seat, on record in the chain of its city, province or the country. */
export const recordSeat = (world: World, act: ActKind, seat: SeatOf, caller: SeatedCaller): Promise<Write[]> => {
  const { scope, person, role, city } = seat;
  const by = caller.person;
  const chain = chainOf(scope, city);
  return recordAct(
    world.table,
    { chain, at: world.now(), by, act, subjects: [scope], person, details: { role } },
    caller,
  );
};
