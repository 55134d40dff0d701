import * as z from 'zod';
import { Line, Name, Paragraph, ungrouped } from '../basics/text.ts';
import { Phone } from '../basics/typed/phone.ts';
import { type ComplaintCategoryCode, complaintCategories } from './states.ts';

export const ComplaintCategory = z
  .enum(Object.keys(complaintCategories) as [ComplaintCategoryCode])
  .meta({ id: 'ComplaintCategory' });

/** What its reporter alone knows; who has it reads and answers for them. */
export const TrackingSecret = z
  .string()
  .max(40)
  .overwrite((typed) => ungrouped(typed).toLowerCase())
  .regex(/^[0-9a-z]{12}$/, 'Tulis kode rahasia seperti di bukti terima: 12 huruf dan angka.')
  .meta({ id: 'TrackingSecret' });

const Reporter = z.strictObject({ name: Name(80).nullable(), phone: Phone.nullable() });

export const NewComplaint = z
  .strictObject({
    kind: z.enum(['problem', 'aspiration', 'question']).default('problem'),
    category: ComplaintCategory,
    text: Paragraph(4000),
    address: Line(200).nullable().default(null).describe('Where it is, in words'),
    reporter: Reporter.nullable().default(null).describe('Null is anonymous: nobody keeps who it was'),
    secret: z.boolean().default(false).describe('Read by the city and its office alone, in no public list'),
  })
  .meta({ id: 'NewComplaint' });
export type NewComplaint = z.infer<typeof NewComplaint>;
