import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import type { OfficeSeat } from '../../entry/me.ts';
import { useAct } from '../../kit/act.ts';
import { longDay } from '../../kit/days.ts';
import { Summary } from '../../kit/form.tsx';
import { ActButtons } from '../orders/act-buttons.tsx';
import type { Side } from '../orders/states.ts';
import { MOST_READ, Wanted } from '../orders/wanted.tsx';
import type { OfficeOrder } from './office-orders.tsx';

/** An approver answers here; calling off what they may reject is on the order's own page. */
const sidesOf = ({ role }: OfficeSeat): Side[] => (role === 'approver' ? ['approver'] : ['buyer']);

type Props = {
  readonly call: Call;
  readonly seat: OfficeSeat;
  readonly orders: readonly OfficeOrder[];
  readonly onDone: () => void;
};

/** What waits for the approver: each with its two answers, and one answer for all of them. */
export const Inbox = ({ call, seat, orders, onDone }: Props) => {
  const act = useAct();
  const approves = seat.role === 'approver';
  const total = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  const approveAll = () =>
    act.run(async () => {
      try {
        for (const { orderId } of orders) await call('POST /orders/{orderId}/approve', { params: { orderId } });
      } finally {
        // Where one is refused, those before it are approved all the same.
        onDone();
      }
    });
  return (
    <section>
      <h2>Menunggu persetujuan ({orders.length})</h2>
      {orders.length === 0 && <p class="quiet">Tidak ada yang menunggu persetujuan.</p>}
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="stackd">
        {orders.map((order, place) => (
          <li key={order.orderId} class="block urgent">
            <p class="sum">
              <a href={`/pesanan/${order.orderId}`}>
                <b>
                  <bdi>{order.merchantName}</bdi>
                </b>
              </a>
              <b>{rupiah(order.totalRupiah)}</b>
            </p>
            {approves && place < MOST_READ && <Wanted call={call} orderId={order.orderId} />}
            <p class="quiet">
              untuk {longDay(order.deliverOn)} · penerima <bdi>{order.buyerName}</bdi>
              {order.orderedBy && (
                <>
                  {' '}
                  · diajukan <bdi>{order.orderedBy}</bdi>
                </>
              )}
            </p>
            <ActButtons call={call} order={order} sides={sidesOf(seat)} onDone={onDone} />
          </li>
        ))}
      </ul>
      {approves && orders.length > 1 && (
        <p>
          <button class="button" type="button" disabled={act.busy} onClick={approveAll}>
            {act.busy ? 'Menyetujui…' : `Setujui ${orders.length} pesanan · ${rupiah(total)}`}
          </button>
        </p>
      )}
    </section>
  );
};
