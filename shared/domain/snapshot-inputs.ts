import * as z from 'zod';
import { spendConcentration } from './equity/spend-concentration.ts';
import { Month } from './month.ts';
import { Paid } from './paid.ts';
import { type AgencySpread, Phase } from './snapshot.ts';
import { figure } from './snapshot-cell.ts';
import type { CityEntry } from './snapshot-city.ts';

/*
 * Everything a city's close was computed from, without a name or id of a merchant: one line that says whose month it
 * is, one per merchant in ascending order of the month, one per office. Kept beside the result, so that every revision
 * can be computed again to the same bytes. The instant of the close is not in it: a rerun is the same input.
 */
export const INPUTS_VERSION = 1;
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
const MerchantLine = z.tuple([
  z.string().describe('district'),
  z.string().describe('category'),
  Whole.describe('turnoverRupiah'),
  Whole.nullable().describe('reportedRupiah'),
  Whole.describe('rollingRupiah'),
  Whole.describe('rollingOrders'),
  Whole.describe('orders'),
  Whole.describe('unsoldMonths'),
  z.union([z.literal(0), z.literal(1)]).describe('newcomer'),
  z.union([z.literal(0), z.literal(1)]).describe('left'),
  Paid.nullable(),
]);

/** An office is named, as offices are public; the owners it bought from are not. */
export const OfficeInput = z.object({
  agencyId: z.string(),
  name: z.string(),
  spend: z.array(z.tuple([Whole, z.boolean()])).describe('Rupiah per owner this month, and whether the owner is new'),
});
export type OfficeInput = z.infer<typeof OfficeInput>;

export const merchantLine = (entry: CityEntry): string =>
  JSON.stringify([
    entry.district,
    entry.category,
    entry.turnoverRupiah,
    entry.reportedRupiah,
    entry.rollingRupiah,
    entry.rollingOrders,
    entry.orders,
    entry.unsoldMonths,
    entry.newcomer ? 1 : 0,
    entry.left ? 1 : 0,
    entry.paid ?? null,
  ] satisfies z.infer<typeof MerchantLine>);

const entryOf = (line: z.infer<typeof MerchantLine>): CityEntry => {
  const [district, category, turnoverRupiah, reportedRupiah, rollingRupiah, rollingOrders, orders, unsoldMonths] = line;
  const figures = { turnoverRupiah, reportedRupiah, rollingRupiah, rollingOrders, orders, unsoldMonths };
  const [newcomer, left, paid] = [line[8] === 1, line[9] === 1, line[10]];
  return { district, category, ...figures, newcomer, left, ...(paid ? { paid } : {}) };
};

export type Inputs = { head: InputsHead; entries: CityEntry[]; offices: OfficeInput[] };

/** Reads inputs back. @throws when a line is not what was written. */
export const parseInputs = (text: string): Inputs => {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const inputs: Inputs = { head: InputsHead.parse(JSON.parse(first)), entries: [], offices: [] };
  for (const line of lines) {
    const read: unknown = JSON.parse(line);
    if (Array.isArray(read)) inputs.entries.push(entryOf(MerchantLine.parse(read)));
    else inputs.offices.push(OfficeInput.parse(read));
  }
  return inputs;
};

/** Indicators 11 and 12 of one office, from what it spent at each owner. */
export const spreadOfOffice = ({ agencyId, name, spend }: OfficeInput): AgencySpread => {
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
