import type { ShopLinks } from '../../shared/domain/integrity/facts.ts';
import type { Purchase } from '../../shared/domain/integrity/purchase.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { applicantOf } from '../../shared/domain/register/merchant.ts';
import { paidByQris } from '../../shared/table/payments/paid-by-qris.ts';
import { everySeatOf } from '../../shared/table/people/memberships.ts';
import { getMerchants, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { rulingsOf } from '../../shared/table/register/owners.ts';
import { inBatches } from '../reads/in-batches.ts';
import { evidenceOf } from '../reads/owner-evidence.ts';
import type { World } from '../world.ts';

/** What the city said shows nothing: the applications of its own officers, and what it ruled so. */
const saysNothing = async ({ table }: World, { cityCode }: City): Promise<ReadonlySet<string>> => {
  const officers = await everySeatOf(table, cityCode);
  const ruled = (await rulingsOf(table, cityCode)).flatMap(({ kind, value }) =>
    kind && value ? [`${kind} ${value}`] : [],
  );
  return new Set([...officers.map(({ person }) => `applicant ${person}`), ...ruled]);
};

const shownBy = (shop: MerchantRecord, paid: string | undefined): string[] => {
  const { account, qris } = evidenceOf(shop, paid);
  return [
    `phone ${shop.phone}`,
    `applicant ${applicantOf(shop)}`,
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(qris === undefined ? [] : [`qris ${qris}`]),
  ];
};

/** The shops of these purchases, with what may show that two of them have one owner. */
export const shopLinksOf = async (
  world: World,
  city: City,
  purchases: readonly Purchase[],
  ownerOf: ReadonlyMap<string, string>,
): Promise<Map<string, ShopLinks>> => {
  const nothing = await saysNothing(world, city);
  const merchantIds = [...new Set(purchases.map(({ merchantId }) => merchantId))];
  const found = await inBatches(merchantIds, (some) => getMerchants(world.table, some, { consistent: false }));
  const ways = await inBatches(merchantIds, (some) => paidByQris(world.table, some));
  return new Map(
    found.flatMap((shop, at): [string, ShopLinks][] => {
      if (!shop) return [];
      const { merchantId, name } = shop;
      const ownerId = ownerOf.get(merchantId) ?? shop.ownerId;
      return [
        [
          merchantId,
          { merchantId, name, ownerId, evidence: shownBy(shop, ways[at]).filter((one) => !nothing.has(one)) },
        ],
      ];
    }),
  );
};
