import * as z from 'zod';
import { type Flaw, Problem } from '../../problem.ts';
import { Category } from '../basics/category.ts';
import { Id } from '../basics/id-schema.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Name, Paragraph } from '../basics/text.ts';
import { E164, Phone } from '../basics/typed/phone.ts';
import { CityCode, DistrictCode, VillageCode } from '../places/region.ts';
import { AccountChange, PayoutAccount, ShownAccount } from './bank.ts';
import { Correction } from './correction.ts';
import { Nib, Nik, Npwp } from './identity-numbers.ts';
import { Imported } from './import/imported.ts';
import { SameAs } from './owners/evidence.ts';
import { Proposal } from './proposal.ts';

export const MerchantId = Id('mrc').meta({ id: 'MerchantId' });

/** Where a merchant stands with the city, and who may move it: the owner resubmits, the city does the rest. */
export const merchantNext = {
  pending: ['verified', 'returned'],
  returned: ['pending'],
  verified: ['suspended'],
  suspended: ['verified'],
} as const;
export const MerchantStatus = z.enum(['pending', 'returned', 'verified', 'suspended']).meta({ id: 'MerchantStatus' });
export type MerchantStatus = z.infer<typeof MerchantStatus>;

const described = {
  name: Name(80).describe('Name of the business'),
  ownerName: Name(80),
  phone: Phone,
  district: DistrictCode,
  village: VillageCode,
  address: Line(200),
  category: Category,
  description: Paragraph(1000).optional(),
  phoneShown: z
    .boolean()
    .optional()
    .describe('Whether buyers may ask by WhatsApp: the number stands on the shop’s pages'),
} as const;

const Identity = {
  kind: z.enum(['person', 'entity']).describe('A person sells with a NIK alone; a legal entity brings NPWP and NIB'),
  nik: Nik.optional(),
  npwp: Npwp.optional(),
  nib: Nib.optional(),
} as const;

const complete = (
  given: { kind: 'person' | 'entity'; nik?: unknown; npwp?: unknown; nib?: unknown },
  add: (at: string) => void,
) => {
  if (given.kind === 'person' && given.nik === undefined) add('nik');
  if (given.kind === 'entity' && given.npwp === undefined) add('npwp');
  if (given.kind === 'entity' && given.nib === undefined) add('nib');
};

/** Refuses to take away the number by which this kind of business is known. */
export const requireComplete = (given: Parameters<typeof complete>[0]): void => {
  const flaws: Flaw[] = [];
  complete(given, (field) => flaws.push({ pointer: `/${field}`, detail: 'Tidak bisa dikosongkan.' }));
  if (flaws.length > 0)
    throw new Problem('invalid_request', 'Nomor ini wajib untuk jenis usaha Anda; ganti, jangan dikosongkan.', flaws);
};

/**
 * Shops of one applicant that no city has verified yet: a household has a few. Who works for the city registers a whole
 * village at its counter.
 */
export const MOST_UNVERIFIED = 5;
export const MOST_UNVERIFIED_BY_OFFICER = 200;

/** How often an applicant may mend who they are; more than a slip or two is guessing, and then the city mends it. */
export const MOST_IDENTITY_CHANGES = 2;

const kindWords = { person: 'usaha perorangan', entity: 'badan usaha' } as const;

/** An application to sell. */
export const NewMerchant = z
  .strictObject({
    cityCode: CityCode,
    ...Identity,
    ...described,
    account: PayoutAccount.optional().describe('Where buyers transfer to; can be given later'),
    helperName: Name(80)
      .optional()
      .describe('Filled in by somebody of this name for an owner who has no phone: their acts are on record'),
    another: z
      .boolean()
      .optional()
      .describe('Another business of an applicant whose first has the same phone or identity number'),
  })
  .superRefine((given, context) =>
    complete(given, (field) =>
      context.addIssue({ code: 'custom', path: [field], message: `Wajib diisi untuk ${kindWords[given.kind]}.` }),
    ),
  )
  .meta({ id: 'NewMerchant' });
export type NewMerchant = z.infer<typeof NewMerchant>;

/**
 * What the owner may change. While the application is open or returned, everything; later, not who they are, and another
 * name or place is only proposed until the city confirms it.
 */
export const MerchantChange = z
  .strictObject({
    ...described,
    description: described.description.nullable().describe('Null removes it'),
    nik: Nik.nullable().describe('Null removes it, where the kind of business needs none'),
    npwp: Npwp.nullable().describe('Null removes it, where the kind of business needs none'),
    nib: Nib.nullable().describe('Null removes it, where the kind of business needs none'),
    account: PayoutAccount.nullable().describe(
      'Where buyers transfer to; null removes it. Every change is kept on record',
    ),
    pausedUntil: Day.nullable().describe('Closed through this day; null opens the shop'),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Isi paling sedikit satu kolom.')
  .meta({ id: 'MerchantChange' });
export type MerchantChange = z.infer<typeof MerchantChange>;

export const Flawed = z.strictObject({
  field: z.enum([
    'name',
    'ownerName',
    'nik',
    'npwp',
    'nib',
    'phone',
    'account',
    'district',
    'village',
    'address',
    'category',
  ]),
  reason: Line(200),
});
export const Return = z.strictObject({ reasons: z.array(Flawed).min(1).max(10) }).meta({ id: 'Return' });
export type Return = z.infer<typeof Return>;

/** What everybody may see of a shop. */
export const MerchantCard = z
  .object({
    merchantId: MerchantId,
    cityCode: CityCode,
    name: z.string(),
    district: DistrictCode,
    village: VillageCode,
    category: Category,
    description: z.string().optional(),
    status: MerchantStatus,
    pausedUntil: Day.nullable(),
  })
  .meta({ id: 'MerchantCard' });
export type MerchantCard = z.infer<typeof MerchantCard>;

/** What the owner and the city see. Identity and account numbers are masked: the last four digits, never more. */
export const Merchant = MerchantCard.extend({
  ownerId: z.string().describe('Fairness counts owners: shops of one identity share it'),
  kind: Identity.kind,
  ownerName: z.string(),
  nik: z.string().optional(),
  npwp: z.string().optional(),
  nib: z.string().optional(),
  account: ShownAccount.optional(),
  accountChange: AccountChange.pick({ change: true, by: true, at: true })
    .optional()
    .describe('What was last done to the account, by whom: a new one deserves a look'),
  phone: E164,
  phoneShown: z.boolean().optional(),
  address: z.string(),
  reasons: z.array(Flawed).describe('Why the city returned the application, per field'),
  suspendedReason: z.string().optional(),
  closedAt: Instant.optional().describe('When its owner closed it; gone once it is opened again'),
  proposed: Proposal.optional(),
  corrections: z.array(Correction).optional().describe('What the city mended of who the shop is, oldest first'),
  imported: Imported.optional(),
  registeredAt: Instant,
  verifiedAt: Instant.optional(),
  history: z.array(z.object({ status: MerchantStatus, at: Instant, by: z.string(), reason: z.string().optional() })),
  version: z.int(),
}).meta({ id: 'Merchant' });
export type Merchant = z.infer<typeof Merchant>;

/** A shop that a buyer may take for another, by its name. */
export const Namesake = Merchant.pick({ merchantId: true, name: true, district: true }).meta({ id: 'Namesake' });

/** The file for anyone who decides about it. */
export const MerchantFile = Merchant.extend({
  namesakes: z.array(Namesake).optional().describe('For the city: its other shops whose name looks the same'),
  sameAs: z
    .array(SameAs)
    .optional()
    .describe('For the city: its other shops with the same number, phone, or name at one address'),
  unconfirmedOwners: z
    .array(z.object({ person: z.string(), since: Instant }))
    .optional()
    .describe('For the city: accounts that a helper called in as the owner, and since when'),
  visit: z
    .object({ since: Instant, due: Instant, tried: z.boolean() })
    .optional()
    .describe('For who sells there: since when a visit of the city is awaited, and when it should have come'),
}).meta({ id: 'MerchantFile' });

/** Whose sign-in wrote the shop's file first. */
export const enteredBy = ({ history }: Pick<Merchant, 'history'>): string => history[0]?.by ?? '';

/** Who applied for the shop: of an imported one, who claimed it; while nobody has, nobody that anything else has in common with. */
export const applicantOf = (shop: Pick<Merchant, 'merchantId' | 'history' | 'imported'>): string =>
  shop.imported ? (shop.imported.claimedBy ?? shop.merchantId) : enteredBy(shop);

/** Entered by the city, and nobody's yet. */
export const isUnclaimed = ({ imported }: Pick<Merchant, 'imported'>): boolean =>
  imported !== undefined && imported.claimedBy === undefined;

export const mask = (digits: string): string => '•'.repeat(digits.length - 4) + digits.slice(-4);
