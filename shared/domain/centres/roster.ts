import type { Day, Instant } from '../basics/month.ts';
import { stepOf } from '../ranking/ledger/unvisited-sales.ts';
import { decisionOf, type Replay, replay } from '../ranking/list/decision.ts';
import type { RankingPolicy } from '../ranking/policy/policy.ts';
import { rankOffers } from '../ranking/rule/rank-offers.ts';
import { type RankingInput, RULE_VERSION } from '../ranking/rule/ranking.ts';
import type { Ledger, Offer } from '../ranking/rule/request.ts';
import { salesOrderOf } from '../ranking/rule/sales-order.ts';
import type { Roster, RosterRow } from './roster-row.ts';

/** A shop that asks for a stall; `ownerId` is its owner's in the ledger, `stallsHad` what that owner had here in a year. */
export type Applicant = Pick<RosterRow, 'merchantId' | 'merchantName' | 'ownerId' | 'verified' | 'stallsHad'>;
type Facts = {
  readonly cityCode: string;
  readonly ledger: Ledger;
  readonly policy: RankingPolicy;
  readonly unitRupiah: number;
  readonly rentRupiah: number;
  readonly dayKey: string;
};

/**
 * Stalls are given by the rule that orders goods: one turn for each owner, who had fewest stalls here first, then who sold
 * least, was shown least, and the draw of the day. All pay the same rent, so no price decides; how a shop is rated is for
 * its goods to say, and keeps nobody from a stall.
 */
const inputOf = (asking: readonly Applicant[], { cityCode, rentRupiah, ...facts }: Facts): RankingInput => ({
  ...facts,
  request: { category: null, quantity: 1, place: cityCode },
  offers: asking.map(
    ({ merchantId, ownerId, verified, stallsHad }): Offer => ({
      offerId: merchantId,
      shopId: merchantId,
      ownerId,
      verified,
      open: true,
      deliversTo: [cityCode],
      capacityUnits: 1,
      priceRupiah: rentRupiah,
      ratingSum: 0,
      ratingCount: 0,
      tier: stallsHad,
    }),
  ),
});

/** The roster of a day: the first owners by the rule have the stalls, numbered in their order; everybody else waits. */
export const drawnRoster = (
  asking: readonly Applicant[],
  stalls: number,
  { drawnAt, drawnOn }: { readonly drawnAt: Instant; readonly drawnOn: Day },
  facts: Facts,
): Roster => {
  const input = inputOf(asking, facts);
  const ordered = rankOffers(input);
  const salesOrder = salesOrderOf(ordered.above);
  const turns = new Map(ordered.above.map(({ offer, decidedBy }, at) => [offer.offerId, { rank: at + 1, decidedBy }]));
  const rows = asking.map((one): RosterRow => {
    const figures = facts.ledger.owners.get(one.ownerId) ?? { recentSalesRupiah: 0, exposure: 0 };
    const { rank = null, decidedBy = null } = turns.get(one.merchantId) ?? {};
    return {
      ...one,
      rank,
      decidedBy,
      stall: rank !== null && rank <= stalls ? rank : null,
      stepsBack: false,
      step: stepOf(figures, facts.unitRupiah, RULE_VERSION),
      exposure: figures.exposure,
      salesOrder: salesOrder.get(one.ownerId) ?? 0,
    };
  });
  const last = rows.length + 1;
  const { ruleVersion, ledgerVersion, policyVersion, unitRupiah, dayKeyHash, offersDigest, listDigest } = decisionOf(
    input,
    ordered,
  );
  return {
    drawnAt,
    drawnOn,
    ruleVersion,
    ledgerVersion,
    policyVersion,
    unitRupiah,
    dayKeyHash,
    offersDigest,
    listDigest,
    rentRupiah: facts.rentRupiah,
    rows: rows.sort((a, b) => (a.rank ?? last) - (b.rank ?? last)),
  };
};

/** A roster after a shop steps back: its stall goes to who waits first. Of a shop that has stepped back nothing changes. */
export const withoutShop = (roster: Roster, merchantId: string): Roster => {
  const left = roster.rows.find((row) => row.merchantId === merchantId && !row.stepsBack);
  if (!left) return roster;
  const next = roster.rows.find((row) => row !== left && row.rank !== null && row.stall === null && !row.stepsBack);
  const rows = roster.rows.map((row) => {
    if (row === left) return { ...row, stall: null, stepsBack: true };
    return row === next && left.stall !== null ? { ...row, stall: left.stall } : row;
  });
  return { ...roster, rows };
};

/** Draws a roster again from what is published of it, as anybody may who has the day's key. */
export const replayRoster = (
  { rows, ...roster }: Roster,
  { cityCode, policy, dayKey }: Pick<Facts, 'cityCode' | 'policy' | 'dayKey'>,
): Replay => {
  const { ledgerVersion: version, rentRupiah, unitRupiah } = roster;
  const figures = rows.map(
    ({ ownerId, step, exposure, salesOrder }) => [ownerId, { step, exposure, recentSalesRupiah: salesOrder }] as const,
  );
  const facts = { cityCode, policy, dayKey, rentRupiah, unitRupiah, ledger: { version, owners: new Map(figures) } };
  const input = inputOf(rows, facts);
  return replay({ ...roster, city: cityCode, request: input.request }, input);
};
