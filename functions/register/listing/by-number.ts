import { evidenceKey } from '../../../shared/domain/register/owners/evidence.ts';
import type { Page } from '../../../shared/table/engine/pages.ts';
import { shownIn } from '../../../shared/table/register/evidence.ts';
import { type MerchantEntry, merchantEntries } from '../../../shared/table/register/merchants.ts';
import type { World } from '../../world.ts';
import { AT_ONCE, type Filter, isWanted } from './filter.ts';

/** Shops that show one number or one phone: found by its keyed hash, all at once. */
export const byNumber = async (
  world: World,
  cityCode: string,
  { identity, phone }: { readonly identity?: string; readonly phone?: string },
  filter: Filter,
): Promise<Page<MerchantEntry>> => {
  const { keyed } = world.identitySealer(cityCode);
  const shown = await Promise.all([
    ...(identity === undefined ? [] : [shownIn(world.table, cityCode, evidenceKey('identity', identity, keyed))]),
    ...(phone === undefined ? [] : [shownIn(world.table, cityCode, evidenceKey('phone', phone, keyed))]),
  ]);
  const ids = [...new Set(shown.flat().map(({ merchantId }) => merchantId))].slice(0, AT_ONCE);
  const entries = await merchantEntries(world.table, ids);
  return {
    items: entries.filter((entry) => entry !== undefined && isWanted(entry, filter)) as MerchantEntry[],
    next: undefined,
  };
};
