import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { needWords } from '../../../shared/domain/programmes/need.ts';
import type { Call } from '../../entry/client.ts';
import { marketNow } from '../../entry/market-time.ts';
import type { Shop } from '../../entry/me.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { QrCode } from '../../kit/charts/qr-code.tsx';
import { localTime, longDay } from '../../kit/days.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { downloadFile } from '../../kit/files/download-file.ts';
import { Summary } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Own = Output<'GET /merchants/{merchantId}/enrolments'>['items'][number];
type Meeting = Own['meetings'][number];
type Card = Output<'GET /cities/{city}/series'>['items'][number];
export type Training = { readonly own: readonly Own[]; readonly announced: readonly Card[] };

/** What the shop is in, and what its city announces. */
export const loadTraining = async (call: Call, { merchantId, city = '' }: Shop): Promise<Training> => {
  const query = { limit: 50 };
  const [own, announced] = await Promise.all([
    call('GET /merchants/{merchantId}/enrolments', { params: { merchantId }, query }),
    call('GET /cities/{city}/series', { params: { city }, query }),
  ]);
  return { own: own.items, announced: announced.items };
};

const hours = ({ from, to }: Pick<Meeting, 'from' | 'to'>): string =>
  `pukul ${from.replace(':', '.')} sampai ${to.replace(':', '.')}`;

const stands = ({ state, series, place, need, meetings }: Own): string => {
  if (state === 'seated') return 'Anda mendapat kursi.';
  if (state === 'withdrawn') return 'Anda sudah mengundurkan diri.';
  if (meetings.every(({ day: held }) => held < marketNow().slice(0, 10)))
    return 'Sudah selesai. Anda tidak mendapat kursi.';
  if (!series.lot) return `Menunggu undian kursi, sesudah ${day(series.enrolUntil)}.`;
  const why = need === null ? 'mendaftar sesudah undian' : needWords(need);
  return `Menunggu kursi, urutan ${place ?? '–'} (${why}). Kursi yang dilepas diberikan menurut urutan ini.`;
};

/** What the mentor's phone reads, also without a line: it leads to the mentor's own page with the code in it. */
const attendanceAddress = (seriesId: string, city: string, session: number, code: string): string =>
  `${location.origin}/dasbor/program/${seriesId}?kota=${city}&hadir=${session}-${code}`;

const MeetingRow = ({ series, meeting, at }: { series: Own['series']; meeting: Meeting; at: number }) => (
  <li class="block">
    <p>
      <b>{longDay(meeting.day)}</b>, {hours(meeting)}, di <bdi>{meeting.place}</bdi>
      {meeting.attended && (
        <>
          {' '}
          <span class="badge">Hadir</span>
        </>
      )}
    </p>
    {meeting.code && !meeting.attended && (
      <details>
        <summary>
          <span>Kode hadir pertemuan {at}</span>
        </summary>
        <QrCode
          text={attendanceAddress(series.seriesId, series.cityCode, at, meeting.code)}
          label={`Kode hadir pertemuan ${at}`}
          class="qris"
          waiting="Memuat kode…"
        />
        <p>
          Tunjukkan kepada pendamping, atau bacakan:{' '}
          <b class="code">{`${meeting.code.slice(0, 4)}-${meeting.code.slice(4)}`}</b>. Kode ini tampil juga tanpa
          internet sesudah halaman ini pernah dibuka.
        </p>
      </details>
    )}
  </li>
);

type EachProps = { readonly call: Call; readonly merchantId: string; readonly onDone: () => void };
const OwnSeries = ({ call, merchantId, one, onDone }: EachProps & { one: Own }) => {
  const act = useAct();
  const { series, notes, meetings, state, certificate, certificateRevokedAt } = one;
  const params = { seriesId: series.seriesId, merchantId };
  const withdraw = () =>
    act.run(async () => {
      await call('POST /series/{seriesId}/enrolments/{merchantId}/withdraw', { params });
      onDone();
    });
  const calendar = () => act.run(() => downloadFile(undefined, `/series/${series.seriesId}/calendar`, 'pelatihan.ics'));
  return (
    <section>
      <h2>
        <bdi>{series.title}</bdi>
      </h2>
      <p>{stands(one)}</p>
      <p class="quiet">
        <bdi>{series.about}</bdi> Pendamping: <bdi>{series.mentorName}</bdi>.
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {state !== 'withdrawn' && (
        <ul class="stackd">
          {meetings.map((meeting, at) => (
            <MeetingRow key={meeting.startsAt} series={series} meeting={meeting} at={at + 1} />
          ))}
        </ul>
      )}
      {series.materials.length > 0 && (
        <ul>
          {series.materials.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                <bdi>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {certificate && certificateRevokedAt && (
        <p>
          <a href={`/cek/sertifikat/${certificate}`}>Sertifikat {certificate}</a> dicabut kota pada{' '}
          {localTime(certificateRevokedAt)}. Alasannya ada di sana.
        </p>
      )}
      {certificate && !certificateRevokedAt && (
        <p>
          <a href={`/cek/sertifikat/${certificate}`}>Sertifikat {certificate}</a>: unduh, tunjukkan, atau kirim
          tautannya.
        </p>
      )}
      {notes.length > 0 && (
        <>
          <h3>Catatan pendamping untuk Anda</h3>
          <ul>
            {notes.map(({ at, text }) => (
              <li key={at}>
                {localTime(at)}: <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="acts">
        <button class="line" type="button" onClick={calendar} disabled={act.busy}>
          Simpan ke kalender
        </button>
        {state !== 'withdrawn' && series.endsAt > marketNow() && (
          <ConfirmDialog
            name={state === 'seated' ? 'Lepas kursi' : 'Batal mendaftar'}
            text="Bila mendaftar lagi, Anda mulai dari belakang antrean."
            onSend={withdraw}
            disabled={act.busy}
          />
        )}
      </p>
    </section>
  );
};

const Announced = ({ call, merchantId, card, onDone }: EachProps & { card: Card }) => {
  const act = useAct();
  const enrol = () =>
    act.run(async () => {
      await call('POST /series/{seriesId}/enrolments', { params: { seriesId: card.seriesId }, body: { merchantId } });
      onDone();
    });
  return (
    <li class="block">
      <p>
        <b>
          <bdi>{card.title}</bdi>
        </b>
        , oleh <bdi>{card.mentorName}</bdi>, mulai {localTime(card.startsAt)}. {card.seats} kursi, daftar sampai{' '}
        {day(card.enrolUntil)}.
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <button class="button" type="button" onClick={enrol} disabled={act.busy}>
        Daftar
      </button>
    </li>
  );
};

type Props = { readonly call: Call; readonly shop: Shop; readonly first: Training };
/** What a shop learns: its seats and queues, and what it can still enter. */
export const TrainingPage = ({ call, shop, first }: Props) => {
  const [{ own, announced }, setTraining] = useState(first);
  const again = () => void loadTraining(call, shop).then(setTraining);
  const entered = new Set(own.filter(({ state }) => state !== 'withdrawn').map(({ series }) => series.seriesId));
  const now = marketNow();
  const open = announced.filter(({ seriesId, startsAt }) => !entered.has(seriesId) && startsAt > now);
  const each = { call, merchantId: shop.merchantId, onDone: again };
  return (
    <>
      <PageTop title="Pelatihan" back={`/toko-saya/?toko=${shop.merchantId}`} />
      <Main>
        <p class="quiet">
          Kursi dibagi menurut kebutuhan: usaha yang paling lama belum menjual lebih dulu, dan di antara yang sama
          diundi.
        </p>
        {own.length === 0 && open.length === 0 && <p>Belum ada program di kota Anda. Program baru tampil di sini.</p>}
        {own.map((one) => (
          <OwnSeries key={one.series.seriesId} {...each} one={one} />
        ))}
        {open.length > 0 && (
          <section>
            <h2>Dapat diikuti</h2>
            <ul class="stackd">
              {open.map((card) => (
                <Announced key={card.seriesId} {...each} card={card} />
              ))}
            </ul>
          </section>
        )}
      </Main>
      <BottomBar />
    </>
  );
};
