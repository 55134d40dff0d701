import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Instant } from '../basics/month-schema.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';

/** An entry of the city's list of civil servants: whose office, and by which account they joined. No name, no number. */
export const CivilServant = z
  .object({
    cityCode: CityCode,
    nipKey: z.string().describe('The keyed hash of the number'),
    agencyId: AgencyId,
    person: Person.nullable().describe('The one account that said this number is theirs'),
    version: z.int(),
  })
  .meta({ id: 'CivilServant' });
export type CivilServant = z.infer<typeof CivilServant>;

/** The same from the account's side: one account is one civil servant. */
export const CivilLink = z
  .object({
    person: Person,
    cityCode: CityCode,
    nipKey: z.string(),
    agencyId: AgencyId,
    since: Instant,
    version: z.int(),
  })
  .meta({ id: 'CivilLink' });
export type CivilLink = z.infer<typeof CivilLink>;

/** How many civil servants an office has on the list. */
export const OfficeMembers = z
  .object({ agencyId: AgencyId, cityCode: CityCode, members: z.int().min(0), version: z.int() })
  .meta({ id: 'OfficeMembers' });
export type OfficeMembers = z.infer<typeof OfficeMembers>;

export type Listed = { readonly nipKey: string; readonly agencyId: string; readonly leaves: boolean };
/** What a list changes of what is known: entries to write, and by how much each office grows or shrinks. */
export type ListChange = {
  readonly saved: readonly CivilServant[];
  readonly removed: readonly CivilServant[];
  readonly growth: ReadonlyMap<string, number>;
  readonly unchanged: number;
};

/** Who comes, moves to another office or leaves; whoever joined by an account stays joined where they move. */
export const listChange = (
  cityCode: string,
  listed: readonly Listed[],
  known: ReadonlyMap<string, CivilServant>,
): ListChange => {
  const saved: CivilServant[] = [];
  const removed: CivilServant[] = [];
  const growth = new Map<string, number>();
  const grow = (agencyId: string, by: number) => growth.set(agencyId, (growth.get(agencyId) ?? 0) + by);
  let unchanged = 0;
  for (const { nipKey, agencyId, leaves } of listed) {
    const before = known.get(nipKey);
    if (leaves ? !before : before?.agencyId === agencyId) {
      unchanged += 1;
      continue;
    }
    if (before) grow(before.agencyId, -1);
    if (leaves && before) removed.push(before);
    else {
      grow(agencyId, 1);
      saved.push({ cityCode, nipKey, agencyId, person: before?.person ?? null, version: (before?.version ?? 0) + 1 });
    }
  }
  return { saved, removed, growth, unchanged };
};
