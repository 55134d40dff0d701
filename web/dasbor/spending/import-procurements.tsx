import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { sendFile } from '../../entry/send-file.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Form, Summary, TextField } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

type Read = Output<'POST /cities/{city}/procurements/{year}/import'>;

const told = ({ rows, changed, unchanged, written }: Read): string =>
  `${count(rows)} baris. ${count(changed)} anggaran ${written ? 'tersimpan' : 'akan berubah'}, ${count(unchanged)} tetap.`;

/** The official budgets of all offices from one sheet: looked at first, then loaded. */
export const ImportProcurements = ({ asked, year }: { asked: AskedCity; year: string }) => {
  const { place, session, again } = asked;
  const [file, setFile] = useState<File>();
  const [read, setRead] = useState<Read>();
  const act = useAct();
  const run = (mode: 'check' | 'all' | 'good', what: File) =>
    act.run(async () => {
      setFile(what);
      const path = `/cities/${place.code}/procurements/${year}/import?mode=${mode}`;
      const answer = await sendFile<Read>(session?.token ?? '', path, what);
      setRead(answer);
      if (answer.written) again();
    });
  const good = read && read.flawCount === 0;
  return (
    <details>
      <summary>Muat belanja pengadaan resmi {year}</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form
        onSubmit={(form) => {
          const given = new FormData(form).get('berkasPengadaan');
          if (given instanceof File && given.size > 0) void run('check', given);
        }}
      >
        <TextField
          label="Berkas struktur anggaran (XLSX atau CSV)"
          name="berkasPengadaan"
          type="file"
          accept=".xlsx,.csv"
          required
          help="Kolom NAMA SATKER dan BELANJA PENGADAAN, seperti ekspor SIRUP. Paling besar 4 MB."
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Memeriksa…' : 'Periksa berkas'}
        </button>
      </Form>
      <p role="status">{read && told(read)}</p>
      {read && file && !read.written && read.changed > 0 && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void run(good ? 'all' : 'good', file)}>
          {good ? `Simpan ${count(read.changed)} anggaran` : `Simpan ${count(read.changed)} yang benar saja`}
        </button>
      )}
      {read && read.flawCount > 0 && (
        <DataTable
          caption={`${count(read.flawCount)} baris perlu diperbaiki.`}
          columns={[
            { name: 'Baris', show: ({ row, column }) => `${row}, ${column}` },
            { name: 'Yang salah dan cara memperbaikinya', show: ({ detail }) => detail },
          ]}
          rows={read.flaws}
          keyOf={({ row, column, detail }) => `${row} ${column} ${detail}`}
        />
      )}
    </details>
  );
};
