import { index, roughRupiah } from '../../../shared/domain/basics/wording.ts';
import { reasonInWords } from '../../../shared/domain/equity/definitions/definition.ts';
import { isCoarse } from '../../../shared/domain/equity/disclosure/public-spread.ts';
import type { Spread } from '../../../shared/domain/equity/snapshot/cell.ts';
import { COARSE_CURVE, lorenzSentence, topTenSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { FEW } from './reach.ts';

/** What is drawn, in words. */
export const curveInWords = (spread: Spread): string =>
  isCoarse(spread) ? COARSE_CURVE : lorenzSentence(spread.lorenz);
const evenness = (spread: Spread): string =>
  isCoarse(spread)
    ? `Koefisien Gini ${index(spread.gini.value ?? 0)}: 0 berarti rata, 1 berarti satu usaha memegang semuanya.`
    : lorenzSentence(spread.lorenz);

/** How concentrated turnover is. */
export const howConcentrated = ({ total }: Snapshot): string => {
  if (total.spread === null) return 'Sebaran omzet tidak ditampilkan, karena dapat membuka omzet satu atau dua usaha.';
  const { topTenMerchantsShare: ten, gini } = total.spread;
  if (gini.value === null) return `Sebaran omzet belum dapat dihitung: ${reasonInWords(gini.reason)}.`;
  const top = ten.value !== null && total.sold > FEW;
  return top ? topTenSentence(total, ten.value ?? 0) : evenness(total.spread);
};

/** How much a usual seller sold. */
export const howDeep = ({ total }: Snapshot): string => {
  if (total.spread === null) return 'Omzet tidak ditampilkan, karena usahanya terlalu sedikit.';
  const { median, p25, p75 } = total.spread;
  if (median.value === null) return `Omzet tengah belum ada: ${reasonInWords(median.reason)}.`;
  const range =
    p25.value === null || p75.value === null
      ? ''
      : ` Separuh penjual berada di antara ${roughRupiah(p25.value)} dan ${roughRupiah(p75.value)}.`;
  return `Separuh penjual beromzet ${roughRupiah(median.value)} atau kurang.${range}`;
};
