import * as z from 'zod';
import { type Evidence, EvidenceKind } from '../../domain/register/owners/evidence.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, remove, type Write } from '../engine/writes.ts';

/** That a shop shows something, and who applied for it: how a second application finds the first. In no answer. */
const Shown = z.object({
  cityCode: z.string(),
  kind: EvidenceKind,
  key: z.string(),
  applicant: z.string(),
  merchantId: z.string(),
  number: z.int().describe('Of the applicant’s shops that show this, in order: two at once cannot take one number'),
});
export type Shown = z.infer<typeof Shown>;

// | entity   | pk                               | sk                         |
// | Evidence | CITY#35.73#EVIDENCE#<keyed hash> | <applicant>#<0001, 0002 …> |
const pkOf = (cityCode: string, { key }: Pick<Evidence, 'key'>) => `CITY#${cityCode}#EVIDENCE#${key}`;
const keyOf = ({ cityCode, key, applicant, number }: Pick<Shown, 'cityCode' | 'key' | 'applicant' | 'number'>) => ({
  pk: pkOf(cityCode, { key }),
  sk: `${applicant}#${String(number).padStart(4, '0')}`,
});
const shown = entity({
  type: 'Evidence',
  schema: Shown,
  key: keyOf,
});

/** The last shop of an applicant that shows this. */
export const lastShownBy = async (table: Table, cityCode: string, evidence: Evidence, applicant: string) => {
  const request = { pk: pkOf(cityCode, evidence), prefix: `${applicant}#`, limit: 1, descending: true };
  return (await list(table, Shown, undefined, { ...request, consistent: true })).items[0];
};

/** More shops than an officer looks at; a village office's phone stands in more, and so does a market hall. */
export const MOST_LOOKED_AT = 200;
/** Whoever shows this in a city, so many at most: what comes after them is asked for by its applicant. */
export const shownIn = async (table: Table, cityCode: string, evidence: Evidence): Promise<Shown[]> =>
  (await list(table, Shown, undefined, { pk: pkOf(cityCode, evidence), limit: MOST_LOOKED_AT, consistent: true }))
    .items;

/** What one of an applicant's shops shows of this, however many of theirs do. */
export const shownByShop = async (
  table: Table,
  cityCode: string,
  evidence: Evidence,
  { applicant, merchantId }: Pick<Shown, 'applicant' | 'merchantId'>,
): Promise<Shown[]> => {
  const request = { pk: pkOf(cityCode, evidence), prefix: `${applicant}#`, limit: 500, consistent: true };
  const all = await everyEntry((after) => list(table, Shown, undefined, { ...request, after }));
  return all.filter((one) => one.merchantId === merchantId);
};

export const insertShown = (value: Shown): Write => insert(shown, value);
export const removeShown = (value: Shown): Write => remove('Evidence', keyOf(value));
