import { useRef } from 'preact/hooks';
import { typedNumber } from '../../../../shared/domain/basics/typed/typed-number.ts';
import type { Call } from '../../../entry/client.ts';
import type { Session } from '../../../entry/session.ts';
import { chosenFiles, uploadPhoto } from '../../../entry/upload.ts';
import { useAct } from '../../../kit/act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../../kit/form.tsx';
import type { OwnProduct } from './own-product.ts';
import { HowFields, WhatFields } from './product-fields.tsx';

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly merchantId: string;
  readonly category: OwnProduct['category'];
  readonly onDone: () => void;
};

/** The only form of its names on the page. */
const named = (field: string): string => field;

/** A product in a minute: photo, name, price; the rest has a good start. */
export const AddProduct = ({ call, session, merchantId, category, onDone }: Props) => {
  const act = useAct();
  // The same form sent twice adds one product.
  const key = useRef(crypto.randomUUID());
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const { name = '', unit = 'buah', price = '', amount = '', supply, leadDays, ...given } = filled(form);
      const [file] = chosenFiles(form);
      const photo = file && (await uploadPhoto(session.token, merchantId, file));
      await call('POST /merchants/{merchantId}/products', {
        params: { merchantId },
        headers: { 'idempotency-key': key.current },
        body: {
          name,
          unit,
          priceRupiah: typedNumber(price),
          category: (given.category ?? category) as OwnProduct['category'],
          supply: supply === 'capacity' ? 'capacity' : 'stock',
          amount: typedNumber(amount),
          leadDays: typedNumber(leadDays),
          ...(given.description ? { description: given.description } : {}),
          ...(photo ? { photo } : {}),
        },
      });
      key.current = crypto.randomUUID();
      form.reset();
      onDone();
    });
  const fields = { first: { category }, named, refusal: act.refusal };
  return (
    <Form onSubmit={submit}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <WhatFields {...fields} />
      <SelectField
        label="Persediaan"
        name="supply"
        choices={[
          ['stock', 'Barang jadi, ada di toko'],
          ['capacity', 'Dibuat sesuai pesanan'],
        ]}
      />
      <TextField
        label="Jumlah ada / bisa per hari"
        name="amount"
        inputMode="numeric"
        required
        value="10"
        flaw={flawAt(act.refusal, '/amount')}
      />
      <HowFields {...fields} />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : 'Simpan barang'}
      </button>
    </Form>
  );
};
