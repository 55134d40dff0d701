import { byText } from '../basics/sort.ts';
import { bothSides } from './checks/both-sides.ts';
import { cancellations } from './checks/cancellations.ts';
import { deliveryFees } from './checks/delivery-fees.ts';
import { farPrices } from './checks/far-prices.ts';
import { farVisits } from './checks/far-visits.ts';
import { fewOwners } from './checks/few-owners.ts';
import { linkedShops } from './checks/linked-shops.ts';
import { manyVisits } from './checks/many-visits.ts';
import { newProducts } from './checks/new-products.ts';
import { oneBuyer } from './checks/one-buyer.ts';
import { oneVisitPlace } from './checks/one-visit-place.ts';
import { repeatedPairs } from './checks/repeated-pairs.ts';
import { reportJumps } from './checks/report-jumps.ts';
import { sameReports } from './checks/same-reports.ts';
import { sharedReports } from './checks/shared-reports.ts';
import { splitPackages } from './checks/split-packages.ts';
import type { MonthFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Purchase } from './purchase.ts';
import type { RuleCode } from './rule-code.ts';

const checks: Record<RuleCode, (facts: MonthFacts) => Finding[]> = {
  'repeated-pair': repeatedPairs,
  'few-owners': fewOwners,
  'linked-shops': linkedShops,
  'split-packages': splitPackages,
  'far-price': farPrices,
  'new-product': newProducts,
  'both-sides': bothSides,
  'delivery-fee': deliveryFees,
  'one-buyer': oneBuyer,
  'buyer-cancels': cancellations,
  'same-report': sameReports,
  'shared-report': sharedReports,
  'report-jump': reportJumps,
  'many-visits': manyVisits,
  'one-visit-place': oneVisitPlace,
  'far-visit': farVisits,
};

/** Nobody answers more questions of one kind in a month: those furthest from usual come first. */
export const MOST_A_RULE = 40;

const inOrder = (a: Purchase, b: Purchase): number => byText(a.at, b.at) || byText(a.orderId, b.orderId);

/**
 * What the rules ask about a month: pure, the same for the same facts in any order of them, so a run that is repeated asks
 * nothing twice. Questions only; nothing that ranks reads them.
 */
export const findingsOf = (month: MonthFacts): Finding[] => {
  const facts = { ...month, purchases: [...month.purchases].sort(inOrder) };
  return Object.values(checks).flatMap((check) =>
    check(facts)
      .sort((a, b) => b.weight - a.weight || byText(a.subject, b.subject))
      .slice(0, MOST_A_RULE),
  );
};
