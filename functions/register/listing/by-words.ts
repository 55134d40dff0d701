import { fullPage, type Page } from '../../../shared/table/engine/pages.ts';
import { type MerchantEntry, merchantEntries } from '../../../shared/table/register/merchants.ts';
import { shopsByWords } from '../../../shared/table/register/register-words.ts';
import type { World } from '../../world.ts';
import { AT_ONCE, type Filter, isWanted, type Request } from './filter.ts';

type Found = { readonly entry: MerchantEntry | undefined; readonly at: string };

/** Shops with words that begin as typed; what lists show of them is read with each page. */
export const byWords = async (
  world: World,
  cityCode: string,
  words: readonly string[],
  filter: Filter,
  request: Request,
): Promise<Page<MerchantEntry>> => {
  const read = async ({ limit, after }: Request): Promise<Page<Found>> => {
    const { items, next } = await shopsByWords(world.table, cityCode, words, {
      limit: Math.min(limit, AT_ONCE),
      after,
    });
    const entries = await merchantEntries(
      world.table,
      items.map(({ merchantId }) => merchantId),
    );
    return { items: items.map(({ at }, index) => ({ entry: entries[index], at })), next };
  };
  const found = await fullPage(
    request,
    read,
    ({ entry }) => entry !== undefined && isWanted(entry, filter),
    ({ at }) => at,
  );
  return { items: found.items.map(({ entry }) => entry as MerchantEntry), next: found.next };
};
