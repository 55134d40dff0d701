import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { allOf } from '../../kit/all-of.ts';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { emptyText, OrderRow } from '../orders/orders-page.tsx';
import { StateTabs } from '../orders/state-tabs.tsx';
import { type Tab, tabOf } from '../orders/states.ts';

type Page = Output<'GET /agencies/{agencyId}/orders'>;
export type OfficeOrder = Page['items'][number];
/** Every order that is not over, the newest of all, and where the older ones go on. */
export type OfficeOrders = { readonly items: readonly OfficeOrder[]; readonly next: string | null };

const byId = (orders: readonly OfficeOrder[]): OfficeOrder[] =>
  [...new Map(orders.map((order) => [order.orderId, order])).values()].sort((a, b) =>
    a.placedAt < b.placedAt ? 1 : -1,
  );

/** What waits for somebody is read to its end: behind a hundred newer orders it would be forgotten. */
export const loadOfficeOrders = async (call: Call, agencyId: string): Promise<OfficeOrders> => {
  const params = { agencyId };
  const newest = call('GET /agencies/{agencyId}/orders', { params, query: { limit: 100 } });
  const open = await allOf((cursor) => {
    const query = { unfinished: 'true', limit: 100, cursor } as const;
    return call('GET /agencies/{agencyId}/orders', { params, query });
  });
  const { items, next } = await newest;
  return { items: byId([...open, ...items]), next };
};

/** Opens on what is under way; with nothing there, on what is next of use. */
const byUse: readonly Tab[] = ['Diproses', 'Dikirim', 'Menunggu', 'Selesai', 'Dibatalkan'];

/** From so many days on it is told how long an order has been open. */
const LONG_DAYS = 7;
const openFor = ({ daysOpen }: OfficeOrder): string | undefined =>
  daysOpen !== null && daysOpen >= LONG_DAYS ? `${daysOpen} hari belum selesai` : undefined;

/** Who of the office ordered it, and whether it has been open for long. */
const noteOf = (order: OfficeOrder): string | undefined =>
  [order.orderedBy && `dipesan ${order.orderedBy}`, openFor(order)].filter(Boolean).join(' · ') || undefined;

type Props = {
  readonly call: Call;
  readonly agencyId: string;
  readonly orders: OfficeOrders;
  readonly onOrders: (orders: OfficeOrders) => void;
};

/** Everything an office ordered, by the five words; what waits for its approver stands above. */
export const OfficeOrderList = ({ call, agencyId, orders: { items, next }, onOrders }: Props) => {
  const listed = items.filter(({ state }) => state !== 'awaiting_approval');
  const [tab, setTab] = useState<Tab>(() => {
    const there = listed.map(({ state }) => tabOf(state));
    return byUse.find((one) => there.includes(one)) ?? 'Diproses';
  });
  const act = useAct();
  const more = () =>
    act.run(async () => {
      const query = { limit: 100, cursor: next ?? undefined };
      const page = await call('GET /agencies/{agencyId}/orders', { params: { agencyId }, query });
      onOrders({ items: byId([...items, ...page.items]), next: page.next });
    });
  const shown = listed.filter(({ state }) => tabOf(state) === tab);
  return (
    <section>
      <h2>Pesanan kantor</h2>
      <StateTabs at={tab} onChoose={setTab} />
      {act.refusal && <Summary refusal={act.refusal} />}
      {items.length === 0 && (
        <Notice title="Belum ada pesanan" text="Pilih barang di beranda, atau pesan untuk rapat di atas.">
          <a class="button" href="/">
            Lihat barang
          </a>
        </Notice>
      )}
      {items.length > 0 && shown.length === 0 && <p class="quiet">{emptyText[tab]}</p>}
      <ul class="rows">
        {shown.map((order) => (
          <OrderRow key={order.orderId} order={order} title={order.merchantName} note={noteOf(order)} />
        ))}
      </ul>
      {next && (tab === 'Selesai' || tab === 'Dibatalkan') && (
        <button class="line" type="button" disabled={act.busy} onClick={more}>
          Pesanan yang lebih lama
        </button>
      )}
    </section>
  );
};
