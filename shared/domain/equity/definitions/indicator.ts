import * as z from 'zod';

/** How a definition is described: apart from the texts, which only reports carry. */
export const Unit = z
  .enum(['merchants', 'owners', 'orders', 'reports', 'rupiah', 'share', 'index', 'points', 'days', 'text'])
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof Unit>;

const Described = z.object({
  id: z.string(),
  name: z.string(),
  sentence: z.string().describe('In words for people without statistics'),
  formula: z.string(),
  inclusion: z.string().describe('Who and what is counted'),
  source: z.string(),
});
export const MeasureDefinition = Described.extend({
  unit: Unit,
  overYear: z.string().describe('What it says of the twelve months that end with the month'),
}).meta({ id: 'MeasureDefinition' });
export type MeasureDefinition = z.infer<typeof MeasureDefinition>;
export const IndicatorDefinition = Described.extend({
  number: z.int().min(1).max(20),
  measures: z.array(MeasureDefinition),
}).meta({ id: 'IndicatorDefinition' });
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** A measure as it is written down: what it does not say of itself it takes from its indicator. */
type Measure = readonly [id: string, unit: Unit, name: string, sentence: string, formula: string, overYear?: string];
export const OVER_YEAR = 'Sama, dihitung atas jumlah dua belas bulan yang berakhir dengan bulan ini.';
export type Written = Omit<IndicatorDefinition, 'measures'> & { readonly measures: readonly Measure[] };
