import type { AuditEntry } from '../../shared/domain/audit/act.ts';
import { agenciesAt } from '../../shared/table/agencies.ts';
import { merchantEntries } from '../../shared/table/register/merchants.ts';
import { calledIn } from '../reads/called-in.ts';
import type { World } from '../world.ts';

/** Whoever acts made, and whom they are about. */
export const peopleIn = (world: World, place: string, acts: readonly AuditEntry[]) =>
  calledIn(
    world,
    place,
    acts.flatMap(({ by, person }) => (person === null ? [by] : [by, person])),
  );

const MOST_NAMED = 100;
/** The shops and offices that acts are about, by name: an id says nothing to anyone who reads. */
export const namesIn = async ({ table }: World, acts: readonly AuditEntry[]): Promise<Record<string, string>> => {
  const ids = acts.flatMap(({ subjects }) => subjects.map((subject) => subject.slice(subject.indexOf(':') + 1)));
  const distinct = (kind: string) => [...new Set(ids.filter((id) => id.startsWith(kind)))].slice(0, MOST_NAMED);
  const [shops, offices] = [distinct('mrc_'), distinct('agc_')];
  const [entries, agencies] = await Promise.all([
    shops.length > 0 ? merchantEntries(table, shops) : [],
    offices.length > 0 ? agenciesAt(table, offices) : [],
  ]);
  return Object.fromEntries([
    ...entries.flatMap((entry) => (entry ? [[entry.merchantId, entry.name]] : [])),
    ...agencies.flatMap((agency) => (agency ? [[agency.agencyId, agency.name]] : [])),
  ]);
};
