import { searchWords } from '../basics/words/search-words.ts';

/** Words that say of which region an office is, not which office. */
const ofRegion = new Set(['kota', 'kabupaten', 'kab', 'pemerintah', 'daerah']);

export type KnownOffices = {
  readonly offices: readonly { readonly agencyId: string; readonly name: string }[];
  readonly cityName: string;
};

/** What tells schools of one name apart, and is too short to be a word: `SDN Klojen 1`, `SMP V`. */
const numbersIn = (name: string): string[] =>
  [...name.normalize('NFKC').matchAll(/(?<![\p{L}\p{N}])(?:0*(\d+)|([ivx]))(?![\p{L}\p{N}])/giu)].map(
    ([, digits, roman = '']) => digits ?? roman.toLowerCase(),
  );

/**
 * Finds an office by the words of its name, in any order and without the region's: `DINAS PENDIDIKAN KOTA MALANG` is
 * `Dinas Pendidikan`. Undefined where none is called so, or more than one: nobody guesses.
 */
export const officeFinder = ({ offices, cityName }: KnownOffices) => {
  const ofCity = new Set([...searchWords(cityName), ...numbersIn(cityName)]);
  const keyOf = (name: string): string =>
    [
      ...new Set([
        ...searchWords(name).filter((word) => !ofRegion.has(word) && !ofCity.has(word) && !/^\d+$/.test(word)),
        ...numbersIn(name).filter((number) => !ofCity.has(number)),
      ]),
    ]
      .sort()
      .join(' ');
  const byName = Map.groupBy(offices, ({ name }) => keyOf(name));
  return (name: string): string | undefined => {
    const [office, another] = byName.get(keyOf(name)) ?? [];
    return another ? undefined : office?.agencyId;
  };
};

/** What is wrong with a name that finds no office, and how to mend it. */
export const unknownOffice = (name: string): string =>
  `"${name.slice(0, 60)}" bukan nama satu dinas di pasar ini. Tambahkan dinasnya, atau samakan namanya.`;
