import { Problem } from '../../problem.ts';
import { weekdayOf } from '../basics/month.ts';
import type { Day } from '../basics/month-schema.ts';
import { weekdays, day as written } from '../basics/wording.ts';
import { firstDeliveryDay, nearestDay } from './delivery-days.ts';
import type { Product } from './product.ts';

/** Refuses a day on which the maker cannot deliver, and names the nearest one after it on which they can. */
const requireDay = (product: Product, day: Day, today: Day, pointer: string): void => {
  const near = nearestDay(product, day, today);
  if (near === day) return;
  const first = firstDeliveryDay(product, today);
  const why =
    day < first ? `paling cepat diantar ${written(first)}` : `tidak diantar hari ${weekdays[weekdayOf(day) - 1]}`;
  throw new Problem(
    'date_not_possible',
    `${product.name} ${why}. Pilih ${weekdays[weekdayOf(near) - 1]}, ${written(near)}.`,
    [{ pointer, detail: `Bisa mulai ${weekdays[weekdayOf(near) - 1]}, ${written(near)} (${near}).` }],
  );
};

/** Refuses a delivery this product's maker cannot make; the sentence says what would work. No district: it is picked up. */
export const requireDeliverable = (
  product: Product,
  {
    day,
    today,
    district,
    quantity,
    pointer,
    dayPointer = '/deliverOn',
  }: { day: Day; today: Day; district: string | null; quantity: number; pointer: string; dayPointer?: string },
): void => {
  if (quantity < product.minQuantity)
    throw new Problem(
      'quantity_not_possible',
      `${product.name} dipesan paling sedikit ${product.minQuantity} ${product.unit}.`,
      [
        {
          pointer: `${pointer}/quantity`,
          detail: `Paling sedikit ${product.minQuantity}.`,
          figure: product.minQuantity,
        },
      ],
    );
  requireDay(product, day, today, dayPointer);
  if (district !== null && product.deliversTo.length > 0 && !product.deliversTo.includes(district))
    throw new Problem('not_delivered_there', `${product.name} tidak diantar ke kecamatan ini.`, [
      { pointer: '/deliverTo/district', detail: 'Pilih kecamatan lain; daftarnya ada di halaman barang.' },
    ]);
};
