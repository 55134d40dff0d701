import { useRef } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { uploadPhoto } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';

export type OwnProduct = Output<'GET /me/merchants/{merchantId}/products'>['items'][number];

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly merchantId: string;
  readonly category: OwnProduct['category'];
  readonly onDone: () => void;
};

const categoryChoices = Object.entries(categories) as [string, string][] as Choice[];

/** A product in a minute: photo, name, price; the rest has a good start. */
export const ProductForm = ({ call, session, merchantId, category, onDone }: Props) => {
  const act = useAct();
  // The same form sent twice adds one product.
  const key = useRef(crypto.randomUUID());
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const { name = '', unit = 'buah', price = '', amount = '', supply, leadDays, ...given } = filled(form);
      const file = new FormData(form).get('photo');
      const photo =
        file instanceof File && file.size > 0 ? await uploadPhoto(session.token, merchantId, file) : undefined;
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
  return (
    <Form onSubmit={submit}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <TextField label="Foto" name="photo" type="file" accept="image/*" flaw={flawAt(act.refusal, '/photo')} />
      <TextField label="Nama barang" name="name" required maxLength={80} flaw={flawAt(act.refusal, '/name')} />
      <div class="pair">
        <TextField
          label="Harga (rupiah)"
          name="price"
          inputMode="numeric"
          required
          flaw={flawAt(act.refusal, '/priceRupiah')}
        />
        <TextField label="Satuan" name="unit" required value="buah" flaw={flawAt(act.refusal, '/unit')} />
      </div>
      <SelectField label="Kategori" name="category" value={category} choices={categoryChoices} />
      <SelectField
        label="Persediaan"
        name="supply"
        choices={[
          ['stock', 'Barang jadi, ada di toko'],
          ['capacity', 'Dibuat sesuai pesanan'],
        ]}
      />
      <div class="pair">
        <TextField
          label="Jumlah ada / bisa per hari"
          name="amount"
          inputMode="numeric"
          required
          value="10"
          flaw={flawAt(act.refusal, '/amount')}
        />
        <TextField
          label="Pesan berapa hari sebelumnya"
          name="leadDays"
          inputMode="numeric"
          value="0"
          flaw={flawAt(act.refusal, '/leadDays')}
        />
      </div>
      <TextField
        label="Keterangan (boleh kosong)"
        name="description"
        maxLength={300}
        flaw={flawAt(act.refusal, '/description')}
      />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : 'Simpan barang'}
      </button>
    </Form>
  );
};
