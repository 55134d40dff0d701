import * as z from 'zod';
import { Instant, Month } from '../../basics/month-schema.ts';

/*
 * What the attainable of a month is computed from, without a name or id of anybody: owners are numbers. Kept beside the
 * result, so that it can be computed again to the same bytes.
 */
export const ATTAINABLE_INPUTS_VERSION = 1;

const Whole = z.int().min(0);

/** An offer that stood above the line for anyone it delivers to, and takes so many units. */
const OfferInput = z.object({
  owner: Whole,
  category: z.string(),
  areas: z.array(z.string()).describe('Codes it delivers to; none is the whole city'),
  mostUnits: Whole.nullable().describe('What it can make in a day; null without a bound'),
  leastUnits: Whole,
});
export type OfferInput = z.infer<typeof OfferInput>;

/** An order its shop accepted and nobody called off. */
const OrderInput = z.object({
  at: Instant,
  owner: Whole,
  category: z.string(),
  district: z.string(),
  units: z.int().min(1),
  rupiah: Whole,
});
export type OrderInput = z.infer<typeof OrderInput>;

export const AttainableInputs = z.object({
  inputs: z.literal(ATTAINABLE_INPUTS_VERSION),
  place: z.string(),
  month: Month,
  began: Instant,
  ended: Instant,
  knownSince: Instant.describe('Every order from then on is among these'),
  splitFromUnits: z.number(),
  maxSuppliers: z.int(),
  units: z.record(z.string(), z.int()).describe('u of each category'),
  since: z.array(Instant.nullable()).describe('When each owner was verified; null where that is not known'),
  offers: z.array(OfferInput),
  orders: z
    .array(OrderInput)
    .describe('Of the twelve months that end with the month, as far as they are known; oldest first'),
  shown: z
    .record(z.string(), z.array(z.tuple([Whole, Whole])))
    .describe('By channel: owner, exposure in millionths of one impression at rank 1'),
  chosen: z
    .object({ lines: Whole, paidRupiah: Whole, cheapestRupiah: Whole })
    .describe('Of goods chosen from lists with like goods of several owners: paid, and the cheapest of these'),
});
export type AttainableInputs = z.infer<typeof AttainableInputs>;

export const isInMonth = ({ began, ended }: Pick<AttainableInputs, 'began' | 'ended'>, { at }: OrderInput): boolean =>
  at >= began && at < ended;
