import { tryLever } from '../../shared/domain/simulation/incentives/best-deviation.ts';
import {
  bestOf,
  deviationTable,
  type LeverRow,
  triedTable,
  triedValues,
} from '../../shared/domain/simulation/incentives/deviation-table.ts';
import { levers } from '../../shared/domain/simulation/incentives/deviations.ts';
import { drawMarket } from '../../shared/domain/simulation/market.ts';
import { headOf, type Play, writeOut } from './play.ts';

/** What one owner gains by leaving honesty, lever by lever, while all others stay as they are. */
export const deviations = (play: Play): string => {
  const { seeds, policy, costShare } = play;
  const markets = seeds.map((seed) => drawMarket(seed, play.market));
  const rows: LeverRow[] = levers.map((lever) => ({
    lever,
    markets: markets.map((market) => tryLever({ market, name: 'urut-merata-split', policy, costShare }, lever)),
  }));
  const document = [
    '# What one owner gains by deviating',
    '',
    headOf(play, '--deviations'),
    '',
    deviationTable(rows),
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
