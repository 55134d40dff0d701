import type { Category } from '../../../shared/domain/basics/category.ts';
import { derivedId } from '../../../shared/domain/basics/id.ts';
import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { type CityLedger, unitIn } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { type Difference, decisionOf, replay } from '../../../shared/domain/ranking/list/decision.ts';
import { Decision } from '../../../shared/domain/ranking/list/decision-record.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import type { RankedOffers, RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import { getDecision, insertDecision } from '../../../shared/table/decisions.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { cachedByContent } from '../../reads/cached-by-content.ts';
import { ledgerOfVersion, noDecision, type Present, policyOfVersion, presentLedger } from '../../reads/city-ledger.ts';
import { getPacked, putPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { type OfferRow, offersFor } from './offers.ts';

export type Asked = {
  category: Category;
  /** Left out on a category page: then nobody offers too few. */
  quantity?: number | undefined;
  district?: string | undefined;
  deliverOn?: string | undefined;
  like?: string | undefined;
  /** In how many lots it may be delivered; more than one for a split. */
  lots?: number | undefined;
};

/** A list that was made, with everything a page or a proposal shows of it. */
export type Drawn = {
  decision: Decision;
  ordered: RankedOffers;
  rows: ReadonlyMap<string, OfferRow>;
  policy: RankingPolicy;
  ledger: CityLedger;
  input: RankingInput;
};

/** The same list for the same wish within this: a page that many look at is drawn once. */
const DRAWN_SECONDS = 10;

/** A category page asks for one piece and no minimum stands in its way. */
const offersOf = (rows: readonly OfferRow[], quantity: number | undefined) =>
  rows.map(({ offer }) => (quantity === undefined ? { ...offer, minUnits: 1 } : offer));

const rowsById = (rows: readonly OfferRow[]) => new Map(rows.map((row) => [row.offer.offerId, row]));

/**
 * Makes the list for a request and keeps what is needed to make it again. The same request on the same ledger, policy,
 * day and offers is the same decision, with the same id, whoever asks: repeats and shared caches share it.
 */
export const decide = async (world: World, city: City, asked: Asked): Promise<Drawn> => {
  const present = await presentLedger(world, city);
  const now = world.now();
  const moment = Math.floor(Date.parse(now) / (DRAWN_SECONDS * 1000));
  const today = dayOf(now, city.zone);
  const { category, quantity, district, deliverOn, like, lots } = asked;
  const wish = JSON.stringify([category, quantity, district, deliverOn, like, lots, present.policy.version]);
  const key = `drawn ${city.cityCode} ${wish} ${present.ledger.version} ${today} ${moment}`;
  return cachedByContent(world, key, () => draw(world, city, asked, { ...present, today }));
};

const draw = async (
  world: World,
  city: City,
  asked: Asked,
  { ledger, policy, today }: Present & { today: string },
): Promise<Drawn> => {
  const { category, quantity, district = null, deliverOn = null, like = null, lots } = asked;
  const wish = { category, deliverOn, like, district };
  const found = await offersFor(world, city, ledger, wish);
  const offers = offersOf(found, quantity);
  const rows = found.map((row, index) => ({ ...row, offer: offers[index] ?? row.offer }));
  const input: RankingInput = {
    request: {
      category,
      quantity: quantity ?? 1,
      place: district ?? city.cityCode,
      ...(lots === undefined ? {} : { lots }),
    },
    offers,
    ledger,
    policy,
    unitRupiah: unitIn(ledger, category, policy),
    dayKey: world.dayKey(city.cityCode, today),
  };
  const ordered = rankOffers(input);
  const made = decisionOf(input, ordered);
  const decisionId = derivedId('dec', today, deliverOn ?? '', like ?? '', JSON.stringify(made));
  const decision = await cachedByContent(world, `decision ${decisionId}`, async () => {
    const offersKey = await putPacked(world.files, `ranking/${city.cityCode}/offers`, rows);
    const counts = { above: ordered.above.length, below: ordered.below.length };
    const record: Decision = {
      ...made,
      request: { ...made.request, category },
      ...{ decisionId, deliverOn, like, drawnOn: today, offersKey, ...counts, madeAt: world.now() },
    };
    const first = await commit(world.table, [insertDecision(record)]);
    return first ? Decision.parse(first) : record;
  });
  return { decision, ordered, rows: rowsById(rows), policy, ledger, input };
};

export type Redrawn = Drawn & { matches: boolean; differences: readonly Difference[] };

/** Makes a past list again from what was kept, and says whether it is the one that was shown. */
export const redraw = async (world: World, city: City, decision: Decision): Promise<Redrawn> => {
  const [rows, ledger, policy] = await Promise.all([
    cachedByContent(world, decision.offersKey, () => getPacked(world.files, decision.offersKey) as Promise<OfferRow[]>),
    ledgerOfVersion(world, city, decision.ledgerVersion),
    policyOfVersion(world, city, decision.policyVersion),
  ]);
  const { category, quantity, place, lots } = decision.request;
  const request = { category, quantity, place, ...(lots === undefined ? {} : { lots }) };
  const input: RankingInput = {
    request,
    offers: rows.map(({ offer }) => offer),
    ledger,
    policy,
    unitRupiah: unitIn(ledger, category, policy),
    dayKey: world.dayKey(city.cityCode, decision.drawnOn),
  };
  const { matches, differences, ordered } = replay({ ...decision, request }, input);
  return { decision, ordered, rows: rowsById(rows), policy, ledger, input, matches, differences };
};

export const expectDecision = async (world: World, decisionId: string): Promise<Decision> => {
  const decision = await cachedByContent(world, `decision ${decisionId}`, async () => {
    const found = await getDecision(world.table, decisionId);
    if (!found) throw noDecision();
    return found;
  });
  return decision;
};
