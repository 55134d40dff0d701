import type { Month } from '../../../../shared/domain/basics/month.ts';

export type Kind = 'months' | 'districts' | 'shops';
export const kindWord: Readonly<Record<Kind, string>> = { months: 'bulan', districts: 'kecamatan', shops: 'usaha' };

/** Which two things an address puts side by side; anything malformed is as if it were not there. */
export type Wanted = {
  readonly kind: Kind;
  readonly a: string | undefined;
  readonly b: string | undefined;
  /** Words by which a shop is looked for, for either side. */
  readonly findA: string | undefined;
  readonly findB: string | undefined;
};

const shape: Readonly<Record<Kind, RegExp>> = {
  months: /^\d{4}-\d{2}$/,
  districts: /^\d{2}\.\d{2}\.\d{2}$/,
  shops: /^mrc_[0-9A-Za-z]+$/,
};

export const wantedOf = (query: Partial<Record<string, string>>, mayNameShops: boolean): Wanted => {
  const asked = (Object.keys(kindWord) as Kind[]).find((kind) => kindWord[kind] === query['jenis']) ?? 'months';
  const kind = asked === 'shops' && !mayNameShops ? 'months' : asked;
  const given = (name: string) => (shape[kind].test(query[name] ?? '') ? query[name] : undefined);
  const looked = (name: string) => (kind === 'shops' ? query[name]?.slice(0, 60) : undefined);
  return { kind, a: given('a'), b: given('b'), findA: looked('cariA'), findB: looked('cariB') };
};

/** What the address of a comparison says. */
export const queryOf = ({ kind, a, b }: Pick<Wanted, 'kind' | 'a' | 'b'>, month: Month) => ({
  bulan: month,
  jenis: kind === 'months' ? undefined : kindWord[kind],
  a,
  b,
});

/** Two different ones: those asked for as far as they are there, else the first that are. */
export const pairOf = (known: readonly string[], a: string | undefined, b: string | undefined) => {
  const first = known.find((one) => one === a) ?? known.find((one) => one !== b);
  const second = known.find((one) => one === b && one !== first) ?? known.find((one) => one !== first);
  return first === undefined || second === undefined ? undefined : ([first, second] as const);
};
