import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import { type File, fieldNames } from './words.ts';

const numbers = ['nik', 'npwp', 'nib'] as const;

/** Who a shop is by its papers, where the file says otherwise; numbers are left empty where they are right. */
export const CorrectionForm = ({ asked: { call, again }, file }: { asked: AskedCity; file: File }) => {
  const act = useAct();
  const { merchantId, version, name, ownerName } = file;
  const send = (form: HTMLFormElement) => {
    const { reason = '', ...given } = filled(form);
    const other = Object.fromEntries(
      Object.entries(given).filter(([field, value]) => value !== (field === 'name' ? name : ownerName)),
    );
    return act.run(async () => {
      await call('POST /merchants/{merchantId}/identity', {
        params: { merchantId },
        headers: ifUnchanged(version),
        body: { ...other, reason },
      });
      again();
    });
  };
  return (
    <details>
      <summary>Perbaiki identitas sesuai surat</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label={fieldNames.name}
          name="name"
          value={name}
          maxLength={80}
          flaw={flawAt(act.refusal, '/name')}
        />
        <TextField
          label={fieldNames.ownerName}
          name="ownerName"
          value={ownerName}
          maxLength={80}
          flaw={flawAt(act.refusal, '/ownerName')}
        />
        {numbers.map((field) => (
          <TextField
            key={field}
            label={`${fieldNames[field]} yang benar`}
            name={field}
            inputMode="numeric"
            help={file[field] ? `Tercatat ${file[field]}. Kosongkan bila sudah benar.` : 'Kosongkan bila tidak ada.'}
            flaw={flawAt(act.refusal, `/${field}`)}
          />
        ))}
        <TextField
          label="Surat yang dilihat dan alasannya"
          name="reason"
          help="Tanpa menulis nomornya."
          maxLength={300}
          required
          flaw={flawAt(act.refusal, '/reason')}
        />
        <button class="line" type="submit" disabled={act.busy}>
          Simpan perbaikan
        </button>
      </Form>
    </details>
  );
};
