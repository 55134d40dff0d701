import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { sendFile } from '../../entry/send-file.ts';
import { useAct } from '../../kit/act.ts';
import { SheetUnits } from '../../kit/desk/sheet-units.tsx';
import { Form, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';

type Imported = Output<'POST /agencies/{agencyId}/budgets/{year}/import'>;
type Mode = 'check' | 'all' | 'good';
type Asked = { readonly file: File; readonly year: string; readonly unit?: string };

const send = (token: string, agencyId: string, mode: Mode, { file, year, unit }: Asked): Promise<Imported> => {
  const query = new URLSearchParams({ mode, ...(unit === undefined ? {} : { unit }) });
  return sendFile(token, `/agencies/${agencyId}/budgets/${year}/import?${query}`, file);
};

const Flaws = ({ flaws, flawCount }: Imported) => (
  <>
    <h3>{flawCount} baris perlu diperbaiki</h3>
    <ul class="plain">
      {flaws.slice(0, 50).map(({ row, column, detail }) => (
        <li key={`${row} ${column} ${detail}`}>
          <b>
            Baris {row}, {column}
          </b>
          <br />
          {detail}
        </li>
      ))}
    </ul>
    {flawCount > 50 && <p class="small quiet">dan {flawCount - 50} lainnya.</p>}
  </>
);

type WriteProps = { found: Imported; busy: boolean; onWrite: (mode: Mode) => void };
const WriteButton = ({ found, busy, onWrite }: WriteProps) => {
  if (found.written || found.changed === 0) return null;
  const good = found.flawCount === 0;
  return (
    <div class="acts">
      <button
        class={good ? 'button' : 'line'}
        type="button"
        disabled={busy}
        onClick={() => onWrite(good ? 'all' : 'good')}
      >
        {good ? `Simpan ${found.changed} rekening` : `Simpan ${found.changed} yang benar saja`}
      </button>
    </div>
  );
};

/** The year's budget from a file of SIPD: looked at first, then written; what is wrong is told row by row. */
export const BudgetImport = ({ token, agencyId }: { token: string; agencyId: string }) => {
  const [asked, setAsked] = useState<Asked>();
  const [found, setFound] = useState<Imported>();
  const act = useAct();
  const run = (mode: Mode, what: Asked) =>
    act.run(async () => {
      setAsked(what);
      setFound(undefined);
      setFound(await send(token, agencyId, mode, what));
    });
  const submit = (form: HTMLFormElement) => {
    const given = new FormData(form);
    const file = given.get('berkasAnggaran');
    if (file instanceof File) void run('check', { file, year: String(given.get('tahunAnggaran')) });
  };
  const units = act.refusal?.code === 'unit_needed' ? act.refusal.flaws : [];
  return (
    <>
      <Form onSubmit={submit}>
        <p class="small quiet">
          Berkas dari SIPD: Rekap Penetapan APBD atau RKA rincian, XLSX atau CSV. Berkas yang sama boleh diunggah lagi;
          tidak ada yang tercatat dua kali.
        </p>
        <TextField
          label="Tahun anggaran"
          name="tahunAnggaran"
          inputMode="numeric"
          pattern="20\d\d"
          required
          value={today().slice(0, 4)}
        />
        <TextField
          label="Berkas anggaran"
          name="berkasAnggaran"
          type="file"
          accept=".xlsx,.csv"
          required
          flaw={units.length > 0 ? undefined : flawAt(act.refusal, '/')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Membaca…' : 'Periksa berkas'}
        </button>
      </Form>
      {act.refusal && <Summary refusal={act.refusal} />}
      {asked && <SheetUnits units={units} busy={act.busy} onUnit={(unit) => run('check', { ...asked, unit })} />}
      <div role="status">
        {found && (
          <p>
            {found.written ? 'Tersimpan: ' : 'Terbaca: '}
            {found.rows} baris, {found.lines} rekening; {found.changed} {found.written ? 'diubah' : 'akan berubah'},{' '}
            {found.unchanged} sudah sama.
          </p>
        )}
      </div>
      {found && found.flawCount > 0 && <Flaws {...found} />}
      {asked && found && <WriteButton found={found} busy={act.busy} onWrite={(mode) => run(mode, asked)} />}
    </>
  );
};
