import type { Write } from './table.ts';

/*
 * What a write does to the fields of an item, and what must hold of them, said by their names. DynamoDB takes both as texts
 * with placeholders; those are made here and nowhere else.
 */

type Fields = Readonly<Record<string, unknown>>;

export type FieldChanges = {
  readonly set?: Fields | undefined;
  /** Set where nothing is yet; what is there stays. */
  readonly setOnce?: Fields | undefined;
  /** Sets to a number less what another field counts; one that is not there is nought. */
  readonly setRest?: Readonly<Record<string, { readonly of: number; readonly less: string }>> | undefined;
  /** Adds numbers to numbers and texts to sets. A field that is not there counts from nought, or is the empty set. */
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>> | undefined;
  /** Takes texts out of sets; a set that comes to nothing is gone. */
  readonly takeOut?: Readonly<Record<string, ReadonlySet<string>>> | undefined;
  readonly clear?: readonly string[] | undefined;
  /** All of them must hold of the item as it was, or nothing is changed. */
  readonly when?: readonly Test[] | undefined;
};

type Placeholders = {
  /** A field, or one inside another: `card.person`. */
  readonly field: (path: string) => string;
  readonly value: (value: unknown) => string;
};
type Text = (of: Placeholders) => string;

/** Something that holds of an item or does not. A comparison with a field that is not there never holds. */
export type Test = Text;

const compared =
  (sign: '=' | '<' | '<=' | '>' | '>=') =>
  (path: string, wanted: unknown): Test =>
  ({ field, value }) =>
    `${field(path)} ${sign} ${value(wanted)}`;
export const is = compared('=');
export const below = compared('<');
export const atMost = compared('<=');
export const above = compared('>');
export const atLeast = compared('>=');
export const isThere =
  (path: string): Test =>
  ({ field }) =>
    `attribute_exists(${field(path)})`;
export const isAbsent =
  (path: string): Test =>
  ({ field }) =>
    `attribute_not_exists(${field(path)})`;
/** A set is not there, or has at most so many texts. */
export const hasAtMost = (path: string, most: number): Test =>
  anyOf(isAbsent(path), ({ field, value }) => `size(${field(path)}) <= ${value(most)}`);
export const anyOf =
  (...tests: readonly Test[]): Test =>
  (of) =>
    `(${tests.map((test) => test(of)).join(' OR ')})`;

/** The item is in the table at all, or is not. */
export const exists = isThere('pk');
export const existsNot = isAbsent('pk');

type Count = { readonly by: number; readonly most?: number | undefined; readonly least?: number | undefined };
/** Adds to counters, each within its bound: `most` holds where it grows, `least` where it falls. */
export const counted = (counters: Readonly<Record<string, Count>>) => {
  const changed = Object.entries(counters).filter(([, { by }]) => by !== 0);
  return {
    add: Object.fromEntries(changed.map(([name, { by }]) => [name, by])),
    when: changed.flatMap(([name, { by, most, least }]) => {
      if (by > 0) return most === undefined ? [] : [anyOf(isAbsent(name), atMost(name, most - by))];
      return least === undefined ? [] : [atLeast(name, least - by)];
    }),
  };
};

/** Texts of DynamoDB for what is asked, with the names and values they stand for. */
const withPlaceholders = (
  make: (of: Placeholders) => Readonly<Record<string, string>>,
): Omit<Write['input'], 'Key'> => {
  const names = new Map<string, string>();
  const values: Record<string, unknown> = {};
  const named = (name: string): string => {
    const known = names.get(name) ?? `#n${names.size}`;
    names.set(name, known);
    return known;
  };
  let many = 0;
  const texts = make({
    field: (path) => (path.includes('.') ? path.split('.').map(named).join('.') : named(path)),
    value: (value) => {
      const placeholder = `:v${many++}`;
      values[placeholder] = value;
      return placeholder;
    },
  });
  return {
    ...texts,
    ...(names.size > 0 ? { ExpressionAttributeNames: Object.fromEntries([...names].map(([a, b]) => [b, a])) } : {}),
    ...(many > 0 ? { ExpressionAttributeValues: values } : {}),
  };
};

const conditionText = (tests: readonly Test[], of: Placeholders): Readonly<Record<string, string>> =>
  tests.length === 0 ? {} : { ConditionExpression: tests.map((test) => test(of)).join(' AND ') };

/** What all of these tests are for DynamoDB. */
export const conditionInput = (tests: readonly Test[]) => withPlaceholders((of) => conditionText(tests, of));

/** What these changes are for DynamoDB. */
export const changesInput = ({
  set = {},
  setOnce = {},
  setRest = {},
  add = {},
  takeOut = {},
  clear = [],
  when = [],
}: FieldChanges) =>
  withPlaceholders((of) => {
    const { field, value } = of;
    const sets: string[] = [];
    for (const name in set) sets.push(`${field(name)} = ${value(set[name])}`);
    for (const name in setOnce) sets.push(`${field(name)} = if_not_exists(${field(name)}, ${value(setOnce[name])})`);
    for (const [name, { of: all, less }] of Object.entries(setRest))
      sets.push(`${field(name)} = ${value(all)} - if_not_exists(${field(less)}, ${value(0)})`);
    const adds: string[] = [];
    for (const name in add) adds.push(`${field(name)} ${value(add[name])}`);
    const taken: string[] = [];
    for (const name in takeOut) taken.push(`${field(name)} ${value(takeOut[name])}`);
    const written: string[] = [];
    if (sets.length > 0) written.push(`SET ${sets.join(', ')}`);
    if (adds.length > 0) written.push(`ADD ${adds.join(', ')}`);
    if (taken.length > 0) written.push(`DELETE ${taken.join(', ')}`);
    if (clear.length > 0) written.push(`REMOVE ${clear.map(field).join(', ')}`);
    return { UpdateExpression: written.join(' '), ...conditionText(when, of) };
  });
