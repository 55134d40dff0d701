import * as z from 'zod';
import { Month } from '../../basics/month-schema.ts';
import { spendConcentration } from '../measures/spend-concentration.ts';
import type { AgencySpread } from './cell.ts';
import { type CityEntry, entryOf } from './entry.ts';
import type { Span } from './part.ts';
import { Phase } from './snapshot.ts';
import { figure } from './spread.ts';

/*
 * Everything a city's close was computed from, without a name or id of a merchant: one line that says whose month it
 * is, one per merchant in ascending order of the month, one per office. Kept beside the result, so that every revision
 * can be computed again to the same bytes. The instant of the close is not in it: a rerun is the same input.
 */
export const INPUTS_VERSION = 2;
const Place = z.tuple([z.string(), z.string()]);
export const InputsHead = z.object({
  inputs: z.literal(INPUTS_VERSION),
  place: z.string(),
  placeName: z.string(),
  month: Month,
  phase: Phase,
  definition: z.string(),
  rules: z.string(),
  districts: z.array(Place),
  categories: z.array(Place),
});
export type InputsHead = z.infer<typeof InputsHead>;

const Whole = z.int().min(0);
const Spend = z.array(z.tuple([Whole, z.boolean()]));
export type Spend = z.infer<typeof Spend>;
/** An office is named, as offices are public; the owners it bought from are not. */
export const OfficeInput = z.object({
  agencyId: z.string(),
  name: z.string(),
  month: Spend.describe('Rupiah per owner this month, and whether the owner is new to the office'),
  year: Spend.describe('The same of the twelve months'),
});
export type OfficeInput = z.infer<typeof OfficeInput>;

export type Inputs = { head: InputsHead; entries: CityEntry[]; offices: OfficeInput[] };

/** Reads inputs back. @throws when a line is not what was written. */
export const parseInputs = (text: string): Inputs => {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const inputs: Inputs = { head: InputsHead.parse(JSON.parse(first)), entries: [], offices: [] };
  for (const line of lines) {
    const read: unknown = JSON.parse(line);
    if (Array.isArray(read)) inputs.entries.push(entryOf(read));
    else inputs.offices.push(OfficeInput.parse(read));
  }
  return inputs;
};

/** Indicators 11 and 12 of each office that bought, from what it spent at each owner. */
export const spreadsOf = (offices: readonly OfficeInput[], span: Span): AgencySpread[] =>
  offices
    .filter((office) => office[span].some(([rupiah]) => rupiah > 0))
    .map((office) => spreadOf(office, office[span]));

const spreadOf = ({ agencyId, name }: OfficeInput, spend: Spend): AgencySpread => {
  const spread = spendConcentration(spend.map(([rupiah]) => rupiah));
  const fresh = spend.filter(([, isNew]) => isNew);
  return {
    agencyId,
    name,
    rupiah: spread.totalRupiah,
    owners: spread.owners,
    equivalentOwners: figure(spread.equivalentOwners),
    largestShare: figure(spread.largestShare),
    newOwners: fresh.length,
    newRupiah: fresh.reduce((sum, [rupiah]) => sum + BigInt(rupiah), 0n).toString(),
  };
};
