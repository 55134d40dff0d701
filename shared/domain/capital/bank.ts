import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Id } from '../basics/id-schema.ts';
import { Rupiah } from '../basics/money.ts';
import { Day } from '../basics/month-schema.ts';
import { Line, Name, Paragraph } from '../basics/text.ts';
import { rupiah } from '../basics/wording.ts';
import { CityCode } from '../places/region.ts';
import { type NeedCode, needNames } from './needs.ts';

export const BankId = Id('bnk').meta({ id: 'BankId' });
export const SchemeId = Id('sch').meta({ id: 'SchemeId' });
export const KurCode = z.enum(['super-micro', 'micro', 'small']).meta({ id: 'KurCode' });
export type KurCode = z.infer<typeof KurCode>;
export const Need = z.enum(Object.keys(needNames) as [NeedCode]).meta({ id: 'CapitalNeed' });

const described = {
  name: Name(80),
  kind: z.enum(['loan', 'invoice']).describe('A loan, or money ahead of what an office has still to pay'),
  kur: KurCode.nullable().describe('Null when it is the bank’s own'),
  fromRupiah: Rupiah.min(1),
  upToRupiah: Rupiah.min(1),
  monthsInBusiness: z.int().min(0).max(60),
  terms: Paragraph(600).describe('Interest, time, and what else the bank says of it'),
  needs: z
    .array(Need)
    .max(Object.keys(needNames).length)
    .refine((needs) => new Set(needs).size === needs.length, 'Sebut setiap syarat satu kali.'),
  validFrom: Day,
  validTo: Day.nullable(),
  source: Line(200).describe('Where the bank says so: a letter, a leaflet, an address'),
} as const;

/** What a bank offers to small businesses of a city, as the city wrote it down, for the days it holds. */
export const Scheme = z.object({ schemeId: SchemeId, ...described }).meta({ id: 'Scheme' });
export type Scheme = z.infer<typeof Scheme>;

const GivenScheme = z
  .strictObject({ schemeId: SchemeId.nullable().describe('Null for one that is new'), ...described })
  .refine(({ fromRupiah, upToRupiah }) => fromRupiah <= upToRupiah, {
    path: ['upToRupiah'],
    message: 'Jumlah terbanyak tidak boleh di bawah jumlah paling sedikit.',
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    message: 'Hari terakhir tidak boleh sebelum hari pertama.',
  })
  .meta({ id: 'GivenScheme' });

export const MOST_SCHEMES = 12;
export const NewBank = z
  .strictObject({
    name: Name(80),
    about: Paragraph(600).describe('What the bank is and where it sits'),
    open: z.boolean().default(true).describe('Takes applications; else its schemes are read only'),
    schemes: z.array(GivenScheme).max(MOST_SCHEMES),
  })
  .meta({ id: 'NewBank' });
export type NewBank = z.infer<typeof NewBank>;

/** A bank that a city has asked to give credit to its small businesses, with its schemes. */
export const Bank = z
  .object({
    bankId: BankId,
    cityCode: CityCode,
    name: z.string(),
    about: z.string(),
    open: z.boolean(),
    schemes: z.array(Scheme),
    version: z.int(),
  })
  .meta({ id: 'CreditBank' });
export type Bank = z.infer<typeof Bank>;

/** The amounts of a band of KUR, as the rule says. */
type Band = { readonly code: KurCode; readonly name: string; readonly fromRupiah: number; readonly upToRupiah: number };

/** Refuses a scheme that calls itself KUR and gives other amounts. @throws Problem invalid_request */
export const requireWithinBands = (schemes: NewBank['schemes'], bands: readonly Band[]): void => {
  const flaws = schemes.flatMap(({ kur, fromRupiah, upToRupiah }, index) => {
    const band = bands.find(({ code }) => code === kur);
    if (!band || (band.fromRupiah <= fromRupiah && upToRupiah <= band.upToRupiah)) return [];
    const detail = `${band.name} dari ${rupiah(band.fromRupiah)} sampai ${rupiah(band.upToRupiah)}.`;
    return [{ pointer: `/schemes/${index}/${upToRupiah > band.upToRupiah ? 'upToRupiah' : 'fromRupiah'}`, detail }];
  });
  if (flaws.length > 0)
    throw new Problem('invalid_request', 'Jumlahnya tidak sesuai dengan jenis KUR yang dipilih.', flaws);
};

/** Schemes as they are kept: known ones keep their ids, new ones get theirs. @throws Problem invalid_request */
export const schemesOf = (
  given: NewBank['schemes'],
  known: readonly Pick<Scheme, 'schemeId'>[],
  newId: (index: number) => string,
): Scheme[] => {
  const strange = given.findIndex(
    ({ schemeId }, index) =>
      schemeId !== null &&
      (!known.some((one) => one.schemeId === schemeId) ||
        given.findIndex((one) => one.schemeId === schemeId) !== index),
  );
  if (strange >= 0)
    throw new Problem('invalid_request', 'Skema itu bukan skema bank ini. Muat ulang, lalu coba lagi.', [
      { pointer: `/schemes/${strange}/schemeId`, detail: 'Kosongkan untuk skema baru.' },
    ]);
  return given.map((scheme, index) => ({ ...scheme, schemeId: scheme.schemeId ?? newId(index) }));
};
