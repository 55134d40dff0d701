import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count, monthName } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { SheetImport } from '../../kit/desk/sheet-import.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';

type Goal = Pick<Output<'PUT /cities/{city}/participation-goals/{month}'>, 'percent' | 'version'>;
type MonthProps = {
  readonly asked: AskedCity;
  readonly month: string;
  readonly months: readonly string[];
  readonly onMonth: (month: string) => void;
};
/** The goal from one month on. Whoever finds one set for it already, by a colleague or earlier, sees both. */
const GoalOfMonth = ({ asked: { call, place, again }, month, months, onMonth }: MonthProps) => {
  const params = { city: place.code, month };
  const unset: Goal = { percent: 0, version: 0 };
  const edit = useEdit<Goal, number>(
    unset,
    async () => (await call('GET /cities/{city}/participation/{month}', { params })).goal ?? unset,
    async (percent, version) => {
      const headers = ifUnchanged(version);
      const saved = await call('PUT /cities/{city}/participation-goals/{month}', {
        params,
        body: { percent },
        headers,
      });
      again();
      return saved;
    },
  );
  const { act, conflict, saved } = edit;
  if (conflict)
    return (
      <BothVersions
        fields={[[`Target mulai ${monthName(month)}`, `${conflict.mine}%`, `${conflict.theirs.percent}%`]]}
        busy={act.busy}
        onMine={edit.keepMine}
        onTheirs={edit.takeTheirs}
      />
    );
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={(form) => edit.save(typedNumber(filled(form)['persen']))}>
        <SelectField
          label="Mulai bulan"
          name="mulai"
          value={month}
          onChange={onMonth}
          choices={months.map((one) => [one, monthName(one)] as const)}
          flaw={flawAt(act.refusal, '#/path/month')}
        />
        <TextField
          label="Bagian ASN tiap dinas yang belanja sebulan (%)"
          name="persen"
          inputMode="numeric"
          maxLength={3}
          required
          flaw={flawAt(act.refusal, '/percent')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan target'}
        </button>
      </Form>
      <p role="status">{saved && `Target mulai ${monthName(month)}: ${edit.current.percent}%.`}</p>
    </>
  );
};

type GoalProps = { readonly asked: AskedCity; readonly now: string; readonly first: boolean };
/** What the city asks from a month on. A month that has begun keeps its goal; only the first may begin with this one. */
export const GoalForm = ({ asked, now, first }: GoalProps) => {
  const months = [...(first ? [now] : []), addMonths(now, 1), addMonths(now, 2)];
  const [chosen, setChosen] = useState('');
  const month = months.includes(chosen) ? chosen : (months[0] ?? now);
  return (
    <details>
      <summary>Tetapkan target</summary>
      <GoalOfMonth key={month} asked={asked} month={month} months={months} onMonth={setChosen} />
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
