import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { longDay } from '../../kit/days.ts';
import { Form, filled, SelectField, TextField } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import { dropMark, type KeptMark, keepMark, readMarks, sendMarks } from './unsent-marks.ts';

type Found = Output<'GET /series/{seriesId}/enrolments'>;
type Participant = Found['items'][number];
/** A code as a participant's QR carries it in the address: `2-k7qm2xpa`. */
const scannedOf = (text = ''): { session: number; code: string } | undefined => {
  const [, session, code] = /^(\d{1,2})-([0-9a-z]{8})$/.exec(text) ?? [];
  return session && code ? { session: Number(session), code } : undefined;
};
const plain = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');

/** What the phone knows of a code without a line: whose it is, and at which meeting. */
const whoseCode = ({ items }: Found, code: string) =>
  items.flatMap((one) => one.codes.flatMap((own, at) => (own === code ? [{ one, session: at + 1 }] : [])))[0];

type Props = { readonly asked: AskedCity; readonly found: Found; readonly person: string };

const Kept = ({
  found,
  marks,
  onDrop,
  onSend,
}: {
  found: Found;
  marks: readonly KeptMark[];
  onDrop: (mark: KeptMark) => void;
  onSend: () => void;
}) => (
  <div class="say waiting" role="status">
    <p>
      <b>{marks.length} kehadiran belum terkirim.</b> Tersimpan di HP ini dan dikirim saat ada internet.
    </p>
    <ul>
      {marks.map((mark) => (
        <li key={`${mark.session} ${mark.code}`}>
          Pertemuan {mark.session}, <bdi>{whoseCode(found, mark.code)?.one.name ?? `kode ${mark.code}`}</bdi>
          {mark.refused && <span class="flaw"> {mark.refused}</span>}{' '}
          <button class="line" type="button" onClick={() => onDrop(mark)}>
            Hapus
          </button>
        </li>
      ))}
    </ul>
    <button class="line" type="button" onClick={onSend}>
      Kirim sekarang
    </button>
  </div>
);

const MEETING = 'pertemuan';
/** The meeting an address names; the first where it names none of them. */
const meetingOf = (asked: string | undefined, most: number): number => {
  const number = Number(asked);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : 1;
};

/** What this phone still keeps of a series, sent as soon as there is a line. */
const useMarks = ({ call, again }: AskedCity, found: Found, person: string) => {
  const ofSeries = () => readMarks(person).filter(({ seriesId }) => seriesId === found.series.seriesId);
  const [marks, setMarks] = useState(ofSeries);
  const reread = () => setMarks(ofSeries());
  const send = async () => {
    const before = ofSeries().length;
    await sendMarks(call, person);
    // What arrived stays marked until the page has come back with it: nobody looks absent in between.
    if (ofSeries().length < before) again();
    else reread();
  };
  useEffect(reread, [found]);
  useEffect(() => {
    void (ofSeries().length > 0 && send());
    const online = () => void send();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, []);
  return { marks, reread, send };
};

/** Who was there: by the code of their phone or by their name, with a line or without. */
export const Attendance = ({ asked, found, person }: Props) => {
  const { query } = asked;
  const { series, items } = found;
  const { marks, reread, send } = useMarks(asked, found, person);
  const [told, setTold] = useState('');
  const scanned = scannedOf(query['hadir']);
  const [session, setSession] = useState(scanned?.session ?? meetingOf(query[MEETING], series.sessions.length));
  /** In the address, because the page is read again after each mark and may be drawn again. */
  const choose = (chosen: string) => {
    const at = new URL(location.href);
    at.searchParams.set(MEETING, chosen);
    history.replaceState(history.state, '', at);
    setSession(Number(chosen));
  };
  const mark = (code: string) => {
    const whose = whoseCode(found, code);
    if (!whose) return setTold('Kode ini bukan milik peserta program ini. Periksa lagi kodenya.');
    if (whose.session !== session)
      return setTold(`Kode ini untuk pertemuan ${whose.session}, bukan pertemuan ${session}.`);
    keepMark(person, { seriesId: series.seriesId, session, code, at: new Date().toISOString() });
    setTold(`${whose.one.name} hadir di pertemuan ${session}.`);
    reread();
    void send();
  };
  const seated = items.filter(({ state }) => state === 'seated');
  const isKept = ({ codes }: Participant) => marks.some(({ code, refused }) => !refused && code === codes[session - 1]);
  const came = (one: Participant) => one.attended.some((seen) => seen.session === session) || isKept(one);
  return (
    <section aria-labelledby="kehadiran">
      <h2 id="kehadiran">Kehadiran</h2>
      {marks.length > 0 && (
        <Kept
          found={found}
          marks={marks}
          onSend={() => void send()}
          onDrop={(one) => {
            dropMark(person, one);
            reread();
          }}
        />
      )}
      <Form onSubmit={(form) => mark(plain(filled(form)['kode'] ?? ''))}>
        <SelectField
          label="Pertemuan"
          name="pertemuan"
          value={String(session)}
          choices={series.sessions.map(({ day }, at) => [String(at + 1), `${at + 1}. ${longDay(day)}`])}
          onChange={choose}
        />
        <TextField
          label="Kode hadir"
          name="kode"
          maxLength={20}
          autocomplete="off"
          value={scanned?.code}
          required
          help="Pindai QR peserta dengan kamera HP ini, atau ketik kode yang dibacakan."
        />
        <button class="button" type="submit">
          Tandai hadir
        </button>
      </Form>
      <p role="status">{told && <bdi>{told}</bdi>}</p>
      <ul class="stackd">
        {seated.map((one) => (
          <li key={one.merchantId} class="sum">
            <bdi>{one.name}</bdi>
            {came(one) ? (
              <span class="badge">Hadir</span>
            ) : (
              <button class="line" type="button" onClick={() => mark(one.codes[session - 1] ?? '')}>
                Hadir tanpa HP
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
