import * as z from 'zod';
import {
  ActivityLine,
  activityIn,
  activityLine,
  PricesPaidLine,
  pricesPaidLine,
  pricesPaidOf,
} from '../standing/activity-line.ts';
import type { StandingEntry } from './part.ts';

type Grouped = { readonly district: string; readonly category: string };
/** A standing as a city's pass needs it: its figures, and which district and category it counts in. */
export type CityEntry = StandingEntry & Grouped;
/** What the list of the month must hold: it only puts turnover in order. */
export type MonthEntry = Grouped & Pick<CityEntry, 'turnoverRupiah'>;

type Name = keyof CityEntry;
/** A field of a standing: how it is written in a line of inputs, and read back. Undefined is a field that is not there. */
type Field<N extends Name = Name> = {
  readonly name: N;
  readonly write: (entry: CityEntry) => unknown;
  readonly read: (written: unknown) => unknown;
};
const field = <N extends Name, W>(
  name: N,
  schema: z.ZodType<W>,
  write: (value: CityEntry[N]) => W,
  read: (written: W) => CityEntry[N],
): Field<N> => ({
  name,
  write: (entry) => write(entry[name]),
  read: (written) => read(schema.parse(written)),
});

const Whole = z.int().min(0);
const Flag = z.union([z.literal(0), z.literal(1)]);
const text = <N extends keyof Grouped>(name: N) =>
  field<N, string>(
    name,
    z.string(),
    (value) => value,
    (value) => value as CityEntry[N],
  );
type Amount = 'turnoverRupiah' | 'rollingRupiah' | 'rollingOrders' | 'orders' | 'monthsUnsold' | 'offeredDays';
const whole = <N extends Amount>(name: N) =>
  field<N, number>(
    name,
    Whole,
    (value) => value,
    (value) => value as CityEntry[N],
  );
const flag = <N extends 'newcomer' | 'left'>(name: N) =>
  field<N, 0 | 1>(
    name,
    Flag,
    (value) => (value ? 1 : 0),
    (value) => (value === 1) as CityEntry[N],
  );
/** True or not there. */
const mark = <N extends 'gone' | 'returned'>(name: N) =>
  field<N, 0 | 1>(
    name,
    Flag,
    (value) => (value ? 1 : 0),
    (value) => (value === 1 ? true : undefined) as CityEntry[N],
  );

/** Every field a close reads of a standing, in the order of a line: what is asked of the list, written and read follow. */
const fields = [
  text('district'),
  text('category'),
  whole('turnoverRupiah'),
  field(
    'reportedRupiah',
    Whole.nullable(),
    (value) => value,
    (value) => value,
  ),
  whole('rollingRupiah'),
  whole('rollingOrders'),
  whole('orders'),
  whole('monthsUnsold'),
  flag('newcomer'),
  flag('left'),
  mark('gone'),
  mark('returned'),
  whole('offeredDays'),
  field(
    'pricesPaid',
    PricesPaidLine.nullable(),
    (value) => (value ? pricesPaidLine(value) : null),
    (line) => (line ? pricesPaidOf(line) : undefined),
  ),
  field(
    'earlier',
    ActivityLine.nullable(),
    (value) => (value ? activityLine(value) : null),
    (line) => (line ? activityIn(line) : undefined),
  ),
] as const;
/** No field of an entry is forgotten: this does not compile while one is. */
const complete: Exclude<Name, (typeof fields)[number]['name']> extends never ? true : never = true;
void complete;

/** What entries of each list must hold: a close that streams a million of them reads nothing else. */
export const readFields: Readonly<Record<'month' | 'year', readonly string[]>> = {
  month: ['district', 'category', 'turnoverRupiah'] satisfies (keyof MonthEntry)[],
  // What it did before is counted from the line of its past.
  year: fields.map(({ name }) => (name === 'earlier' ? 'past' : name)),
};

/** A merchant's line of inputs, without a name or an id. */
export const entryLine = (entry: CityEntry): string => JSON.stringify(fields.map(({ write }) => write(entry)));

/** Reads a line back. @throws ZodError when it is not what was written */
export const entryOf = (line: readonly unknown[]): CityEntry => {
  if (line.length !== fields.length)
    throw new Error(`a line of inputs has ${fields.length} fields, not ${line.length}`);
  const read = fields.map(({ name, read: readField }, index) => [name, readField(line[index])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as CityEntry;
};
