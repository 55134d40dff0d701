import { attainableIndicators } from './attainable.ts';
import { concentrationIndicators } from './concentration.ts';
import { type IndicatorDefinition, type MeasureDefinition, OVER_YEAR, type Written } from './indicator.ts';
import { officeIndicators } from './offices.ts';
import { reachIndicators } from './reach.ts';

/*
 * What a figure means, once, for everybody: the code that computes it, the reports, the method page and the API say it
 * from here. Names and sentences are for people, formulas and sources for auditors. Versioned as a whole by `DEFINITION`.
 */

const described = ({ measures, ...indicator }: Written): IndicatorDefinition => ({
  ...indicator,
  measures: measures.map(([id, unit, name, sentence, formula, overYear = OVER_YEAR]) => ({
    id,
    unit,
    name,
    sentence,
    overYear,
    formula,
    inclusion: indicator.inclusion,
    source: indicator.source,
  })),
});

/** The fifteen indicators of a snapshot, in their order. */
export const indicators: readonly IndicatorDefinition[] = [
  ...reachIndicators,
  ...concentrationIndicators,
  ...officeIndicators,
]
  .map(described)
  .sort((a, b) => a.number - b.number);

/** What stands beside them each month: what could have been attained, and how long owners waited. */
export const monthlyIndicators: readonly IndicatorDefinition[] = attainableIndicators.map(described);
export const everyIndicator: readonly IndicatorDefinition[] = [...indicators, ...monthlyIndicators];

const byId = new Map(
  everyIndicator.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure] as const)),
);

/** The definition of a measure by its id, which is the name of its field in a snapshot. */
export const definitionOf = (id: string): MeasureDefinition => {
  const found = byId.get(id);
  if (!found) throw new Error(`no measure is called ${id}`);
  return found;
};

/** Why a measure has no value, in words; an unknown reason is described as it is written. */
const reasons: Readonly<Record<string, string>> = {
  no_merchants: 'belum ada usaha',
  no_turnover: 'belum ada penjualan',
  no_sellers: 'belum ada yang menjual',
  no_inequality: 'semua sama',
  one_merchant: 'hanya satu usaha',
  some_sold_nothing: 'ada usaha yang belum menjual',
  bottom_forty_percent_sold_nothing: '40% usaha terkecil belum menjual apa pun',
  fewer_than_ten_merchants: 'kurang dari 10 usaha',
  orders_not_given: 'jumlah pesanan tidak diketahui',
  fewer_orders_than_sellers: 'pesanan lebih sedikit dari penjual',
  beyond_double: 'terlalu besar untuk ditulis sebagai angka desimal',
  few_orders: 'pesanannya terlalu sedikit',
  too_many: 'pesanannya terlalu banyak untuk dihitung sekali jalan',
  nothing_chosen: 'belum ada barang yang dipilih dari daftar dengan barang sejenis',
  no_distance: 'daftar terlaris sudah serata pembagian otomatis',
  small_cell: 'terlalu sedikit usaha untuk ditampilkan',
};
export const reasonInWords = (reason: string | undefined): string => reasons[reason ?? ''] ?? reason ?? '';
