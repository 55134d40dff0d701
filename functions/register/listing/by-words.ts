import { fullPage, type Page } from '../../../shared/table/engine/pages.ts';
import { type MerchantEntry, merchantEntries } from '../../../shared/table/register/merchants.ts';
import { namesakesOf } from '../../../shared/table/register/namesakes.ts';
import { shopsByWords } from '../../../shared/table/register/register-words.ts';
import type { World } from '../../world.ts';
import { AT_ONCE, type Filter, isWanted, type Request } from './filter.ts';

type Found = { readonly entry: MerchantEntry | undefined; readonly at: string };

type Typed = { readonly q: string; readonly words: readonly string[] };

/** Shops called what was typed, whole: of thousands whose names begin so, these are meant. A page has room for others. */
const calledSo = async (world: World, cityCode: string, q: string, filter: Filter, limit: number) => {
  const named = await namesakesOf(world.table, { cityCode, name: q, merchantId: '' });
  const ids = named.slice(0, limit - 1).map(({ merchantId }) => merchantId);
  const entries = ids.length === 0 ? [] : await merchantEntries(world.table, ids);
  return entries.flatMap((entry) => (entry && isWanted(entry, filter) ? [entry] : []));
};

/** Shops with words that begin as typed, those called so first; what lists show of them is read with each page. */
export const byWords = async (
  world: World,
  cityCode: string,
  { q, words }: Typed,
  filter: Filter,
  { limit, after }: Request,
): Promise<Page<MerchantEntry>> => {
  const first = await calledSo(world, cityCode, q, filter, limit);
  const told = new Set(first.map(({ merchantId }) => merchantId));
  const read = async (request: Request): Promise<Page<Found>> => {
    const { items, next } = await shopsByWords(world.table, cityCode, words, {
      limit: Math.min(request.limit, AT_ONCE),
      after: request.after,
    });
    const entries = await merchantEntries(
      world.table,
      items.map(({ merchantId }) => merchantId),
    );
    return { items: items.map(({ at }, index) => ({ entry: entries[index], at })), next };
  };
  const found = await fullPage(
    { limit: after === undefined ? limit - first.length : limit, after },
    read,
    ({ entry }) => entry !== undefined && !told.has(entry.merchantId) && isWanted(entry, filter),
    ({ at }) => at,
  );
  const others = found.items.map(({ entry }) => entry as MerchantEntry);
  return { items: after === undefined ? [...first, ...others] : others, next: found.next };
};
