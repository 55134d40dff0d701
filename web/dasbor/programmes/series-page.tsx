import type { Output } from '../../../shared/contract.ts';
import { count, day, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { effectSentence } from '../../../shared/domain/programmes/effect/effect-words.ts';
import { invitationText } from '../../../shared/domain/programmes/invitation.ts';
import { needWords } from '../../../shared/domain/programmes/need.ts';
import { marketNow } from '../../entry/market-time.ts';
import { useAct } from '../../kit/act.ts';
import { localTime, longDay } from '../../kit/days.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import { Form, filled, Summary, TextArea } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { Attendance } from './attendance.tsx';
import { IssueCertificates, RevokeForm } from './certificates.tsx';
import { ChangeSeries } from './change-series.tsx';
import { EnrolShop, LetGo } from './enrol-shop.tsx';
import { kindNames, loadMentors } from './mentors.ts';

type Found = Output<'GET /series/{seriesId}/enrolments'>;
type Participant = Found['items'][number];
type Props = { readonly asked: AskedCity; readonly found: Found };

/** The city draws once, and gives on what is let go. */
const GiveSeats = ({ asked: { call, again }, found: { series, items } }: Props) => {
  const act = useAct();
  const give = () =>
    act.run(async () => {
      await call('POST /series/{seriesId}/draw', { params: { seriesId: series.seriesId } });
      again();
    });
  const early = !series.lot && series.enrolUntil >= today(series.cityCode);
  // Nothing is left to give, and nobody waits for a press of a button.
  if (series.lot && (series.free === 0 || !items.some(({ state }) => state === 'waiting'))) return null;
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {early ? (
        <p class="quiet">Kursi dapat diundi sesudah {day(series.enrolUntil)}.</p>
      ) : (
        <button class="button" type="button" onClick={give} disabled={act.busy}>
          {series.lot ? 'Beri kursi kosong ke urutan berikutnya' : 'Undi dan bagi kursi'}
        </button>
      )}
    </>
  );
};

const NoteForm = ({ asked: { call, again }, found: { series }, one }: Props & { one: Participant }) => {
  const act = useAct();
  const field = `catatan-${one.merchantId}`;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      await call('POST /series/{seriesId}/enrolments/{merchantId}/notes', {
        params: { seriesId: series.seriesId, merchantId: one.merchantId },
        body: { text: filled(form)[field] ?? '' },
      });
      form.reset();
      again();
    });
  return (
    <details>
      <summary>
        <span>Catatan ({one.notes.length})</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul>
        {one.notes.map(({ at, text }) => (
          <li key={at}>
            {localTime(at)}: <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      <Form onSubmit={send}>
        <TextArea
          label={`Catatan untuk ${one.name}`}
          name={field}
          rows={2}
          required
          help="Dibaca usaha ini di Toko saya."
        />
        <button class="line" type="submit" disabled={act.busy}>
          Simpan catatan
        </button>
      </Form>
    </details>
  );
};

const addressOf = ({ merchantId }: Participant): string => `${location.origin}/toko-saya/pelatihan?toko=${merchantId}`;

/** A city's officer acts for who has no phone. */
const letsGo = (asked: AskedCity, found: Found): readonly Column<Participant>[] =>
  asked.kinds.includes('city-admin') && found.series.endsAt > marketNow()
    ? [{ name: 'Berhalangan', show: (one) => <LetGo asked={asked} found={found} one={one} /> }]
    : [];

/** Who has a seat. */
const Seated = ({ asked, found, acts }: Props & { acts: boolean }) => {
  const { series, items } = found;
  const [session] = series.sessions;
  const invite = (one: Participant) =>
    session && one.phone ? (
      <a
        href={whatsApp(
          invitationText({ shop: one.name, title: series.title, session, address: addressOf(one) }),
          one.phone,
        )}
        rel="noreferrer"
      >
        Undang lewat WhatsApp
      </a>
    ) : (
      '–'
    );
  const columns: Column<Participant>[] = [
    { name: 'Usaha', show: ({ name }) => <bdi>{name}</bdi> },
    { name: 'Mendapat kursi', show: ({ seatedAt }) => (seatedAt ? localTime(seatedAt) : '–') },
    { name: 'Hadir', number: true, show: ({ attended }) => `${attended.length} dari ${series.sessions.length}` },
    ...(acts
      ? [
          { name: 'Undangan', show: invite },
          {
            name: 'Sertifikat',
            show: ({ certificate, certificateRevokedAt }: Participant) =>
              certificate && certificateRevokedAt ? (
                <>
                  <a href={`/cek/sertifikat/${certificate}`}>{certificate}</a> <span class="badge">Dicabut</span>
                </>
              ) : certificate && asked.kinds.includes('city-admin') ? (
                <RevokeForm asked={asked} code={certificate} />
              ) : (
                (certificate ?? '–')
              ),
          },
          { name: 'Catatan', show: (one: Participant) => <NoteForm asked={asked} found={found} one={one} /> },
          ...letsGo(asked, found),
        ]
      : [{ name: 'Catatan', number: true as const, show: ({ notes }: Participant) => count(notes.length) }]),
  ];
  const rows = items.filter(({ state }) => state === 'seated');
  if (rows.length === 0) return <p class="quiet">Belum ada yang mendapat kursi.</p>;
  return (
    <DataTable
      caption={`${rows.length} peserta.`}
      columns={columns}
      rows={rows}
      keyOf={({ merchantId }) => merchantId}
    />
  );
};

const Queue = ({ asked, found }: Props) => {
  const { series, items } = found;
  const rows = items
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || (a.enrolledAt < b.enrolledAt ? -1 : 1));
  if (rows.length === 0) return <p class="quiet">Tidak ada yang menunggu.</p>;
  return (
    <DataTable
      caption={
        series.lot ? 'Menurut kebutuhan, lalu undian; yang mendaftar sesudah undian di belakang.' : 'Belum diundi.'
      }
      columns={[
        { name: 'Usaha', show: ({ name }) => <bdi>{name}</bdi> },
        { name: 'Urutan', number: true, show: ({ place }) => (place === null ? '–' : count(place)) },
        { name: 'Kebutuhan', show: ({ need }) => (need === null ? '–' : needWords(need)) },
        { name: 'Mendaftar', show: ({ enrolledAt }) => localTime(enrolledAt) },
        ...letsGo(asked, found),
      ]}
      rows={rows}
      keyOf={({ merchantId }) => merchantId}
    />
  );
};

type Effects = Output<'GET /series/{seriesId}/effect'>['effects'];
/** What it changed, in a sentence for each horizon. */
const Results = ({ effects }: { effects: Effects }) => (
  <section aria-labelledby="hasil-program">
    <h2 id="hasil-program">Hasil</h2>
    <ul class="stackd">
      {effects.map((effect) => (
        <li key={effect.months}>{effectSentence(effect)}</li>
      ))}
    </ul>
    <p class="small quiet">
      Omzet lewat pasar ini, per usaha per bulan, dibanding tiga bulan sebelum program.{' '}
      <a href="/bantuan/pelatihan/">Cara menilai</a>
    </p>
  </section>
);

/** One series: its meetings, who is in it, who waits, who came. */
export const openSeries = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest, me } = asked;
  const admin = kinds.includes('city-admin');
  const acts = admin || kinds.includes('mentor');
  const [found, { effects }, mentors] = await Promise.all([
    call('GET /series/{seriesId}/enrolments', { params: { seriesId: rest } }),
    call('GET /series/{seriesId}/effect', { params: { seriesId: rest } }),
    admin ? loadMentors(asked) : [],
  ]);
  const { series } = found;
  const page = (
    <article>
      <h1>
        <bdi>{series.title}</bdi>
      </h1>
      <p>
        <a href={dasborAddress('program', place)}>Kembali ke Program</a>
      </p>
      <p>
        {kindNames[series.kind]} oleh <bdi>{series.mentorName}</bdi>. {count(series.seats)} kursi, {count(series.free)}{' '}
        kosong. Pendaftaran sampai {day(series.enrolUntil)}.
      </p>
      <p class="quiet">
        <bdi>{series.about}</bdi>
      </p>
      <ol>
        {series.sessions.map(({ day: on, from, to, place: where }) => (
          <li key={on + from}>
            {longDay(on)}, pukul {from.replace(':', '.')} sampai {to.replace(':', '.')}, di <bdi>{where}</bdi>
          </li>
        ))}
      </ol>
      {series.lot && (
        <p class="small quiet">
          Diundi {localTime(series.lot.at)} dengan benih {series.lot.seed}; sidik benihnya sudah tampil sejak program
          diumumkan.
        </p>
      )}
      {effects.length > 0 && <Results effects={effects} />}
      {admin && <GiveSeats asked={asked} found={found} />}
      {acts && me && <Attendance asked={asked} found={found} person={me.person} />}
      <h2>Peserta</h2>
      <Seated asked={asked} found={found} acts={acts} />
      {admin && <IssueCertificates asked={asked} found={found} />}
      <h2>Antrean</h2>
      <Queue asked={asked} found={found} />
      {admin && <EnrolShop asked={asked} found={found} />}
      {admin && <ChangeSeries key={series.version} asked={asked} mentors={mentors} first={series} />}
    </article>
  );
  return { title: series.title, page };
};
