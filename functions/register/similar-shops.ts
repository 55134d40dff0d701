import { isAlike, tellingWords } from '../../shared/domain/register/owners/alike.ts';
import type { SameAs } from '../../shared/domain/register/owners/evidence.ts';
import { type MerchantRecord, merchantEntries } from '../../shared/table/register/merchants.ts';
import { shopsByWords } from '../../shared/table/register/register-words.ts';
import type { World } from '../world.ts';

/** Words looked for, and shops looked at for each: what is more common than this tells nobody from another. */
const MOST_WORDS = 3;
const MOST_LOOKED_AT = 60;
/** A word written down twice differs at its end more often than at its beginning. */
const startOf = (word: string): string => word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)));

/** Other shops of the district that are called nearly so, for the officer who decides; found by the words of the register. */
export const similarShops = async (
  { table }: World,
  { merchantId, cityCode, district, name }: MerchantRecord,
): Promise<SameAs[]> => {
  const starts = tellingWords(name)
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS)
    .map(startOf);
  const found = await Promise.all(
    starts.map((start) => shopsByWords(table, cityCode, [start], { limit: MOST_LOOKED_AT, after: undefined })),
  );
  const ids = [...new Set(found.flatMap(({ items }) => items.map((one) => one.merchantId)))];
  const entries = await merchantEntries(table, ids.slice(0, 100));
  return entries.flatMap((entry) =>
    entry && entry.merchantId !== merchantId && entry.district === district && isAlike(entry.name, name)
      ? [{ merchantId: entry.merchantId, name: entry.name, by: ['similar-name' as const] }]
      : [],
  );
};

/** Shops that are the same by evidence first, then those that are only called alike. */
export const likeShops = (same: readonly SameAs[], similar: readonly SameAs[]): SameAs[] => {
  const known = new Set(same.map(({ merchantId }) => merchantId));
  return [...same, ...similar.filter(({ merchantId }) => !known.has(merchantId))];
};
