import * as z from 'zod';
import { PolicyAnnouncement } from '../../domain/ranking/policy/announcement.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity             | pk         | sk                | due                                                    |
// | PolicyAnnouncement | CITY#35.73 | ANNOUNCEMENT#0002 | ANNOUNCEMENTS / decided, city, version, until all are told |
const keyOf = (city: string, policyVersion: number) => ({
  pk: `CITY#${city}`,
  sk: `ANNOUNCEMENT#${String(policyVersion).padStart(4, '0')}`,
});
const announcements = entity({
  type: 'PolicyAnnouncement',
  schema: PolicyAnnouncement,
  key: ({ city, policyVersion }: Pick<PolicyAnnouncement, 'city' | 'policyVersion'>) => keyOf(city, policyVersion),
  due: ({ city, policyVersion, decidedAt, announcedAt }) =>
    announcedAt === null ? { pk: 'ANNOUNCEMENTS', sk: `${decidedAt}#${city}#${policyVersion}` } : undefined,
});

export const getAnnouncement = (table: Table, city: string, policyVersion: number) =>
  get(table, announcements, keyOf(city, policyVersion));
/** How far each rule of a city was told, the oldest first; a city decides a few a year. */
export const announcementsOf = async (table: Table, city: string): Promise<PolicyAnnouncement[]> => {
  const request = { pk: `CITY#${city}`, prefix: 'ANNOUNCEMENT#', limit: 100 };
  return (await list(table, PolicyAnnouncement, undefined, request)).items;
};
/** Rules of all cities that some shop was not told of yet, the oldest decided first. */
export const openAnnouncements = async (
  table: Table,
): Promise<Pick<PolicyAnnouncement, 'city' | 'policyVersion'>[]> => {
  const entries = await everyEntry((after) =>
    list(table, z.object({ dsk: z.string() }), 'due', { pk: 'ANNOUNCEMENTS', limit: 100, after }),
  );
  return entries.map(({ dsk }) => {
    const [, city = '', version] = dsk.split('#');
    return { city, policyVersion: Number(version) };
  });
};
export const saveAnnouncement = (announcement: PolicyAnnouncement): Write => save(announcements, announcement);
