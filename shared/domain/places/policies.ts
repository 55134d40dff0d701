import * as z from 'zod';
import { ClockTime } from '../basics/clock-time.ts';
import { Rupiah } from '../basics/money.ts';

const upTo = (most: number) => z.int().check(z.gte(1), z.lte(most));

/**
 * What a city decides for itself, inside the law's figures (`shared/rules`): how much, how many, how far ahead, and how long
 * an order may stand still. A clock that runs keeps the length it began with.
 */
const decided = {
  personMaxRupiah: Rupiah.min(1).describe('Most one personal order may cost'),
  agencyMaxRupiah: Rupiah.min(1).describe('Most one agency order may cost; never above the direct procurement limit'),
  deliveryFeeMaxRupiah: Rupiah.max(1_000_000).describe(
    'Most a shop may ask for bringing one order: a price that no list compares has a bound',
  ),
  personAheadDays: upTo(366).describe('So many days ahead a person may have goods delivered'),
  agencyAheadDays: upTo(366).describe('So many days ahead an office may have goods delivered, and hold its event'),
  agencyLastOrderDay: z
    .string()
    .regex(
      /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/,
      'Tulis bulan dan tanggal yang ada setiap tahun, misalnya 12-15.',
    )
    .describe('Month and day: afterwards offices order for the next year only, so that this year’s books can close'),
  lastHandoverAt: ClockTime.optional().describe(
    'Nothing is ordered for today from this time of the city’s clock on; left out, from 21:00 on',
  ),
  approvalDays: upTo(30).describe('An office’s order waits so long for its approver'),
  acceptHours: upTo(168).describe('An order waits so long for its shop'),
  lateDays: upTo(30).describe('An accepted order not sent so many days after its day of delivery lapses'),
  settleDays: upTo(30).describe('Goods sent to a person count as received after so many days without a word'),
  handoverDays: upTo(60).describe(
    'Goods sent to an office without a handover record come before the city after so long',
  ),
  restDays: upTo(60).describe('What was left for later and did not come within so many days is given up'),
  disputeDays: upTo(60).describe('The two sides have so long for a dispute before the city is called'),
  rulingDays: upTo(60).describe(
    'The city has so long to rule; then the dispute is closed and what was not received given back',
  ),
  personOpenOrders: upTo(100).describe('So many personal orders one person may have open at once'),
  personOpenAtShop: upTo(100).describe('So many of them at one shop'),
  newPersonOpenOrders: upTo(100).describe('So many, while a person is new here'),
  newPersonDays: upTo(90).describe(
    'A person is new for so many days after their first order, and until one of their orders was received',
  ),
} as const;

/** What a city starts with when it has not decided yet; the office figure is the law's (shared/rules/limits.ts). */
export const startingPolicies = {
  personMaxRupiah: 10_000_000,
  agencyMaxRupiah: 200_000_000,
  deliveryFeeMaxRupiah: 50_000,
  personAheadDays: 90,
  agencyAheadDays: 180,
  agencyLastOrderDay: '12-15',
  approvalDays: 7,
  acceptHours: 24,
  lateDays: 3,
  settleDays: 3,
  handoverDays: 14,
  restDays: 14,
  disputeDays: 14,
  rulingDays: 14,
  personOpenOrders: 20,
  personOpenAtShop: 5,
  newPersonOpenOrders: 5,
  newPersonDays: 7,
} as const;

export const Policies = z.object(decided).meta({ id: 'Policies' });
export type Policies = z.infer<typeof Policies>;

/** Some of them; what is left out stays as it is. */
export const PolicyChange = z.strictObject(decided).partial().meta({ id: 'PoliciesChange' });
export type PolicyChange = z.infer<typeof PolicyChange>;

/** The policies with a change in them. */
export const withPolicies = (policies: Policies, change: PolicyChange): Policies =>
  ({ ...policies, ...change }) as Policies;
