import type { AttackGain } from '../attacks.ts';

const signed = (share: number): string => `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(1)}%`;

/** Gain of a group of attackers over several seeds: real income attacking over honest, less one. */
export const totalGain = (gains: readonly AttackGain[]): number =>
  gains.reduce((sum, gain) => sum + gain.attackRupiah, 0) / gains.reduce((sum, gain) => sum + gain.honestRupiah, 0) - 1;

export type AttackRow = { name: string; what: string; popularity: readonly AttackGain[]; ours: readonly AttackGain[] };

export const attackTable = (rows: readonly AttackRow[]): string =>
  [
    '| Attack | gain under popularity | gain under Urut Merata with split | price all buyers pay | what is done |',
    '|---|---|---|---|---|',
    ...rows.map(({ name, what, popularity, ours }) => {
      const price = ours.reduce((sum, gain) => sum + gain.priceChange, 0) / ours.length;
      return `| ${name} | ${signed(totalGain(popularity))} | ${signed(totalGain(ours))} | ${signed(price)} | ${what} |`;
    }),
  ].join('\n');
