import { useEffect, useState } from 'preact/hooks';
import { day } from '../../../shared/domain/basics/wording.ts';
import { MOST_STOPS, routeOf } from '../../../shared/domain/visits/route.ts';
import { distance } from '../../../shared/domain/visits/words.ts';
import type { Call } from '../../entry/client.ts';
import { VISITS } from '../../entry/me.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { today } from '../../kit/today.ts';
import { MadeVisits } from './made-visits.tsx';
import { type Kept, keptBy, stageOf, type Taken } from './phone-store.ts';
import { QueueBlock } from './queue-block.tsx';
import { sendWaiting } from './send.ts';

const Row = ({ visit, kept }: { visit: Taken; kept: readonly Kept[] }) => {
  const own = kept.find(({ visitId }) => visitId === visit.visitId);
  const state = own && { draft: 'sedang ditulis', closed: 'sudah ditulis', sent: 'terkirim' }[stageOf(own)];
  return (
    <li>
      <a class="row" href={`${VISITS}${visit.visitId}`}>
        <span>
          <b>
            <bdi>{visit.name}</bdi>
          </b>
          {state && <span class="badge">{state}</span>}
          <span class="quiet">
            <bdi>{visit.shop.address}</bdi>
          </span>
          {visit.reason && (
            <span class="small">
              <bdi>{visit.reason}</bdi>
            </span>
          )}
        </span>
      </a>
    </li>
  );
};

const rows = (visits: readonly Taken[], kept: readonly Kept[]) => (
  <ul class="rows">
    {visits.map((visit) => (
      <Row key={visit.visitId} visit={visit} kept={kept} />
    ))}
  </ul>
);

/** One day's visits in the order of a short way; those without a measured place after them, and said. */
const DayBlock = ({ of, visits, kept }: { of: string; visits: readonly Taken[]; kept: readonly Kept[] }) => {
  const placed = visits
    .flatMap((visit) => (visit.shop.place ? [{ ...visit.shop.place, visit }] : []))
    .slice(0, MOST_STOPS);
  const { stops, meters } = routeOf(placed);
  const inRoute = new Set(placed.map(({ visit }) => visit));
  const others = visits.filter((visit) => !inRoute.has(visit));
  return (
    <section class="block" aria-labelledby={`hari-${of}`}>
      <h2 id={`hari-${of}`}>{of === today() ? `Hari ini, ${day(of)}` : day(of)}</h2>
      {stops.length > 1 && (
        <p class="quiet">
          {stops.length} tempat, {distance(meters)} garis lurus. Jalannya lebih panjang.
        </p>
      )}
      {stops.length > 0 &&
        rows(
          stops.map(({ visit }) => visit),
          kept,
        )}
      {others.length > 0 && stops.length > 0 && <p class="quiet">Belum ada titik lokasinya:</p>}
      {others.length > 0 && rows(others, kept)}
    </section>
  );
};

type Props = {
  readonly person: string;
  /** Undefined where nobody is signed in any more. */
  readonly call: Call | undefined;
  readonly taken: readonly Taken[];
  readonly kept: readonly Kept[];
  readonly onSignIn: () => void;
};

/** So often the list is read again while hundreds of pictures are sent. */
const LOOK_MS = 1000;

/** Whom somebody is to visit, and what waits on this device to be sent. */
export const VisitsPage = ({ person, call, taken, kept: first, onSignIn }: Props) => {
  const [kept, setKept] = useState(first);
  const [busy, setBusy] = useState(false);
  const again = () => void keptBy(person).then(setKept);
  const send = async (refusedToo: boolean) => {
    setBusy(true);
    let looked = Date.now();
    const onStep = () => {
      if (Date.now() < looked + LOOK_MS) return;
      looked = Date.now();
      again();
    };
    await sendWaiting(person, { again: refusedToo, onStep }).catch(console.error);
    again();
    setBusy(false);
  };
  useEffect(() => {
    const now = () => void send(false);
    now();
    addEventListener('online', now);
    return () => removeEventListener('online', now);
  }, []);
  const days = [...new Set(taken.map((visit) => visit.day))].sort();
  const lost = kept.filter((one) => stageOf(one) === 'draft' && !taken.some(({ visitId }) => visitId === one.visitId));
  const ofToday = taken.filter((visit) => visit.day === today()).length;
  return (
    <>
      <PageTop title="Kunjungan saya" back="/akun/" aside={<span class="quiet">{ofToday} hari ini</span>} />
      <Main>
        {!call && (
          <div class="say waiting" role="status">
            <p>Waktu masuk Anda habis. Catatan tetap tersimpan di HP ini; masuk lagi untuk mengirim.</p>
            <button class="line" type="button" onClick={onSignIn}>
              Masuk
            </button>
          </div>
        )}
        <QueueBlock kept={kept} busy={busy} onSend={() => send(true)} onChange={again} />
        {lost.length > 0 && (
          <section class="block" aria-labelledby="belum-selesai">
            <h2 id="belum-selesai">Belum selesai ditulis</h2>
            <p class="quiet">Jadwalnya sudah dibatalkan. Selesaikan bila Anda sudah datang.</p>
            {rows(
              lost.map(({ visit }) => visit),
              kept,
            )}
          </section>
        )}
        {days.length === 0 && (
          <Notice title="Belum ada kunjungan" text="Kunjungan yang dijadwalkan kota untuk Anda muncul di sini." />
        )}
        {days.map((of) => (
          <DayBlock key={of} of={of} visits={taken.filter((visit) => visit.day === of)} kept={kept} />
        ))}
        {call && <MadeVisits call={call} />}
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
