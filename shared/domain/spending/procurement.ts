import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Year } from '../agencies/budget-line.ts';
import { RUPIAH_MAX } from '../basics/money.ts';
import { Line } from '../basics/text.ts';
import { CityCode } from '../places/region.ts';

/** A whole office's year may be more than one amount may: up to a hundred trillion, still exact. */
export const YEAR_RUPIAH_MAX = RUPIAH_MAX * 100;
const YearRupiah = z.int().min(0).max(YEAR_RUPIAH_MAX);

export const NewProcurement = z
  .strictObject({
    procurementRupiah: YearRupiah.describe('The office’s official procurement budget: `belanja_pengadaan`'),
    plannedSmallRupiah: YearRupiah.nullable().describe('Of it planned for small businesses; null where nobody said'),
    source: Line(120).describe('Where it is written, such as the export of SIRUP and its day'),
  })
  .meta({ id: 'NewProcurement' });
export type NewProcurement = z.infer<typeof NewProcurement>;

/** An office's official procurement budget of a year: what the share at small businesses is measured against. */
export const Procurement = z
  .object({ agencyId: AgencyId, cityCode: CityCode, year: Year, ...NewProcurement.shape, version: z.int() })
  .meta({ id: 'Procurement' });
export type Procurement = z.infer<typeof Procurement>;
