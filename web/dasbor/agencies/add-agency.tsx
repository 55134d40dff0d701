import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';

type Agency = Output<'POST /cities/{city}/agencies'>;

type Props = { readonly asked: AskedCity; readonly listed: ReadonlySet<string> };
/** The city adds an office. A list of many is read once in minutes, so the new one is led to at once. */
export const AddAgency = ({ asked: { call, place, again }, listed }: Props) => {
  const [added, setAdded] = useState<Agency>();
  // One office a filled form: sent again after a break of the line it is the same one.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const { nama: name = '', alamat: address = '' } = filled(form);
    return act.run(async () => {
      const made = await call('POST /cities/{city}/agencies', {
        params: { city: place.code },
        body: { name, address },
        headers: { 'idempotency-key': key },
      });
      setAdded(made);
      setKey(crypto.randomUUID());
      again();
    });
  };
  return (
    <details>
      <summary>Tambah dinas</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form key={added?.agencyId ?? ''} onSubmit={send}>
        <TextField label="Nama dinas" name="nama" maxLength={120} required flaw={flawAt(act.refusal, '/name')} />
        <TextField label="Alamat" name="alamat" maxLength={200} required flaw={flawAt(act.refusal, '/address')} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Tambah dinas'}
        </button>
      </Form>
      <div role="status">
        {added && (
          <p>
            <bdi>{added.name}</bdi> ditambahkan.{' '}
            {!listed.has(added.agencyId) && 'Di daftar, dinas ini muncul paling lama 10 menit lagi. '}
            <a href={dasborAddress(`dinas/${added.agencyId}`, place)}>Undang petugasnya</a>
          </p>
        )}
      </div>
    </details>
  );
};
