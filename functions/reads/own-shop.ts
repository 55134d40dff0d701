import { later } from '../../shared/domain/basics/month.ts';
import { type Caller, shopsOf } from '../../shared/domain/people/caller.ts';
import { MOST_MEMBERS } from '../../shared/domain/people/seat.ts';
import { applicantOf } from '../../shared/domain/register/merchant.ts';
import { Problem } from '../../shared/problem.ts';
import { shopsLeft } from '../../shared/table/people/left-seats.ts';
import { membersOf, seatsOf } from '../../shared/table/people/memberships.ts';
import { getMerchants, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

/** Who left a shop still counts as its own for a year: a seat can be left for an hour. */
const LEFT_MS = 365 * 86_400_000;
/** Keys of one call. */
const AT_ONCE = 100;

/** The shops a person works in, or did within the last year. */
export const shopsAround = async ({ table, now }: World, caller: Caller): Promise<string[]> => {
  const since = later(now(), -LEFT_MS);
  const left = (await shopsLeft(table, caller.person)).filter(({ leftAt }) => leftAt > since);
  return [...new Set([...shopsOf(caller), ...left.map(({ scope }) => scope.slice('merchant:'.length))])];
};

/** Whether somebody of a shop works in another of these too: family and partners run shops together. */
const sharesPeople = async ({ table }: World, merchantId: string, shopIds: readonly string[]): Promise<boolean> => {
  const { items } = await membersOf(table, `merchant:${merchantId}`, { limit: MOST_MEMBERS });
  const seats = items.flatMap(({ person }) => shopIds.map((id) => ({ person, scope: `merchant:${id}` })));
  for (let from = 0; from < seats.length; from += AT_ONCE) {
    const held = await seatsOf(table, seats.slice(from, from + AT_ONCE));
    if (held.some((seat) => seat !== undefined)) return true;
  }
  return false;
};

/**
 * Whether a shop is an officer's own, was within a year, or is one of people they run a shop with: applied for by them, of
 * the owner, the applicant or the identity number of a shop they work in, or of somebody who works with them there. The number
 * too: an application has an owner of its own until a city verifies it. A phone or an account says nothing here: anybody can
 * write an officer's into their file, to keep them from deciding.
 */
const isClose = async (world: World, caller: Caller, shop: MerchantRecord): Promise<boolean> => {
  if (applicantOf(shop) === caller.person) return true;
  const around = await shopsAround(world, caller);
  if (around.includes(shop.merchantId)) return true;
  if (around.length === 0) return false;
  const files = await getMerchants(world.table, around.slice(0, AT_ONCE));
  const sameOwner = files.some(
    (file) =>
      file &&
      (file.ownerId === shop.ownerId ||
        (file.cityCode === shop.cityCode && file.identityKey === shop.identityKey) ||
        applicantOf(file) === applicantOf(shop)),
  );
  return sameOwner || sharesPeople(world, shop.merchantId, around.slice(0, AT_ONCE));
};

/** Refuses an officer's decision about a shop they are close to; another officer decides. @throws Problem own_shop */
export const requireForeignShop = async (world: World, caller: Caller, shop: MerchantRecord): Promise<void> => {
  if (await isClose(world, caller, shop))
    throw new Problem(
      'own_shop',
      'Usaha ini milik Anda, bekas tempat Anda, atau milik rekan satu toko. Petugas lain yang memutuskannya.',
    );
};

/** The same by its id; of a shop that is not there nothing is refused. */
export const requireForeignShopOf = async (world: World, caller: Caller, merchantId: string): Promise<void> => {
  const [shop] = await getMerchants(world.table, [merchantId]);
  if (shop) await requireForeignShop(world, caller, shop);
};
