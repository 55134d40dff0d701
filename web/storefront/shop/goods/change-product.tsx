import { useRef, useState } from 'preact/hooks';
import type { Sent } from '../../../../shared/contract.ts';
import { typedNumber } from '../../../../shared/domain/basics/typed/typed-number.ts';
import { count, weekdays } from '../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../entry/client.ts';
import type { Session } from '../../../entry/session.ts';
import { chosenFiles, uploadPhoto } from '../../../entry/upload.ts';
import { useAct } from '../../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../../kit/form.tsx';
import { ifUnchanged } from '../../../kit/settings.tsx';
import { CountStock } from './count-stock.tsx';
import type { OwnProduct } from './own-product.ts';
import { HowFields, WhatFields } from './product-fields.tsx';

type Change = Sent<'PATCH /merchants/{merchantId}/products/{productId}'>['body'];

/** What the form holds of a product, with each field that may be changed in it. */
const typedOf = (
  given: Readonly<Record<string, string>>,
): Required<Omit<Change, 'photo' | 'active' | 'deliversTo'>> => ({
  name: given['name'] ?? '',
  unit: given['unit'] ?? '',
  priceRupiah: typedNumber(given['price']),
  category: given['category'] as OwnProduct['category'],
  leadDays: typedNumber(given['leadDays']),
  minQuantity: typedNumber(given['minQuantity']),
  closedDays: weekdays.flatMap((_, at) => (given[`tutup-${at + 1}`] ? [at + 1] : [])),
  description: given['description'] ?? null,
});

/** What was changed in the form: what somebody else changed meanwhile, and nobody touched here, stays theirs. */
const changeOf = (typed: ReturnType<typeof typedOf>, shown: OwnProduct): Change => {
  const closedDays = [...shown.closedDays].sort();
  const before = { ...shown, closedDays, description: shown.description ?? null };
  const changed = Object.entries(typed).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof typed]),
  );
  return Object.fromEntries(changed);
};

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly product: OwnProduct;
  readonly onDone: () => void;
};

/** Everything of a product that its shop may change, and how many there are. */
export const ChangeProduct = ({ call, session, product, onDone }: Props) => {
  const { merchantId, productId } = product;
  const [said, setSaid] = useState('');
  const shown = useRef(product);
  const act = useAct();
  const named = (field: string) => `${field}-${productId}`;
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      setSaid('');
      const given = Object.fromEntries(
        Object.entries(filled(form)).map(([name, value]) => [name.replace(`-${productId}`, ''), value]),
      );
      const [file] = chosenFiles(form, named('photo'));
      const photo = file ? await uploadPhoto(session.token, merchantId, file) : given['tanpaFoto'] ? null : undefined;
      const change: Change = { ...changeOf(typedOf(given), shown.current), ...(photo === undefined ? {} : { photo }) };
      if (Object.keys(change).length > 0) {
        const how = { params: { merchantId, productId }, body: change, headers: ifUnchanged(product.version) };
        // Changed in another tab meanwhile, it is read again, so that the next try is of what stands now.
        shown.current = await call('PATCH /merchants/{merchantId}/products/{productId}', how).finally(onDone);
      }
      setSaid('Tersimpan.');
    });
  const fields = { first: product, named, refusal: act.refusal };
  return (
    <div class="stackd">
      <CountStock call={call} product={product} onDone={onDone} />
      <Form onSubmit={submit}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <WhatFields {...fields} />
        <TextField
          label="Pesan paling sedikit"
          name={named('minQuantity')}
          inputMode="numeric"
          required
          value={count(product.minQuantity)}
          flaw={flawAt(act.refusal, '/minQuantity')}
        />
        <fieldset class="ways two">
          <legend>Tidak diantar pada hari</legend>
          {weekdays.map((name, at) => (
            <label key={name} class="check">
              <input
                type="checkbox"
                name={named(`tutup-${at + 1}`)}
                defaultChecked={product.closedDays.includes(at + 1)}
              />{' '}
              {name}
            </label>
          ))}
          {flawAt(act.refusal, '/closedDays') && <p class="flaw">{flawAt(act.refusal, '/closedDays')}</p>}
        </fieldset>
        <HowFields {...fields} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan perubahan'}
        </button>
        <p role="status" class="small">
          {said}
        </p>
      </Form>
    </div>
  );
};
