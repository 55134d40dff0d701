import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import type { Call, Refusal } from '../../../entry/client.ts';
import { allOf } from '../../../kit/all-of.ts';
import { type Choice, flawAt, SelectField, TextField } from '../../../kit/form.tsx';
import type { Office } from './wish.ts';

type BudgetLine = Output<'GET /agencies/{agencyId}/budgets/{year}'>['items'][number];

type FieldsProps = {
  readonly call: Call;
  readonly agencyId: string;
  /** An order is held in the budget of the year in which it is delivered. */
  readonly year: string;
  readonly office: Office | undefined;
  readonly refusal: Refusal | undefined;
};

/** What an office says of its order: for what, when, in which room, from which account, with what is left in it. */
export const OfficeFields = ({ call, agencyId, year, office, refusal }: FieldsProps) => {
  const [lines, setLines] = useState<readonly BudgetLine[]>();
  const [chosen, setChosen] = useState(office?.budgetCode);
  useEffect(() => {
    setLines(undefined);
    // A budget of SIPD has hundreds of lines, and any of them may be the one.
    void allOf((cursor) =>
      call('GET /agencies/{agencyId}/budgets/{year}', { params: { agencyId, year }, query: { limit: 100, cursor } }),
    ).then(setLines, () => {});
  }, [agencyId, year]);
  const choices: Choice[] = [
    ['', 'Pilih rekening'],
    ...(lines ?? []).map(
      ({ budgetCode, name, leftRupiah }): Choice => [budgetCode, `${name ?? budgetCode} · sisa ${rupiah(leftRupiah)}`],
    ),
  ];
  // Its name is longer than a phone's field: below the field it is read whole.
  const whole = chosen && choices.find(([code]) => code === chosen)?.[1];
  return (
    <>
      <TextField
        label="Acara"
        name="purpose"
        required
        maxLength={120}
        value={office?.purpose ?? ''}
        help="Misalnya: rapat koordinasi triwulan."
        flaw={flawAt(refusal, '/agency/purpose')}
      />
      <TextField
        label="Tanggal acara (boleh kosong)"
        name="eventDate"
        type="date"
        value={office?.eventDate ?? ''}
        help="Kosong berarti pada hari barang diterima."
        flaw={flawAt(refusal, '/agency/eventDate')}
      />
      <SelectField
        label="Rekening belanja"
        name="budgetCode"
        required
        value={office?.budgetCode}
        choices={choices}
        onChange={setChosen}
        help={
          lines?.length === 0
            ? `Dinas ini belum punya rekening untuk ${year}. Minta PPK atau bendahara mengunggah anggarannya di halaman Kantor.`
            : undefined
        }
        flaw={flawAt(refusal, '/agency/budgetCode')}
      />
      {whole && (
        <p class="small quiet" role="status">
          {whole}
        </p>
      )}
    </>
  );
};
