import { derivedId } from '../../../shared/domain/basics/id.ts';
import { dayOf, type Month } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { unitIn } from '../../../shared/domain/ranking/ledger/units.ts';
import { decisionOf } from '../../../shared/domain/ranking/list/decision.ts';
import { Decision } from '../../../shared/domain/ranking/list/decision-record.ts';
import {
  decisiveFree,
  type ListRequest,
  type Offered,
  offersOf,
  requestOf,
} from '../../../shared/domain/ranking/list/offered.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { beginsLater } from '../../../shared/domain/ranking/policy/starts.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import type { RankedOffers, RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import type { Ledger } from '../../../shared/domain/ranking/rule/request.ts';
import { inRounds, type Ranked } from '../../../shared/domain/ranking/rule/rounds.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { insertDecision } from '../../../shared/table/ranking/decisions.ts';
import type { World } from '../../world.ts';
import { cachedByContent } from '../cached-by-content.ts';
import { type Present, presentLedger } from '../city-ledger.ts';
import { isLarge } from '../large-city.ts';
import { putPacked } from '../packed-files.ts';
import { type Ahead, goodsAhead } from './goods-ahead.ts';
import { freeNow, rowsFor, toldOf } from './offers.ts';
import { type Found, namedOn, shelfOf } from './shelf.ts';

/** A list that was made, with everything a page or a proposal shows of it. */
export type Drawn = {
  decision: Decision;
  ordered: RankedOffers;
  /** Every offer in the order it is shown. */
  ranked: readonly Ranked[];
  rows: ReadonlyMap<string, Offered>;
  policy: RankingPolicy;
  ledger: CityLedger;
  input: RankingInput;
};

/** The same list for the same wish within this: a page that many look at is drawn once. */
const DRAWN_SECONDS = 10;
/**
 * A decision nobody referred to is forgotten after this: a choice made from it is good for a week, and an office's order
 * may wait another for its approver before the shop answers.
 */
const FORGOTTEN_SECONDS = 30 * 86_400;

/** What a list is drawn from, once its rows are known. */
export const inputFor = (
  { rows, tiers }: Found,
  wish: ListRequest,
  free: ReadonlyMap<string, number>,
  { ledger, policy, today, city, dayKey }: Omit<Present, 'at'> & { today: string; city: City; dayKey: string },
): RankingInput => ({
  request: requestOf(wish, city.cityCode),
  offers: offersOf(rows, wish, { today, cityCode: city.cityCode, free, tiers }),
  ledger,
  policy,
  unitRupiah: unitIn(ledger, wish.category ?? null, policy),
  dayKey,
});

/** What a list is ordered by before its category begins to be ranked: nothing that was sold or shown, so by price, then by lot. */
export const unrankedIf = <L extends Ledger>(ledger: L, begins: Month | null): L =>
  begins === null ? ledger : { ...ledger, owners: new Map() };

export const byProduct = (rows: readonly Offered[]): ReadonlyMap<string, Offered> =>
  new Map(rows.map((row) => [row.product.productId, row]));

type Options = {
  /** Read everything afresh, of a large city's goods what is left of each: for what must be possible to place. */
  fresh?: boolean;
  /** Owners whose offers are left out: who asks cannot order from them. */
  without?: ReadonlySet<string>;
};

/**
 * Makes the list for a wish and keeps what is needed to make it again. The same wish on the same ledger, policy, day and
 * offers is the same decision, with the same id, whoever asks: repeats and shared caches share it.
 */
export const decide = async (world: World, city: City, wish: ListRequest, options: Options = {}): Promise<Drawn> => {
  const present = await presentLedger(world, city);
  const now = world.now();
  const today = dayOf(now, city.zone);
  // The table of a large city takes longer to read than anybody waits.
  const ahead = isLarge(present.ledger) ? await goodsAhead(world, city, present.ledger, wish.category) : undefined;
  if (options.fresh)
    return ahead
      ? decideAmong(world, city, wish, ahead, options)
      : draw(world, city, wish, { ...present, today }, options);
  // What was written ahead is the same until other goods are written.
  const same =
    ahead && !countsPieces(wish)
      ? `${ahead.offerKeys.join()} ${ahead.freeKey}`
      : Math.floor(Date.parse(now) / (DRAWN_SECONDS * 1000));
  const key = `drawn ${city.cityCode} ${JSON.stringify(wish)} ${present.policy.version} ${present.ledger.version} ${today} ${same}`;
  return cachedByContent(world, key, () =>
    ahead ? decideAmong(world, city, wish, ahead) : draw(world, city, wish, { ...present, today }, options),
  );
};

/** The list for a wish as of now, not that of ten seconds ago: for who writes it down. Rows may be shared with other lists. */
export const decideNow = async (world: World, city: City, wish: ListRequest): Promise<Drawn> =>
  draw(world, city, wish, { ...(await presentLedger(world, city)), today: dayOf(world.now(), city.zone) }, {});

const draw = async (
  world: World,
  city: City,
  wish: ListRequest,
  { ledger, policy, today }: Present & { today: string },
  { fresh = false, without = new Set() }: Options,
): Promise<Drawn> => {
  const read = await rowsFor(world, city, ledger, wish, fresh);
  const byCategory = read.byCategory.map(({ offered }) =>
    without.size === 0 ? offered : offered.filter(({ ownerId }) => !without.has(ownerId)),
  );
  const found = wish.text === undefined ? { rows: byCategory.flat() } : namedOn(byCategory.map(shelfOf), wish.text);
  requireModel(found.rows, wish);
  const free = decisiveFree(
    fresh
      ? read.free
      : toldOf(
          read.byCategory.flatMap(({ offered }) => offered),
          read.free,
        ),
    wish,
  );
  const keep = async (): Promise<Kept> => ({
    offerKeys: await Promise.all(
      byCategory.map((offered) => stored(world, `ranking/${city.cityCode}/offers`, offered)),
    ),
    freeKey: await freeKeyOf(world, city, free),
  });
  return rank(world, { city, wish, today, ledger, policy, found, free, keep });
};

/** What is left beside nothing matters where somebody says how many, or for which day. */
const countsPieces = ({ quantity, deliverOn }: ListRequest): boolean =>
  quantity !== undefined || deliverOn !== undefined;

/** The list among goods that were written ahead; the decision names their files. */
export const decideAmong = async (
  world: World,
  city: City,
  wish: ListRequest,
  ahead: Ahead,
  { fresh = false, without = new Set() }: Options = {},
): Promise<Drawn> => {
  const { ledger, policy } = await presentLedger(world, city);
  const all = namedOn(ahead.shelves, wish.text);
  const found = without.size === 0 ? all : { rows: all.rows.filter(({ ownerId }) => !without.has(ownerId)) };
  requireModel(found.rows, wish);
  const counts = countsPieces(wish);
  const count = async () => {
    const left = await freeNow(world, found.rows, wish.deliverOn ?? null, fresh);
    return decisiveFree(fresh ? left : toldOf(found.rows, left), wish);
  };
  const free = counts ? await count() : ahead.free;
  const keep = async () => ({
    offerKeys: found === all ? ahead.offerKeys : [await stored(world, `ranking/${city.cityCode}/offers`, found.rows)],
    freeKey: counts ? await freeKeyOf(world, city, free) : ahead.freeKey,
  });
  return rank(world, { city, wish, today: dayOf(world.now(), city.zone), ledger, policy, found, free, keep });
};

const freeKeyOf = async (
  world: World,
  { cityCode }: City,
  free: ReadonlyMap<string, number>,
): Promise<string | null> => (free.size === 0 ? null : stored(world, `ranking/${cityCode}/free`, [...free]));

const requireModel = (rows: readonly Offered[], { similarTo: like }: ListRequest): void => {
  if (like !== undefined && !rows.some(({ product }) => product.productId === like))
    throw new Problem('product_not_found', 'Barang pembanding tidak dijual lagi di kategori ini.', [
      { pointer: '/like', detail: 'Pilih barang lain.' },
    ]);
};

type Kept = { readonly offerKeys: string[]; readonly freeKey: string | null };
type Basis = {
  readonly city: City;
  readonly wish: ListRequest;
  readonly today: string;
  readonly ledger: CityLedger;
  readonly policy: RankingPolicy;
  readonly found: Found;
  readonly free: ReadonlyMap<string, number>;
  /** Puts the rows where the decision can name them; they may lie there already. */
  readonly keep: () => Promise<Kept>;
};

const rank = async (world: World, basis: Basis): Promise<Drawn> => {
  const { city, wish, today, ledger, policy, found, free } = basis;
  const dayKey = world.dayKey(city.cityCode, today);
  const counted = unrankedIf(ledger, beginsLater(policy, wish, today));
  const input = inputFor(found, wish, free, { ledger: counted, policy, today, city, dayKey });
  const ordered = rankOffers(input);
  const decision = await record(world, basis, input, ordered);
  return { decision, ordered, ranked: inRounds(ordered), rows: byProduct(found.rows), policy, ledger, input };
};

/** Keeps a decision, once. Its rows lie in files named by their content, which all lists of a moment share. */
const record = (world: World, basis: Basis, input: RankingInput, ordered: RankedOffers): Promise<Decision> => {
  const { wish, today, keep } = basis;
  const made = decisionOf(input, ordered);
  const { category, deliverOn = null, similarTo: like = null, quantity } = wish;
  const decisionId = derivedId('dec', today, deliverOn ?? '', like ?? '', String(quantity), JSON.stringify(made));
  return cachedByContent(world, `decision ${decisionId}`, async () => {
    const decision: Decision = {
      ...made,
      request: { ...made.request, category: category ?? null },
      decisionId,
      deliverOn,
      similarTo: like,
      anyQuantity: quantity === undefined,
      drawnOn: today,
      ...(await keep()),
      owners: ordered.above.length,
      above: ordered.passing,
      below: ordered.below.length,
      madeAt: world.now(),
      ttl: Math.floor(Date.parse(world.now()) / 1000) + FORGOTTEN_SECONDS,
    };
    const first = await commit(world.table, [insertDecision(decision)]);
    return first ? Decision.parse(first) : decision;
  });
};

const names = new WeakMap<object, Promise<string>>();
/** Rows that many decisions of this container share are written, and even spelled, once. */
const stored = (world: World, folder: string, rows: object): Promise<string> => {
  const name = names.get(rows) ?? putPacked(world.files, folder, rows);
  names.set(rows, name);
  name.catch(() => names.delete(rows));
  return name;
};
