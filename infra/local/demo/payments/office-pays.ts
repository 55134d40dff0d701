import { addDays, type Day, weekdayOf } from '../../../../shared/domain/basics/month.ts';
import { feeOf } from '../../../../shared/domain/deliveries/order-delivery.ts';
import { taxLines } from '../../../../shared/domain/papers/tax-lines.ts';
import { goodsTaxed } from '../../../../shared/domain/papers/write-paper.ts';
import type { TreasuryKind } from '../../../../shared/domain/payments/treasury-record.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { Office } from '../city.ts';
import { type Move, type Placed, soonAfter } from '../orders/moves.ts';

type Paying = Placed & { readonly moves: readonly Move[]; readonly office: Office };

export const workdayAfter = (day: Day): Day => {
  const next = addDays(day, 1);
  return weekdayOf(next) > 5 ? workdayAfter(next) : next;
};

/** From here on a treasurer pays the shop directly, by an order of payment. */
const DIRECT_RUPIAH = 10_000_000;
const kindOf = (rupiah: number, chance: Chance): TreasuryKind => {
  if (rupiah > DIRECT_RUPIAH) return 'LS';
  return chance.happens(0.22) ? 'KKPD' : 'UP/GU';
};
const numberOf = (kind: TreasuryKind, day: Day, chance: Chance): string => {
  const serial = String(chance.whole(1, 9999)).padStart(5, '0');
  if (kind === 'LS') return `${serial}/SP2D-LS/${day.slice(0, 4)}`;
  return kind === 'KKPD' ? `TRX-${serial}/${day.slice(0, 4)}` : `BKU-${serial}/${day.slice(0, 4)}`;
};

/** The receipt that ends an order, and what is to be paid for it; undefined while goods are still to come. */
const endOf = ({ order, moves }: Paying): { received: Move; rupiah: number } | undefined => {
  const received = moves.findLast(({ step }) => step === 'receive');
  if (!received || moves.at(-1) !== received) return undefined;
  const { lines, rest } = (received.body ?? {}) as { lines?: { quantity: number }[]; rest?: string };
  if (rest === 'later') return undefined;
  if (!lines) return { received, rupiah: order.totalRupiah };
  const goods = order.lines.reduce((sum, { priceRupiah }, at) => sum + priceRupiah * (lines[at]?.quantity ?? 0), 0);
  return { received, rupiah: goods + (goods > 0 ? feeOf(order) : 0) };
};

/** What a treasurer keeps back by the rules of a day; some forget it. */
const withheldOf = ({ order }: Paying, kind: TreasuryKind, on: Day, rupiah: number, chance: Chance) => {
  if (chance.happens(0.12)) return [];
  // No shop of the province said anything of its taxes.
  const seller = { person: true, npwp: true, pkp: false, finalTax: false, belowLimit: false };
  return taxLines({ day: on, rupiah, purse: kind, ...goodsTaxed(order), seller })
    .filter((line) => line.rupiah > 0)
    .map(({ name, rupiah: tax }) => ({ name, rupiah: tax, receiptNumber: `NTPN${chance.whole(1e11, 9e11)}` }));
};

/** Offices differ in how long their shops wait. */
const habitOf = ({ agencyId }: Office): number => chanceOf('habit', agencyId).pick([2, 5, 9, 16]);

/** The treasurer pays once the goods are received, from one of three purses; the shop finds the money some days later. */
export const officePays = (paying: Paying): Move[] => {
  const end = endOf(paying);
  if (!end) return [];
  const { shop, office, name } = paying;
  const chance = chanceOf('treasury', name);
  const { received, rupiah } = end;
  const day = workdayAfter(addDays(received.day, habitOf(office) + chance.whole(0, 4)));
  const kind = kindOf(rupiah, chance);
  const withheld = withheldOf(paying, kind, day, rupiah, chanceOf('withheld', name));
  const record = (on: Day): Move => ({
    step: 'payment/record',
    by: office.treasurer,
    day: on,
    minute: chance.whole(500, 900),
    body: { kind, number: numberOf(kind, on, chance), on, rupiah, withheld },
  });
  const found = (from: Day): Move => ({
    step: 'payment/confirm',
    by: shop.owner,
    body: { rupiah },
    day: addDays(from, chance.whole(1, 3)),
    minute: chance.whole(480, 1100),
  });
  if (chance.happens(0.97)) return [record(day), found(day)];
  const reason = 'Uang dari SP2D ini belum masuk rekening toko.';
  const again = workdayAfter(addDays(day, 4));
  const missing = { day: addDays(day, 2), minute: 700 };
  return [
    record(day),
    { step: 'payment/not-find', by: shop.owner, body: { reason }, ...soonAfter(missing, 0) },
    record(again),
    found(again),
  ];
};
