import type { Output, Sent } from '../../../shared/contract.ts';
import { day, phone, weekdays } from '../../../shared/domain/basics/wording.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { Table } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity, Opened } from '../opened.ts';
import { LogoForm } from './logo-form.tsx';
import { accentSentence, daysIn, daysOff, daysWritten } from './words.ts';

type Change = Sent<'PATCH /cities/{city}'>['body'];
type Holidays = Output<'GET /cities/{city}/holidays/{year}'>;

const batikDays: readonly Choice[] = [['', 'Tidak ada'], ...weekdays.map((name, at): Choice => [String(at + 1), name])];
const batikWords = (batikDay: number | null | undefined): string => (batikDay ? (weekdays[batikDay - 1] ?? '') : '');

/** Every setting as it is read: its label, its value in a change and in the city. */
const lines = (change: Change, city: City): Difference[] => [
  ['WhatsApp kantor', change.helpPhone ?? '', city.helpPhone ? phone(city.helpPhone) : ''],
  ['Warna kota', change.accent ?? '', city.accent ?? ''],
  ['Hari batik', batikWords(change.batikDay), batikWords(city.batikDay)],
  ['Hari libur kota', daysWritten(change.holidays), daysWritten(city.holidays)],
];

const changeOf = (form: HTMLFormElement): Change => {
  const { helpPhone, accent, batik, libur = '' } = filled(form);
  return {
    helpPhone: helpPhone ?? null,
    accent: accent ?? null,
    batikDay: batik ? Number(batik) : null,
    holidays: daysIn(libur),
  };
};

const kinds = { national: 'Libur nasional', joint: 'Cuti bersama', city: 'Libur kota' } as const;
type DaysProps = { readonly holidays: Holidays; readonly year: string; readonly city: City };
/** Every day off of the year, the city's own as they were just saved, and where the country's are written. */
const DaysOff = ({ holidays, year, city }: DaysProps) => {
  const days = daysOff(holidays.days, city.holidays ?? [], year);
  return (
    <section aria-labelledby="hari-libur">
      <h2 id="hari-libur">Hari libur {year}</h2>
      <p class="quiet">
        Lamanya dinas membayar dihitung juga dalam hari kerja: tanpa Sabtu, Minggu, dan hari-hari ini.{' '}
        {holidays.source
          ? `Libur nasional menurut ${holidays.source}${holidays.confirmed ? '.' : '; belum dicocokkan dengan naskahnya.'}`
          : `Libur nasional ${year} belum dimasukkan.`}
      </p>
      {days.length > 0 && (
        <Table
          caption={`${days.length} hari.`}
          head={['Tanggal', 'Hari libur', 'Jenis']}
          rows={days.map((one) => [day(one.day), one.name, kinds[one.kind]])}
        />
      )}
    </section>
  );
};

type FormProps = { readonly asked: AskedCity; readonly first: City; readonly days: Omit<DaysProps, 'city'> };
const SettingsForm = ({ asked: { call, place }, first, days }: FormProps) => {
  const params = { city: place.code };
  const { current, conflict, act, saved, ...edit } = useEdit<City, Change>(
    first,
    () => call('GET /cities/{city}/settings', { params }),
    (body, version) => call('PATCH /cities/{city}', { params, body, headers: ifUnchanged(version) }),
  );
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  const ofDays = (current.holidays ?? [])
    .concat({ day: '', name: '' })
    .flatMap((_, at) => [`/holidays/${at}/day`, `/holidays/${at}/name`].flatMap((pointer) => flaw(pointer) ?? []));
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={lines(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Form key={current.version} onSubmit={(form) => edit.save(changeOf(form))}>
        <TextField
          label="WhatsApp kantor"
          name="helpPhone"
          type="tel"
          flaw={flaw('/helpPhone')}
          help="Tampil untuk semua orang di halaman kota dan bantuan. Kosongkan bila tidak ada."
          value={current.helpPhone ? phone(current.helpPhone) : ''}
        />
        <TextField
          label="Warna kota"
          name="accent"
          flaw={flaw('/accent')}
          value={current.accent ?? ''}
          help={`Misalnya #1F3B73. Kosongkan untuk warna Pasar Rata. ${accentSentence(current.accent)}`}
        />
        <SelectField
          label="Hari batik"
          name="batik"
          flaw={flaw('/batikDay')}
          choices={batikDays}
          value={current.batikDay ? String(current.batikDay) : ''}
          help="Disebut di halaman kota, dengan jalan ke batik dari kota ini."
        />
        <TextArea
          label="Hari libur kota"
          name="libur"
          rows={4}
          value={daysWritten(current.holidays)}
          help="Selain libur nasional. Satu baris satu hari: tanggal, spasi, nama. Misalnya 1 April 2026 Hari jadi kota."
          flaw={flaw('/holidays') ?? ofDays[0]}
        />
        <button class="button" type="submit" disabled={act.busy}>
          Simpan pengaturan
        </button>
        <p role="status">{saved && 'Tersimpan. Halaman umum ditulis ulang dalam beberapa menit.'}</p>
      </Form>
      <DaysOff {...days} city={current} />
    </>
  );
};

/** What the city says of itself: how to reach it, its colour, its days. */
export const openSettings = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds: as, linkTo } = asked;
  const year = String(new Date().getFullYear());
  const [city, holidays] = await Promise.all([
    call('GET /cities/{city}/settings', { params: { city: place.code } }),
    call('GET /cities/{city}/holidays/{year}', { params: { city: place.code, year } }),
  ]);
  const [letterhead, tiles] = [linkTo('kop-surat'), linkTo('letak')];
  const page = (
    <>
      <h1>Pengaturan kota</h1>
      <p class="links">
        {letterhead && <a href={letterhead}>Kop surat</a>} {tiles && <a href={tiles}>Letak kecamatan</a>}
      </p>
      {as.includes('city-admin') ? (
        <>
          <SettingsForm key={city.version} asked={asked} first={city} days={{ holidays, year }} />
          <LogoForm key={`logo ${city.logo ?? ''}`} asked={asked} city={city} />
        </>
      ) : (
        <>
          <Table
            caption={`Yang diatur ${city.name}.`}
            head={['Pengaturan', 'Sekarang']}
            rows={lines({}, city).map(([label, , now]) => [label, now || 'tidak ada'])}
          />
          <DaysOff holidays={holidays} year={year} city={city} />
        </>
      )}
    </>
  );
  return { title: 'Pengaturan kota', page };
};
