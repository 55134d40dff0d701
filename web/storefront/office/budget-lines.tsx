import { useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { allOf } from '../../kit/all-of.ts';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';

type Line = Output<'GET /agencies/{agencyId}/budgets/{year}'>['items'][number];
type Change = Sent<'PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}'>['body'];
const PAGE = 100;

type Office = { readonly call: Call; readonly agencyId: string; readonly year: string };
const readPage = ({ call, agencyId, year }: Office, cursor?: string) =>
  call('GET /agencies/{agencyId}/budgets/{year}', {
    params: { agencyId, year },
    query: { limit: PAGE, cursor },
  });

/** A line as a colleague left it, wherever in the year's list it is. */
const readLine = async (office: Office, budgetCode: string): Promise<Line | undefined> =>
  (await allOf((cursor) => readPage(office, cursor))).find((line) => line.budgetCode === budgetCode);

type LineProps = { readonly office: Office; readonly line: Line; readonly onSaved: (line: Line) => void };
/** One ceiling, saved over what was read; who finds a colleague's beside it sees both. */
const LineForm = ({ office, line, onSaved }: LineProps) => {
  const { call, agencyId, year } = office;
  const { budgetCode } = line;
  const edit = useEdit<Line, Change>(
    line,
    async () => (await readLine(office, budgetCode)) ?? line,
    async (body, version) => {
      const params = { agencyId, year, budgetCode };
      const headers = ifUnchanged(version);
      const saved = await call('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', { params, body, headers });
      onSaved(saved);
      return saved;
    },
  );
  const { current, conflict, act, saved } = edit;
  if (conflict)
    return (
      <BothVersions
        fields={[
          ['Nama rekening', conflict.mine.name, conflict.theirs.name],
          ['Pagu', rupiah(conflict.mine.ceilingRupiah), rupiah(conflict.theirs.ceilingRupiah)],
        ]}
        busy={act.busy}
        onMine={edit.keepMine}
        onTheirs={edit.takeTheirs}
      />
    );
  const send = (form: HTMLFormElement) => {
    const { namaRekening = '', pagu = '' } = filled(form);
    return edit.save({ name: namaRekening, ceilingRupiah: typedNumber(pagu) });
  };
  return (
    <Form key={current.version} onSubmit={send}>
      <h3>Rekening {budgetCode}</h3>
      {act.refusal && <Summary refusal={act.refusal} />}
      <TextField
        label="Nama rekening"
        name="namaRekening"
        value={current.name}
        required
        maxLength={120}
        flaw={flawAt(act.refusal, '/name')}
      />
      <TextField
        label="Pagu (Rp)"
        name="pagu"
        inputMode="numeric"
        value={current.version === 0 ? '' : count(current.ceilingRupiah)}
        required
        help={current.committedRupiah > 0 ? `Sudah dipesan ${rupiah(current.committedRupiah)}.` : undefined}
        flaw={flawAt(act.refusal, '/ceilingRupiah')}
      />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : 'Simpan pagu'}
      </button>
      <p role="status">{saved && 'Tersimpan.'}</p>
    </Form>
  );
};

/** A line that is not among those read: who finds it written already is shown what it says. */
const emptyLine = ({ agencyId, year }: Office, budgetCode: string): Line => ({
  agencyId,
  year,
  budgetCode,
  name: '',
  ceilingRupiah: 0,
  committedRupiah: 0,
  leftRupiah: 0,
  version: 0,
});

/** The year's lines one by one: a ceiling that a shift of the budget moved, or a line that no sheet has. */
export const BudgetLines = ({ call, agencyId }: Pick<Office, 'call' | 'agencyId'>) => {
  const office = { call, agencyId, year: today().slice(0, 4) };
  const [lines, setLines] = useState<readonly Line[]>();
  const [next, setNext] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Line>();
  const act = useAct();
  const read = (cursor?: string) =>
    act.run(async () => {
      const page = await readPage(office, cursor);
      setLines([...(cursor === undefined ? [] : (lines ?? [])), ...page.items]);
      setNext(page.next);
    });
  const saved = (line: Line) =>
    setLines([...(lines ?? []).filter(({ budgetCode }) => budgetCode !== line.budgetCode), line].sort(byCode));
  const open = (form: HTMLFormElement) => {
    const { kodeRekening = '' } = filled(form);
    setChosen(lines?.find(({ budgetCode }) => budgetCode === kodeRekening) ?? emptyLine(office, kodeRekening));
  };
  return (
    <details onToggle={() => lines === undefined && void read()}>
      <summary>
        <span>Pagu tiap rekening {office.year}</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {lines?.length === 0 && (
        <p class="quiet">Belum ada rekening. Unggah anggaran dari SIPD, atau tulis satu di bawah.</p>
      )}
      <ul class="plain">
        {lines?.map((line) => (
          <li key={line.budgetCode} class="sum">
            <span>
              {line.budgetCode} <bdi>{line.name}</bdi>: {rupiah(line.ceilingRupiah)}, sisa {rupiah(line.leftRupiah)}
            </span>
            <button class="line" type="button" aria-label={`Ubah ${line.budgetCode}`} onClick={() => setChosen(line)}>
              Ubah
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void read(next)}>
          Rekening berikutnya
        </button>
      )}
      {chosen && <LineForm key={chosen.budgetCode} office={office} line={chosen} onSaved={saved} />}
      <Form onSubmit={open}>
        <TextField
          label="Kode rekening lain"
          name="kodeRekening"
          required
          maxLength={40}
          help="Misalnya 5.1.02.01.01.0052."
        />
        <button class="line" type="submit" disabled={act.busy}>
          Buka rekening ini
        </button>
      </Form>
    </details>
  );
};

const byCode = (one: Line, other: Line): number => (one.budgetCode < other.budgetCode ? -1 : 1);
