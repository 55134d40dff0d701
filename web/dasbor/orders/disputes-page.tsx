import type { Output } from '../../../shared/contract.ts';
import { count, dateTime, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { marketNow } from '../../entry/market-time.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { Waits } from '../../kit/desk/waits.tsx';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { stateNames, stepName } from '../../storefront/orders/states.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';

type Case = Output<'GET /cities/{city}/disputes/{orderId}'>;
type Found = Output<'GET /cities/{city}/disputes'>;
const PAGE = 20;

const load = (call: Call, city: string, cursor: string | undefined): Promise<Found> => {
  const read = (from: string | undefined) =>
    call('GET /cities/{city}/disputes', { params: { city }, query: { limit: PAGE, cursor: from } });
  return pageFrom(cursor, read);
};

const to = (city: City, orderId?: string, lanjut?: string): string =>
  dasborAddress(orderId ? `pesanan/${orderId}` : 'pesanan', { level: 'city', code: city.cityCode }, { lanjut });

const columnsOf = (city: City, now: string): readonly Column<Found['items'][number]>[] => [
  {
    name: 'Pesanan',
    show: ({ orderId, merchantName, agencyId }) => (
      <>
        <a href={to(city, orderId)}>
          <bdi>{merchantName}</bdi>
        </a>
        <small>{agencyId ? 'Pembeli: dinas' : 'Pembeli: perorangan'}</small>
      </>
    ),
  },
  { name: 'Nilai', number: true, show: ({ totalRupiah }) => rupiah(totalRupiah) },
  {
    name: 'Menunggu',
    show: ({ escalated, calledAt, disputedAt, dueAt }) => (
      <Waits
        who={escalated ? 'kota' : 'kedua pihak'}
        since={calledAt ?? disputedAt}
        due={dueAt}
        now={now}
        zone={city.zone}
      />
    ),
  },
];

const openList = async ({ call, place, query }: AskedCity): Promise<Opened> => {
  const { city, code } = place;
  const cursor = query['lanjut'];
  const { items, next } = await load(call, code, cursor);
  const page = (
    <section>
      <h1>Pesanan yang dipersoalkan</h1>
      <p class="quiet">Kedua pihak berunding dulu. Bila tidak selesai sampai tenggatnya, kota yang memutuskan.</p>
      <p class="links">
        <a href={dasborAddress('bayar-di-tempat', place)}>Penolakan bayar di tempat</a>
      </p>
      {items.length === 0 ? (
        <Notice title="Tidak ada yang dipersoalkan" text="Pesanan muncul di sini saat pembeli mempersoalkannya." />
      ) : (
        <>
          <DataTable
            caption="Tenggat terdekat di atas. Hanya untuk petugas kota."
            columns={columnsOf(city, marketNow())}
            rows={items}
            keyOf={({ orderId }) => orderId}
          />
          <More of="pesanan" next={next ? to(city, undefined, next) : undefined} first={cursor && to(city)} />
        </>
      )}
    </section>
  );
  return { title: 'Pesanan yang dipersoalkan', page };
};

/** What a ruling does, said before it is done. */
const Ruling = ({ order, call, again }: { order: Case; call: Call; again: () => void }) => {
  const { run, busy, refusal } = useAct();
  const cancel = (reason: string) =>
    run(async () => {
      const headers = ifUnchanged(order.version);
      await call('POST /orders/{orderId}/cancel', { params: { orderId: order.orderId }, body: { reason }, headers });
      again();
    });
  return (
    <>
      {refusal && <Summary refusal={refusal} />}
      <p>Bila pembeli yang benar, batalkan pesanannya. Bila penjual yang benar, minta pembeli menerima barangnya.</p>
      <ConfirmDialog
        name="Batalkan pesanan ini"
        text="Pesanan berakhir. Uang yang sudah dibayar wajib dikembalikan penjual."
        question="Alasan putusan, terbaca kedua pihak"
        onSend={cancel}
        disabled={busy}
      />
    </>
  );
};

/** Who made a step, as a side: nobody's name. */
const sideWords = {
  buyer: 'pembeli',
  approver: 'pejabat pembeli',
  merchant: 'penjual',
  city: 'kota',
  clock: 'batas waktu',
} as const;

const Facts = ({ order, city }: { order: Case; city: City }) => (
  <>
    <p>
      {rupiah(order.totalRupiah)} · {stateNames[order.state]} · Pembeli:{' '}
      {order.agencyName ? <bdi>{order.agencyName}</bdi> : 'perorangan'}
    </p>
    <ul>
      {order.lines.map(({ productId, name, quantity, received, unit, priceRupiah }) => (
        <li key={productId}>
          <bdi>{name}</bdi>: {count(quantity)} {unit} seharga {rupiah(priceRupiah)}
          {received > 0 && `, ${count(received)} sudah diterima`}
        </li>
      ))}
    </ul>
    {order.handovers.map(({ at, remarks, rupiah: sum }) => (
      <p key={at}>
        Diterima {dateTime(at, city.zone)}, {rupiah(sum)}. {remarks && <bdi>{remarks}</bdi>}
      </p>
    ))}
    <h2>Riwayat</h2>
    <ul>
      {order.history.map(({ state, deliverOn, at, side, reason }) => (
        <li key={at + state}>
          <time dateTime={at}>{dateTime(at, city.zone)}</time>: {stepName({ state, deliverOn })}
          {side && ` oleh ${sideWords[side]}`}
          {reason && (
            <>
              . <bdi>{reason}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  </>
);

const openOne = async ({ call, kinds, place, rest, again }: AskedCity): Promise<Opened> => {
  const { city, code } = place;
  const order = await call('GET /cities/{city}/disputes/{orderId}', { params: { city: code, orderId: rest } });
  const rules = order.state === 'disputed' && kinds.includes('city-admin');
  const page = (
    <section>
      <h1>
        Pesanan di <bdi>{order.merchantName}</bdi>
      </h1>
      <p>
        <a href={to(city)}>Semua yang dipersoalkan</a>
      </p>
      <Facts order={order} city={city} />
      <p class="small quiet">Nama, telepon, dan alamat pembeli perorangan tidak ditampilkan di sini.</p>
      {rules && <Ruling order={order} call={call} again={again} />}
    </section>
  );
  return { title: `Pesanan di ${order.merchantName}`, page };
};

/** Disputes with their deadlines, or one of them with its facts and the ruling. */
export const openDisputes = (asked: AskedCity): Promise<Opened> =>
  /^ord_[0-9a-z]{26}$/.test(asked.rest) ? openOne(asked) : openList(asked);
