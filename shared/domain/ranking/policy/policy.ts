import * as z from 'zod';
import { Problem } from '../../../problem.ts';
import { Rupiah } from '../../basics/money.ts';
import { Month } from '../../basics/month-schema.ts';
import { CityCode } from '../../places/region.ts';
import { medianOf } from '../rule/price-line.ts';
import { Starts } from './starts.ts';

/** The typical order of a category that has no orders yet: an office's morning snacks (our figure, Rp 100.000). */
export const FIRST_UNIT_RUPIAH = 100_000;

/**
 * A city's ranking policy: the few numbers a local government may turn. A change takes effect on the first of a
 * month and must have been simulated before (EQUITY.md §3). Percent and rupiah are whole numbers, so that every
 * machine draws the same line.
 */
export const RankingPolicy = z
  .object({
    city: CityCode,
    version: z.int().min(1),
    effectiveFrom: Month,
    /** τ: how far above the median price an offer is still fair. */
    tolerancePercent: z.int().min(0).max(100),
    /** The Bayesian rating an offer needs, on the scale 1 to 5. */
    ratingFloor: z.number().min(1).max(5),
    /** What the market believes of an owner nobody has rated, and how many ratings that belief is worth. */
    ratingPriorMean: z.number().min(1).max(5),
    ratingPriorWeight: z.int().min(1).max(100),
    /** u: steps of recent sales are counted from here on, and large orders are cut into lots of it. Null: the category's median order value. */
    unitRupiah: Rupiah.min(1).nullable(),
    /** How long an order counts as a recent sale. */
    windowDays: z.int().min(30).max(365),
    /** K: the most suppliers one split order may have. */
    maxSuppliers: z.int().min(1).max(20),
    /** An order is large, and may be split, from this many u on. */
    splitFromUnits: z.number().min(1).max(100),
    /** Small orders an owner may refuse in the window before refusals count as if accepted. */
    freeRefusals: z.int().min(0).max(50),
    /** How long an order cancelled after acceptance stays in V. */
    cancelledDays: z.int().min(0).max(365),
    /** k: an order counts at its reference value · (price ÷ reference)^k, above the reference and below it. 1: as it was paid. */
    pricePowerAbove: z.int().min(1).max(5).default(1),
    pricePowerBelow: z.int().min(1).max(5).default(1),
    /**
     * How many thousandths a month the reference price of like goods may rise, found from prices paid and frozen for the month.
     * Null: prices are held against the median of today's lists, as before there were references.
     */
    referenceRise: z.int().min(0).max(50).nullable().default(null),
    /** How strongly an owner's rating weighs its sales, within 0.8 and 1.25. 0: not at all. */
    ratingPower: z.int().min(0).max(3).default(0),
    /** Who has sold nothing for so long stands among the first again, whatever it received before. */
    silenceDays: z.int().min(30).max(365).default(365),
    /** How long a newcomer stands first for its first order, before it starts at the lowest quartile. 0: it starts at nothing. */
    newcomerDays: z.int().min(0).max(90).default(0),
    /**
     * Before its day of delivery an order counts only as far as its buyer received goods from so many owners. 0: each counts at
     * once, whoever ordered it.
     */
    provenOwners: z.int().min(0).max(10).default(0),
    /**
     * Owners who enter so many months after this took effect, or later, get one promised order, and stand behind all others until
     * somebody from the city has visited them. 0: nobody need be visited.
     */
    confirmAfterMonths: z.int().min(0).max(60).default(0),
    /**
     * Those who were there before take their turn to be visited within so many months more, drawn by lot; never more of them wait at
     * a time than a tenth. 0: they are asked nothing.
     */
    confirmOldMonths: z.int().min(0).max(60).default(0),
    /** Where a city begins category by category, to see what ranking changes. Null: all are ranked. */
    starts: Starts.nullable().default(null),
  })
  .refine((policy) => policy.ratingPriorMean >= policy.ratingFloor, {
    path: ['ratingPriorMean'],
    message: 'Paling rendah sama dengan nilai terendah. Tanpa itu tidak ada usaha baru yang lolos.',
  })
  .refine((policy) => policy.cancelledDays <= policy.windowDays, {
    path: ['cancelledDays'],
    message: 'Tidak boleh lebih lama dari hari penjualan dihitung.',
  });
export type RankingPolicy = z.infer<typeof RankingPolicy>;

/** A policy that does not follow the one before it, or a month before the first policy. */
export class PolicyNotInForce extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PolicyNotInForce';
  }
}

type Numbers = Omit<RankingPolicy, 'city' | 'version' | 'effectiveFrom'>;

/** The values of EQUITY.md §3, for a city founded before December 2026 that has decided nothing of its own. */
export const former: Numbers = {
  tolerancePercent: 20,
  ratingFloor: 3,
  ratingPriorMean: 4,
  ratingPriorWeight: 5,
  unitRupiah: null,
  windowDays: 90,
  maxSuppliers: 5,
  splitFromUnits: 4,
  freeRefusals: 3,
  cancelledDays: 30,
  pricePowerAbove: 1,
  pricePowerBelow: 1,
  referenceRise: null,
  ratingPower: 0,
  silenceDays: 365,
  newcomerDays: 0,
  provenOwners: 0,
  confirmAfterMonths: 0,
  confirmOldMonths: 0,
  starts: null,
};

/** A price takes its turns (decision 49), newcomers and those who were there are visited (56, 57). */
const evened: Numbers = {
  ...former,
  tolerancePercent: 30,
  splitFromUnits: 1,
  pricePowerAbove: 4,
  pricePowerBelow: 3,
  referenceRise: 5,
  ratingPower: 2,
  silenceDays: 57,
  newcomerDays: 90,
  provenOwners: 3,
  confirmAfterMonths: 12,
  confirmOldMonths: 24,
};

/** And worse goods do not pay (decision 62). */
const guarded: Numbers = { ...evened, ratingFloor: 3.4, ratingPriorWeight: 8 };

/**
 * Standards by the month from which cities are founded with them, latest first. A city keeps its own until it decides, and what it
 * published is replayed by it: a row is added here, never changed.
 */
const standards: readonly (readonly [since: Month, numbers: Numbers])[] = [
  ['2027-01', guarded],
  ['2026-12', evened],
  ['0000-01', former],
];

/** What holds in a city that has decided nothing: the standard of the month it was founded in. */
export const standardPolicy = (city: string, effectiveFrom: Month = '2026-01'): RankingPolicy => {
  const [, numbers] = standards.find(([since]) => since <= effectiveFrom) ?? ['', former];
  return { city, version: 1, effectiveFrom, ...numbers };
};

/** What cities are founded with from now on: what the simulation runs by default, and what a city may go over to. */
export const newestStandard = (city: string): RankingPolicy => standardPolicy(city, standards[0]?.[0]);

/** The policy when every number is in its range. @throws Problem policy_out_of_range naming all that are not */
export const checkedPolicy = (candidate: unknown): RankingPolicy => {
  const read = RankingPolicy.safeParse(candidate);
  if (read.success) return read.data;
  throw new Problem(
    'policy_out_of_range',
    'Ada angka aturan urutan di luar batasnya. Perbaiki angka yang disebut.',
    read.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })),
  );
};

/**
 * Checks that `next` may follow `current` when it is decided in `decidedIn`: the next version, for the same city, in
 * force from the first of a later month, so that no list already shown changes its rule. @throws PolicyNotInForce
 */
export const successorOf = (current: RankingPolicy, next: RankingPolicy, decidedIn: Month): RankingPolicy => {
  if (next.city !== current.city) throw new PolicyNotInForce(`policy of ${next.city} cannot follow ${current.city}`);
  if (next.version !== current.version + 1)
    throw new PolicyNotInForce(`version ${next.version} does not follow ${current.version}`);
  if (next.effectiveFrom <= decidedIn || next.effectiveFrom <= current.effectiveFrom)
    throw new PolicyNotInForce(`a policy decided in ${decidedIn} takes effect in a later month`);
  return next;
};

/** The policy in force in a month: the latest that has taken effect. @throws PolicyNotInForce before the first. */
export const policyIn = (policies: readonly RankingPolicy[], month: Month): RankingPolicy => {
  let found: RankingPolicy | undefined;
  for (const policy of policies) {
    if (policy.effectiveFrom > month) continue;
    if (!found || policy.effectiveFrom > found.effectiveFrom) found = policy;
    else if (policy.effectiveFrom === found.effectiveFrom && policy.version > found.version) found = policy;
  }
  if (!found) throw new PolicyNotInForce(`no ranking policy in force in ${month}`);
  return found;
};

/**
 * u in rupiah for one category: the policy's own, else the median (type 1) of the category's order values in the
 * window, else {@link FIRST_UNIT_RUPIAH}. Never below one rupiah.
 */
export const unitFor = (policy: RankingPolicy, orderValues: readonly number[]): number =>
  Math.max(1, policy.unitRupiah ?? medianOf(orderValues) ?? FIRST_UNIT_RUPIAH);
