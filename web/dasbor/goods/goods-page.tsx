import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { marketNow } from '../../entry/market-time.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Waits } from '../../kit/desk/waits.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { BansForm } from './bans-form.tsx';
import { Undecided, useDeciding } from './deciding.tsx';

type Case = Output<'GET /cities/{city}/goods-cases'>['items'][number];
const states = [
  ['open', 'Menunggu'],
  ['withdrawn', 'Ditarik'],
  ['kept', 'Boleh dijual'],
] as const;
/** As people chose them when they reported. */
const reportNames: Readonly<Record<string, string>> = {
  banned: 'dilarang',
  fake: 'palsu atau tiruan',
  dangerous: 'berbahaya atau kedaluwarsa',
  misleading: 'foto atau keterangan tidak sesuai',
  price: 'harga menyesatkan',
  other: 'alasan lain',
};

const CaseBlock = ({ asked, one }: { asked: AskedCity; one: Case }) => {
  const { call, place, again, kinds } = asked;
  const { merchantId, productId } = one;
  const deciding = useDeciding(call, { merchantId, productId }, one, again);
  const { act } = deciding;
  const decide = (decision: 'withdraw' | 'keep') => (reason: string) => deciding.save({ decision, reason });
  const why = Object.entries(one.kinds).map(([kind, many]) => `${reportNames[kind] ?? kind} (${many})`);
  return (
    <article class="block">
      <h2>
        <bdi>{one.name}</bdi>
      </h2>
      <p>
        dari{' '}
        <a href={dasborAddress(`usaha/${merchantId}`, place)}>
          <bdi>{one.merchantName}</bdi>
        </a>
        {' · '}
        {one.state === 'open' && <Waits since={one.openedAt} now={marketNow()} zone={place.city.zone} />}
      </p>
      {why.length > 0 && (
        <p>
          Dilaporkan {one.reports} orang: {why.join(', ')}.
        </p>
      )}
      {one.bans.map(({ goods, reason, at }) => (
        <p key={at + goods}>
          Namanya menyebut “{goods}”, yang dilarang sejak sudah dijual: {reason}. Diperiksa{' '}
          {dateTime(at, place.city.zone)}.
        </p>
      ))}
      <ul>
        {one.texts.slice(0, 5).map(({ text, at }) => (
          <li key={at + text}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      {one.decisions.map(({ state, reason, at }) => (
        <p key={at} class="small quiet">
          {state === 'withdrawn' ? 'Ditarik' : 'Boleh dijual'} {dateTime(at, place.city.zone)}: {reason}
        </p>
      ))}
      <Undecided deciding={deciding} onTheirs={again} />
      {kinds.includes('city-admin') && (
        <div class="acts">
          {one.state !== 'withdrawn' && (
            <ConfirmDialog
              name="Tarik barang"
              text="Barang tidak tampil lagi sampai Anda membukanya. Toko diberi tahu."
              question="Alasan, dibaca toko"
              disabled={act.busy}
              onSend={decide('withdraw')}
            />
          )}
          {one.state !== 'kept' && (
            <ConfirmDialog
              name={one.state === 'withdrawn' ? 'Buka lagi' : 'Biarkan dijual'}
              question="Alasan, dibaca toko"
              disabled={act.busy}
              onSend={decide('keep')}
            />
          )}
        </div>
      )}
    </article>
  );
};

/** Goods that people pointed the city to, and what may not be sold here. */
export const openGoods = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const state = states.find(([one]) => one === query['lihat'])?.[0] ?? 'open';
  const cursor = query['lanjut'];
  const params = { city: place.code };
  const [{ items, next }, bans] = await Promise.all([
    call('GET /cities/{city}/goods-cases', { params, query: { state, limit: 10, ...(cursor ? { cursor } : {}) } }),
    call('GET /cities/{city}/banned-goods', { params }),
  ]);
  const at = (lihat: string, lanjut?: string) =>
    dasborAddress('barang', place, { lihat: lihat === 'open' ? undefined : lihat, lanjut });
  const page = (
    <section aria-labelledby="barang">
      <h1 id="barang">Barang yang dilaporkan</h1>
      <p class="quiet">
        Barang tetap dijual sampai Anda memutuskan. Pelapor tidak disebut.{' '}
        <a href={dasborAddress('usaha', place)}>Kembali ke Usaha</a>
      </p>
      <ViewTabs label="Keadaan" at={at(state)} views={states.map(([one, name]) => ({ name, to: at(one) }))} />
      {items.length === 0 && (
        <Notice
          title="Tidak ada barang di sini"
          text="Laporan dari halaman barang, dan barang yang kena larangan baru, masuk ke sini; yang terlama di atas."
        />
      )}
      {items.map((one) => (
        <CaseBlock key={`${one.productId} ${one.version}`} asked={asked} one={one} />
      ))}
      {items.length > 0 && (
        <More of="barang" next={next ? at(state, next) : undefined} first={cursor ? at(state) : undefined} />
      )}
      <BansForm asked={asked} first={bans} />
    </section>
  );
  return { title: 'Barang yang dilaporkan', page };
};
