import { useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import { typedNumber } from '../../../../shared/domain/basics/typed/typed-number.ts';
import { count, day } from '../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../../kit/form.tsx';
import type { OwnProduct } from './own-product.ts';

type Counted = Output<'PUT /merchants/{merchantId}/products/{productId}/stock'>;

/** What a count means for who waits, in a sentence each. */
const sentencesOf = ({ counted, promised, free, short, days }: Counted, { supply, unit }: OwnProduct): string[] => {
  if (supply === 'capacity')
    return [
      `Tersimpan. Bisa ${count(counted)} ${unit} sehari.`,
      ...days
        .filter((one) => one.short > 0)
        .map((one) => `${day(one.day)}: kurang ${count(one.short)} ${unit} dari yang sudah dipesan.`),
    ];
  const left = `Tersimpan. Ada ${count(counted)} ${unit}, ${count(promised)} sudah dipesan, ${count(free)} bisa dipesan.`;
  return short > 0 ? [left, `Kurang ${count(short)} ${unit}: tambah barangnya, atau batalkan pesanan.`] : [left];
};

type Props = { readonly call: Call; readonly product: OwnProduct; readonly onDone: () => void };

/** How many there are, or can be made a day: counted anew, never added to. */
export const CountStock = ({ call, product, onDone }: Props) => {
  const { merchantId, productId, supply, perDay, unit } = product;
  const [told, setTold] = useState<readonly string[]>([]);
  const act = useAct();
  const name = `jumlah-${productId}`;
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      setTold([]);
      const how = { params: { merchantId, productId }, body: { amount: typedNumber(filled(form)[name]) } };
      setTold(sentencesOf(await call('PUT /merchants/{merchantId}/products/{productId}/stock', how), product));
      onDone();
    });
  return (
    <Form onSubmit={submit}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <TextField
        label={supply === 'stock' ? `Ada berapa ${unit} sekarang?` : `Bisa dibuat berapa ${unit} sehari?`}
        name={name}
        inputMode="numeric"
        required
        value={perDay === null ? undefined : count(perDay)}
        help={supply === 'stock' ? 'Hitung semuanya, juga yang sudah dipesan dan belum dikirim.' : undefined}
        flaw={flawAt(act.refusal, '/amount')}
      />
      <button class="line" type="submit" disabled={act.busy}>
        Simpan jumlah
      </button>
      <div role="status" class="small">
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Form>
  );
};
