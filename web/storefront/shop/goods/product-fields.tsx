import { categories } from '../../../../shared/domain/basics/category-labels.ts';
import { count } from '../../../../shared/domain/basics/wording.ts';
import type { Refusal } from '../../../entry/client.ts';
import { type Choice, flawAt, SelectField, TextArea, TextField } from '../../../kit/form.tsx';
import type { OwnProduct } from './own-product.ts';

const categoryChoices = Object.entries(categories) as [string, string][] as Choice[];

type Props = {
  /** What stands in the fields before anybody types. */
  readonly first: Partial<OwnProduct> & Pick<OwnProduct, 'category'>;
  /** Many goods stand on one page: a field is told from its like by this. */
  readonly named: (field: string) => string;
  readonly refusal: Refusal | undefined;
};

/** What it is and what it costs. */
export const WhatFields = ({ first, named, refusal }: Props) => (
  <>
    <TextField
      label={first.photo ? 'Ganti foto' : 'Foto'}
      name={named('photo')}
      type="file"
      accept="image/*"
      flaw={flawAt(refusal, '/photo')}
    />
    {first.photo && (
      <label class="check">
        <input type="checkbox" name={named('tanpaFoto')} /> Hapus fotonya
      </label>
    )}
    <TextField
      label="Nama barang"
      name={named('name')}
      required
      maxLength={80}
      value={first.name}
      flaw={flawAt(refusal, '/name')}
    />
    <div class="pair">
      <TextField
        label="Harga (rupiah)"
        name={named('price')}
        inputMode="numeric"
        required
        value={first.priceRupiah === undefined ? undefined : count(first.priceRupiah)}
        flaw={flawAt(refusal, '/priceRupiah')}
      />
      <TextField
        label="Satuan"
        name={named('unit')}
        required
        value={first.unit ?? 'buah'}
        flaw={flawAt(refusal, '/unit')}
      />
    </div>
    <SelectField
      label="Kategori"
      name={named('category')}
      value={first.category}
      choices={categoryChoices}
      flaw={flawAt(refusal, '/category')}
    />
  </>
);

/** How long before it is ordered, and what else a buyer should know. */
export const HowFields = ({ first, named, refusal }: Props) => (
  <>
    <TextField
      label="Pesan berapa hari sebelumnya"
      name={named('leadDays')}
      inputMode="numeric"
      value={String(first.leadDays ?? 0)}
      flaw={flawAt(refusal, '/leadDays')}
    />
    <TextArea
      label="Keterangan (boleh kosong)"
      name={named('description')}
      rows={3}
      maxLength={1000}
      value={first.description}
      flaw={flawAt(refusal, '/description')}
    />
  </>
);
