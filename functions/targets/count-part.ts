import type { TookPart } from '../../shared/domain/targets/participation.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { officeMembersAt } from '../../shared/table/targets/civil-servants.ts';
import { countPart, officeMonthAt, phoneCountedAt, tookPartAt } from '../../shared/table/targets/participation.ts';
import type { World } from '../world.ts';

type Part = TookPart & { readonly agencyId: string; readonly phoneKey?: string };

/**
 * The writes by which somebody counts for their office in a month; none where they did already, or where the phone they ordered
 * by counted for somebody else: fifty accounts behind one phone are one person.
 */
export const partWrites = async ({ table, newId }: World, { agencyId, phoneKey, ...part }: Part): Promise<Write[]> => {
  const { cityCode, month, nipKey } = part;
  const { took, office, phones, listed } = await readTogether(table, {
    took: tookPartAt(cityCode, month, nipKey),
    office: officeMonthAt(agencyId, month),
    listed: officeMembersAt(agencyId),
    phones: phoneKey === undefined ? [] : [phoneCountedAt(cityCode, month, phoneKey)],
  });
  if (took || phones[0]) return [];
  const participants = (office?.participants ?? 0) + 1;
  const members = Math.max(office?.members ?? 0, listed?.members ?? 0);
  const after = { agencyId, cityCode, month, participants, members, version: (office?.version ?? 0) + 1 };
  return countPart(part, after, newId('new'), phoneKey);
};
