import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';

type Reasons = Output<'GET /merchants/{merchantId}/file'>['reasons'];
const names: Readonly<Record<Reasons[number]['field'], string>> = {
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
/** What is written in one field; the rest is chosen from a list, and mended with the office. */
const written: ReadonlySet<string> = new Set(['name', 'ownerName', 'nik', 'npwp', 'nib', 'phone', 'address']);

type Props = {
  readonly call: Call;
  readonly merchantId: string;
  readonly reasons: Reasons;
  readonly onDone: () => void;
};

/** A returned application is mended where it stands: each field with what the city said of it, and sent again. */
export const MendForm = ({ call, merchantId, reasons, onDone }: Props) => {
  const act = useAct();
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      await call('PATCH /merchants/{merchantId}', { params: { merchantId }, body: filled(form) });
      onDone();
    });
  const fields = reasons.filter(({ field }) => written.has(field));
  const others = reasons.filter(({ field }) => !written.has(field));
  return (
    <div class="say wrong">
      <h2>Pendaftaran dikembalikan. Perbaiki, lalu kirim ulang.</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {others.length > 0 && (
        <ul>
          {others.map(({ field, reason }) => (
            <li key={field}>
              {names[field]}: {reason}{' '}
              {field === 'account' ? (
                <a href="#rekening-toko">Ganti di Rekening toko; pendaftaran lalu terkirim ulang.</a>
              ) : (
                'Bawa berkasnya ke dinas untuk memperbaikinya.'
              )}
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <Form onSubmit={submit}>
          {fields.map(({ field, reason }) => (
            <TextField
              key={field}
              label={names[field]}
              name={field}
              required
              flaw={flawAt(act.refusal, `/${field}`) ?? reason}
            />
          ))}
          <button class="button" type="submit" disabled={act.busy}>
            Kirim ulang
          </button>
        </Form>
      )}
    </div>
  );
};
