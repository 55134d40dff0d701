import * as z from 'zod';
import { Instant, Zone } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { E164, Phone } from '../basics/typed/phone.ts';
import { PhotoAddress } from '../photos/photo.ts';
import { OwnHolidays } from './holidays.ts';
import { Policies, PolicyChange } from './policies.ts';
import { CityCode, DistrictCode, Place, ProvinceCode, VillageCode } from './region.ts';
import { Tiles } from './tiles.ts';

const District = Place(DistrictCode).meta({ id: 'District' });
const Village = Place(VillageCode).meta({ id: 'Village' });

/** A tenant: one city or regency (kota or kabupaten), never a new app. */
export const City = z
  .object({
    cityCode: CityCode,
    name: Name(80),
    provinceCode: ProvinceCode,
    provinceName: Line(80),
    zone: Zone,
    accent: z
      .string()
      .regex(/^#[0-9A-Fa-f]{6}$/, 'Tulis warna seperti #1F3B73.')
      .nullable()
      .describe('Replaces the action colour; null keeps nila'),
    shards: z.union([z.literal(1), z.literal(4), z.literal(16)]).describe('Partitions of the standing list'),
    policies: Policies,
    logo: PhotoAddress.optional().describe('Its sign, on letters and at the head of its pages'),
    helpPhone: E164.optional().describe('WhatsApp of the office that helps, for everybody to see'),
    districts: z.array(District).min(1).max(80),
    tiles: Tiles.optional().describe('Where the city places its districts on its own picture; absent: in rows'),
    holidays: OwnHolidays.optional().describe('Days off besides the country’s'),
    batikDay: z.int().min(1).max(7).optional().describe('On which weekday its people wear batik; 1 is Monday'),
    foundedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'City' });
export type City = z.infer<typeof City>;

/** What a new tenant brings: its settings, and its districts with their villages by Kemendagri code. */
export const NewCity = City.pick({ name: true, provinceName: true, zone: true, accent: true })
  .extend({
    policies: PolicyChange.required({ personMaxRupiah: true, agencyMaxRupiah: true }).describe(
      'What is left out stays as the city decided it, or as cities start',
    ),
    shards: City.shape.shards.default(1),
    districts: z
      .array(z.strictObject({ ...District.shape, villages: z.array(z.strictObject(Village.shape)).min(1).max(200) }))
      .min(1)
      .max(80),
  })
  .strict()
  .meta({ id: 'NewCity' });
export type NewCity = z.infer<typeof NewCity>;

/** What a city changes of itself. */
export const CityChange = z
  .strictObject({
    accent: City.shape.accent,
    policies: PolicyChange,
    logo: z
      .null('Unggah gambarnya untuk mengganti logo, atau kosongkan untuk menghapusnya.')
      .describe('Null takes it off; an upload puts another one there'),
    helpPhone: Phone.nullable().describe('WhatsApp of the office that helps; null takes it off'),
    holidays: OwnHolidays,
    batikDay: z.int().min(1).max(7).nullable().describe('1 is Monday; null where there is none'),
    tiles: Tiles.nullable().describe('Squares of districts; null lays them out in rows again'),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Isi paling sedikit satu kolom.')
  .meta({ id: 'CityChange' });
export type CityChange = z.infer<typeof CityChange>;

/** The villages of one district, kept apart so that reading a city stays light. */
export const DistrictVillages = z
  .object({ cityCode: CityCode, code: DistrictCode, name: Name(80), villages: z.array(Village) })
  .meta({ id: 'DistrictVillages' });
export type DistrictVillages = z.infer<typeof DistrictVillages>;
