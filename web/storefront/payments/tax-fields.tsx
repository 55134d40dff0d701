import type { Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import type { Refusal } from '../../entry/client.ts';
import { type Choice, flawAt, SelectField, TextField } from '../../kit/form.tsx';

type Withheld = NonNullable<Sent<'POST /orders/{orderId}/payment/record'>['body']['withheld']>;

/** What treasurers keep back of a purchase. The paper of taxes says which of them the rules name. */
const taxes: readonly Choice[] = ['PPh Pasal 22', 'PPh Pasal 23', 'PPh final UMKM', 'PPN'].map((name) => [name, name]);
/** The shop's income tax, and its VAT where it charges one. */
const rows = [0, 1] as const;

/** The taxes somebody typed a sum for, in the order they stand. */
export const typedTaxes = (typed: Readonly<Record<string, string>>): Withheld =>
  rows.flatMap((row) => {
    const sum = typedNumber(typed[`tax${row}`]);
    const receipt = typed[`receipt${row}`]?.trim();
    if (sum === 0) return [];
    return [{ name: typed[`taxName${row}`] ?? '', rupiah: sum, ...(receipt ? { receiptNumber: receipt } : {}) }];
  });

const TaxRow = ({ row, refusal }: { row: number; refusal: Refusal | undefined }) => (
  <>
    <SelectField
      label={row === 0 ? 'Pajak dipungut' : 'Pajak lain'}
      name={`taxName${row}`}
      choices={taxes}
      value={row === 0 ? 'PPh Pasal 22' : 'PPN'}
    />
    <TextField
      label="Rupiah (boleh kosong)"
      name={`tax${row}`}
      inputMode="numeric"
      flaw={flawAt(refusal, `/withheld/${row}/rupiah`)}
    />
    <TextField label="Nomor bukti setor, NTPN (boleh kosong)" name={`receipt${row}`} maxLength={60} />
  </>
);

export const TaxFields = ({ refusal }: { refusal: Refusal | undefined }) => (
  <>
    <TaxRow row={0} refusal={refusal} />
    <details>
      <summary>Dua macam pajak</summary>
      <TaxRow row={1} refusal={refusal} />
    </details>
  </>
);
