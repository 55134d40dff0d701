import { useState } from 'preact/hooks';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Summary } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { StateTabs } from './state-tabs.tsx';
import { type OrderCard, stateNames, type Tab, tabOf } from './states.ts';
import { UnsentOrder } from './unsent-order.tsx';

type RowProps = { readonly order: OrderCard; readonly title: string; readonly note?: string | undefined };
/** One order in a list: from whom or for whom, how much, for when, where it stands. */
export const OrderRow = ({ order, title, note }: RowProps) => (
  <li>
    <a class="row" href={`/pesanan/${order.orderId}`}>
      <span>
        <b>
          <bdi>{title}</bdi>
        </b>
        <span class="small quiet">
          untuk {day(order.deliverOn)}
          {note && ` · ${note}`}
        </span>
      </span>
      <span class="right">
        <b>{rupiah(order.totalRupiah)}</b>
        <span class="badge">{stateNames[order.state]}</span>
      </span>
    </a>
  </li>
);

export const emptyText: Record<Tab, string> = {
  Menunggu: 'Tidak ada pesanan yang menunggu.',
  Diproses: 'Tidak ada pesanan yang sedang disiapkan.',
  Dikirim: 'Tidak ada pesanan dalam pengiriman.',
  Selesai: 'Belum ada pesanan yang selesai.',
  Dibatalkan: 'Tidak ada pesanan yang dibatalkan.',
};

type List = { readonly items: readonly OrderCard[]; readonly next: string | null };

/** My orders by the five words; more pages on demand. */
export const OrdersPage = ({ call, first }: { call: Call; first: List }) => {
  const [list, setList] = useState(first);
  const [tab, setTab] = useState<Tab>(() => tabOf(first.items[0]?.state ?? 'placed'));
  const act = useAct();
  const more = () =>
    act.run(async () => {
      const { items, next } = await call('GET /me/orders', { query: { limit: 50, cursor: list.next ?? undefined } });
      setList({ items: [...list.items, ...items], next });
    });
  const shown = list.items.filter(({ state }) => tabOf(state) === tab);
  return (
    <>
      <PageTop title="Pesanan saya" />
      <Main>
        <UnsentOrder />
        {list.items.length === 0 ? (
          <Notice title="Belum ada pesanan" text="Pesanan Anda tampil di sini, dari dikirim sampai selesai.">
            <a class="button" href="/">
              Mulai belanja
            </a>
          </Notice>
        ) : (
          <>
            <StateTabs at={tab} onChoose={setTab} />
            {act.refusal && <Summary refusal={act.refusal} />}
            {shown.length === 0 && <p class="quiet">{emptyText[tab]}</p>}
            <ul class="rows">
              {shown.map((order) => (
                <OrderRow key={order.orderId} order={order} title={order.merchantName} />
              ))}
            </ul>
            {list.next && (
              <button class="line" type="button" disabled={act.busy} onClick={more}>
                Pesanan yang lebih lama
              </button>
            )}
          </>
        )}
      </Main>
      <BottomBar at="pesanan" />
    </>
  );
};
