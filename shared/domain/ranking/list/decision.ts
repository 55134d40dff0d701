import { createHash } from 'node:crypto';
import { byText } from '../../basics/sort.ts';
import { stepOf } from '../ledger/unvisited-sales.ts';
import { rankOffers } from '../rule/rank-offers.ts';
import { type RankedOffers, type RankingInput, RULE_VERSION, readableRules } from '../rule/ranking.ts';
import type { OwnerFigures, RankingRequest } from '../rule/request.ts';
import { dayKeyHash } from './day-key.ts';

/**
 * What is kept of one ranking, so that anybody can draw the list again: which ledger, which request, which day key
 * (its published hash), which policy and rule, and digests of what went in and what came out. Small: the offers and
 * figures themselves are found through the ledger version and the files of offers.
 */
export type RankingDecision = {
  ruleVersion: number;
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
export type Difference = 'rule' | 'ledger_version' | 'request' | 'policy' | 'unit' | 'day_key' | 'offers' | 'list';

export type Replay = { matches: boolean; differences: readonly Difference[]; ordered: RankedOffers };

const STRETCH = 65_536;
const digest = (lines: readonly unknown[]): string => {
  const hash = createHash('sha256');
  let text = '';
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    // Hashing many short lines one by one takes longer than writing them.
    if (text.length < STRETCH) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
};

const noFigures: OwnerFigures = { recentSalesRupiah: 0, exposure: 0 };

/**
 * SHA-256 over every offer and its owner's published figures, step of V and X, one JSON array a line, by offer id: no matter
 * how they came. Of V in rupiah it tells nothing: what is published must not be a riddle with a short answer.
 */
const offersDigest = ({ offers, ledger, unitRupiah, ruleVersion = RULE_VERSION }: RankingInput): string =>
  digest(
    [...offers]
      .sort((a, b) => byText(a.offerId, b.offerId))
      .map((offer) => {
        const figures = ledger.owners.get(offer.ownerId) ?? noFigures;
        const { offerId, shopId, ownerId, verified, open, capacityUnits, priceRupiah, ratingSum, ratingCount } = offer;
        const { like, tier, minUnits, onDay, ceilingRupiah } = offer;
        const compared = like && [like.medianRupiah, like.owners, like.source];
        return [
          offerId,
          shopId,
          ownerId,
          verified,
          open,
          [...offer.deliversTo].sort(),
          capacityUnits,
          priceRupiah,
          ratingSum,
          ratingCount,
          figures.step ?? stepOf(figures, unitRupiah, ruleVersion),
          figures.exposure,
          { compared, tier, minUnits, onDay, ceilingRupiah },
        ];
      }),
  );

/** SHA-256 over what the list says: the line, then each turn with what decided it, then each reason. */
const listDigest = ({ line, unitRupiah, above, below }: RankedOffers): string =>
  digest([
    [line.medianRupiah, line.owners, line.tolerancePercent, line.ceilingRupiah, line.lineRupiah, unitRupiah],
    ...above.map((here) => [
      here.rank,
      here.offer.offerId,
      here.decidedBy,
      here.step,
      here.others.map(({ offerId }) => offerId),
    ]),
    ...below.map((here) => [here.offer.offerId, here.failures]),
  ]);

const requestText = ({ category, quantity, place, lots, text, shopsIn }: RankingRequest): string =>
  JSON.stringify([category, quantity, place, lots ?? 1, text, shopsIn]);

/** The record of a ranking just made. */
export const decisionOf = (input: RankingInput, ordered: RankedOffers): RankingDecision => ({
  ruleVersion: input.ruleVersion ?? RULE_VERSION,
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
export const replay = (decision: RankingDecision, given: RankingInput): Replay => {
  const ruleVersion = readableRules.includes(decision.ruleVersion) ? decision.ruleVersion : RULE_VERSION;
  const input = { ...given, ruleVersion };
  const ordered = rankOffers(input);
  const again = decisionOf(input, ordered);
  const differences: Difference[] = [];
  if (again.ruleVersion !== decision.ruleVersion) differences.push('rule');
  if (again.ledgerVersion !== decision.ledgerVersion) differences.push('ledger_version');
  if (requestText(again.request) !== requestText(decision.request)) differences.push('request');
  if (again.city !== decision.city || again.policyVersion !== decision.policyVersion) differences.push('policy');
  if (again.unitRupiah !== decision.unitRupiah) differences.push('unit');
  if (again.dayKeyHash !== decision.dayKeyHash) differences.push('day_key');
  if (again.offersDigest !== decision.offersDigest) differences.push('offers');
  if (again.listDigest !== decision.listDigest) differences.push('list');
  return { matches: differences.length === 0, differences, ordered };
};
