import { useEffect, useRef, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { zoneOf } from '../../../shared/rules/zones.ts';
import type { Call } from '../../entry/client.ts';
import type { Shop } from '../../entry/me.ts';
import { personOf, type Session } from '../../entry/session.ts';
import { allOf } from '../../kit/all-of.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { chime } from '../../kit/chime.ts';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import { today } from '../../kit/today.ts';
import { ShopDeliveries } from '../deliveries/shop-deliveries.tsx';
import { Incoming } from '../orders/incoming-order.tsx';
import type { OrderCard } from '../orders/states.ts';
import { MOST_READ } from '../orders/wanted.tsx';
import { TaxesForm } from '../papers/taxes-form.tsx';
import { UsabilityBlock } from '../partners/usability-block.tsx';
import { ParkedNotices } from '../payments/parked-notices.tsx';
import { PaymentProviders } from '../payments/provider-form.tsx';
import { ShopPayments } from '../payments/waiting-payments.tsx';
import { ShopReviews } from '../reviews/shop-reviews.tsx';
import { OwnStory } from '../stories/own-story.tsx';
import { ShopVisits } from '../visits/shop-visits.tsx';
import { AwaitedVisit } from './awaited-visit.tsx';
import { DemandBlock } from './demand-block.tsx';
import { AccountForm } from './file/account-form.tsx';
import { CityWords } from './file/city-words.tsx';
import { CloseBlock } from './file/close-block.tsx';
import { ClosingForm, closedUntil } from './file/closing-form.tsx';
import { ContactForm } from './file/contact-form.tsx';
import { FactsForm } from './file/facts-form.tsx';
import { MendForm } from './file/mend-form.tsx';
import { Goods } from './goods/goods.tsx';
import { loadGoods, type OwnProduct } from './goods/own-product.ts';
import { HelperBlock } from './helper-block.tsx';
import { MonthReport } from './month.tsx';
import { RankBlock } from './rank-block.tsx';
import { SellingTerms } from './selling-terms.tsx';
import { SoughtBlock } from './sought-block.tsx';
import { StallBlock } from './stall-block.tsx';

export type ShopData = {
  readonly file: Output<'GET /merchants/{merchantId}/file'>;
  readonly placed: readonly OrderCard[];
  /** To be handed over, whole or what is left of it. */
  readonly accepted: readonly OrderCard[];
  readonly goods: readonly OwnProduct[];
  readonly month: Output<'GET /merchants/{merchantId}/turnover/{month}'> | undefined;
};

/** Everything the page shows of a shop, asked for at once. */
export const loadShop = async (call: Call, { merchantId, city }: Shop): Promise<ShopData> => {
  const params = { merchantId };
  const orders = (state: 'placed' | 'accepted' | 'partly_received') =>
    allOf((cursor) => call('GET /merchants/{merchantId}/orders', { params, query: { state, limit: 100, cursor } }));
  const [file, placed, rest, accepted, goods, month] = await Promise.all([
    call('GET /merchants/{merchantId}/file', { params }),
    orders('placed'),
    orders('partly_received'),
    orders('accepted'),
    loadGoods(call, merchantId),
    call('GET /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId, month: today(city).slice(0, 7) },
    }).catch(() => undefined),
  ]);
  return { file, placed, accepted: [...rest, ...accepted], goods, month };
};

const status: Partial<Record<ShopData['file']['status'], string>> = {
  pending:
    'Pendaftaran Anda sedang diperiksa dinas. Barang, cara bayar, dan ongkos antar bisa disiapkan dulu; tampil ke pembeli setelah diverifikasi.',
  suspended:
    'Toko ini ditangguhkan oleh kota. Barangnya tidak tampil ke pembeli. Alasannya ada di Yang diputuskan kota; bila keberatan, hubungi dinas.',
};

const CLOSED = 'Toko ini sudah Anda tutup. Barangnya tidak tampil ke pembeli.';

const openness = (file: ShopData['file']): string => {
  if (file.closedAt !== undefined) return 'Ditutup';
  if (file.status !== 'verified') return 'Belum tampil';
  return closedUntil(file) ? 'Tutup' : 'Buka';
};

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly shops: readonly Shop[];
  readonly shop: Shop;
  readonly first: ShopData;
};

const REFRESH_MS = 30_000;

/** The shop's day: what is new, what is to be handed over, the goods, the month. */
export const ShopPage = ({ call, session, shops, shop, first }: Props) => {
  const [data, setData] = useState(first);
  const { merchantId } = shop;
  const known = useRef(new Set(first.placed.map(({ orderId }) => orderId)));
  const again = () =>
    void loadShop(call, shop).then(
      (now) => {
        const fresh = now.placed.filter(({ orderId }) => !known.current.has(orderId));
        for (const { orderId } of fresh) known.current.add(orderId);
        if (fresh.length > 0) chime();
        setData(now);
      },
      () => {},
    );
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && again();
    const timer = setInterval(look, REFRESH_MS);
    // A phone that is taken up again shows what is so now.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [merchantId]);
  const { file, placed, accepted, goods, month } = data;
  // Where a word binds the owner, and where money goes, neither who helps nor whom they called in speaks.
  const ownWord = shop.role === 'owner' && !shop.helperName && !shop.unconfirmed;
  // Of a shop that nobody sees yet, the market tells nobody what was said of it.
  const isOpen = file.status === 'verified';
  return (
    <>
      <PageTop title="Toko saya" aside={<span class="badge">{openness(file)}</span>} />
      <Main>
        <p class="quiet">
          <bdi>{file.name}</bdi>
        </p>
        {shops.length > 1 && (
          <nav class="chips" aria-label="Toko Anda">
            {shops.map((one) => (
              <a
                key={one.merchantId}
                href={`/toko-saya/?toko=${one.merchantId}`}
                aria-current={one.merchantId === merchantId ? 'page' : undefined}
              >
                {one.name}
              </a>
            ))}
          </nav>
        )}
        {shop.helperName && (
          <p class="say">
            Anda membantu pemilik toko ini. Semua yang Anda lakukan tercatat di bawah, dan bisa dibaca pemilik.
          </p>
        )}
        {shop.unconfirmed && (
          <p class="say">
            Anda diajak pendamping, dan kota belum memastikan bahwa Anda pemiliknya. Tunjukkan KTP dan nomor akun Anda
            kepada kota; sesudah itu Anda bisa mengganti rekening dan QRIS, atau menutup toko.
          </p>
        )}
        {file.closedAt !== undefined && <p class="say">{CLOSED}</p>}
        {file.closedAt === undefined && status[file.status] && <p class="say">{status[file.status]}</p>}
        {isOpen && file.visit && <AwaitedVisit visit={file.visit} city={file.cityCode} />}
        {isOpen && shop.role === 'owner' && <ClosingForm call={call} file={file} onDone={again} />}
        {file.status === 'returned' && file.closedAt === undefined && (
          <MendForm call={call} file={file} onDone={again} />
        )}
        <section>
          <h2>Pesanan baru ({placed.length})</h2>
          {placed.length === 0 && (
            <p class="quiet">
              Belum ada pesanan baru.
              {isOpen && goods.length > 0 && ' Bagikan toko Anda ke grup RT?'}
            </p>
          )}
          <ul class="stackd">
            {placed.map((order, place) => (
              <Incoming key={order.orderId} call={call} order={order} whole={place < MOST_READ} onDone={again} />
            ))}
          </ul>
        </section>
        <section>
          <h2>Disiapkan dan diantar ({accepted.length})</h2>
          {accepted.length === 0 && <p class="quiet">Tidak ada yang harus diantar.</p>}
          <ul class="stackd">
            {accepted.map((order, place) => (
              <Incoming key={order.orderId} call={call} order={order} whole={place < MOST_READ} onDone={again} />
            ))}
          </ul>
        </section>
        <p>
          <a class="row" href={`/toko-saya/pesanan?toko=${merchantId}`}>
            <b>Pesanan toko</b> <span class="quiet">yang dikirim, selesai, dan batal ›</span>
          </a>
        </p>
        <ShopDeliveries key={`kurir-${accepted.length}`} call={call} merchantId={merchantId} />
        <ShopPayments call={call} merchantId={merchantId} />
        <ParkedNotices call={call} merchantId={merchantId} />
        <p>
          <a class="row" href={`/toko-saya/uang?toko=${merchantId}`}>
            <b>Uang dan rekening koran</b> <span class="quiet">per bulan ›</span>
          </a>
        </p>
        <p>
          <a class="row" href={`/toko-saya/modal?toko=${merchantId}`}>
            <b>Modal usaha</b> <span class="quiet">syarat bank dan izin membaca ›</span>
          </a>
        </p>
        <p>
          <a class="row" href={`/toko-saya/pelatihan?toko=${merchantId}`}>
            <b>Pelatihan</b> <span class="quiet">daftar, jadwal, kode hadir ›</span>
          </a>
        </p>
        <Goods call={call} session={session} merchantId={merchantId} category={file.category} first={goods} />
        {month && <MonthReport call={call} first={month} zone={zoneOf(file.cityCode)} />}
        <ShopVisits call={call} merchantId={merchantId} />
        <OwnStory call={call} merchantId={merchantId} mayAnswer={ownWord} />
        {isOpen && <ShopReviews call={call} merchantId={merchantId} mayReply />}
        {isOpen && <RankBlock call={call} merchantId={merchantId} city={file.cityCode} />}
        {isOpen && <StallBlock call={call} merchantId={merchantId} />}
        <DemandBlock call={call} city={file.cityCode} category={file.category} />
        <SoughtBlock call={call} city={file.cityCode} district={file.district} category={file.category} />
        {isOpen && <UsabilityBlock call={call} merchantId={merchantId} />}
        {shop.role === 'owner' && <CityWords call={call} file={file} />}
        {file.status !== 'returned' && file.closedAt === undefined && (
          <SellingTerms call={call} file={file} owns={shop.role === 'owner'} helped={!ownWord} />
        )}
        {shop.role === 'owner' && (
          <AccountForm call={call} file={file} helped={!ownWord} me={personOf(session.token)} onDone={again} />
        )}
        {ownWord && <PaymentProviders call={call} merchantId={merchantId} />}
        {shop.role === 'owner' && file.status !== 'returned' && file.closedAt === undefined && (
          <FactsForm call={call} file={file} onDone={again} />
        )}
        {shop.role === 'owner' && <ContactForm call={call} file={file} onDone={again} />}
        <HelperBlock call={call} token={session.token} shop={shop} />
        {shop.role === 'owner' && (
          <InvitationLinks call={call} scope={`merchant:${merchantId}`} name={file.name} roles={['staff']} />
        )}
        {shop.role === 'owner' && (
          <details>
            <summary>
              <span>Data pajak toko</span>
            </summary>
            <TaxesForm call={call} merchantId={merchantId} />
          </details>
        )}
        {ownWord && <CloseBlock call={call} file={file} onDone={again} />}
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
