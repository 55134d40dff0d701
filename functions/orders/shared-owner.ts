import type { Order, OrderQuestion } from '../../shared/domain/orders/order.ts';
import { applicantOf } from '../../shared/domain/register/merchant.ts';
import { getMerchants, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

/** Two shops that may be one owner's: by law, by phone, by bank account, or by the sign-in that applied for both. */
const mayShareOwner = (one: MerchantRecord, other: MerchantRecord): boolean =>
  one.ownerId === other.ownerId ||
  one.phone === other.phone ||
  (one.accountKey !== undefined && one.accountKey === other.accountKey) ||
  applicantOf(one) === applicantOf(other);

/** What was read with the order: its shop, and the shops its maker and its approver work in. */
type Read = {
  readonly shop: MerchantRecord | undefined;
  readonly workplaces: readonly (ReadonlySet<string> | undefined)[];
};

/** Keys of one call. */
const AT_ONCE = 100;

/** Did a person apply for the shop this order is from, or do they work, or have worked, in it or in another that may have its owner? */
const isCloseTo = async (
  { table }: World,
  person: string,
  sold: MerchantRecord,
  works: ReadonlySet<string> = new Set(),
): Promise<boolean> => {
  // Who founded the shop and has left it is asked about too: seats can be left for an hour.
  if (applicantOf(sold) === person || works.has(sold.merchantId)) return true;
  const ids = [...works];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const own = await getMerchants(table, ids.slice(from, from + AT_ONCE));
    if (own.some((shop) => shop !== undefined && mayShareOwner(sold, shop))) return true;
  }
  return false;
};

/**
 * What an approval leaves on record when its maker or its approver founded the shop or works in one that may have the same owner, or has worked: a
 * question for anyone who audits the order, not a refusal, because a shared phone proves nothing by itself.
 */
export const questionsAbout = async (
  world: World,
  order: Order,
  approver: string,
  { shop, workplaces: [bought, approved] }: Read,
): Promise<OrderQuestion[]> => {
  if (!shop) return [];
  const sides = [['buyer', order.buyer, bought] as const, ['approver', approver, approved] as const];
  const close = await Promise.all(sides.map(([, person, works]) => isCloseTo(world, person, shop, works)));
  return sides.flatMap(([side], index) =>
    close[index] ? [{ kind: 'shared_owner' as const, side, at: world.now() }] : [],
  );
};
