import type { Waiting } from '../../shared/contract/today.ts';
import { type Day, dayOf, type Month, previousMonth } from '../../shared/domain/basics/month.ts';
import { feedDueOn, owesMonth } from '../../shared/domain/partners/feeds/feed.ts';
import type { Partner } from '../../shared/domain/partners/partner.ts';
import { Problem } from '../../shared/problem.ts';
import { isProvince, zoneOf } from '../../shared/rules/zones.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { getSnapshot, snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { feedsOfCity } from '../../shared/table/partners/feeds.ts';
import { agreementsOf, partnersOf } from '../../shared/table/partners/partners.ts';
import { requireReaderAbove } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { isAgreementDue, waitingAgreement } from './due-agreements.ts';

const AT_ONCE = 8;
/** A province has a few agreements, and fewer that somebody is reminded of. */
const LOOKED = 100;

/** The last month whose reports had to be there. */
const monthDue = (today: Day): Month => {
  const last = previousMonth(today.slice(0, 7));
  return today > feedDueOn(last) ? last : previousMonth(last);
};

/** Of each city the partners of the province that said nothing of its drivers and trips in a month that was due. */
const silentIn = async ({ table }: World, partners: readonly Partner[], month: Month) => {
  const bound = partners.filter((partner) => owesMonth(partner, month, zoneOf(partner.place)));
  const found: { partnerId: string; brand: string; city: string }[] = [];
  await inParallel(new Set(bound.flatMap(({ cities }) => cities)), AT_ONCE, async (city) => {
    const of = { cityCode: city, kind: 'activity', month } as const;
    const told = new Set(
      (await everyEntry((after) => feedsOfCity(table, of, { limit: 100, after }))).map(({ partnerId }) => partnerId),
    );
    for (const { partnerId, brand, cities } of bound)
      if (cities.includes(city) && !told.has(partnerId)) found.push({ partnerId, brand, city });
  });
  return found.sort((a, b) => (`${a.city} ${a.brand}` < `${b.city} ${b.brand}` ? -1 : 1));
};

const agreementsDue = async ({ table }: World, province: string, today: Day): Promise<Waiting[]> => {
  const zone = zoneOf(province);
  const { items } = await agreementsOf(table, province, { limit: LOOKED });
  return items
    .filter((agreement) => isAgreementDue(agreement, today))
    .map((agreement) => waitingAgreement(agreement, zone));
};

/** Cities that the last month of a province was put together without. */
const missingFrom = async ({ table }: World, province: string) => {
  const [last] = (await snapshotsOfPlace(table, province, { limit: 1 })).items;
  const snapshot = last && (await getSnapshot(table, province, last.month));
  return snapshot ? { month: snapshot.month, cities: snapshot.missing } : null;
};

export const readProvinceToday = endpoint('GET /provinces/{province}/today', async ({ params, caller }, world) => {
  const { province } = params;
  requireReaderAbove(caller, province);
  if (!isProvince(province))
    throw new Problem('region_not_found', 'Tidak ada provinsi dengan kode ini. Periksa lagi kodenya.');
  const [at, zone] = [world.now(), zoneOf(province)];
  const today = dayOf(at, zone);
  const month = monthDue(today);
  const partners = await partnersOf(world.table, province);
  const [agreements, silent, missing] = await Promise.all([
    agreementsDue(world, province, today),
    silentIn(world, partners, month),
    missingFrom(world, province),
  ]);
  return { province, zone, at, agreements, feeds: { month, dueOn: feedDueOn(month), silent }, missing };
});
