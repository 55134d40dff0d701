import { folded } from '../../basics/fold.ts';

/** A district with its villages, as a row may name it. */
export type Region = {
  readonly code: string;
  readonly name: string;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
};

const plain = (name: string): string =>
  folded(name)
    .replace(/^((kecamatan|kec|kelurahan|kel|desa|ds) )+/, '')
    .replaceAll(' ', '');

/** The villages of a city by what rows call them, made once for a list of any length. */
export type Gazetteer = {
  readonly districts: ReadonlySet<string>;
  /** What may be written: the districts, and the villages of one that a row names. */
  readonly choices: {
    readonly districts: readonly string[];
    readonly villages: ReadonlyMap<string, readonly string[]>;
  };
  readonly villages: ReadonlyMap<
    string,
    readonly { readonly district: string; readonly village: string; readonly within: string }[]
  >;
};
export const gazetteerOf = (regions: readonly Region[]): Gazetteer => {
  const villages = regions.flatMap(({ code, name, villages: inside }) =>
    inside.flatMap((one) =>
      [one.code, plain(one.name)].map((called) => ({
        called,
        district: code,
        village: one.code,
        within: plain(name),
      })),
    ),
  );
  return {
    districts: new Set(regions.flatMap(({ code, name }) => [code, plain(name)])),
    choices: {
      districts: regions.map(({ name }) => name),
      villages: new Map(
        regions.flatMap(({ code, name, villages: inside }) =>
          [code, plain(name)].map((called) => [called, inside.map((one) => one.name)] as const),
        ),
      ),
    },
    villages: Map.groupBy(villages, ({ called }) => called),
  };
};

export type Placed =
  | { readonly district: string; readonly village: string }
  | { readonly wrong: 'district' | 'village' };
const calledIn = (text: string): string => (/^[\d.]+$/.test(text) ? text : plain(text));
/** The district and village that a row names: the village alone where only one in the city is called so. */
export const placed = ({ districts, villages }: Gazetteer, district: string, village: string): Placed => {
  const called = calledIn(district);
  if (district !== '' && !districts.has(called)) return { wrong: 'district' };
  const named = villages.get(calledIn(village)) ?? [];
  const found = named.filter((one) => district === '' || one.district === called || one.within === called);
  if (found.length === 1 && found[0]) return { district: found[0].district, village: found[0].village };
  return { wrong: district === '' && found.length > 1 ? 'district' : 'village' };
};

/** What is wrong with a cell that names none of what may stand in it: what it says, or that it is empty, and what to write. */
export const oneOf = (text: string, wrong: string, choices: readonly string[]): string => {
  const said = text === '' ? 'Belum diisi.' : `"${text.slice(0, 40)}" ${wrong}.`;
  return choices.length > 0 ? `${said} Tulis salah satu: ${choices.join(', ')}.` : `${said} Tulis nama atau kodenya.`;
};
export const notPlaced = (
  { choices }: Gazetteer,
  wrong: 'district' | 'village',
  of: (column: 'district' | 'village') => string,
): string => {
  if (wrong === 'district') return oneOf(of('district'), 'bukan kecamatan kota ini', choices.districts);
  const villages = choices.villages.get(calledIn(of('district'))) ?? [];
  return oneOf(of('village'), 'bukan kelurahan atau desa di kecamatan itu', villages);
};
