import { actingSeat } from '../../shared/domain/follow-ups/acting-seat.ts';
import { type Caller, holds, isCityAdmin, type Membership, readsCity } from '../../shared/domain/people/caller.ts';
import { visitingSeat } from '../../shared/domain/visits/moves.ts';
import type { VisitTask } from '../../shared/domain/visits/task.ts';
import type { Visit } from '../../shared/domain/visits/visit.ts';
import { Problem } from '../../shared/problem.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { membershipStands } from '../../shared/table/people/memberships.ts';
import { getVisitTask } from '../../shared/table/visits/tasks.ts';
import { getVisit, type StoredVisit } from '../../shared/table/visits/visits.ts';
import type { World } from '../world.ts';

type Does = (caller: Caller, visit: Visit) => boolean;

/** Whoever makes a visit, by the seat they were sent with. */
export const makesVisit: Does = (caller, visit) =>
  visit.visitor === caller.person && visitingSeat(caller, visit) !== undefined;
/** The city’s people, and in a district its officers. */
export const plansVisit: Does = (caller, visit) => actingSeat(caller, visit) !== undefined;
export const readsVisit: Does = (caller, visit) =>
  readsCity(caller, visit.cityCode) || plansVisit(caller, visit) || makesVisit(caller, visit);

/** A visit for those whose it is; to everybody else there is none. */
export const expectVisit = async (world: World, caller: Caller, visitId: string, may: Does): Promise<StoredVisit> => {
  const visit = await getVisit(world.table, visitId);
  if (!visit || !may(caller, visit))
    throw new Problem('visit_not_found', 'Kunjungan tidak ditemukan. Periksa lagi tautannya.');
  return visit;
};

/**
 * That the seat by which somebody acts on a visit stands, in its commit. A seat in the city stands with the act's record in
 * the audit chain already; one in a district is named here.
 */
export const seatStands = (seat: Membership | undefined): Write[] =>
  seat?.role === 'district-officer' ? [membershipStands(seat)] : [];

type HandlesTask = (caller: Caller, task: VisitTask) => boolean;
/** The office that was given a need, and the city’s admins. */
export const handlesTask: HandlesTask = (caller, { cityCode, agencyId }) =>
  isCityAdmin(caller, cityCode) || (agencyId !== null && holds(caller, `agency:${agencyId}`, ['approver', 'buyer']));

/** What a maker needs, for those who have to do with it; to everybody else there is none. */
export const expectVisitTask = async (
  { table }: World,
  caller: Caller,
  { merchantId, taskId }: { readonly merchantId: string; readonly taskId: string },
  may: HandlesTask,
): Promise<VisitTask> => {
  const task = await getVisitTask(table, merchantId, taskId);
  if (!task || !may(caller, task))
    throw new Problem('visit_not_found', 'Tugas tidak ditemukan. Periksa lagi tautannya.');
  return task;
};
