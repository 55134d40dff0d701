import * as z from 'zod';
import { Rupiah } from '../basics/money.ts';
import { Instant, Zone } from '../basics/month.ts';
import { Line } from '../basics/text.ts';
import { CityCode, DistrictCode, Place, ProvinceCode, VillageCode } from './region.ts';

/** What a city decides for itself, inside the law's figures (`shared/rules`). */
export const Policies = z
  .object({
    personMaxRupiah: Rupiah.min(1).describe('Most one personal order may cost'),
    agencyMaxRupiah: Rupiah.min(1).describe('Most one agency order may cost; never above the direct procurement limit'),
  })
  .meta({ id: 'Policies' });
export type Policies = z.infer<typeof Policies>;

export const District = Place(DistrictCode).meta({ id: 'District' });
export const Village = Place(VillageCode).meta({ id: 'Village' });

/** A tenant: one city or regency (kota or kabupaten), never a new app. */
export const City = z
  .object({
    cityCode: CityCode,
    name: Line(80),
    provinceCode: ProvinceCode,
    provinceName: Line(80),
    zone: Zone,
    accent: z
      .string()
      .regex(/^#[0-9A-Fa-f]{6}$/)
      .nullable()
      .describe('Replaces the action colour; null keeps nila'),
    shards: z.union([z.literal(1), z.literal(4), z.literal(16)]).describe('Partitions of the standing list'),
    policies: Policies,
    districts: z.array(District).min(1).max(80),
    foundedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'City' });
export type City = z.infer<typeof City>;

/** What a new tenant brings: its settings, and its districts with their villages by Kemendagri code. */
export const NewCity = City.pick({ name: true, provinceName: true, zone: true, accent: true })
  .extend({
    policies: z.strictObject(Policies.shape),
    shards: City.shape.shards.default(1),
    districts: z
      .array(z.strictObject({ ...District.shape, villages: z.array(z.strictObject(Village.shape)).min(1).max(200) }))
      .min(1)
      .max(80),
  })
  .strict()
  .meta({ id: 'NewCity' });
export type NewCity = z.infer<typeof NewCity>;

/** The villages of one district, kept apart so that reading a city stays light. */
export const DistrictVillages = z
  .object({ cityCode: CityCode, code: DistrictCode, name: Line(80), villages: z.array(Village) })
  .meta({ id: 'DistrictVillages' });
export type DistrictVillages = z.infer<typeof DistrictVillages>;
