import { addMonths, dayOf, type Month, monthEnd, monthStart } from '../../shared/domain/basics/month.ts';
import { WINDOW_MONTHS } from '../../shared/domain/integrity/facts.ts';
import type { VisitMade } from '../../shared/domain/integrity/visit-made.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { getVisits, visitsOfCity } from '../../shared/table/visits/visits.ts';
import { inBatches } from '../reads/in-batches.ts';
import type { World } from '../world.ts';

const PAGE = 1000;
/** A phone without a line keeps what was written for so long at the most; what comes later is looked at by its own month alone. */
const LATE_MONTHS = 1;

/** Visits that met somebody, whose records came in the month or the two before. */
export const visitsMade = async (
  { table }: World,
  { cityCode, zone }: City,
  month: Month,
  ownerOf: ReadonlyMap<string, string>,
): Promise<VisitMade[]> => {
  const [since, end] = [monthStart(addMonths(month, 1 - WINDOW_MONTHS), zone), monthEnd(month, zone)];
  const first = `${addMonths(month, 1 - WINDOW_MONTHS - LATE_MONTHS)}-01`;
  const ids: string[] = [];
  for await (const page of everyPage((after) => visitsOfCity(table, cityCode, 'done', { limit: PAGE, after }))) {
    const recent = page.filter(({ day }) => day >= first);
    ids.push(...recent.map(({ visitId }) => visitId));
    if (recent.length < page.length) break;
  }
  const visits = await inBatches(ids, (some) => getVisits(table, some));
  return visits.flatMap((visit): VisitMade[] => {
    const { record } = visit ?? {};
    if (!visit || !record || record.met === 'nobody' || record.receivedAt < since || record.receivedAt >= end)
      return [];
    const { visitor, visitorName, merchantId, name, district, day } = visit;
    const { place, photos } = record;
    const ownerId = ownerOf.get(merchantId) ?? merchantId;
    return [
      {
        visitor,
        visitorName,
        merchantId,
        name,
        ownerId,
        district,
        day,
        receivedOn: dayOf(record.receivedAt, zone),
        place,
        photos,
      },
    ];
  });
};
