import { gainFrom } from '../../shared/domain/simulation/attacks.ts';
import { drawMarket } from '../../shared/domain/simulation/draw-market.ts';
import { tryLever } from '../../shared/domain/simulation/incentives/best-deviation.ts';
import {
  bestOf,
  deviationTable,
  type LeverRow,
  triedTable,
  triedValues,
} from '../../shared/domain/simulation/incentives/deviation-table.ts';
import { levers } from '../../shared/domain/simulation/incentives/deviations.ts';
import { type RankAttackRow, rankAttackTable } from '../../shared/domain/simulation/incentives/rank-attack-table.ts';
import { rankAttacks } from '../../shared/domain/simulation/incentives/rank-attacks.ts';
import type { Market } from '../../shared/domain/simulation/market.ts';
import { runYear } from '../../shared/domain/simulation/run.ts';
import { headOf, type Play, writeOut } from './play.ts';

const NAME = 'urut-merata-split';

/** What attacks on a rank bring, in the same markets. */
export const attackRows = (markets: readonly Market[], { policy }: Play): RankAttackRow[] => {
  const honest = markets.map((market) => runYear(market, NAME, policy));
  return rankAttacks.map((attack) => ({
    attack,
    gains: markets.map((market, index) =>
      gainFrom(attack, market, honest[index] as (typeof honest)[number], NAME, policy),
    ),
  }));
};

/** Every lever, tried in each market while all others stay as they are. */
export const leverRows = (markets: readonly Market[], { policy, costShare }: Play): LeverRow[] =>
  levers.map((lever) => ({
    lever,
    markets: markets.map((market) => tryLever({ market, name: NAME, policy, costShare }, lever)),
  }));

/** What one owner gains by leaving honesty, lever by lever, while all others stay as they are. */
export const deviations = (play: Play): string => {
  const { seeds, policy, costShare } = play;
  const markets = seeds.map((seed) => drawMarket(seed, play.market));
  const rows = leverRows(markets, play);
  const document = [
    '# What one owner gains by deviating',
    '',
    headOf(play, '--deviations'),
    '',
    deviationTable(rows),
    '',
    '## Attacks on a rank',
    '',
    rankAttackTable(attackRows(markets, play)),
    '',
    '## All that was tried',
    '',
    triedTable(rows),
    '',
  ].join('\n');
  writeOut(play.out, { 'deviations.md': document });
  const values = rows.map((row) => ({ lever: row.lever.lever, best: bestOf(row), values: triedValues(row) }));
  return play.json
    ? JSON.stringify({ seeds, market: play.market, rule: policy, costShare, values }, null, 2)
    : document;
};
