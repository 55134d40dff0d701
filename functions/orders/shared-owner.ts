import type { Order, OrderQuestion } from '../../shared/domain/orders/order.ts';
import { idOf, kindOf } from '../../shared/domain/people/caller.ts';
import { applicantOf } from '../../shared/domain/register/merchant.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import { getMerchants, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

/** Two shops that may be one owner's: by law, by phone, by bank account, or by the sign-in that applied for both. */
const mayShareOwner = (one: MerchantRecord, other: MerchantRecord): boolean =>
  one.ownerId === other.ownerId ||
  one.phone === other.phone ||
  (one.accountKey !== undefined && one.accountKey === other.accountKey) ||
  applicantOf(one) === applicantOf(other);

/** Did a person apply for the shop this order is from, or do they work in another that may have its owner? */
const isCloseTo = async ({ table }: World, person: string, merchantId: string): Promise<boolean> => {
  const seats = (await membershipsOf(table, person)).filter(({ scope }) => kindOf(scope) === 'merchant');
  const ids = [...new Set([merchantId, ...seats.map(({ scope }) => idOf(scope))])].slice(0, 100);
  const [sold, ...own] = await getMerchants(table, ids);
  if (!sold) return false;
  // Who founded the shop and has left it is asked about too: seats can be left for an hour.
  return applicantOf(sold) === person || own.some((shop) => shop !== undefined && mayShareOwner(sold, shop));
};

/**
 * What an approval leaves on record when its maker or its approver founded the shop or works in one that may have the same owner: a
 * question for whoever audits the order, not a refusal, because a shared phone proves nothing by itself.
 */
export const questionsAbout = async (world: World, order: Order, approver: string): Promise<OrderQuestion[]> => {
  const sides = [['buyer', order.buyer] as const, ['approver', approver] as const];
  const close = await Promise.all(sides.map(([, person]) => isCloseTo(world, person, order.merchantId)));
  return sides.flatMap(([side], index) =>
    close[index] ? [{ kind: 'shared_owner' as const, side, at: world.now() }] : [],
  );
};
