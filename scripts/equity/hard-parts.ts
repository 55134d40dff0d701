import { hardMetricsOf, priceOfFairness } from '../../shared/domain/simulation/hard-metrics.ts';
import { allAtOnce, allBut, drawHardMarket, hardships, laboratory } from '../../shared/domain/simulation/hardships.ts';
import type { PolicyName } from '../../shared/domain/simulation/lists.ts';
import type { Market } from '../../shared/domain/simulation/market.ts';
import { runYear } from '../../shared/domain/simulation/run.ts';
import { type PartRow, partsTable, tried } from '../../shared/domain/simulation/tables/hard-parts.ts';
import { type TriedRow, triedPolicies } from '../../shared/domain/simulation/tables/tried-policies.ts';
import { type Play, ruleIn, writeOut } from './play.ts';

/** Why the hard market is hard: each hardship left out of all at once, and what numbers of a policy would change. */
export const hardParts = (play: Play): string => {
  const { seeds, policy, market: options } = play;
  const under = (market: Market, name: PolicyName, rule = policy) => hardMetricsOf(runYear(market, name, rule));
  const parts = [allAtOnce, ...hardships.map(allBut)].map(
    (hardship): PartRow => ({
      name: hardship.name,
      years: seeds.map((seed) => {
        const market = drawHardMarket(seed, hardship, options);
        const [popularity, ours] = [under(market, 'popularity'), under(market, 'urut-merata-split')];
        return {
          popularity,
          ours,
          floor: under(market, 'automatic'),
          bound: under({ ...market, bound: true }, 'automatic'),
        };
      }),
    }),
  );
  const policies = [laboratory, allAtOnce].flatMap((hardship): TriedRow[] => {
    const known = seeds.map((seed) => {
      const market = drawHardMarket(seed, hardship, options);
      return { market, popularity: under(market, 'popularity'), floor: under(market, 'automatic') };
    });
    return tried.map(({ name, rule }) => ({
      name,
      market: hardship.name,
      years: known.map(({ market, popularity, floor }) => {
        const year = runYear(market, 'urut-merata-split', { ...policy, ...rule(market.firstUnits[0] ?? 1) });
        const ours = hardMetricsOf(year);
        const deliveriesPerOrder = year.deliveries / (year.requests - year.unmet);
        return { popularity, ours, floor, deliveriesPerOrder, fairnessPrice: priceOfFairness(popularity, ours) };
      }),
    }));
  });
  const document = [
    '# Why the hard market is hard',
    '',
    `Seeds ${seeds.join(', ')} · ${options.categories} categories × ${options.ownersPerCategory} owners.`,
    `Written by \`npm run simulate:equity -- --market hard --parts\`; the ranking is production code.`,
    `What it shows, and what no order of offers can do: [README.md](README.md). Rule: ${ruleIn(policy)}.`,
    '',
    '## All but one',
    '',
    partsTable(parts),
    '',
    '## Numbers of a policy',
    '',
    triedPolicies(policies),
    '',
  ].join('\n');
  writeOut(play.out, { 'hard-parts.md': document });
  return play.json ? JSON.stringify({ seeds, market: options, rule: policy, parts, policies }, null, 2) : document;
};
