import * as z from 'zod';
import { Line } from '../basics/text.ts';

/** Why somebody points the city to goods, in the words they choose from. */
export const reportKinds = {
  banned: 'Barang yang dilarang',
  fake: 'Palsu atau tiruan',
  dangerous: 'Berbahaya atau kedaluwarsa',
  misleading: 'Foto atau keterangan tidak sesuai',
  price: 'Harga menyesatkan',
  other: 'Alasan lain',
} as const;
export const ReportKind = z
  .enum(Object.keys(reportKinds) as [keyof typeof reportKinds, ...(keyof typeof reportKinds)[]])
  .meta({ id: 'ReportKind' });
export type ReportKind = z.infer<typeof ReportKind>;

export const NewGoodsReport = z
  .strictObject({ kind: ReportKind, text: Line(300).optional().describe('What is wrong, for the city alone') })
  .meta({ id: 'NewGoodsReport' });
export type NewGoodsReport = z.infer<typeof NewGoodsReport>;

/** That somebody reported goods, once each: what they said of them stands in the case, without who. */
export const GoodsReport = z
  .object({ merchantId: z.string(), productId: z.string(), at: z.string() })
  .meta({ id: 'GoodsReport' });
export type GoodsReport = z.infer<typeof GoodsReport>;
