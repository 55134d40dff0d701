import { sendFile } from '../../entry/send-file.ts';
import { useAct } from '../act.ts';
import { Form, flawAt, Summary, TextField } from '../form.tsx';
import type { AgreementFound } from './agreement-facts.tsx';

type Props = { readonly agreement: AgreementFound; readonly token: string; readonly onDone: () => void };
/** Sends the signed paper, or what shows that something was done. */
export const AddDocument = ({ agreement: { partnerId, agreementId }, token, onDone }: Props) => {
  const act = useAct();
  const field = `berkas-${agreementId}`;
  const send = (form: HTMLFormElement) => {
    const given = new FormData(form).get(field);
    if (!(given instanceof File)) return undefined;
    const name = new URLSearchParams({ name: given.name.slice(0, 80) });
    const path = `/partners/${partnerId}/agreements/${agreementId}/documents?${name}`;
    return act.run(async () => {
      await sendFile(token, path, given);
      onDone();
    });
  };
  return (
    <details>
      <summary>Tambah dokumen</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label="Dokumen (PDF, JPEG, atau PNG, paling besar 4 MB)"
          name={field}
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
          required
          flaw={flawAt(act.refusal, '/')}
        />
        <button class="line" type="submit" disabled={act.busy}>
          {act.busy ? 'Mengirim…' : 'Kirim dokumen'}
        </button>
      </Form>
    </details>
  );
};
