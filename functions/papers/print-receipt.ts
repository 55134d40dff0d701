import type { Download } from '../../shared/contract/route/download.ts';
import { dayOf } from '../../shared/domain/basics/month.ts';
import { requireParty } from '../../shared/domain/orders/order-parties.ts';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import { paymentOf } from '../../shared/domain/payments/payment-of.ts';
import { Problem } from '../../shared/problem.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { drawReceipt } from './draw/draw-receipt.ts';

/** An office has papers, with numbers; a person keeps what came and what it cost. */
export const printReceipt = endpoint(
  'GET /orders/{orderId}/receipt',
  async ({ params, caller }, world): Promise<Download> => {
    const { table, now } = world;
    const order = requireParty(await getOrder(table, params.orderId), caller);
    if (order.agencyId !== null)
      throw new Problem(
        'order_not_found',
        'Pesanan dinas punya surat sendiri; bukti belanja untuk pesanan perorangan.',
      );
    if (order.receivedRupiah === 0) throw new Problem('paper_not_ready', 'Bukti belanja ada setelah barang diterima.');
    const [stored, merchant, { zone, name, districts }] = await Promise.all([
      getPayment(table, order.orderId),
      getMerchant(table, order.merchantId),
      expectCity(world, order.cityCode),
    ]);
    const known = stored ?? paymentOf(order);
    const district = districts.find(({ code }) => code === merchant?.district)?.name;
    const bytes = await drawReceipt({
      order,
      payment: followOrder(known, order, now()) ?? known,
      shopAt: [district && `Kecamatan ${district}`, name].filter(Boolean).join(', '),
      zone,
      today: dayOf(now(), zone),
    });
    return { name: `bukti-belanja-${known.code}.pdf`, type: 'application/pdf', bytes };
  },
);
