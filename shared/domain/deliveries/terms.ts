import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Rupiah } from '../basics/money.ts';
import { Day } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { rupiah } from '../basics/wording.ts';
import { CentreSlug } from '../centres/slug.ts';
import { DistrictCode } from '../places/region.ts';

/** How goods reach the buyer: the shop brings them, or the buyer picks them up at the shop or at a centre. */
export const DeliveryWay = z.enum(['courier', 'pick-up']).meta({ id: 'DeliveryWay' });
export type DeliveryWay = z.infer<typeof DeliveryWay>;

export const PickUp = z
  .strictObject({ address: Line(200), hours: Line(80).describe('When somebody is there, as people say it') })
  .meta({ id: 'PickUp' });
export type PickUp = z.infer<typeof PickUp>;

const Fee = Rupiah.max(1_000_000);

/**
 * How a shop hands its goods over, and what it asks for bringing them. One fee an order, never a pattern by weight or
 * distance: a shop's own courier is a neighbour on a motorbike.
 */
export const DeliveryTerms = z
  .strictObject({
    courier: z
      .strictObject({
        feeRupiah: Fee.describe('One fee for one order, wherever no district says otherwise'),
        freeFromRupiah: Rupiah.min(1).nullable().describe('Goods of one order from this sum on are brought free'),
        districts: z
          .array(
            z.strictObject({ district: DistrictCode, feeRupiah: Fee.nullable().describe('Null: not brought there') }),
          )
          .max(80)
          .describe('Where another fee holds, or nothing is brought'),
      })
      .nullable()
      .describe('Null: the shop brings nothing'),
    pickUp: PickUp.nullable().describe('Null: nothing is picked up at the shop'),
    centres: z
      .array(z.strictObject({ centre: CentreSlug, feeRupiah: Fee.describe('For bringing one order there') }))
      .max(10)
      .optional()
      .describe('Centres of the city where the shop hands its orders over too; left out, none'),
  })
  .meta({ id: 'DeliveryTerms' });
export type DeliveryTerms = z.infer<typeof DeliveryTerms>;

/** A shop that has said nothing brings its goods everywhere, free. */
export const STARTING_TERMS: DeliveryTerms = {
  courier: { feeRupiah: 0, freeFromRupiah: null, districts: [] },
  pickUp: null,
};

export const ShownTerms = DeliveryTerms.extend({
  centres: z
    .array(z.object({ centre: CentreSlug, name: z.string(), address: z.string(), hours: z.string(), feeRupiah: Fee }))
    .describe('Only those that are open for it now'),
  closedUntil: Day.nullable().describe('No order is taken through this day; a day that is over says nothing'),
  version: z.int(),
}).meta({ id: 'ShownDeliveryTerms' });
export type ShownTerms = z.infer<typeof ShownTerms>;

/** The same with no fee above what its city allows now: a city that lowers its bound lowers every table. */
export const boundedTerms = (terms: DeliveryTerms, mostRupiah: number): DeliveryTerms => {
  const bounded = (fee: number): number => Math.min(fee, mostRupiah);
  const { courier, centres } = terms;
  return {
    ...terms,
    ...(centres ? { centres: centres.map((one) => ({ ...one, feeRupiah: bounded(one.feeRupiah) })) } : {}),
    courier: courier && {
      ...courier,
      feeRupiah: bounded(courier.feeRupiah),
      districts: courier.districts.map(({ district, feeRupiah }) => ({
        district,
        feeRupiah: feeRupiah === null ? null : bounded(feeRupiah),
      })),
    },
  };
};

/** Refuses terms under which nobody gets anything, a district named twice, and a fee above what the city allows. */
export const requireTerms = ({ courier, pickUp, centres = [] }: DeliveryTerms, mostRupiah: number): void => {
  if (!courier && !pickUp && centres.length === 0)
    throw new Problem('delivery_not_offered', 'Pilih paling sedikit satu: diantar, atau diambil sendiri.', [
      { pointer: '/courier', detail: 'Pembeli harus bisa menerima barangnya.' },
    ]);
  const { feeRupiah = 0, districts = [] } = courier ?? {};
  const fees = [
    { pointer: '/courier/feeRupiah', fee: feeRupiah },
    ...centres.map((one, at) => ({ pointer: `/centres/${at}/feeRupiah`, fee: one.feeRupiah })),
    ...districts.map((one, at) => ({ pointer: `/courier/districts/${at}/feeRupiah`, fee: one.feeRupiah ?? 0 })),
  ];
  const over = fees.filter(({ fee }) => fee > mostRupiah);
  if (over.length > 0)
    throw new Problem(
      'amount_over_policy',
      `Ongkos antar di kota ini paling banyak ${rupiah(mostRupiah)}.`,
      over.map(({ pointer }) => ({ pointer, detail: `Paling banyak ${rupiah(mostRupiah)}.` })),
    );
  const twice = districts.findIndex(({ district }, at) => districts.findIndex((one) => one.district === district) < at);
  if (twice >= 0)
    throw new Problem('invalid_request', 'Tulis setiap kecamatan satu kali.', [
      { pointer: `/courier/districts/${twice}/district`, detail: 'Sudah ada di atas.' },
    ]);
  const again = centres.findIndex(({ centre }, at) => centres.findIndex((one) => one.centre === centre) < at);
  if (again >= 0)
    throw new Problem('invalid_request', 'Tulis setiap sentra satu kali.', [
      { pointer: `/centres/${again}/centre`, detail: 'Sudah ada di atas.' },
    ]);
};
