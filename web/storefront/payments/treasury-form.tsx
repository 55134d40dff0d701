import type { Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import type { Refusal } from '../../entry/client.ts';
import { chosenFiles } from '../../entry/upload.ts';
import { type Choice, Form, filled, flawAt, SelectField, TextField } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';

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
    const { kind = 'LS', number = '', on = '', gross = '', tax, taxName } = filled(form);
    const withheld = typedNumber(tax);
    const record = {
      kind: kind as TreasuryRecord['kind'],
      number,
      on,
      rupiah: typedNumber(gross),
      ...(withheld !== 0 ? { withheld: [{ name: taxName ?? 'Pajak', rupiah: withheld }] } : {}),
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
      <div class="pair">
        <TextField label="Pajak dipungut" name="taxName" maxLength={60} value="PPh Pasal 22" />
        <TextField
          label="Rupiah (boleh kosong)"
          name="tax"
          inputMode="numeric"
          flaw={flawAt(refusal, '/withheld/0/rupiah')}
        />
      </div>
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
