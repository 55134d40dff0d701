import * as z from 'zod';
import { Instant } from '../../basics/month-schema.ts';
import { byText } from '../../basics/sort.ts';
import {
  type AskingKind,
  asking,
  isRuledOut,
  type OwnerCluster,
  type OwnerRuling,
  type ShopEvidence,
} from './owner-cluster.ts';

/** Shops named in a question; a village office's phone stands in more, and then these show enough. */
const MOST_SHOPS = 50;

/**
 * Whether shops that show one phone, one account or one applicant have one owner: for the city to answer, by a ruling. It
 * moves nobody's place until then. Who showed it once stays named, with the day since when no longer: a shop that parts
 * from its sisters by another phone is not forgotten, and one that wrote down a rival's is seen to have come later.
 */
export const OwnerQuestion = z
  .object({
    questionId: z.string(),
    city: z.string(),
    kind: z.enum(asking),
    state: z
      .enum(['open', 'ended', 'answered'])
      .describe('Ended: no longer shown by two owners, and never answered. Answered: ruled, or found to be one owner'),
    shops: z.array(
      z.object({
        shopId: z.string(),
        since: Instant.describe('When the city’s owners were looked at and it was first seen'),
        until: Instant.nullable().describe('When it was no longer seen; null while it is'),
      }),
    ),
    askedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'OwnerQuestion' });
export type OwnerQuestion = z.infer<typeof OwnerQuestion>;

/** What is asked about, as it is kept: with the phone, the account's hash or the sign-in, which no answer shows. */
export type Asked = OwnerQuestion & { readonly value: string };

/** What a look found: who shows a value of a kind. */
type Shown = { readonly kind: AskingKind; readonly value: string; readonly shopIds: readonly string[] };

const nameOf = ({ kind, value }: Pick<Shown, 'kind' | 'value'>): string => `${kind}\n${value}`;

const shownBy = (shops: readonly ShopEvidence[]): ReadonlyMap<string, Shown> => {
  const found = new Map<string, { kind: AskingKind; value: string; shopIds: string[] }>();
  for (const shop of shops)
    for (const kind of asking) {
      const value = shop[kind];
      if (!value) continue;
      const name = nameOf({ kind, value });
      const shown = found.get(name) ?? { kind, value, shopIds: [] };
      shown.shopIds.push(shop.shopId);
      found.set(name, shown);
    }
  return found;
};

/** The shops of a question at a look: who shows it now, and who did, in the order in which they were seen. */
const named = (before: OwnerQuestion['shops'], shopIds: readonly string[], at: Instant): OwnerQuestion['shops'] => {
  const now = new Set(shopIds);
  const known = before.map(({ until, ...shop }) => ({
    ...shop,
    until: now.has(shop.shopId) ? null : (until ?? at),
  }));
  const seen = new Set(before.map(({ shopId }) => shopId));
  const added = shopIds.filter((shopId) => !seen.has(shopId)).map((shopId) => ({ shopId, since: at, until: null }));
  return [...known, ...added]
    .sort((a, b) => byText(a.since, b.since) || byText(a.shopId, b.shopId))
    .slice(0, MOST_SHOPS);
};

type Look = {
  readonly shops: readonly ShopEvidence[];
  readonly rulings: readonly OwnerRuling[];
  readonly clusters: readonly OwnerCluster[];
};

/**
 * The questions that a look makes or changes, given those asked before: shops of two owners that show one thing are asked
 * about; a question ends when they no longer do, and is answered by a ruling or when all of its shops are one owner's.
 */
export const questionsOf = (
  { shops, rulings, clusters }: Look,
  before: readonly Asked[],
  { city, at, idOf }: { city: string; at: Instant; idOf: (kind: AskingKind, value: string) => string },
): Asked[] => {
  const ownerOf = new Map(clusters.flatMap(({ ownerId, shopIds }) => shopIds.map((id) => [id, ownerId] as const)));
  const ownersOf = (ids: readonly string[]) => new Set(ids.map((id) => ownerOf.get(id) ?? id)).size;
  const shown = shownBy(shops);
  const earlier = new Map(before.map((asked) => [nameOf(asked), asked]));
  const contested = [...shown.values()].filter(({ shopIds }) => ownersOf(shopIds) > 1);
  const names = new Set([...earlier.keys(), ...contested.map(nameOf)]);
  return [...names].sort(byText).flatMap((name) => {
    const asked = earlier.get(name);
    const subject = shown.get(name) ?? asked;
    if (!subject) return [];
    const { kind, value } = subject;
    const shopIds = shown.get(name)?.shopIds ?? [];
    const list = named(asked?.shops ?? [], shopIds, at);
    const settled = isRuledOut(rulings, kind, value) || ownersOf(list.map(({ shopId }) => shopId)) === 1;
    if (settled && !asked) return [];
    const state = settled ? 'answered' : ownersOf(shopIds) > 1 ? 'open' : 'ended';
    const next = { questionId: asked?.questionId ?? idOf(kind, value), city, kind, state, shops: list } as const;
    const same = asked && asked.state === state && JSON.stringify(asked.shops) === JSON.stringify(list);
    return same ? [] : [{ ...next, value, askedAt: asked?.askedAt ?? at, version: (asked?.version ?? 0) + 1 }];
  });
};
