import { Attainable } from '../../domain/equity/attainable/attainable.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

// | entity     | pk          | sk                 |
// | Attainable | PLACE#35.73 | ATTAINABLE#2026-11 |
const attainables = entity({
  type: 'Attainable',
  schema: Attainable,
  key: ({ place, month }: Pick<Attainable, 'place' | 'month'>) => attainableKey(place, month),
});
const attainableKey = (place: string, month: string) => ({ pk: `PLACE#${place}`, sk: `ATTAINABLE#${month}` });

/** What could have been attained in a city's month; of a month that ended before it was computed there is none. */
export const getAttainable = (table: Table, place: string, month: string): Promise<Attainable | undefined> =>
  get(table, attainables, attainableKey(place, month));
/** Written once: what was published of a month stays, and a second run finds it. */
export const insertAttainable = (attainable: Attainable): Write => insert(attainables, attainable, true);
