import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import { type Centre, fresh } from './centre-form.tsx';

export type MarketDay = Output<'GET /cities/{city}/centres/{slug}/days/{day}'>;
type Wanted = Sent<'PUT /cities/{city}/centres/{slug}/days/{day}'>['body'];
/** What an officer may change of a day, and which writing of it was seen. */
type Known = Required<Wanted> & Pick<MarketDay, 'version'>;
type Props = { readonly asked: AskedCity; readonly centre: Centre };

const wantedOf = (form: HTMLFormElement): Wanted => {
  const { acara = '', buka = '', tutup = '', lapakHari, sampai = '', batal } = filled(form);
  const times = { opensAt: buka, closesAt: tutup, applyUntil: sampai };
  return { name: acara, ...times, stalls: typedNumber(lapakHari), cancelled: batal !== undefined };
};

const lines = (mine: Wanted, theirs: Known): Difference[] => [
  ['Nama acara', mine.name, theirs.name],
  ['Jam buka', mine.opensAt, theirs.opensAt],
  ['Jam tutup', mine.closesAt, theirs.closesAt],
  ['Jumlah lapak', String(mine.stalls), String(theirs.stalls)],
  ['Usaha meminta lapak sampai', day(mine.applyUntil), day(theirs.applyUntil)],
  ['Keadaan', ...([mine, theirs].map(({ cancelled }) => (cancelled ? 'dibatalkan' : 'tetap')) as [string, string])],
];

type FieldProps = {
  readonly centre: Centre;
  readonly known: Known | undefined;
  readonly flaw: (pointer: string) => string | undefined;
};
const DayFields = ({ centre, known, flaw }: FieldProps) => (
  <>
    <TextField
      label="Nama acara"
      name="acara"
      maxLength={80}
      required
      value={known?.name ?? 'Pasar sentra'}
      flaw={flaw('/name')}
    />
    <TextField
      label="Jam buka"
      name="buka"
      type="time"
      required
      value={known?.opensAt ?? '08:00'}
      flaw={flaw('/opensAt')}
    />
    <TextField
      label="Jam tutup"
      name="tutup"
      type="time"
      required
      value={known?.closesAt ?? '14:00'}
      flaw={flaw('/closesAt')}
    />
    <TextField
      label="Jumlah lapak"
      name="lapakHari"
      inputMode="numeric"
      required
      value={String(known?.stalls ?? centre.stalls)}
      flaw={flaw('/stalls')}
    />
    <TextField
      label="Usaha meminta lapak sampai"
      name="sampai"
      type="date"
      required
      value={known?.applyUntil}
      flaw={flaw('/applyUntil')}
    />
  </>
);

type FormProps = {
  readonly act: Act;
  readonly centre: Centre;
  readonly known?: Known;
  readonly onSave: (form: HTMLFormElement) => Promise<void>;
};
const DayForm = ({ act, centre, known, onSave }: FormProps) => {
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  return (
    <Form onSubmit={onSave}>
      {act.refusal && <Summary refusal={act.refusal} />}
      {!known && <TextField label="Tanggal" name="hari" type="date" required flaw={flaw('#/path/day')} />}
      <DayFields centre={centre} known={known} flaw={flaw} />
      {known && (
        <label class="check">
          <input type="checkbox" name="batal" defaultChecked={known.cancelled} /> Hari pasar ini dibatalkan
        </label>
      )}
      <button class="button" type="submit" disabled={act.busy}>
        {known ? 'Simpan hari pasar' : 'Tambah hari pasar'}
      </button>
    </Form>
  );
};

/** A market day is written down by its date. */
export const AddDay = ({ asked: { call, place, again }, centre }: Props) => {
  const act = useAct();
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      const params = { city: place.code, slug: centre.slug, day: filled(form)['hari'] ?? '' };
      const how = { params, body: wantedOf(form), headers: ifUnchanged(0) };
      await call('PUT /cities/{city}/centres/{slug}/days/{day}', how);
      again();
    });
  return <DayForm act={act} centre={centre} onSave={save} />;
};

export const EditDay = ({ asked: { call, place, again }, centre, first }: Props & { readonly first: MarketDay }) => {
  const params = { city: place.code, slug: centre.slug, day: first.day };
  const { current, conflict, act, ...edit } = useEdit<Known, Wanted>(
    first,
    () => call('GET /cities/{city}/centres/{slug}/days/{day}', { params, headers: fresh }),
    async (body, version) => {
      const how = { params, body, headers: ifUnchanged(version) };
      const saved = await call('PUT /cities/{city}/centres/{slug}/days/{day}', how);
      again();
      return saved;
    },
  );
  return (
    <>
      {conflict && (
        <BothVersions
          fields={lines(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <DayForm
        key={current.version}
        act={act}
        centre={centre}
        known={current}
        onSave={(form) => edit.save(wantedOf(form))}
      />
    </>
  );
};
