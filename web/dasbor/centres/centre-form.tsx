import type { Output, Sent } from '../../../shared/contract.ts';
import { grouped } from '../../../shared/domain/basics/grouped.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { weekdays } from '../../../shared/domain/basics/wording.ts';
import type { Schedule } from '../../../shared/domain/centres/schedule.ts';
import { weekdayCodes } from '../../../shared/domain/centres/schedule-words.ts';
import { slugOf } from '../../../shared/domain/pages/slug.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';

export type Centre = Output<'GET /cities/{city}/centres'>['items'][number];
type Wanted = Sent<'PUT /cities/{city}/centres/{slug}'>['body'];

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

type Props = { readonly asked: AskedCity; readonly centre: Centre | undefined };
/** What the city says of a centre: the same form for a new one and for one that is there. */
export const CentreForm = ({ asked: { call, place, again }, centre }: Props) => {
  const act = useAct();
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const body = wantedOf(form);
      const slug = centre?.slug ?? slugOf(body.name, 'sentra');
      await call('PUT /cities/{city}/centres/{slug}', {
        params: { city: place.code, slug },
        body,
        // A new one never writes over another of that name.
        headers: ifUnchanged(centre?.version ?? 0),
      });
      if (centre) again();
      else location.assign(dasborAddress(`sentra/${slug}`, place));
    });
  return (
    <Form onSubmit={send}>
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
        value={centre && centre.rentRupiah > 0 ? String(centre.rentRupiah) : ''}
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
