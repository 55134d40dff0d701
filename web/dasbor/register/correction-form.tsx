import type { Sent } from '../../../shared/contract.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import { type File, fieldNames } from './words.ts';

const numbers = ['nik', 'npwp', 'nib'] as const;

type Change = Sent<'POST /merchants/{merchantId}/identity'>['body'];
type Stands = Pick<File, 'name' | 'ownerName' | (typeof numbers)[number] | 'version'>;

/** What is written, beside what a colleague wrote meanwhile; a number that was left empty is not changed. */
const lines = (mine: Change, theirs: Stands): Difference[] =>
  (['name', 'ownerName', ...numbers] as const).map((field) => {
    const saved = theirs[field] ?? '';
    return [fieldNames[field], mine[field] ?? saved, saved];
  });

/** Who a shop is by its papers, where the file says otherwise; numbers are left empty where they are right. */
export const CorrectionForm = ({ asked: { call, again }, file }: { asked: AskedCity; file: File }) => {
  const params = { merchantId: file.merchantId };
  const { current, conflict, act, ...edit } = useEdit<Stands, Change>(
    file,
    () => call('GET /merchants/{merchantId}/file', { params }),
    async (body, version) => {
      const saved = await call('POST /merchants/{merchantId}/identity', {
        params,
        body,
        headers: ifUnchanged(version),
      });
      again();
      return saved;
    },
  );
  const { name, ownerName } = current;
  const send = (form: HTMLFormElement) => {
    const { reason = '', ...given } = filled(form);
    const other = Object.fromEntries(
      Object.entries(given).filter(([field, value]) => value !== (field === 'name' ? name : ownerName)),
    );
    return edit.save({ ...other, reason });
  };
  return (
    <details>
      <summary>Perbaiki identitas sesuai surat</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={lines(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Form key={current.version} onSubmit={send}>
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
            help={
              current[field] ? `Tercatat ${current[field]}. Kosongkan bila sudah benar.` : 'Kosongkan bila tidak ada.'
            }
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
