import { mkdirSync, writeFileSync } from 'node:fs';
import { former, type RankingPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import type { MarketOptions } from '../../shared/domain/simulation/market-options.ts';

/** What a simulation of owners who deviate or learn is run with. */
export type Play = {
  readonly seeds: readonly number[];
  readonly market: MarketOptions;
  readonly policy: RankingPolicy;
  readonly costShare: number;
  readonly json: boolean;
  /** A folder, or `none`. */
  readonly out: string;
};

/** The numbers of a policy that are other than before December 2026. */
export const ruleIn = (policy: RankingPolicy): string => {
  const turned = Object.entries(former).flatMap(([name, before]) => {
    const value = policy[name as keyof RankingPolicy];
    return value === before ? [] : [`${name} ${value}`];
  });
  return turned.length === 0 ? 'the standard before December 2026' : turned.join(', ');
};

/** Where and by what a document was made. */
export const headOf = ({ seeds, market, costShare, policy }: Play, command: string): string =>
  [
    `Seeds ${seeds.join(', ')} · ${market.categories} categories × ${market.ownersPerCategory} owners · a unit costs ` +
      `${(100 * costShare).toFixed(1)}% of the median price.`,
    `Written by \`npm run simulate:equity -- ${command}\`; the ranking is production code. What is assumed: [README.md](README.md).`,
    `Rule: ${ruleIn(policy)}.`,
  ].join('\n');

export const writeOut = (out: string, files: Readonly<Record<string, string>>): void => {
  if (out === 'none') return;
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(`${out}/${name}`, content);
};
