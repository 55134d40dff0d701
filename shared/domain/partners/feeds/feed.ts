import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { addMonths, type Day, monthOf, type Zone } from '../../basics/month.ts';
import { Instant, Month } from '../../basics/month-schema.ts';
import { Line } from '../../basics/text.ts';
import { CityCode, DistrictCode } from '../../places/region.ts';
import { PartnerId } from '../partner.ts';
import {
  type FeedKindCode,
  feedKinds,
  type ServiceCode,
  serviceNames,
  type VehicleCode,
  vehicleNames,
} from './words.ts';

export const FeedKind = z.enum(Object.keys(feedKinds) as [FeedKindCode]).meta({ id: 'FeedKind' });
export const Vehicle = z.enum(Object.keys(vehicleNames) as [VehicleCode]).meta({ id: 'VehicleType' });
export const Service = z.enum(Object.keys(serviceNames) as [ServiceCode]).meta({ id: 'RideService' });
/** A part of a file, by the hash of its bytes: the same bytes are the same part. */
export const FeedPartId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Kirim dulu bagian berkasnya, lalu sebut nomornya.')
  .meta({ id: 'FeedPartId' });

const Counted = z.int().min(-1).nullable().describe('-1 is below ten and kept back; null is unknown');
const Money = z.int().min(0).nullable().describe('Rupiah of the month; null is unknown');

export const ActivityCell = z
  .object({
    district: DistrictCode,
    vehicle: Vehicle,
    driversEligible: Counted,
    driversActive: Counted,
    trips: Counted,
    riders: Counted,
    grossFare: Money,
    driverPay: Money,
    commission: Money,
  })
  .meta({ id: 'ActivityCell' });
export type ActivityCell = z.infer<typeof ActivityCell>;

export const DemandCellOf = z
  .object({
    district: DistrictCode,
    category: Category.nullable(),
    requests: z.int(),
    unserved: z.int().nullable().describe('Asked for and not found; null where the partner does not know'),
    terms: z.array(z.object({ term: z.string(), requests: z.int(), unserved: z.int().nullable() })),
  })
  .meta({ id: 'PartnerDemandCell' });
export type DemandCellOf = z.infer<typeof DemandCellOf>;
const DemandFigures = z.object({
  cells: z.array(DemandCellOf),
  hours: z.array(z.int()).length(24).describe('Requests by the hour of the day'),
  hidden: z.int().describe('Rows below ten, which are in no sum'),
});

export const FareCell = z
  .object({
    district: DistrictCode,
    service: Service,
    vehicle: Vehicle,
    trips: z.int(),
    below: z.int(),
    above: z.int(),
    hidden: z.int().describe('Rows below ten, which are in no share'),
  })
  .meta({ id: 'FareCell' });
export type FareCell = z.infer<typeof FareCell>;

/** What a feed tells, by its kind. */
export const Figures = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('activity'), cells: z.array(ActivityCell) }),
    DemandFigures.extend({ kind: z.literal('demand') }),
    z.object({ kind: z.literal('fares'), cells: z.array(FareCell) }),
  ])
  .meta({ id: 'FeedFigures' });
export type Figures = z.infer<typeof Figures>;

export const NewFeed = z
  .strictObject({
    city: CityCode,
    kind: FeedKind,
    month: Month,
    revision: z.int().min(1).max(99).describe('1, and one more with each correction'),
    reason: Line(200).optional().describe('Why it is corrected; owed from revision 2 on'),
    parts: z.array(FeedPartId).min(1).max(64).describe('The file, in order; a workbook is one part'),
    mode: z.enum(['check', 'write']).default('write').describe('Only look, or write when every row is right'),
  })
  .meta({ id: 'NewFeed' });
export type NewFeed = z.infer<typeof NewFeed>;

/** One month of one kind from one partner about one city, as it was received. Every revision stays. */
export const Feed = z
  .object({
    partnerId: PartnerId,
    brand: z.string(),
    cityCode: CityCode,
    kind: FeedKind,
    month: Month,
    revision: z.int(),
    reason: z.string().nullable(),
    rows: z.int(),
    bytes: z.int(),
    sha256: z.string().describe('Of the file'),
    parts: z.array(FeedPartId),
    receivedAt: Instant,
    dueOn: z.string().describe('The last day on which it was in time'),
    late: z.boolean(),
    sentBy: z
      .enum(['key', 'partner', 'place'])
      .describe('A program with a key, a person of the partner, or an officer'),
    flagCount: z.int().describe('Counts below ten that were not kept back by the partner'),
    figures: Figures,
  })
  .meta({ id: 'Feed' });
export type Feed = z.infer<typeof Feed>;
export const FeedCard = Feed.omit({ figures: true, parts: true }).meta({ id: 'FeedCard' });
export type FeedCard = z.infer<typeof FeedCard>;

/** A month is due on the 21st of the next, as Chicago asks of its ride companies (tnp-reporting-manual). */
const DUE_DAY = '21';
export const feedDueOn = (month: string): Day => `${addMonths(month, 1)}-${DUE_DAY}`;
/** Nobody owes a month in which they did not yet work with the place: the first is the one they were added in. */
export const owesMonth = ({ addedAt }: { readonly addedAt: Instant }, month: string, zone: Zone): boolean =>
  monthOf(addedAt, zone) <= month;
