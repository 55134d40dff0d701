import { Problem } from '../../../problem.ts';
import { dayOf } from '../../basics/month.ts';
import { day as written } from '../../basics/wording.ts';
import { lastDeliveryDay, requireDeliveryDay, requireWithin } from '../delivery-day.ts';
import type { Cart } from './cart.ts';
import type { CartFacts } from './cart-facts.ts';

/** An office's cart is one purchase, held in the budget of one year. */
const requireOneYear = (cart: Cart): void => {
  const year = cart[0]?.deliverOn.slice(0, 4) ?? '';
  const other = cart.find(({ deliverOn }) => !deliverOn.startsWith(year));
  if (other)
    throw new Problem(
      'date_not_possible',
      `Satu paket dinas dibayar dari anggaran satu tahun. Pilih hari di ${year}.`,
      [{ pointer: other.dayPointer, detail: `Pilih hari di tahun ${year}, atau pesan tersendiri.` }],
    );
};

export const requireDates = ({ order: { agency }, cart, city, now }: CartFacts): void => {
  const today = dayOf(now, city.zone);
  const office = agency !== undefined;
  for (const { deliverOn, dayPointer: pointer } of cart) requireDeliveryDay(deliverOn, { city, office, now, pointer });
  if (!agency) return;
  requireOneYear(cart);
  const { eventDate } = agency;
  const last = cart.reduce((day, { deliverOn }) => (deliverOn > day ? deliverOn : day), today);
  if (eventDate < last)
    throw new Problem('date_not_possible', 'Tanggal acara lebih awal daripada pengantaran, atau sudah lewat.', [
      { pointer: '/agency/eventDate', detail: `Paling awal ${written(last)}.` },
    ]);
  requireWithin(eventDate, last, lastDeliveryDay(city, office, today), '/agency/eventDate', 'Tanggal acara');
};
