import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { ProductId } from './product.ts';

/** Why somebody points the city to goods, in the words they choose from. */
export const reportKinds = {
  banned: 'Barang yang dilarang',
  fake: 'Palsu atau tiruan',
  dangerous: 'Berbahaya atau kedaluwarsa',
  misleading: 'Foto atau keterangan tidak sesuai',
  price: 'Harga menyesatkan',
  other: 'Alasan lain',
} as const;
export const ReportKind = z
  .enum(Object.keys(reportKinds) as [keyof typeof reportKinds, ...(keyof typeof reportKinds)[]])
  .meta({ id: 'ReportKind' });
export type ReportKind = z.infer<typeof ReportKind>;

export const NewGoodsReport = z
  .strictObject({ kind: ReportKind, text: Line(300).optional().describe('What is wrong, for the city alone') })
  .meta({ id: 'NewGoodsReport' });
export type NewGoodsReport = z.infer<typeof NewGoodsReport>;

/** That somebody reported goods, once each: what they said of them stands in the case, without who. */
export const GoodsReport = z
  .object({ merchantId: z.string(), productId: z.string(), at: z.string() })
  .meta({ id: 'GoodsReport' });
export type GoodsReport = z.infer<typeof GoodsReport>;

export const CaseState = z.enum(['open', 'kept', 'withdrawn']).meta({ id: 'GoodsCaseState' });
export type CaseState = z.infer<typeof CaseState>;

/** So many texts are kept; of more reports, how many there were. */
const MOST_TEXTS = 20;

/** One product that people pointed the city to, or that the city took up itself. Who reported is in no answer. */
export const GoodsCase = z
  .object({
    productId: ProductId,
    merchantId: MerchantId,
    cityCode: CityCode,
    name: z.string(),
    merchantName: z.string(),
    state: CaseState,
    reports: z.int().describe('People who reported it, ever'),
    kinds: z.record(z.string(), z.int()).describe('How many for which reason'),
    texts: z.array(z.object({ kind: ReportKind, text: z.string(), at: Instant })).describe('The latest, newest first'),
    bans: z
      .array(z.object({ goods: z.string(), reason: z.string(), at: Instant }))
      .default([])
      .describe('Rules its name falls under that came after it was on sale, oldest first'),
    openedAt: Instant,
    decisions: z
      .array(z.object({ state: CaseState, reason: z.string(), by: z.string(), at: Instant }))
      .describe('What the city decided, oldest first'),
    version: z.int(),
  })
  .meta({ id: 'GoodsCase' });
export type GoodsCase = z.infer<typeof GoodsCase>;

type Goods = Pick<GoodsCase, 'productId' | 'merchantId' | 'cityCode' | 'name' | 'merchantName'>;
const opened = ({ productId, merchantId, cityCode, name, merchantName }: Goods, at: Instant): GoodsCase => ({
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

export const Decision = z
  .strictObject({ decision: z.enum(['withdraw', 'keep']), reason: Line(300).describe('Told to the shop') })
  .meta({ id: 'GoodsDecision' });

/** So many decisions stand with a case; the trail of acts has all. */
const MOST_DECISIONS = 20;
/** The case as the city decided it; a city may take goods up that nobody reported. */
export const decidedCase = (
  before: GoodsCase | undefined,
  goods: Goods,
  decision: Pick<GoodsCase['decisions'][number], 'state' | 'reason' | 'by' | 'at'>,
): GoodsCase => {
  const now = before ?? opened(goods, decision.at);
  const decisions = [...now.decisions, decision].slice(-MOST_DECISIONS);
  return { ...now, name: goods.name, state: decision.state, decisions, version: now.version + 1 };
};
