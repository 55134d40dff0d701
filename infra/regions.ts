import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import type { NewCity } from '../shared/domain/places/city.ts';
import { startingPolicies } from '../shared/domain/places/policies.ts';
import { provinceOf } from '../shared/domain/places/region.ts';
import { zoneOf } from '../shared/rules/zones.ts';

/*
 * Codes and names of Kemendagri as collected by idn-area-data, which makes them available under the Open Database
 * License 1.0: https://github.com/fityannugroho/idn-area-data. Only what a founded city needs leaves the package: its
 * own districts and villages.
 */
const listOf = (file: string) => new URL(`../node_modules/idn-area-data/data/${file}.csv`, import.meta.url);

/** A line's fields; some names hold commas or quotes and are quoted as in RFC 4180. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

type Area = { readonly code: string; readonly parent: string; readonly name: string };
/** The areas of one list whose code begins so. Eighty thousand villages are not parsed to find twenty. */
const areas = async (file: string, prefix: string): Promise<Area[]> =>
  (await readFile(listOf(file), 'utf8'))
    .split(/\r?\n/)
    .filter((line) => line.startsWith(prefix))
    .map((line) => {
      const fields = fieldsOf(line);
      return { code: fields[0] ?? '', parent: fields.length > 2 ? (fields[1] ?? '') : '', name: fields.at(-1) ?? '' };
    });

export type CityBody = z.input<typeof NewCity>;
export type CitySettings = Partial<Pick<CityBody, 'zone' | 'accent' | 'policies' | 'shards'>>;

/** The body of `PUT /cities/{city}` for any code of Kemendagri. Throws a sentence for a code it does not know. */
export const cityBody = async (cityCode: string, settings: CitySettings = {}): Promise<CityBody> => {
  const [[city], [province], districts, villages] = await Promise.all([
    areas('regencies', `${cityCode},`),
    areas('provinces', `${provinceOf(cityCode)},`),
    areas('districts', `${cityCode}.`),
    areas('villages', `${cityCode}.`),
  ]);
  if (!city || !province) throw new Error(`Kota atau kabupaten ${cityCode} tidak ada dalam daftar Kemendagri.`);
  const shown = ({ code, name }: Area) => ({ code, name });
  const inside = Map.groupBy(villages, ({ parent }) => parent);
  return {
    name: city.name,
    provinceName: province.name,
    zone: settings.zone ?? zoneOf(cityCode),
    accent: settings.accent ?? null,
    policies: settings.policies ?? startingPolicies,
    shards: settings.shards ?? 1,
    districts: districts.map((district) => ({
      ...shown(district),
      villages: (inside.get(district.code) ?? []).map(shown),
    })),
  };
};
