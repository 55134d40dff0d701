import { useState } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import type { Shop } from '../../entry/me.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Summary } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { emptyText, OrderRow } from '../orders/orders-page.tsx';
import { StateTabs } from '../orders/state-tabs.tsx';
import { type OrderCard, type State, statesOf, type Tab } from '../orders/states.ts';

/** Of one state: what was read, newest first, and where it goes on. */
type Read = { readonly state: State; readonly items: readonly OrderCard[]; readonly next: string | undefined };
/** Of each word that was looked at, its states one by one: a shop's list is kept by state. */
export type ReadTabs = Partial<Record<Tab, readonly Read[]>>;

const readOn = async (call: Call, merchantId: string, { state, items, next: cursor }: Read): Promise<Read> => {
  const asked = { params: { merchantId }, query: { state, limit: 50, cursor } };
  const page = await call('GET /merchants/{merchantId}/orders', asked);
  return { state, items: [...items, ...page.items], next: page.next ?? undefined };
};

export const readTab = (call: Call, merchantId: string, tab: Tab): Promise<Read[]> =>
  Promise.all(statesOf(tab).map((state) => readOn(call, merchantId, { state, items: [], next: undefined })));

type Props = { readonly call: Call; readonly shop: Shop; readonly first: ReadTabs; readonly opened: Tab };

/** Every order the shop ever had, by the five words, newest first. */
export const ShopOrdersPage = ({ call, shop: { merchantId, name }, first, opened }: Props) => {
  const [read, setRead] = useState(first);
  const [tab, setTab] = useState(opened);
  const act = useAct();
  const choose = (chosen: Tab) => {
    setTab(chosen);
    if (!read[chosen])
      void act.run(async () => setRead({ ...read, [chosen]: await readTab(call, merchantId, chosen) }));
  };
  const found = read[tab];
  const more = () =>
    act.run(async () => {
      const further = (found ?? []).map((one) => (one.next ? readOn(call, merchantId, one) : one));
      setRead({ ...read, [tab]: await Promise.all(further) });
    });
  const shown = found?.flatMap(({ items }) => items).sort((a, b) => (a.placedAt < b.placedAt ? 1 : -1));
  return (
    <>
      <PageTop title="Pesanan toko" back={`/toko-saya/?toko=${merchantId}`} />
      <Main>
        <p class="quiet">
          <bdi>{name}</bdi>
        </p>
        <StateTabs at={tab} onChoose={choose} />
        {act.refusal && <Summary refusal={act.refusal} />}
        {!shown && act.busy && <p class="quiet">Memuat pesanan…</p>}
        {shown?.length === 0 && <p class="quiet">{emptyText[tab]}</p>}
        <ul class="rows">
          {shown?.map((order) => (
            <OrderRow key={order.orderId} order={order} title={order.buyerName} />
          ))}
        </ul>
        {found?.some(({ next }) => next) && (
          <button class="line" type="button" disabled={act.busy} onClick={more}>
            Pesanan yang lebih lama
          </button>
        )}
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
