import { Problem } from '../../../problem.ts';
import { RUPIAH_MAX } from '../../basics/money.ts';
import { rupiah } from '../../basics/wording.ts';
import type { City } from '../../places/city.ts';
import type { NewOrder, Order } from '../order.ts';
import { requireDates } from './cart-dates.ts';
import type { CartFacts } from './cart-facts.ts';
import { oneOrder } from './one-order.ts';

/** Refuses a sum above what the city's policy (and above it the law) allows this kind of buyer in one cart. */
const requireWithinPolicy = (totalRupiah: number, order: NewOrder, city: City): void => {
  const most = order.agency ? city.policies.agencyMaxRupiah : city.policies.personMaxRupiah;
  if (totalRupiah > Math.min(most, RUPIAH_MAX))
    throw new Problem(
      'amount_over_policy',
      `Jumlah pesanan ${rupiah(totalRupiah)} melewati batas ${rupiah(most)} untuk sekali pesan.`,
      [{ pointer: '/shops', detail: `Paling banyak ${rupiah(most)}.` }],
    );
};

/** Turns a cart into one order per shop, prices locked; throws the first Problem with a pointer to the line. */
export const placeOrders = (facts: CartFacts): Order[] => {
  const { order, city } = facts;
  requireDates(facts);
  if (!order.deliverTo && facts.cart.some(({ delivery }) => delivery.way === 'courier'))
    throw new Problem('invalid_request', 'Tulis alamat untuk barang yang diantar.', [
      { pointer: '/deliverTo', detail: 'Wajib bila ada yang diantar.' },
    ]);
  const { district } = order.deliverTo ?? {};
  if (district !== undefined && !city.districts.some(({ code }) => code === district))
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${city.name}.`, [
      { pointer: '/deliverTo/district', detail: 'Pilih kecamatan di kota ini.' },
    ]);
  const orders = facts.cart.map((shop, index) => oneOrder(facts, shop, index));
  const packageRupiah = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  requireWithinPolicy(packageRupiah, order, city);
  // What an office orders at once is one purchase, however many shops share it.
  return order.agency ? orders.map((one) => ({ ...one, packageRupiah })) : orders;
};
