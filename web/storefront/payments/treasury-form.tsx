import type { Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import type { Refusal } from '../../entry/client.ts';
import { chosenFiles } from '../../entry/upload.ts';
import { type Choice, Form, filled, flawAt, SelectField, TextField } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';
import { TaxFields, typedTaxes } from './tax-fields.tsx';

type TreasuryRecord = Sent<'POST /orders/{orderId}/payment/record'>['body'];

const kinds: readonly Choice[] = [
  ['LS', 'LS (langsung ke penjual)'],
  ['UP/GU', 'UP/GU (uang persediaan)'],
  ['KKPD', 'KKPD (kartu kredit pemda)'],
];

type Props = {
  readonly dueRupiah: number;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSend: (record: TreasuryRecord, proof: File | undefined) => void;
};

/** What the treasurer paid: from which purse, with which paper, when; taxes withheld are told apart. */
export const TreasuryForm = ({ dueRupiah, busy, refusal, onSend }: Props) => {
  const submit = (form: HTMLFormElement) => {
    const typed = filled(form);
    const { kind = 'LS', number = '', on = '', gross = '' } = typed;
    const withheld = typedTaxes(typed);
    const record = {
      kind: kind as TreasuryRecord['kind'],
      number,
      on,
      rupiah: typedNumber(gross),
      ...(withheld.length > 0 ? { withheld } : {}),
    };
    onSend(record, chosenFiles(form, 'proof')[0]);
  };
  return (
    <Form onSubmit={submit}>
      <SelectField label="Dibayar dari" name="kind" choices={kinds} />
      <TextField
        label="Nomor SP2D atau bukti"
        name="number"
        required
        maxLength={60}
        flaw={flawAt(refusal, '/number')}
      />
      <TextField
        label="Tanggal"
        name="on"
        type="date"
        required
        value={today()}
        max={today()}
        flaw={flawAt(refusal, '/on')}
      />
      <TextField
        label="Jumlah bruto (rupiah)"
        name="gross"
        inputMode="numeric"
        required
        value={String(dueRupiah)}
        flaw={flawAt(refusal, '/rupiah')}
      />
      <TaxFields refusal={refusal} />
      <TextField
        label="Foto bukti (boleh kosong)"
        name="proof"
        type="file"
        accept="image/*"
        flaw={flawAt(refusal, '/photo') ?? flawAt(refusal, '/proofId')}
      />
      <button class="button" type="submit" disabled={busy}>
        {busy ? 'Mencatat…' : 'Catat pembayaran'}
      </button>
    </Form>
  );
};
