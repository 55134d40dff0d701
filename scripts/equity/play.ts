import { mkdirSync, writeFileSync } from 'node:fs';
import type { RankingPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import type { MarketOptions } from '../../shared/domain/simulation/market.ts';

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

/** Where and by what a document was made. */
export const headOf = ({ seeds, market, costShare }: Play, command: string): string =>
  [
    `Seeds ${seeds.join(', ')} · ${market.categories} categories × ${market.ownersPerCategory} owners · a unit costs ` +
      `${(100 * costShare).toFixed(1)}% of the median price.`,
    `Written by \`npm run simulate:equity -- ${command}\`; the ranking is production code. What is assumed: [README.md](README.md).`,
  ].join('\n');

export const writeOut = (out: string, files: Readonly<Record<string, string>>): void => {
  if (out === 'none') return;
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(`${out}/${name}`, content);
};
