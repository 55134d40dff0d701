import * as z from 'zod';
import { Goal, OfficeMonth, TookPart } from '../../domain/targets/participation.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, save, type Write } from '../engine/writes.ts';
import { noteSumsDue } from '../spending/office-sums.ts';

/** The phone an order was placed with counts for one civil servant a month: a script with fifty accounts has one. */
const PhoneCounted = z.object({ cityCode: z.string(), month: z.string(), phoneKey: z.string(), nipKey: z.string() });

// | entity       | pk                  | sk                 |
// | Goal         | CITY#35.73          | GOAL#2026-11       |
// | TookPart     | CIVIL#35.73#2026-11 | PART#<hash of NIP> |
// | PhoneCounted | CIVIL#35.73#2026-11 | PHONE#<hash>       |
// | OfficeMonth  | AGENCY#id           | PART#2026-11       |
const goals = entity({
  type: 'Goal',
  schema: Goal,
  key: ({ cityCode, month }: Pick<Goal, 'cityCode' | 'month'>) => ({ pk: `CITY#${cityCode}`, sk: `GOAL#${month}` }),
});
const partKey = (cityCode: string, month: string, nipKey: string) => ({
  pk: `CIVIL#${cityCode}#${month}`,
  sk: `PART#${nipKey}`,
});
const parts = entity({
  type: 'TookPart',
  schema: TookPart,
  key: ({ cityCode, month, nipKey }: Pick<TookPart, 'cityCode' | 'month' | 'nipKey'>) =>
    partKey(cityCode, month, nipKey),
});
const phoneKey = (cityCode: string, month: string, key: string) => ({
  pk: `CIVIL#${cityCode}#${month}`,
  sk: `PHONE#${key}`,
});
const phones = entity({
  type: 'PhoneCounted',
  schema: PhoneCounted,
  key: (one: z.infer<typeof PhoneCounted>) => phoneKey(one.cityCode, one.month, one.phoneKey),
});
const monthKey = (agencyId: string, month: string) => ({ pk: `AGENCY#${agencyId}`, sk: `PART#${month}` });
const months = entity({
  type: 'OfficeMonth',
  schema: OfficeMonth,
  key: ({ agencyId, month }: Pick<OfficeMonth, 'agencyId' | 'month'>) => monthKey(agencyId, month),
});

/** Every goal a city has set: a handful a year. */
export const goalsOf = (table: Table, cityCode: string): Promise<Goal[]> =>
  everyEntry((after) => list(table, Goal, undefined, { pk: `CITY#${cityCode}`, prefix: 'GOAL#', limit: 100, after }));
export const saveGoal = (goal: Goal): Write => save(goals, goal);

export const tookPartAt = (cityCode: string, month: string, nipKey: string): Read<TookPart> =>
  readOf(parts, partKey(cityCode, month, nipKey));
export const phoneCountedAt = (cityCode: string, month: string, key: string): Read<z.infer<typeof PhoneCounted>> =>
  readOf(phones, phoneKey(cityCode, month, key));
export const officeMonthAt = (agencyId: string, month: string): Read<OfficeMonth> =>
  readOf(months, monthKey(agencyId, month));

/**
 * That somebody took part, by whose phone, and the office's number with it; refused where any of it was written meanwhile. The
 * note is for what adds up a large city's offices.
 */
export const countPart = (part: TookPart, office: OfficeMonth, news: string, phone?: string): Write[] => [
  insert(parts, part),
  noteSumsDue({ cityCode: part.cityCode, year: part.month, news }),
  ...(phone === undefined
    ? []
    : [insert(phones, { cityCode: part.cityCode, month: part.month, phoneKey: phone, nipKey: part.nipKey })]),
  save(months, office),
];
