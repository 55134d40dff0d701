import type { ChoiceFilter } from '../kit/desk/filter-bar.tsx';
import type { City } from '../kit/places.ts';
import type { AskedCity } from './opened.ts';

export type Districts = City['districts'];
/** The districts whose shops somebody reads here: every one for the city's own people, an officer's own for them. */
export const districtsRead = ({ kinds, me, place }: Pick<AskedCity, 'kinds' | 'me' | 'place'>): Districts => {
  const { districts } = place.city;
  if (kinds.includes('city-admin') || kinds.includes('inspectorate')) return districts;
  return districts.filter(({ code }) => me?.memberships.some(({ scope }) => scope === `district:${code}`));
};

/** A choice of district, for anyone who has more than one. */
export const districtFilter = (districts: Districts, value: string | undefined): ChoiceFilter[] =>
  districts.length < 2
    ? []
    : [
        {
          name: 'kecamatan',
          label: 'Kecamatan',
          value,
          choices: districts.map(({ code, name }) => [code, name] as const),
        },
      ];
