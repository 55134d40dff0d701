import { useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import type { Act } from '../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, TextArea, TextField } from '../../kit/form.tsx';
import { kindNames } from './mentors.ts';

export type NewSeries = Sent<'POST /cities/{city}/series'>['body'];
export type Series = Output<'GET /series/{seriesId}/enrolments'>['series'];

const MOST_SESSIONS = 20;
/** One material a line: its title, then its address. */
const materialsOf = (text: string): NonNullable<NewSeries['materials']> =>
  text.split('\n').flatMap((line) => {
    const [, title = '', url = ''] = /^(.*?)\s*(https:\/\/\S+)\s*$/.exec(line.trim()) ?? [];
    return line.trim() === '' ? [] : [{ title: title || url, url: url || line.trim() }];
  });

const bodyOf = (form: HTMLFormElement, meetings: number): NewSeries => {
  const {
    jenis,
    judul = '',
    tentang = '',
    pendamping = '',
    nama = '',
    kursi,
    tutup = '',
    materi = '',
    ...rest
  } = filled(form);
  const sessions = Array.from({ length: meetings }, (_, at) => ({
    day: rest[`hari-${at}`] ?? '',
    from: rest[`mulai-${at}`] ?? '',
    to: rest[`selesai-${at}`] ?? '',
    place: rest[`tempat-${at}`] ?? '',
  }));
  const kind = jenis === 'mentoring' ? 'mentoring' : 'training';
  return {
    kind,
    title: judul,
    about: tentang,
    mentor: pendamping,
    mentorName: nama,
    seats: typedNumber(kursi),
    enrolUntil: tutup,
    sessions,
    materials: materialsOf(materi),
  };
};

type Flaw = (pointer: string) => string | undefined;

type AboutProps = {
  readonly series: Series | undefined;
  readonly mentors: readonly (readonly [string, string])[];
  readonly flaw: Flaw;
};
const AboutFields = ({ series, mentors, flaw }: AboutProps) => (
  <>
    <SelectField label="Jenis" name="jenis" value={series?.kind} choices={Object.entries(kindNames)} />
    <TextField label="Judul" name="judul" maxLength={100} value={series?.title} required flaw={flaw('/title')} />
    <TextArea
      label="Isi dan tujuan"
      name="tentang"
      rows={3}
      value={series?.about ?? ''}
      required
      flaw={flaw('/about')}
    />
    <SelectField
      label="Pendamping"
      name="pendamping"
      value={series?.mentor}
      choices={mentors}
      required
      flaw={flaw('/mentor')}
    />
    <TextField
      label="Nama pendamping"
      name="nama"
      maxLength={80}
      value={series?.mentorName}
      required
      help="Nama ini dibaca peserta."
      flaw={flaw('/mentorName')}
    />
    <TextField
      label="Kursi"
      name="kursi"
      inputMode="numeric"
      maxLength={6}
      value={series ? String(series.seats) : undefined}
      required
      flaw={flaw('/seats')}
    />
    <TextField
      label="Pendaftaran sampai"
      name="tutup"
      type="date"
      value={series?.enrolUntil}
      required
      help="Semua yang mendaftar sampai hari ini ikut diundi."
      flaw={flaw('/enrolUntil')}
    />
  </>
);

type MeetingProps = {
  readonly at: number;
  readonly known: Series['sessions'][number] | undefined;
  readonly flaw: Flaw;
};
const MeetingFields = ({ at, known, flaw }: MeetingProps) => (
  <fieldset>
    <legend>Pertemuan {at + 1}</legend>
    <TextField
      label="Hari"
      name={`hari-${at}`}
      type="date"
      value={known?.day}
      required
      flaw={flaw(`/sessions/${at}/day`)}
    />
    <TextField
      label="Mulai"
      name={`mulai-${at}`}
      type="time"
      value={known?.from}
      required
      flaw={flaw(`/sessions/${at}/from`)}
    />
    <TextField
      label="Selesai"
      name={`selesai-${at}`}
      type="time"
      value={known?.to}
      required
      flaw={flaw(`/sessions/${at}/to`)}
    />
    <TextField
      label="Tempat"
      name={`tempat-${at}`}
      maxLength={200}
      value={known?.place}
      required
      flaw={flaw(`/sessions/${at}/place`)}
    />
  </fieldset>
);

type FormProps = {
  readonly act: Act;
  readonly mentors: readonly Choice[];
  readonly series?: Series;
  readonly onSave: (body: NewSeries, form: HTMLFormElement) => Promise<void>;
};
/** What the city says of a programme: the same form for a new one and for one that is there. */
export const SeriesForm = ({ act, mentors, series, onSave }: FormProps) => {
  const [meetings, setMeetings] = useState(series?.sessions.length ?? 1);
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  const named = mentors.length > 0 ? mentors : [['', 'Undang pendamping dulu di halaman Petugas'] as const];
  return (
    <Form onSubmit={(form) => onSave(bodyOf(form, meetings), form)}>
      <AboutFields series={series} mentors={named} flaw={flaw} />
      {Array.from({ length: meetings }, (_, at) => (
        <MeetingFields key={at} at={at} known={series?.sessions[at]} flaw={flaw} />
      ))}
      {flaw('/sessions') && <p class="flaw">{flaw('/sessions')}</p>}
      <div class="acts">
        <button
          class="line"
          type="button"
          disabled={meetings >= MOST_SESSIONS}
          onClick={() => setMeetings(meetings + 1)}
        >
          Tambah pertemuan
        </button>
        <button class="line" type="button" disabled={meetings <= 1} onClick={() => setMeetings(meetings - 1)}>
          Kurangi pertemuan
        </button>
      </div>
      <TextArea
        label="Materi"
        name="materi"
        rows={3}
        flaw={flaw('/materials/0/url')}
        help="Satu baris satu materi: judul, lalu alamat yang diawali https://."
        value={series?.materials.map(({ title, url }) => `${title} ${url}`).join('\n') ?? ''}
      />
      <button class="button" type="submit" disabled={act.busy}>
        {series ? 'Simpan' : 'Umumkan'}
      </button>
    </Form>
  );
};
