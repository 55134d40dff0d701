import type { City } from '../../../shared/domain/places/city.ts';
import { isUnclaimed } from '../../../shared/domain/register/merchant.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { page } from '../../http/page.ts';
import { type MissingReport, missingReports } from '../../reads/lists/missing-reports.ts';
import type { World } from '../../world.ts';

export type Wanted = { readonly cityCode: string; readonly month: string; readonly district: string | undefined };
export type Paging = Parameters<typeof page>[2];

/** Whoever may act for the city calls the shop; of one that is nobody's yet there is nobody to call. */
const missingRows = async (world: World, found: readonly MissingReport[], mayCall: boolean) => {
  const ids = found.map(({ merchantId }) => merchantId);
  const shops = ids.length > 0 ? await getMerchants(world.table, ids, { consistent: false }) : [];
  return found.map(({ merchantId, name, district, category, turnoverRupiah, earlier }, at) => {
    const shop = shops[at];
    const claimed = shop !== undefined && !isUnclaimed(shop);
    return {
      merchantId,
      name,
      district,
      report: null,
      missing: {
        category,
        platformRupiah: turnoverRupiah,
        claimed,
        reported: earlier?.reports ?? 0,
        months: earlier?.months ?? 0,
        phone: mayCall && claimed ? shop.phone : null,
      },
    };
  });
};

export const missingPage = async (
  world: World,
  city: City,
  { month, district }: Wanted,
  mayCall: boolean,
  paging: Paging,
) => {
  const { items, next } = await page(
    world,
    `missing reports ${city.cityCode} ${month} ${district ?? ''}`,
    paging,
    (request) => missingReports(world.table, city, month, { ...request, district }),
  );
  return { items: await missingRows(world, items, mayCall), next };
};
