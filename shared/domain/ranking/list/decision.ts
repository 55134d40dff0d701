import { createHash } from 'node:crypto';
import { rankOffers } from '../rule/rank-offers.ts';
import type { RankedOffers, RankingInput } from '../rule/ranking.ts';
import type { RankingRequest } from '../rule/request.ts';
import { dayKeyHash } from './day-key.ts';

/**
 * What is kept of one ranking, so that anybody can draw the list again: which ledger, which request, which day key
 * (its published hash), which policy, and digests of what went in and what came out. Small: the offers and figures
 * themselves are found through the ledger version.
 */
export type RankingDecision = {
  ledgerVersion: string;
  request: RankingRequest;
  city: string;
  policyVersion: number;
  unitRupiah: number;
  dayKeyHash: string;
  offersDigest: string;
  listDigest: string;
};

/** In which respect a replay was not given, or did not give, what the record says. */
export type Difference = 'ledger_version' | 'request' | 'policy' | 'unit' | 'day_key' | 'offers' | 'list';

export type Replay = { matches: boolean; differences: readonly Difference[]; ordered: RankedOffers };

const digest = (lines: readonly unknown[]): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${JSON.stringify(line)}\n`);
  return hash.digest('hex');
};

/** SHA-256 over every offer and its owner's recent sales, one JSON array a line, by offer id: no matter how they came. */
export const offersDigest = ({ offers, ledger }: Pick<RankingInput, 'offers' | 'ledger'>): string =>
  digest(
    [...offers]
      .sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
      .map((offer) => {
        const { recentSalesRupiah = 0, exposure = 0 } = ledger.owners.get(offer.ownerId) ?? {};
        const { offerId, shopId, ownerId, verified, open, capacityUnits, priceRupiah, ratingSum, ratingCount } = offer;
        const { goods, minUnits, onDay, ceilingRupiah } = offer;
        const areas = [...offer.deliversTo].sort();
        // Offers without these keep the digest they had before there were any.
        const terms = { goods, minUnits, onDay, ceilingRupiah };
        return [
          ...[offerId, shopId, ownerId, verified, open, areas],
          ...[capacityUnits, priceRupiah, ratingSum, ratingCount, recentSalesRupiah, exposure],
          ...(Object.values(terms).some((term) => term !== undefined) ? [terms] : []),
        ];
      }),
  );

/** SHA-256 over what the list says: the line, then each rank with what decided it, then each reason. */
export const listDigest = ({ line, unitRupiah, above, below }: RankedOffers): string =>
  digest([
    [line.medianRupiah, line.owners, line.tolerancePercent, line.ceilingRupiah, line.lineRupiah, unitRupiah],
    ...above.map((here) => [here.offer.offerId, here.decidedBy, here.step, here.otherOfferIds]),
    ...below.map((here) => [here.offer.offerId, here.failures]),
  ]);

const requestText = ({ category, quantity, place, lots }: RankingRequest): string =>
  JSON.stringify([category, quantity, place, lots ?? 1]);

/** The record of a ranking just made. */
export const decisionOf = (input: RankingInput, ordered: RankedOffers): RankingDecision => ({
  ledgerVersion: input.ledger.version,
  request: input.request,
  city: input.policy.city,
  policyVersion: input.policy.version,
  unitRupiah: input.unitRupiah,
  dayKeyHash: dayKeyHash(input.dayKey),
  offersDigest: offersDigest(input),
  listDigest: listDigest(ordered),
});

/**
 * Draws the list of a past decision again from what was published, and says whether it is the one that was shown.
 * A pure function of its two arguments; `differences` names everything that is not as recorded.
 */
export const replay = (decision: RankingDecision, input: RankingInput): Replay => {
  const ordered = rankOffers(input);
  const again = decisionOf(input, ordered);
  const differences: Difference[] = [];
  if (again.ledgerVersion !== decision.ledgerVersion) differences.push('ledger_version');
  if (requestText(again.request) !== requestText(decision.request)) differences.push('request');
  if (again.city !== decision.city || again.policyVersion !== decision.policyVersion) differences.push('policy');
  if (again.unitRupiah !== decision.unitRupiah) differences.push('unit');
  if (again.dayKeyHash !== decision.dayKeyHash) differences.push('day_key');
  if (again.offersDigest !== decision.offersDigest) differences.push('offers');
  if (again.listDigest !== decision.listDigest) differences.push('list');
  return { matches: differences.length === 0, differences, ordered };
};
