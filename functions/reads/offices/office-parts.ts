import * as z from 'zod';
import { AgencyId } from '../../../shared/domain/agencies/agency.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { agenciesOfCity } from '../../../shared/table/agencies.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { officeMembersAt } from '../../../shared/table/targets/civil-servants.ts';
import { officeMonthAt } from '../../../shared/table/targets/participation.ts';
import type { World } from '../../world.ts';

/** An office of a city: how many people are on its list, and what a month counted of them. */
export const OfficeParts = z.object({
  agencyId: AgencyId,
  name: z.string(),
  members: z.int(),
  counted: z.object({ members: z.int(), participants: z.int() }).nullable(),
});
export type OfficeParts = z.infer<typeof OfficeParts>;

/** Two items an office: of a large city it is read behind the pages (`spending/sum-offices`), which read what it said. */
export const officeParts = async ({ table }: World, { cityCode }: City, month: string): Promise<OfficeParts[]> => {
  const agencies = await everyEntry((after) => agenciesOfCity(table, cityCode, { limit: 1000, after }));
  const { members, months } = await readTogether(table, {
    members: agencies.map(({ agencyId }) => officeMembersAt(agencyId)),
    months: agencies.map(({ agencyId }) => officeMonthAt(agencyId, month)),
  });
  return agencies.map(({ agencyId, name }, at) => {
    const counted = months[at];
    return {
      agencyId,
      name,
      members: members[at]?.members ?? 0,
      counted: counted ? { members: counted.members, participants: counted.participants } : null,
    };
  });
};
