import { addMonths } from '../../basics/month.ts';
import { type MonthFacts, WINDOW_MONTHS } from '../../integrity/facts.ts';
import { findingsOf } from '../../integrity/find.ts';
import type { Finding } from '../../integrity/finding.ts';
import type { RuleCode } from '../../integrity/rule-code.ts';
import { FIRST_MONTH, officeOf } from './calendar.ts';
import { dealsFrom, isTaken, linksOf, ownersOf, type SchemeName, schemeNames, schemes, withShill } from './plant.ts';
import { runTown, type TownYear } from './town.ts';
import { standardTown, type TownOptions } from './town-options.ts';

/** What came of a year that was looked at month by month. */
export type Looked = {
  readonly schemes: Readonly<
    Record<SchemeName, { readonly monthsUntil: number | null; readonly rules: readonly RuleCode[] }>
  >;
  readonly honestPairs: number;
  readonly honestAsked: number;
  readonly askedBy: ReadonlyMap<RuleCode, number>;
};

/** Schemes begin when the town has a past. */
const BEGINS = 2;

const factsOf = (year: TownYear, month: string): MonthFacts => {
  const first = addMonths(month, 1 - WINDOW_MONTHS);
  const inWindow = (one: TownYear['purchases'][number]) =>
    one.month <= month && (one.agencyId === null ? one.month === month : one.month >= first);
  const { prices, shops, offices } = year;
  return {
    month,
    purchases: year.purchases.filter(inWindow),
    prices,
    shops,
    offices,
    cancelled: [],
    reports: [],
    visits: [],
  };
};

const pairsOf = ({ agencyId, merchantIds }: Pick<Finding, 'agencyId' | 'merchantIds'>): string[] =>
  agencyId === null ? [] : merchantIds.map((merchantId) => `${agencyId} ${merchantId}`);

/**
 * Plants every scheme in a town from its third month on and asks the rules at the end of each month: after how many
 * months each scheme was asked about, and how many pairs of an office and an owner that had no part in any were.
 */
export const lookAtYear = (seed: number, but: Partial<TownOptions> = {}): Looked => {
  const options = { ...standardTown, ...but };
  const town = runTown(seed, options, {
    deals: dealsFrom(BEGINS, options.months),
    change: withShill,
    takes: (buyer, category, month) => isTaken(buyer, category, month, BEGINS),
  });
  const year: TownYear = { ...town, shops: linksOf(town.market) };
  const planted = new Set(
    schemeNames.flatMap((name) =>
      pairsOf({ agencyId: officeOf(schemes[name].office), merchantIds: [...ownersOf(year.market, name)] }),
    ),
  );
  const asked = new Set<string>();
  const askedBy = new Map<RuleCode, number>();
  const found = new Map<SchemeName, { monthsUntil: number; rules: Set<RuleCode> }>();
  for (let index = 0; index < options.months; index++)
    for (const finding of findingsOf(factsOf(year, addMonths(FIRST_MONTH, index)))) {
      const pairs = pairsOf(finding);
      const honest = pairs.filter((pair) => !planted.has(pair));
      for (const pair of honest) asked.add(pair);
      if (honest.length === pairs.length) askedBy.set(finding.rule, (askedBy.get(finding.rule) ?? 0) + 1);
      for (const name of schemeNames) {
        const own = ownersOf(year.market, name);
        if (finding.agencyId !== officeOf(schemes[name].office) || !finding.merchantIds.some((id) => own.has(id)))
          continue;
        const known = found.get(name) ?? { monthsUntil: index - BEGINS + 1, rules: new Set() };
        found.set(name, { ...known, rules: known.rules.add(finding.rule) });
      }
    }
  const pairs = new Set(
    year.purchases.flatMap(({ agencyId, merchantId }) => pairsOf({ agencyId, merchantIds: [merchantId] })),
  );
  const of = (name: SchemeName) => {
    const one = found.get(name);
    return { monthsUntil: one?.monthsUntil ?? null, rules: [...(one?.rules ?? [])].sort() };
  };
  return {
    schemes: { ring: of('ring'), straws: of('straws'), split: of('split'), shill: of('shill') },
    honestPairs: [...pairs].filter((pair) => !planted.has(pair)).length,
    honestAsked: asked.size,
    askedBy,
  };
};
