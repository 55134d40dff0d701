import type { Output, Sent } from '../../../shared/contract.ts';
import { grouped } from '../../../shared/domain/basics/grouped.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count, rupiah, weekdays } from '../../../shared/domain/basics/wording.ts';
import type { Schedule } from '../../../shared/domain/centres/schedule.ts';
import { scheduleWords, weekdayCodes } from '../../../shared/domain/centres/schedule-words.ts';
import { slugOf } from '../../../shared/domain/pages/slug.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';

export type Centre = Output<'GET /cities/{city}/centres'>['items'][number];
type Wanted = Sent<'PUT /cities/{city}/centres/{slug}'>['body'];

/** Anybody's answers may be a minute old; who just wrote reads what holds now. */
export const fresh = { 'cache-control': 'no-cache' };

const statuses = [
  ['active', 'Buka'],
  ['temporarily closed', 'Tutup sementara'],
  ['inactive', 'Tidak dipakai'],
  ['defunct', 'Sudah tidak ada'],
] as const;

const linesOf = (text = ''): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** Weekdays with the same hours are one schedule. */
const schedulesOf = (given: Partial<Record<string, string>>): Schedule[] => {
  const open = weekdayCodes.flatMap((code) => {
    const [opensAt, closesAt] = [given[`buka-${code}`], given[`tutup-${code}`]];
    return opensAt && closesAt ? [{ code, opensAt, closesAt }] : [];
  });
  return [...grouped(open, ({ opensAt, closesAt }) => `${opensAt} ${closesAt}`).values()].map((same) => ({
    byDay: same.map(({ code }) => code),
    opensAt: same[0]?.opensAt ?? '',
    closesAt: same[0]?.closesAt ?? '',
  }));
};

const wantedOf = (form: HTMLFormElement): Wanted => {
  const given = filled(form) as Partial<Record<string, string>>;
  return {
    name: given['nama'] ?? '',
    description: given['tentang'] ?? '',
    address: given['alamat'] ?? '',
    district: given['kecamatan'] ?? '',
    status: (given['keadaan'] ?? 'active') as Centre['status'],
    schedules: schedulesOf(given),
    stalls: typedNumber(given['lapak']),
    rentRupiah: typedNumber(given['sewa']),
    rules: linesOf(given['aturan']),
    pickUp: given['titip'] !== undefined,
    phone: given['telepon'] ?? null,
  };
};

const HourFields = ({ schedules }: { schedules: readonly Schedule[] }) => (
  <fieldset>
    <legend>Jam buka. Kosongkan hari yang tutup.</legend>
    {weekdayCodes.map((code, at) => {
      const own = schedules.find(({ byDay }) => byDay.includes(code));
      return (
        <div class="pair" key={code}>
          <TextField label={`${weekdays[at]}, buka`} name={`buka-${code}`} type="time" value={own?.opensAt} />
          <TextField label={`${weekdays[at]}, tutup`} name={`tutup-${code}`} type="time" value={own?.closesAt} />
        </div>
      );
    })}
  </fieldset>
);

type Flaw = (pointer: string) => string | undefined;
const NameFields = ({ centre, flaw }: { centre: Centre | undefined; flaw: Flaw }) => (
  <>
    <TextField label="Nama sentra" name="nama" maxLength={80} required value={centre?.name} flaw={flaw('/name')} />
    <TextArea
      label="Tentang sentra ini"
      name="tentang"
      rows={3}
      required
      value={centre?.description ?? ''}
      flaw={flaw('/description')}
    />
    <TextField label="Alamat" name="alamat" maxLength={110} required value={centre?.address} flaw={flaw('/address')} />
  </>
);

type FormProps = {
  readonly asked: AskedCity;
  readonly act: Act;
  readonly centre: Centre | undefined;
  readonly onSave: (wanted: Wanted) => Promise<void>;
};
/** What the city says of a centre: the same form for a new one and for one that is there. */
const CentreForm = ({ asked: { place }, act, centre, onSave }: FormProps) => {
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  return (
    <Form onSubmit={(form) => onSave(wantedOf(form))}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <NameFields centre={centre} flaw={flaw} />
      <SelectField
        label="Kecamatan"
        name="kecamatan"
        value={centre?.district}
        choices={place.city.districts.map(({ code, name }) => [code, name])}
        flaw={flaw('/district')}
      />
      <SelectField label="Keadaan" name="keadaan" value={centre?.status} choices={statuses} flaw={flaw('/status')} />
      <HourFields schedules={centre?.schedules ?? []} />
      {flaw('/schedules') && <p class="flaw">Isi jam buka paling sedikit satu hari.</p>}
      <TextField
        label="Jumlah lapak"
        name="lapak"
        inputMode="numeric"
        required
        value={centre && String(centre.stalls)}
        flaw={flaw('/stalls')}
      />
      <TextField
        label="Sewa satu lapak sehari (rupiah)"
        name="sewa"
        inputMode="numeric"
        help="Kosong berarti tanpa sewa."
        value={centre && centre.rentRupiah > 0 ? count(centre.rentRupiah) : ''}
        flaw={flaw('/rentRupiah')}
      />
      <TextArea
        label="Aturan, satu baris satu aturan"
        name="aturan"
        rows={4}
        value={centre?.rules.join('\n') ?? ''}
        flaw={flaw('/rules')}
      />
      <TextField
        label="Telepon pengelola (boleh kosong)"
        name="telepon"
        type="tel"
        value={centre?.phone ?? ''}
        flaw={flaw('/phone')}
      />
      <label class="check">
        <input type="checkbox" name="titip" defaultChecked={centre?.pickUp ?? false} /> Pesanan boleh diambil di sini
      </label>
      <button class="button" type="submit" disabled={act.busy}>
        {centre ? 'Simpan sentra' : 'Tambah sentra'}
      </button>
    </Form>
  );
};

const lines = (city: City, mine: Wanted, theirs: Wanted): Difference[] => {
  const told = (one: Wanted): readonly (readonly [string, string])[] => [
    ['Nama sentra', one.name],
    ['Tentang sentra ini', one.description],
    ['Alamat', one.address],
    ['Kecamatan', districtName(city, one.district)],
    ['Keadaan', statuses.find(([code]) => code === one.status)?.[1] ?? ''],
    ['Jam buka', scheduleWords(one.schedules)],
    ['Jumlah lapak', String(one.stalls)],
    ['Sewa satu lapak sehari', rupiah(one.rentRupiah ?? 0)],
    ['Aturan', (one.rules ?? []).join(' · ')],
    ['Telepon pengelola', one.phone ?? ''],
    ['Pesanan diambil di sini', one.pickUp ? 'boleh' : 'tidak'],
  ];
  const saved = told(theirs);
  return told(mine).map(([label, text], at) => [label, text, saved[at]?.[1] ?? '']);
};

type Props = { readonly asked: AskedCity };
export const AddCentre = ({ asked }: Props) => {
  const { call, place } = asked;
  const act = useAct();
  const save = (body: Wanted) =>
    act.run(async () => {
      const slug = slugOf(body.name, 'sentra');
      // A new one never writes over another of that name.
      const how = { params: { city: place.code, slug }, body, headers: ifUnchanged(0) };
      await call('PUT /cities/{city}/centres/{slug}', how);
      location.assign(dasborAddress(`sentra/${slug}`, place));
    });
  return <CentreForm asked={asked} act={act} centre={undefined} onSave={save} />;
};

export const EditCentre = ({ asked, first }: Props & { readonly first: Centre }) => {
  const { call, place, again } = asked;
  const params = { city: place.code, slug: first.slug };
  const { current, conflict, act, ...edit } = useEdit<Centre, Wanted>(
    first,
    () => call('GET /cities/{city}/centres/{slug}', { params, headers: fresh }),
    async (body, version) => {
      const saved = await call('PUT /cities/{city}/centres/{slug}', { params, body, headers: ifUnchanged(version) });
      again();
      return saved;
    },
  );
  return (
    <>
      {conflict && (
        <BothVersions
          fields={lines(place.city, conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <CentreForm key={current.version} asked={asked} act={act} centre={current} onSave={edit.save} />
    </>
  );
};
