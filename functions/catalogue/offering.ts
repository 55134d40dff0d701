import { dayOf, type Instant, later, monthOf, type Zone } from '../../shared/domain/basics/month.ts';
import { withOffering } from '../../shared/domain/equity/standing/offer-days.ts';
import { type ProductRecord, productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { getStanding, saveStanding } from '../../shared/table/equity/standings.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { nextStanding } from '../reads/months/next-standing.ts';
import type { World } from '../world.ts';

const PAGE_PRODUCTS = 100;

const productsOf = ({ table }: World, { merchantId }: MerchantRecord): Promise<ProductRecord[]> =>
  everyEntry((after) => productsOfMerchant(table, merchantId, { limit: PAGE_PRODUCTS, consistent: true, after }));

/** Two machines' clocks differ by less. */
const CLOCKS_MS = 300_000;

/**
 * The month an offer counts in: the present one, or the next when another machine, whose clock is ahead, has opened it.
 * Else the old month would learn of the offer and the new one never.
 */
const monthOfOffer = async ({ table }: World, merchant: MerchantRecord, now: Instant, zone: Zone) => {
  const soon = later(now, CLOCKS_MS);
  const ahead = monthOf(soon, zone);
  const opened = ahead === monthOf(now, zone) ? undefined : await getStanding(table, merchant.merchantId, ahead);
  if (opened) return { standing: { ...opened, version: opened.version + 1 }, day: dayOf(soon, zone) };
  return { standing: await nextStanding(table, merchant, monthOf(now, zone)), day: dayOf(now, zone) };
};

/**
 * A shop's products, and the write that tells its month whether one of them is in the catalogue. The month is read first
 * and written by whoever takes an offer down, changed or not: so two who take down the last two at once cannot both
 * believe that the other is still up. Whoever adds one to others only moves its version.
 */
export const readOffering = async (world: World, merchant: MerchantRecord) => {
  const [{ zone, shards }, now] = [await expectCity(world, merchant.cityCode), world.now()];
  const { standing, day } = await monthOfOffer(world, merchant, now, zone);
  // A month is opened for who is in the register.
  const hasMonth = standing.version > 1 || merchant.status === 'verified';
  return {
    products: await productsOf(world, merchant),
    standing,
    write: (listed: boolean): Write[] => {
      // Products of a suspended shop may be listed a moment longer; it offers nothing any more.
      const offering = listed && merchant.status === 'verified';
      return hasMonth
        ? [
            saveStanding(
              withOffering({ ...standing, name: merchant.name, district: merchant.district }, offering, day),
              shards,
            ),
          ]
        : [];
    },
  };
};
