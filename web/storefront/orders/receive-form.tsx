import { useRef, useState } from 'preact/hooks';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import type { Call } from '../../entry/client.ts';
import { chosenFiles, uploadOrderPhoto } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { isFetched, type Order } from './states.ts';

type Props = { readonly call: Call; readonly token: string; readonly order: Order; readonly onDone: () => void };

/** Goods have come: all or part, in which state; for an office this is the handover record (BAST). */
export const ReceiveForm = ({ call, token, order, onDone }: Props) => {
  const [partly, setPartly] = useState(false);
  const act = useAct();
  // One handover, one key: sent twice it is recorded once.
  const key = useRef(crypto.randomUUID());
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const given = filled(form);
      const lines = order.lines.map(({ productId }) => ({ productId, quantity: typedNumber(given[productId]) }));
      for (const file of chosenFiles(form)) await uploadOrderPhoto(token, order.orderId, 'handover', file);
      await call('POST /orders/{orderId}/receive', {
        params: { orderId: order.orderId },
        headers: { 'idempotency-key': key.current },
        body: {
          ...(given.receivedBy ? { receivedBy: given.receivedBy } : {}),
          condition: given.remarks ? 'with-remarks' : 'good',
          ...(given.remarks ? { remarks: given.remarks } : {}),
          ...(partly ? { lines, rest: given.rest === 'given-up' ? 'given-up' : 'later' } : {}),
        },
      });
      onDone();
    });
  return (
    <Form class="form block" onSubmit={submit}>
      <h2>{isFetched(order) ? 'Barang sudah diambil?' : 'Barang sudah datang?'}</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <label class="check">
        <input type="checkbox" checked={partly} onChange={({ currentTarget }) => setPartly(currentTarget.checked)} />
        Hanya sebagian yang datang
      </label>
      {partly && (
        <>
          {order.lines.map(({ productId, name, quantity, received, unit }, at) => (
            <TextField
              key={productId}
              label={`${name}: datang berapa ${unit}? (dari ${quantity - received})`}
              name={productId}
              inputMode="numeric"
              value={String(quantity - received)}
              flaw={flawAt(act.refusal, `/lines/${at}/quantity`)}
            />
          ))}
          <SelectField
            label="Sisanya"
            name="rest"
            choices={[
              ['later', 'Diantar menyusul'],
              ['given-up', 'Tidak jadi'],
            ]}
          />
        </>
      )}
      {order.agencyId && (
        <TextField
          label="Diterima oleh"
          name="receivedBy"
          required
          maxLength={80}
          flaw={flawAt(act.refusal, '/receivedBy')}
        />
      )}
      <TextField
        label={order.agencyId ? 'Foto barang (untuk SPJ)' : 'Foto barang (boleh kosong)'}
        name="photo"
        type="file"
        accept="image/*"
        multiple
        flaw={flawAt(act.refusal, '/photo')}
      />
      <TextField label="Catatan kondisi (boleh kosong)" name="remarks" maxLength={300} />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Mencatat…' : 'Terima barang'}
      </button>
    </Form>
  );
};
