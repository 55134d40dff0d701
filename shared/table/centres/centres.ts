import { Centre, MOST_CENTRES } from '../../domain/centres/centre.ts';
import { list } from '../engine/pages.ts';
import { type Freshness, get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity | pk         | sk          |
// | Centre | CITY#35.73 | CENTRE#slug |
type OfCentre = Pick<Centre, 'cityCode' | 'slug'>;
const centreKey = ({ cityCode, slug }: OfCentre) => ({ pk: `CITY#${cityCode}`, sk: `CENTRE#${slug}` });
const centres = entity({ type: 'Centre', schema: Centre, key: centreKey });

export const getCentre = (table: Table, of: OfCentre, freshness?: Freshness) =>
  get(table, centres, centreKey(of), freshness);
/** All centres of a city, by the name in their address. */
export const centresOf = async (table: Table, cityCode: string): Promise<Centre[]> =>
  (await list(table, Centre, undefined, { pk: `CITY#${cityCode}`, prefix: 'CENTRE#', limit: MOST_CENTRES })).items;
export const saveCentre = (centre: Centre): Write => save(centres, centre);
