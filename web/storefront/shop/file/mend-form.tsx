import { useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import { categories } from '../../../../shared/domain/basics/category-labels.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../../kit/form.tsx';
import { PlaceFields } from './place-fields.tsx';

type File = Output<'GET /merchants/{merchantId}/file'>;
type Field = File['reasons'][number]['field'];
const names: Readonly<Record<Field, string>> = {
  name: 'Nama usaha',
  ownerName: 'Nama pemilik',
  nik: 'NIK',
  npwp: 'NPWP',
  nib: 'NIB',
  phone: 'Nomor HP (WhatsApp)',
  account: 'Rekening',
  district: 'Kecamatan',
  village: 'Kelurahan',
  address: 'Alamat',
  category: 'Yang dijual',
};
/** What is written in one field; the rest is chosen from a list. */
const written: ReadonlySet<string> = new Set(['name', 'ownerName', 'nik', 'npwp', 'nib', 'phone', 'address']);

/** A field by a name of its own: the form for a new good on the same page asks for a name and a category too. */
const MENDED = 'perbaikan-';
const mended = (form: HTMLFormElement) =>
  Object.fromEntries(Object.entries(filled(form)).map(([name, value]) => [name.replace(MENDED, ''), value]));

type Props = { readonly call: Call; readonly file: File; readonly onDone: () => void };

/** A returned application is mended where it stands: each field with what the city said of it, and sent again. */
export const MendForm = ({ call, file, onDone }: Props) => {
  const { merchantId, reasons, cityCode, category, village } = file;
  const [district, setDistrict] = useState(file.district);
  const act = useAct();
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      await call('PATCH /merchants/{merchantId}', { params: { merchantId }, body: mended(form) });
      onDone();
    });
  const said = (...fields: readonly Field[]) => reasons.find(({ field }) => fields.includes(field))?.reason;
  const place = said('district', 'village');
  const account = said('account');
  const fields = reasons.filter(({ field }) => written.has(field));
  return (
    <div class="say wrong">
      <h2>Pendaftaran dikembalikan. Perbaiki, lalu kirim ulang.</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {account && (
        <p>
          Rekening: {account} <a href="#rekening-toko">Ganti di Rekening toko.</a>{' '}
          {reasons.length > 1
            ? 'Pendaftaran terkirim ulang sesudah rekening dan isian di bawah ini diperbaiki.'
            : 'Begitu tersimpan, pendaftaran terkirim ulang.'}
        </p>
      )}
      {reasons.some(({ field }) => field !== 'account') && (
        <Form onSubmit={submit}>
          {fields.map(({ field, reason }) => (
            <TextField
              key={field}
              label={names[field]}
              name={MENDED + field}
              required
              flaw={flawAt(act.refusal, `/${field}`) ?? reason}
            />
          ))}
          {place && (
            <PlaceFields
              call={call}
              cityCode={cityCode}
              district={district}
              village={district === file.district ? village : undefined}
              refusal={act.refusal}
              reason={place}
              onDistrict={setDistrict}
            />
          )}
          {said('category') && (
            <SelectField
              label={names.category}
              name={`${MENDED}category`}
              value={category}
              choices={Object.entries(categories) as [string, string][]}
              flaw={flawAt(act.refusal, '/category') ?? said('category')}
            />
          )}
          <button class="button" type="submit" disabled={act.busy}>
            {account ? 'Simpan perbaikan' : 'Kirim ulang'}
          </button>
        </Form>
      )}
    </div>
  );
};
