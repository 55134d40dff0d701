import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';

export type Ready = Output<'GET /merchants/{merchantId}/capital-readiness'>;
type Bank = Ready['banks'][number];

const monthChoices: readonly Choice[] = [
  ['12', '12 bulan terakhir'],
  ['6', '6 bulan terakhir'],
];
const dayChoices: readonly Choice[] = [
  ['7', '7 hari'],
  ['30', '30 hari'],
  ['90', '90 hari'],
];
const openChoices: readonly Choice[] = [
  ['sekali', 'Satu kali'],
  ['ulang', 'Berkali-kali selama izin berlaku'],
];

type Props = {
  readonly call: Call;
  readonly merchantId: string;
  readonly bank: Bank;
  readonly scheme: Bank['schemes'][number];
  readonly onDone: () => void;
};
/** An application with the consent it gives: what the bank reads, for how long and how often stands above the button. */
export const ApplyForm = ({ call, merchantId, bank, scheme, onDone }: Props) => {
  const act = useAct();
  // One key for one wish: a lost answer is asked for again under it.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const named = (field: string) => `${field}-${scheme.schemeId}`;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const said = filled(form);
      const body = {
        bankId: bank.bankId,
        schemeId: scheme.schemeId,
        phone: said[named('hp')] ?? '',
        amountRupiah: typedNumber(said[named('jumlah')]),
        note: said[named('untuk')] ?? null,
        consent: {
          months: Number(said[named('bulan')] ?? 12),
          days: Number(said[named('hari')] ?? 30),
          repeated: said[named('buka')] === 'ulang',
        },
      };
      const headers = { 'idempotency-key': key };
      await call('POST /merchants/{merchantId}/capital-applications', { params: { merchantId }, body, headers });
      setKey(crypto.randomUUID());
      onDone();
    });
  return (
    <details>
      <summary>
        <span>Ajukan ke bank ini</span>
      </summary>
      <Form onSubmit={send}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <TextField
          label="Jumlah (rupiah)"
          name={named('jumlah')}
          inputMode="numeric"
          required
          help={`${rupiah(scheme.fromRupiah)} sampai ${rupiah(scheme.upToRupiah)}.`}
          flaw={flawAt(act.refusal, '/amountRupiah')}
        />
        <TextArea label="Untuk apa (boleh kosong)" name={named('untuk')} rows={2} flaw={flawAt(act.refusal, '/note')} />
        <TextField
          label="Nomor HP Anda"
          name={named('hp')}
          type="tel"
          inputMode="tel"
          required
          help="Agar bank bisa menghubungi Anda. Dihapus bila izin Anda cabut."
          flaw={flawAt(act.refusal, '/phone')}
        />
        <SelectField label="Bank membaca" name={named('bulan')} choices={monthChoices} />
        <SelectField label="Izin berakhir sesudah" name={named('hari')} choices={dayChoices} value="30" />
        <SelectField label="Boleh dibuka" name={named('buka')} choices={openChoices} />
        <p>
          Dengan menekan tombol ini, Anda mengizinkan <bdi>{bank.name}</bdi> membaca rekam usaha toko Anda untuk
          permohonan ini saja. Izin bisa Anda cabut kapan saja, dan setiap pembukaan tercatat di halaman ini.
        </p>
        <button class="button" type="submit" disabled={act.busy}>
          Kirim dan beri izin
        </button>
      </Form>
    </details>
  );
};
