import { useState } from 'preact/hooks';
import type { Call } from '../../../../entry/client.ts';
import { useAct } from '../../../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../../../kit/form.tsx';
import type { Delivery } from '../delivery.ts';
import { addressOf, isSaved, saveAddress, useAddresses } from './saved-addresses.ts';

type Props = { readonly call: Call; readonly delivery: Partial<Delivery>; readonly agencyId: string | undefined };

/** An address that was typed, offered to be kept with the account or the office: also what a guest typed before signing in. */
export const SaveAddress = ({ call, delivery, agencyId }: Props) => {
  const { addresses, again } = useAddresses(call, true, agencyId);
  const [said, setSaid] = useState('');
  const act = useAct();
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      const { name } = await saveAddress(call, agencyId, addressOf(filled(form)['addressName'] ?? '', delivery));
      await again();
      setSaid(`Alamat “${name}” tersimpan.`);
    });
  if (!said && isSaved(addresses, delivery)) return <p>Alamat ini sudah tersimpan.</p>;
  return (
    <>
      <p role="status" class="small">
        {said}
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {!said && (
        <Form onSubmit={save}>
          <TextField
            label="Nama alamat"
            name="addressName"
            required
            maxLength={40}
            value={agencyId ? '' : 'Rumah'}
            help={
              agencyId
                ? 'Misalnya: Aula. Bisa dipakai semua pemesan kantor ini.'
                : 'Misalnya: Rumah, Ibu. Hanya Anda yang bisa melihatnya.'
            }
            flaw={flawAt(act.refusal, '/name')}
          />
          <button class="line" type="submit" disabled={act.busy}>
            Simpan alamat
          </button>
        </Form>
      )}
    </>
  );
};
