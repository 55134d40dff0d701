import { addMonths, type Month } from '../../../shared/domain/basics/month.ts';
import { stillCarries } from '../../../shared/domain/equity/standing/carry-over.ts';
import type { LastMonth } from '../../../shared/domain/equity/standing/earlier-month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { lastMonths, standingVersions } from '../../../shared/table/equity/standings.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { type Range, registerOf } from '../../reads/register.ts';
import type { World } from '../../world.ts';
import { openFromLast } from './open-from-last.ts';
import { settlePage, type Versions } from './settle-page.ts';

/** A city that is closed must be there. */
export const cityOf = async ({ table }: World, cityCode: string): Promise<City> => {
  const city = await getCity(table, cityCode);
  if (!city) throw new Error(`city ${cityCode} is not on the market`);
  return city;
};

/** Pages of a hundred merchants looked at together. */
const PAGES_AT_ONCE = 2;

/** The versions of three months of a page; of whoever lacks the last, the middle one with what that is opened from. */
const lookAt = async ({ table }: World, merchantIds: readonly string[], month: Month) => {
  const next = await standingVersions(table, merchantIds, addMonths(month, 1));
  const [lacking, having] = [merchantIds.filter((_, at) => !next[at]), merchantIds.filter((_, at) => next[at])];
  const [before, last, here] = await Promise.all([
    standingVersions(table, merchantIds, addMonths(month, -1)),
    lastMonths(table, lacking, month),
    standingVersions(table, having, month),
  ]);
  const lasts = new Map(lacking.map((merchantId, at) => [merchantId, last[at]]));
  const heres = new Map(having.map((merchantId, at) => [merchantId, here[at]]));
  return merchantIds.map((merchantId, at) => ({
    merchantId,
    last: lasts.get(merchantId),
    versions: [before[at], lasts.get(merchantId) ?? heres.get(merchantId), next[at]] satisfies Versions,
  }));
};

/**
 * A page of a hundred merchants: a look at the versions of three months. Who lacks the next month and whose month carries
 * right gets it from that; everything that is carried over is looked at only where a month is missing or moved.
 */
const openPage = async (world: World, city: City, merchantIds: readonly string[], month: Month): Promise<void> => {
  const unsettled = new Map<string, Versions>();
  const lacking = new Map<string, LastMonth>();
  for (const { merchantId, last, versions } of await lookAt(world, merchantIds, month)) {
    const [before, here, next] = versions;
    const carries = stillCarries(here, before);
    if (carries && stillCarries(next, here)) continue;
    unsettled.set(merchantId, versions);
    if (carries && last) lacking.set(merchantId, last);
  }
  const unsaid = lacking.size > 0 ? await openFromLast(world, city, addMonths(month, 1), lacking) : [];
  for (const merchantId of lacking.keys()) if (!unsaid.includes(merchantId)) unsettled.delete(merchantId);
  if (unsettled.size > 0) await settlePage(world, city, month, unsettled);
};

/**
 * Opens a month and the next one for every active merchant of a range, so that the unsold are in them. May run any
 * number of times, beside others, at any time after the month began: what is open and right stays as it is, and costs
 * only the batched look.
 */
export const openRange = async (world: World, cityCode: string, range: Range, month: Month): Promise<void> => {
  const city = await cityOf(world, cityCode);
  await inParallel(registerOf(world, cityCode, range), PAGES_AT_ONCE, (page) => openPage(world, city, page, month));
};
