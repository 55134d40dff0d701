import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { simulateRule } from '../../functions/city-ranking/simulate-rule.ts';
import { policyNow } from '../../functions/reads/city-ledger.ts';
import { checkedPolicy, newestStandard } from '../../shared/domain/ranking/policy/policy.ts';
import { attacks, gainFrom } from '../../shared/domain/simulation/attacks.ts';
import { drawMarket } from '../../shared/domain/simulation/draw-market.ts';
import { COST_SHARE } from '../../shared/domain/simulation/incentives/cost.ts';
import { rankAttacks } from '../../shared/domain/simulation/incentives/rank-attacks.ts';
import { type PolicyName, policyNames, policyTitles } from '../../shared/domain/simulation/lists.ts';
import { lorenzPlot } from '../../shared/domain/simulation/lorenz-plot.ts';
import { standardMarket } from '../../shared/domain/simulation/market-options.ts';
import { metricsOf, turnoversOf } from '../../shared/domain/simulation/metrics.ts';
import { runYear } from '../../shared/domain/simulation/run.ts';
import type { Year } from '../../shared/domain/simulation/serving/scene.ts';
import { type AttackRow, attackTable, totalGain } from '../../shared/domain/simulation/tables/attack-table.ts';
import { meanMetrics, policyTable } from '../../shared/domain/simulation/tables/policy-table.ts';
import { targets, targetTable } from '../../shared/domain/simulation/tables/target-table.ts';
import { getCity } from '../../shared/table/cities.ts';
import { deviations } from '../equity/deviations.ts';
import { goals } from '../equity/goals.ts';
import { hard } from '../equity/hard.ts';
import { hardParts } from '../equity/hard-parts.ts';
import { learning } from '../equity/learning.ts';
import { mechanism } from '../equity/mechanism.ts';
import { ruleIn } from '../equity/play.ts';
import { inMarket } from '../open-market.ts';

const usage = `npm run simulate:equity -- [--seeds 1,2,3] [--price-sd 0.12] [--orders-per-owner 1]
  [--policy all|${policyNames.join('|')}] (several with commas)
  [--rule '{"tolerancePercent":10}']  numbers of the ranking policy to try instead of the standard ones
  [--attacks yes|no] [--json] [--out docs/equity]  (--out none writes no files)
npm run simulate:equity -- --goals [--seeds 1,2,3] [--categories 10] [--learn 36] [--rule …] [--json] [--out docs/equity]
  every goal of the ranking in one table: what was reached, mean and worst seed, and whether that is enough
npm run simulate:equity -- --market hard [--seeds 1,2,3] [--rule …] [--json] [--out docs/equity]
  what is hard in a real market, one at a time and all at once, beside the laboratory
npm run simulate:equity -- --market hard --parts [--seeds 1,2,3] [--rule …] [--json] [--out docs/equity]
  all at once without one hardship at a time, and what numbers of a policy would change
npm run simulate:equity -- --deviations [--cost 0.676] [--categories 10] [--seeds 1,2,3] [--rule …] [--json] [--out docs/equity]
  what one owner gains by another price, quality, capacity, minimum order, or by cancelling
npm run simulate:equity -- --mechanism [--cost 0.676] [--categories 10] [--seeds 1,2,3] [--json] [--out docs/equity]
  the rules that were tried on the way to the standard one, each with what it costs
npm run simulate:equity -- --market laboratory|hard --learn 36 [--cost 0.676] [--categories 10] [--seeds 1,2,3] [--rule …] [--json]
  owners who learn from what they and others earn, for so many months
npm run simulate:equity -- --city 35.73 [--rule '{"tolerancePercent":10}'] [--json]
  runs the city's present policy and the changed one over its own past orders, in .local or on AWS`;

class UsageError extends Error {}

const numberFrom = (text: string, least: number, most: number, option: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new UsageError(`--${option}: ${text} is not a number from ${least} to ${most}`);
  return value;
};

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1,2,3' },
      'price-sd': { type: 'string', default: String(standardMarket.priceSd) },
      'orders-per-owner': { type: 'string', default: '1' },
      policy: { type: 'string', default: 'all' },
      rule: { type: 'string', default: '{}' },
      attacks: { type: 'string', default: 'yes' },
      json: { type: 'boolean', default: false },
      out: { type: 'string', default: 'docs/equity' },
      city: { type: 'string' },
      market: { type: 'string', default: 'laboratory' },
      categories: { type: 'string', default: String(standardMarket.categories) },
      parts: { type: 'boolean', default: false },
      deviations: { type: 'boolean', default: false },
      goals: { type: 'boolean', default: false },
      mechanism: { type: 'boolean', default: false },
      learn: { type: 'string' },
      cost: { type: 'string', default: String(COST_SHARE) },
    },
  });
  if (!['laboratory', 'hard'].includes(values.market)) throw new UsageError(`--market: ${values.market} is not known`);
  const names = values.policy === 'all' ? policyNames : values.policy.split(',');
  for (const name of names)
    if (!(policyNames as readonly string[]).includes(name)) throw new UsageError(`--policy: ${name} is not known`);
  return {
    seeds: values.seeds.split(',').map((seed) => Math.trunc(numberFrom(seed, 0, 2 ** 32 - 1, 'seeds'))),
    market: {
      ...standardMarket,
      categories: Math.trunc(numberFrom(values.categories, 1, 50, 'categories')),
      priceSd: numberFrom(values['price-sd'], 0, 2, 'price-sd'),
      ordersPerOwner: numberFrom(values['orders-per-owner'], 0.01, 20, 'orders-per-owner'),
    },
    names: names as readonly PolicyName[],
    policy: checkedPolicy({ ...newestStandard('35.73'), ...JSON.parse(values.rule) }),
    attacks: values.attacks !== 'no',
    json: values.json,
    out: values.out,
    city: values.city,
    hard: values.market === 'hard',
    parts: values.parts,
    deviations: values.deviations,
    goals: values.goals,
    mechanism: values.mechanism,
    learnMonths: values.learn === undefined ? null : Math.trunc(numberFrom(values.learn, 1, 120, 'learn')),
    costShare: numberFrom(values.cost, 0, 1, 'cost'),
    rule: JSON.parse(values.rule) as object,
  };
};

const colours = ['#c0392b', '#e67e22', '#7f8c8d', '#b7950b', '#2980b9', '#117a65', '#8e44ad'];
const plain = (name: PolicyName): string => policyTitles[name].replaceAll('*', '');

const simulate = (options: ReturnType<typeof readOptions>) => {
  const markets = options.seeds.map((seed) => drawMarket(seed, options.market));
  const years = new Map<PolicyName, Year[]>();
  for (const name of options.names)
    years.set(
      name,
      markets.map((market) => runYear(market, name, options.policy)),
    );
  const rows = [...years].map(([name, list]) => [name, list.map(metricsOf)] as const);
  const popularity = years.get('popularity');
  const ours = years.get('urut-merata-split');
  const played: AttackRow[] = [];
  if (options.attacks && popularity && ours)
    for (const attack of [...attacks, ...rankAttacks]) {
      const gains = (name: PolicyName, honest: readonly Year[]) =>
        markets.map((market, index) => gainFrom(attack, market, honest[index] as Year, name, options.policy));
      const { name, what } = attack;
      played.push({ name, what, popularity: gains('popularity', popularity), ours: gains('urut-merata-split', ours) });
    }
  const checks = popularity && ours ? targets(ours.map(metricsOf), popularity.map(metricsOf)) : [];
  const curves = [...years].map(([name, list]) => ({
    label: plain(name),
    amounts: turnoversOf(list[0] as Year),
    colour: colours[policyNames.indexOf(name)] as string,
  }));
  return { rows, played, checks, curves };
};

/** A city's policy, as it is and as it might be, over the demand its own orders recorded. */
const overOwnPast = (cityCode: string, rule: object, json: boolean): Promise<string> =>
  inMarket(async ({ world }) => {
    const city = await getCity(world.table, cityCode);
    if (!city) throw new UsageError(`--city: ${cityCode} is not on this market`);
    const present = await policyNow(world, city);
    const result = await simulateRule(world, city, present, checkedPolicy({ ...present, ...rule }));
    return json ? JSON.stringify(result, null, 2) : `${city.name}: ${result.sentence}\n${result.simulated.note}`;
  });

const main = async (): Promise<string> => {
  const options = readOptions();
  if (options.city !== undefined) return overOwnPast(options.city, options.rule, options.json);
  if (options.goals) return goals(options, options.learnMonths);
  if (options.deviations) return deviations(options);
  if (options.mechanism) return mechanism(options);
  if (options.learnMonths !== null) return learning(options, options.learnMonths, options.hard);
  if (options.parts) return hardParts(options);
  return options.hard ? hard(options) : drawn(options);
};

const drawn = (options: ReturnType<typeof readOptions>): string => {
  const { rows, played, checks, curves } = simulate(options);
  const { seeds, market } = options;
  const document = [
    `# Simulated year of the level market`,
    '',
    `Seeds ${seeds.join(', ')} · ${market.categories} categories × ${market.ownersPerCategory} owners · ` +
      `${market.months} months · ${market.ordersPerOwner} orders per owner and month · ln price sd ${market.priceSd}.`,
    'Written by `npm run simulate:equity`; the ranking is production code (`shared/domain/ranking`).',
    `Rule: ${ruleIn(options.policy)}.`,
    '',
    policyTable(rows),
    ...(checks.length > 0 ? ['', targetTable(checks)] : []),
    ...(played.length > 0 ? ['', '## Attacks', '', attackTable(played)] : []),
    '',
    '![Lorenz curves of the first seed](lorenz.svg)',
    '',
  ].join('\n');
  if (options.out !== 'none') {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(`${options.out}/simulation.md`, document);
    writeFileSync(`${options.out}/lorenz.svg`, lorenzPlot('Lorenz curves of a simulated year', curves));
  }
  if (!options.json) return document;
  const attackGains = played.map((row) => ({
    name: row.name,
    popularity: totalGain(row.popularity),
    'urut-merata-split': totalGain(row.ours),
  }));
  const policies = rows.map(([policy, years]) => ({ policy, mean: meanMetrics(years), years }));
  return JSON.stringify(
    { seeds, market, rule: options.policy, policies, targets: checks, attacks: attackGains },
    null,
    2,
  );
};

try {
  console.log(await main());
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
