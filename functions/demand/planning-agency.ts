import { type Caller, holds, isCityAdmin } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import type { AgencyRecord } from '../../shared/table/agencies.ts';
import { expectAgency } from '../http/access.ts';
import type { World } from '../world.ts';

/** An office, for those who bring its plan: its own approvers and treasurers, and the city that does it for its offices. */
export const planningAgency = async (world: World, caller: Caller, agencyId: string): Promise<AgencyRecord> => {
  const agency = await expectAgency(world, agencyId);
  if (holds(caller, `agency:${agencyId}`, ['approver', 'treasurer']) || isCityAdmin(caller, agency.cityCode))
    return agency;
  throw new Problem('agency_not_found', 'Dinas tidak ditemukan. Periksa lagi tautannya.');
};
