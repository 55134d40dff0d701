import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { AgencyId } from '../agencies/agency.ts';
import { folded } from '../basics/fold.ts';
import { Id } from '../basics/id-schema.ts';
import { addDays, addMonths, type Day, REPORTING_DAYS } from '../basics/month.ts';
import { Day as DaySchema, Instant, Month } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { day } from '../basics/wording.ts';
import { OrderPhotoId } from '../orders/order-photos.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';

export const ProofId = Id('prf').meta({ id: 'ProofId' });

/** The most one everyday purchase of a person costs; more is no such proof. */
const MOST_RUPIAH = 10_000_000;

export const NewProof = z
  .strictObject({
    photoId: OrderPhotoId.describe('As the upload of the photo answered it'),
    shopName: Name(80),
    receiptNumber: Line(40).optional().describe('As it is printed; left out where the receipt has none'),
    rupiah: z.int().min(1).max(MOST_RUPIAH),
    boughtOn: DaySchema,
  })
  .meta({ id: 'NewProof' });
export type NewProof = z.infer<typeof NewProof>;

/** A purchase at a shop that is not on the market, as a civil servant shows it to the city. */
export const PurchaseProof = z
  .object({
    proofId: ProofId,
    cityCode: CityCode,
    agencyId: AgencyId,
    nipKey: z.string(),
    person: Person,
    ...NewProof.shape,
    month: Month,
    state: z.enum(['waiting', 'accepted', 'refused']),
    alike: z.boolean().describe('Another proof names the same shop, sum and day; neither receipt has a number'),
    likeProof: ProofId.nullable().describe('Another proof of the city whose picture looks like this one'),
    sentAt: Instant,
    decision: z.object({ by: Person, at: Instant, reason: z.string().nullable() }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'PurchaseProof' });
export type PurchaseProof = z.infer<typeof PurchaseProof>;
export type ProofState = PurchaseProof['state'];

/** What its list shows: never the account or the number behind it. */
export const ProofCard = PurchaseProof.omit({ nipKey: true, person: true, version: true }).meta({ id: 'ProofCard' });
export type ProofCard = z.infer<typeof ProofCard>;

/** The same for who sent it. */
export const OwnProof = ProofCard.omit({ cityCode: true, agencyId: true, alike: true, likeProof: true }).meta({
  id: 'OwnProof',
});
export type OwnProof = z.infer<typeof OwnProof>;

export const ProofDecision = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('accept') }),
    z.strictObject({ decision: z.literal('refuse'), reason: Line(200) }),
  ])
  .meta({ id: 'ProofDecision' });
export type ProofDecision = z.infer<typeof ProofDecision>;

const letters = (text: string): string => folded(text).replaceAll(' ', '');
/**
 * What makes two receipts one: number, sum and day, whatever is written between the letters; where there is no number, shop, sum
 * and day, which two honest people may share.
 */
export const receiptKey = ({ receiptNumber, shopName, rupiah, boughtOn }: NewProof): string =>
  receiptNumber === undefined
    ? `shop ${letters(shopName)} ${rupiah} ${boughtOn}`
    : `number ${letters(receiptNumber)} ${rupiah} ${boughtOn}`;

const refused = (detail: string) =>
  new Problem('date_not_possible', detail, [{ pointer: '/boughtOn', detail: 'Periksa tanggal di struk.' }]);

/** The month a proof counts in; it is taken until ten days after. @throws Problem date_not_possible */
export const proofMonth = (boughtOn: Day, today: Day): Month => {
  if (boughtOn > today) throw refused('Tanggal belanja ini belum tiba. Tulis tanggal di struk.');
  const month = boughtOn.slice(0, 7);
  const last = addDays(`${addMonths(month, 1)}-01`, REPORTING_DAYS - 1);
  if (today > last) throw refused(`Bukti bulan itu diterima sampai ${day(last)}. Kirim bukti belanja bulan ini.`);
  return month;
};
