import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { type Call, Refusal } from '../../entry/client.ts';
import { sendFile } from '../../entry/send-file.ts';
import { useAct } from '../act.ts';
import { ColumnForm } from '../desk/column-form.tsx';
import { DataTable } from '../desk/data-table.tsx';
import { RowFlaws } from '../desk/row-flaws.tsx';
import { SheetUnits } from '../desk/sheet-units.tsx';
import { Form, SelectField, Summary, TextField } from '../form.tsx';
import { today } from '../today.ts';
import { demandName } from './demand.ts';

type Imported = Output<'POST /agencies/{agencyId}/plan/{year}/import'>;
type Columns = Output<'GET /agencies/{agencyId}/plan-columns'>['columns'];
type Asked = {
  readonly file: File;
  readonly agencyId: string;
  readonly year: string;
  readonly replaces: string;
  readonly unit?: string;
};
type Mode = 'check' | 'all' | 'good';

const columnNames: readonly (readonly [keyof Columns, string])[] = [
  ['rupCode', 'Kode RUP'],
  ['name', 'Nama paket'],
  ['rupiah', 'Pagu'],
  ['from', 'Awal pemanfaatan'],
  ['contract', 'Awal kontrak'],
  ['choosing', 'Awal pemilihan'],
  ['volume', 'Volume'],
];

const send = (token: string, mode: Mode, asked: Asked, seen?: Imported): Promise<Imported> => {
  const { file, agencyId, year, replaces, unit } = asked;
  const query = new URLSearchParams({ mode, replaces });
  if (unit !== undefined) query.set('unit', unit);
  if (seen) query.set('over', String(seen.changed + seen.removed));
  return sendFile(token, `/agencies/${agencyId}/plan/${year}/import?${query}`, file);
};

const sentence = ({ written, rows, added, changed, removed, unchanged, sold }: Imported): string =>
  `${written ? 'Termuat' : 'Terbaca'}: ${count(rows)} baris, ${count(sold)} bisa dijual usaha kota ini; ${count(added)} ${written ? 'ditambahkan' : 'akan ditambahkan'}, ${count(changed)} berubah, ${count(removed)} dihapus, ${count(unchanged)} sudah sama.`;

const ChooseColumns = ({
  sent,
  busy,
  onChoose,
}: {
  sent: Imported;
  busy: boolean;
  onChoose: (columns: Columns) => unknown;
}) =>
  sent.missing.length === 0 ? null : (
    <>
      <p class="say waiting">Beberapa kolom belum dikenali. Pilih kolomnya sekali; berikutnya langsung terbaca.</p>
      <ColumnForm names={columnNames} columns={sent.columns} titles={sent.titles} busy={busy} onChoose={onChoose} />
    </>
  );

const Found = ({ sent }: { sent: Imported }) => (
  <>
    {sent.sample.length > 0 && (
      <DataTable
        caption="Paket pertama, seperti yang terbaca."
        columns={[
          { name: 'Paket', show: ({ name }) => <bdi>{name}</bdi> },
          { name: 'Bulan', show: ({ month }) => monthName(month) },
          { name: 'Pagu', number: true, show: (line) => rupiah(line.rupiah) },
          { name: 'Kategori', show: ({ category }) => demandName(category) },
        ]}
        rows={sent.sample}
        keyOf={({ rupCode }) => rupCode}
      />
    )}
    <RowFlaws {...sent} />
  </>
);

type Props = {
  readonly call: Call;
  readonly token: string;
  /** Offices to choose from; of one alone nothing is asked. */
  readonly agencies: readonly { readonly agencyId: string; readonly name: string }[];
  readonly onWritten?: () => void;
};

const askedIn = (form: HTMLFormElement, only: string | undefined): Asked | undefined => {
  const given = new FormData(form);
  const file = given.get('berkasRencana');
  if (!(file instanceof File)) return undefined;
  const agencyId = only ?? String(given.get('dinasRencana'));
  const replaces = given.get('seluruhRencana') === 'ya' ? 'plan' : 'lines';
  return { file, agencyId, year: String(given.get('tahunRencana')), replaces };
};

const FileForm = ({
  agencies,
  busy,
  onAsk,
}: {
  agencies: Props['agencies'];
  busy: boolean;
  onAsk: (asked: Asked) => void;
}) => (
  <Form
    onSubmit={(form) => {
      const asked = askedIn(form, agencies.length === 1 ? agencies[0]?.agencyId : undefined);
      if (asked) onAsk(asked);
    }}
  >
    {agencies.length > 1 && (
      <SelectField label="Dinas" name="dinasRencana" choices={agencies.map(({ agencyId, name }) => [agencyId, name])} />
    )}
    <TextField
      label="Tahun rencana"
      name="tahunRencana"
      inputMode="numeric"
      pattern="20\d\d"
      required
      value={today().slice(0, 4)}
    />
    <TextField
      label="Berkas RUP"
      name="berkasRencana"
      type="file"
      accept=".xlsx,.csv"
      required
      help="XLSX atau CSV dari SIRUP atau buatan sendiri, paling besar 4 MB. Nama dan NIP pejabat tidak dibaca."
    />
    <label class="check">
      <input type="checkbox" name="seluruhRencana" value="ya" /> Berkas ini rencana seluruhnya: paket yang tidak ada di
      dalamnya dihapus
    </label>
    <button class="button" type="submit" disabled={busy}>
      {busy ? 'Membaca…' : 'Periksa berkas'}
    </button>
  </Form>
);

/** An office's plan of purchases from a file: looked at first, then written; what is wrong is told row by row. */
export const PlanImport = ({ call, token, agencies, onWritten }: Props) => {
  const [asked, setAsked] = useState<Asked>();
  const [sent, setSent] = useState<Imported>();
  const act = useAct();
  const run = (mode: Mode, what: Asked, seen?: Imported) =>
    act.run(async () => {
      setAsked(what);
      setSent(undefined);
      try {
        const answer = await send(token, mode, what, seen);
        setSent(answer);
        if (answer.written) onWritten?.();
      } catch (error) {
        // What the file would do to what a colleague brought meanwhile stands beside the sentence.
        if (seen && error instanceof Refusal && error.code === 'changed_meanwhile')
          setSent(await send(token, 'check', what));
        throw error;
      }
    });
  const choose = (columns: Columns) =>
    act.run(async () => {
      if (!asked) return;
      // A remembered choice, told with every file before it is loaded: of two officers the later one's stands, and nothing is lost.
      await call('PUT /agencies/{agencyId}/plan-columns', { params: { agencyId: asked.agencyId }, body: columns });
      setSent(await send(token, 'check', asked));
    });
  const units = act.refusal?.code === 'unit_needed' ? act.refusal.flaws : [];
  const changes = sent ? sent.added + sent.changed + sent.removed : 0;
  return (
    <>
      <FileForm agencies={agencies} busy={act.busy} onAsk={(what) => void run('check', what)} />
      {act.refusal && <Summary refusal={act.refusal} />}
      {asked && <SheetUnits units={units} busy={act.busy} onUnit={(unit) => void run('check', { ...asked, unit })} />}
      <p role="status">{sent && sent.missing.length === 0 && sentence(sent)}</p>
      {asked && sent && !sent.written && changes > 0 && (
        <div class="acts">
          <button
            class="button"
            type="button"
            disabled={act.busy}
            onClick={() => void run(sent.flawCount === 0 ? 'all' : 'good', asked, sent)}
          >
            {sent.flawCount === 0 ? `Muat ${count(changes)} paket` : `Muat ${count(changes)} yang benar saja`}
          </button>
        </div>
      )}
      {sent && <ChooseColumns sent={sent} busy={act.busy} onChoose={choose} />}
      {sent && <Found sent={sent} />}
    </>
  );
};
