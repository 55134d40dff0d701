import * as z from 'zod';
import { Rupiah } from '../basics/money.ts';
import { Day } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { OrderPhotoId } from '../orders/order-photos.ts';

/**
 * Which purse a treasurer pays from: the standing advance and its refill (UP/GU), a direct payment to the shop (LS), or
 * the regional government's credit card (KKPD). Source: Permendagri 77/2020; KKPD after Permendagri 79/2022.
 */
export const TreasuryKind = z.enum(['UP/GU', 'LS', 'KKPD']).meta({ id: 'TreasuryKind' });
export type TreasuryKind = z.infer<typeof TreasuryKind>;

/** A tax the treasurer withheld. Information for the papers: nothing is withheld here. */
export const Withheld = z
  .strictObject({ name: Line(60), rupiah: Rupiah.min(1), receiptNumber: Line(60).optional() })
  .meta({ id: 'Withheld' });

/** What a treasurer records of one payment: gross, what was withheld of it, and the number and day of its paper. */
export const TreasuryRecord = z
  .strictObject({
    kind: TreasuryKind,
    number: Line(60).describe('Number of the SP2D (LS) or of the proof (UP/GU, KKPD)'),
    on: Day,
    rupiah: Rupiah.min(1).describe('Gross, taxes included'),
    withheld: z.array(Withheld).max(6).default([]),
    proofId: OrderPhotoId.optional().describe('A picture of the proof, uploaded to this order'),
  })
  .meta({ id: 'TreasuryRecord' });
export type TreasuryRecord = z.infer<typeof TreasuryRecord>;
