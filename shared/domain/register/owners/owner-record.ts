import * as z from 'zod';
import { Id } from '../../basics/id-schema.ts';
import { Instant } from '../../basics/month-schema.ts';
import { Line } from '../../basics/text.ts';
import { MerchantId } from '../merchant.ts';

/** That shops were found to have one owner, or no longer: V of those concerned is summed over other shops since. */
export const OwnerChanged = z
  .object({
    city: z.string(),
    at: Instant,
    change: z.enum(['merged', 'split']),
    ownerId: z.string(),
    others: z.array(z.string()).describe('Merged from these owners, or split into them'),
    shopIds: z.array(z.string()),
  })
  .meta({ id: 'OwnerChanged' });
export type OwnerChanged = z.infer<typeof OwnerChanged>;

/** What a city may rule to prove nothing. An identity number is whose it is: it is mended, not ruled away. */
const Doubtful = z.enum(['phone', 'account', 'applicant', 'qris']);

/** Evidence is named by a shop that has it, so that no phone or account number travels. */
export const NewRuling = z
  .discriminatedUnion('rule', [
    z.strictObject({
      rule: z.literal('same_owner'),
      shopIds: z
        .array(MerchantId)
        .min(2)
        .max(50)
        .refine((ids) => new Set(ids).size === ids.length, 'Setiap usaha disebut satu kali.'),
      reason: Line(300),
    }),
    z.strictObject({
      rule: z.literal('no_evidence'),
      kind: Doubtful.describe('Phone, bank account, the sign-in that applied, or who a QRIS pays'),
      shopId: MerchantId.describe('A shop that shows this phone, account, applicant or QRIS'),
      reason: Line(300),
    }),
  ])
  .meta({ id: 'NewOwnerRuling' });

/** What a city decided by hand about owners, with its reason. */
export const OwnerRulingRecord = z
  .object({
    rulingId: Id('rul'),
    city: z.string(),
    rule: z.enum(['same_owner', 'no_evidence']),
    shopIds: z.array(z.string()),
    kind: Doubtful.nullable(),
    reason: z.string(),
    by: z.string(),
    at: Instant,
  })
  .meta({ id: 'OwnerRuling' });
export type OwnerRulingRecord = z.infer<typeof OwnerRulingRecord>;
