import type { Instant } from '../basics/month-schema.ts';
import type { GoodsCase } from './goods-case.ts';
import type { NewGoodsReport } from './goods-report.ts';

/** So many texts are kept; of more reports, how many there were. */
const MOST_TEXTS = 20;

export type Goods = Pick<GoodsCase, 'productId' | 'merchantId' | 'cityCode' | 'name' | 'merchantName'>;
export const opened = ({ productId, merchantId, cityCode, name, merchantName }: Goods, at: Instant): GoodsCase => ({
  productId,
  merchantId,
  cityCode,
  name,
  merchantName,
  state: 'open',
  reports: 0,
  kinds: {},
  texts: [],
  bans: [],
  openedAt: at,
  decisions: [],
  version: 0,
});

/** The case with one report more: what the city kept is looked at again, what it withdrew stays withdrawn. */
export const withReport = (
  before: GoodsCase | undefined,
  goods: Goods,
  { kind, text }: NewGoodsReport,
  at: Instant,
): GoodsCase => {
  const now = before ?? opened(goods, at);
  const again = now.state === 'kept';
  return {
    ...now,
    name: goods.name,
    merchantName: goods.merchantName,
    reports: now.reports + 1,
    ...(again ? { state: 'open' as const, openedAt: at } : {}),
    kinds: { ...now.kinds, [kind]: (now.kinds[kind] ?? 0) + 1 },
    texts: text === undefined ? now.texts : [{ kind, text, at }, ...now.texts].slice(0, MOST_TEXTS),
    version: now.version + 1,
  };
};

/**
 * The case of goods whose name falls under a rule that is new; the same value where that was said already. What the city kept
 * before is looked at again, because the rule is another; what it withdrew stays withdrawn.
 */
export const withBan = (
  before: GoodsCase | undefined,
  goods: Goods,
  { goods: word, reason }: { readonly goods: string; readonly reason: string },
  at: Instant,
): GoodsCase => {
  if (before?.bans.some((ban) => ban.goods === word && ban.reason === reason)) return before;
  const now = before ?? opened(goods, at);
  return {
    ...now,
    name: goods.name,
    merchantName: goods.merchantName,
    ...(now.state === 'kept' ? { state: 'open' as const, openedAt: at } : {}),
    bans: [...now.bans, { goods: word, reason, at }],
    version: now.version + 1,
  };
};
