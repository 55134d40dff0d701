import { dayOf } from '../../shared/domain/basics/month.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { requireParty } from '../../shared/domain/orders/order-parties.ts';
import { type ChecklistLine, checklist } from '../../shared/domain/papers/checklist.ts';
import { PaperSettings } from '../../shared/domain/papers/paper.ts';
import { settledPapers } from '../../shared/domain/papers/paper-defaults.ts';
import type { PaperFacts } from '../../shared/domain/papers/write-paper.ts';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import { paymentOf } from '../../shared/domain/payments/payment-of.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { getAgency } from '../../shared/table/agencies.ts';
import { photosOfOrder } from '../../shared/table/orders/order-photos.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getPaperSettings, getSellerTaxes } from '../../shared/table/papers.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';
import { defaultsOf } from './paper-defaults.ts';

/** Papers are an office's: a person's order has none, and is not told from one that does not exist. */
export const expectOfficeOrder = async ({ table }: World, orderId: string, caller: Caller) => {
  const order = requireParty(await getOrder(table, orderId), caller);
  if (order.agencyId === null)
    throw new Problem('order_not_found', 'Berkas pertanggungjawaban hanya untuk pesanan dinas.');
  return { ...order, agencyId: order.agencyId };
};

/** Everything a paper is made of, read at once. */
export const paperFacts = async (world: World, order: Order & { agencyId: string }): Promise<PaperFacts> => {
  const { table, now } = world;
  const [agency, merchant, stored, own, defaults, sellerTaxes, photos, { zone, name: cityName, logo, districts }] =
    await Promise.all([
      getAgency(table, order.agencyId),
      getMerchant(table, order.merchantId),
      getPayment(table, order.orderId),
      getPaperSettings(table, order.agencyId),
      defaultsOf(world, order.cityCode),
      getSellerTaxes(table, order.merchantId),
      photosOfOrder(table, order.orderId, 'handover'),
      expectCity(world, order.cityCode),
    ]);
  if (!agency || !merchant) throw new Error(`order ${order.orderId} names an office or a shop that is not there`);
  const known = stored ?? paymentOf(order);
  const payment = followOrder(known, order, now()) ?? known;
  return {
    order,
    agency,
    merchant,
    payment,
    photos,
    sellerTaxes,
    cityName,
    districtName: districts.find(({ code }) => code === order.deliverTo.district)?.name ?? '',
    logo,
    zone,
    settings: settledPapers(own ?? PaperSettings.parse({}), defaults),
    day: dayOf(now(), zone),
  };
};

/** What was ordered at once is one purchase: which papers it needs goes by the sum over all its shops. */
export const packageOf = ({ packageRupiah, totalRupiah }: Order): number => packageRupiah ?? totalRupiah;

export const linesOf = ({ order, payment, day, settings, photos }: PaperFacts): readonly ChecklistLine[] =>
  checklist({
    order,
    payment,
    day,
    purchase: settings.purchase,
    extra: settings.extra,
    packageRupiah: packageOf(order),
    photos: photos.length,
  });
