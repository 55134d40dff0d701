import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count, monthName } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { SheetImport } from '../../kit/desk/sheet-import.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

type GoalProps = { readonly asked: AskedCity; readonly now: string; readonly first: boolean };
/** What the city asks from a month on. A month that has begun keeps its goal; only the first may begin with this one. */
export const GoalForm = ({ asked: { call, place, again }, now, first }: GoalProps) => {
  const act = useAct();
  const months = [...(first ? [now] : []), addMonths(now, 1), addMonths(now, 2)];
  const send = (form: HTMLFormElement) => {
    const { persen, mulai: month = '' } = filled(form);
    return act.run(async () => {
      const params = { city: place.code, month };
      await call('PUT /cities/{city}/participation-goals/{month}', { params, body: { percent: typedNumber(persen) } });
      again();
    });
  };
  return (
    <details>
      <summary>Tetapkan target</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label="Bagian ASN tiap dinas yang belanja sebulan (%)"
          name="persen"
          inputMode="numeric"
          maxLength={3}
          required
          flaw={flawAt(act.refusal, '/percent')}
        />
        <SelectField
          label="Mulai bulan"
          name="mulai"
          choices={months.map((month) => [month, monthName(month)] as const)}
          flaw={flawAt(act.refusal, '#/path/month')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan target'}
        </button>
      </Form>
    </details>
  );
};

type Read = Output<'POST /cities/{city}/civil-servants/import'>;
const told = ({ rows, added, removed, unchanged, written }: Read): string =>
  `${count(rows)} baris. ${count(added)} ${written ? 'dimuat' : 'akan dimuat'}, ${count(removed)} keluar, ${count(unchanged)} tetap.`;

/** Who works in which office. Names beside the numbers are not read. */
export const ImportServants = ({ asked: { place, session, again } }: { asked: AskedCity }) => (
  <SheetImport<Read>
    token={session?.token ?? ''}
    path={`/cities/${place.code}/civil-servants/import`}
    title="Muat daftar ASN"
    name="berkasAsn"
    label="Berkas daftar ASN (XLSX atau CSV)"
    help="Kolom NIP dan UNIT KERJA; STATUS keluar bagi yang pensiun atau pindah. Nama tidak dibaca."
    told={told}
    changes={({ added, removed }) => added + removed}
    verb="Muat"
    noun="baris"
    onWritten={again}
  />
);

/** Somebody else's account took a number first: the city gives it back to its holder. */
export const ReleaseServant = ({ asked: { call, place } }: { asked: AskedCity }) => {
  const [released, setReleased] = useState<boolean>();
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const { nip = '', alasan: reason = '' } = filled(form);
    return act.run(async () => {
      const asks = { params: { city: place.code }, body: { nip, reason } };
      setReleased((await call('POST /cities/{city}/civil-servants/release', asks)).released);
    });
  };
  return (
    <details>
      <summary>Lepas NIP dari akun lain</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label="NIP"
          name="nip"
          inputMode="numeric"
          maxLength={24}
          required
          flaw={flawAt(act.refusal, '/nip')}
        />
        <TextField label="Alasan" name="alasan" maxLength={200} required flaw={flawAt(act.refusal, '/reason')} />
        <button class="line" type="submit" disabled={act.busy}>
          Lepas NIP
        </button>
      </Form>
      <p role="status">
        {released === true && 'NIP dilepas. Pemiliknya bisa bergabung dengan akunnya sendiri.'}
        {released === false && 'NIP ini belum dipakai akun mana pun.'}
      </p>
    </details>
  );
};
