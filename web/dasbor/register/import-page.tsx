import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ColumnForm } from '../../kit/desk/column-form.tsx';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { RowFlaws } from '../../kit/desk/row-flaws.tsx';
import { Form, Summary, TextField } from '../../kit/form.tsx';
import { districtName } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { type Mode, type Sent, sendSheet } from './send-sheet.ts';
import { likenesses } from './words.ts';

type Columns = Output<'GET /cities/{city}/register/import-columns'>;

const columnNames: readonly (readonly [keyof Columns['columns'], string])[] = [
  ['name', 'Nama usaha'],
  ['ownerName', 'Nama pemilik'],
  ['kind', 'Bentuk usaha (PT, CV)'],
  ['nik', 'NIK'],
  ['npwp', 'NPWP'],
  ['nib', 'NIB'],
  ['phone', 'Nomor HP'],
  ['district', 'Kecamatan'],
  ['village', 'Kelurahan atau desa'],
  ['address', 'Alamat'],
  ['category', 'Jenis usaha'],
  ['verified', 'Sudah diverifikasi (ya, belum)'],
  ['verifiedOn', 'Tanggal keputusan'],
  ['decree', 'Nomor keputusan'],
  ['description', 'Keterangan'],
];
const nameOf = (column: string): string => columnNames.find(([name]) => name === column)?.[1] ?? column;

type ChooseProps = {
  readonly sent: Sent;
  readonly busy: boolean;
  readonly onChoose: (columns: Columns['columns']) => unknown;
};
/** What each column says, once for all lists of the city. */
const ChooseColumns = ({ sent: { titles, columns, missing }, busy, onChoose }: ChooseProps) => (
  <details open={missing.length > 0}>
    <summary>Kolom lembar</summary>
    {missing.length > 0 && (
      <p class="say waiting">Belum ada kolom untuk {missing.map(nameOf).join(', ')}. Pilih kolomnya, lalu simpan.</p>
    )}
    <ColumnForm names={columnNames} columns={columns} titles={titles} busy={busy} onChoose={onChoose} />
  </details>
);

const Like = ({ asked: { place }, sent: { duplicates } }: { asked: AskedCity; sent: Sent }) =>
  duplicates.length === 0 ? null : (
    <section aria-labelledby="kembar">
      <h2 id="kembar">{count(duplicates.length)} baris mirip usaha lain</h2>
      <ul>
        {duplicates.slice(0, 100).map(({ row, entered, sameAs }) => (
          <li key={row}>
            Baris {row}:{' '}
            {sameAs.map(({ merchantId, name, by }, at) => (
              <span key={merchantId}>
                {at > 0 && ', '}
                <a href={dasborAddress(`usaha/${merchantId}`, place)}>
                  <bdi>{name}</bdi>
                </a>{' '}
                ({by.map((kind) => likenesses[kind]).join(', ')})
              </span>
            ))}
            . {entered ? 'Tetap dimuat; periksa saat verifikasi.' : 'Tidak dimuat, karena usaha itu sudah terdaftar.'}
          </li>
        ))}
      </ul>
    </section>
  );

const Sample = ({ asked: { place }, sent: { sample } }: { asked: AskedCity; sent: Sent }) => (
  <DataTable
    caption="Baris pertama, seperti yang terbaca."
    columns={[
      { name: 'Usaha', show: ({ name }) => <bdi>{name}</bdi> },
      { name: 'Pemilik', show: ({ ownerName }) => <bdi>{ownerName}</bdi> },
      { name: 'Kecamatan', show: ({ district }) => districtName(place.city, district) },
      { name: 'Alamat', show: ({ address }) => <bdi>{address}</bdi> },
    ]}
    rows={sample}
    keyOf={({ row }) => String(row)}
  />
);

/** Whether a list was begun and the line broke off before its end. */
const isHalfway = ({ done, good }: Sent): boolean => done > 0 && done < good;

const summary = (sent: Sent, busy: boolean): string => {
  const { written, rows, good, added, known, verified, done } = sent;
  const halted = !busy && isHalfway(sent);
  const parts = [
    `${count(rows)} baris, ${count(good)} benar`,
    `${count(added)} ${written ? 'dimuat' : 'akan dimuat'}`,
    `${count(known)} sudah ada`,
    ...(verified > 0 ? [`${count(verified)} langsung terverifikasi menurut keputusannya`] : []),
  ];
  const far = busy || halted ? ` Sampai baris benar ke-${count(done)} dari ${count(good)}.` : '';
  return `${halted ? 'Terhenti' : written ? 'Termuat' : 'Terbaca'}: ${parts.join('; ')}.${far}`;
};

/** A list is looked at first, then loaded: what is right of it, or all where nothing is wrong. */
const ImportDesk = ({ asked, first }: { asked: AskedCity; first: Columns }) => {
  const { call, place, session } = asked;
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<Sent>();
  const [version, setVersion] = useState(first.version);
  const act = useAct();
  const [verified, setVerified] = useState(false);
  const [mode, setMode] = useState<Mode>('check');
  const run = (asks: Mode, what: File, before?: Sent) =>
    act.run(async () => {
      setFile(what);
      setMode(asks);
      // What the look at the list came to is not how far the loading is.
      if (asks !== 'check' && !before) setSent((checked) => checked && { ...checked, done: 0 });
      await sendSheet(session?.token ?? '', place.code, what, { mode: asks, verified }, setSent, before);
    });
  const choose = (columns: Columns['columns']) =>
    act.run(async () => {
      // A remembered choice, told with every list before it is loaded: of two officers the later one's stands, and nothing is lost.
      const asks = { params: { city: place.code }, body: columns };
      setVersion((await call('PUT /cities/{city}/register/import-columns', asks)).version);
      if (file) await sendSheet(session?.token ?? '', place.code, file, { mode: 'check', verified }, setSent);
    });
  const halted = sent && file && !act.busy && isHalfway(sent);
  const ready = sent && file && !sent.written && sent.added > 0 && !act.busy && !halted;
  return (
    <>
      <Form
        onSubmit={(form) => {
          const given = new FormData(form).get('berkasUsaha');
          if (given instanceof File) void run('check', given);
        }}
      >
        <TextField
          label="Berkas daftar usaha"
          name="berkasUsaha"
          type="file"
          accept=".xlsx,.csv"
          required
          help="XLSX atau CSV, paling besar 4 MB. Baris judul boleh di 20 baris pertama."
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Memeriksa…' : 'Periksa berkas'}
        </button>
      </Form>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status">{sent && sent.missing.length === 0 && summary(sent, act.busy)}</p>
      {halted && (
        <div class="acts">
          <button class="button" type="button" onClick={() => void run(mode, file, sent)}>
            {mode === 'check' ? 'Lanjutkan memeriksa' : 'Lanjutkan memuat'}
          </button>
        </div>
      )}
      {ready && sent.decreed > 0 && (
        <label class="check">
          <input type="checkbox" checked={verified} onChange={(event) => setVerified(event.currentTarget.checked)} />
          <span>
            {count(sent.decreed)} usaha sudah diverifikasi kota menurut nomor dan tanggal keputusannya: catat sebagai
            terverifikasi atas nama saya.
          </span>
        </label>
      )}
      {ready && (
        <div class="acts">
          <button class="button" type="button" onClick={() => void run(sent.flawCount === 0 ? 'all' : 'good', file)}>
            {sent.flawCount === 0 ? `Muat ${count(sent.added)} usaha` : `Muat ${count(sent.added)} yang benar saja`}
          </button>
        </div>
      )}
      {sent?.written && !act.busy && !halted && (
        <p>
          <a href={dasborAddress('usaha', place)}>Lihat pendaftaran yang menunggu</a>
        </p>
      )}
      {sent && <ChooseColumns key={version} sent={sent} busy={act.busy} onChoose={choose} />}
      {sent && sent.sample.length > 0 && <Sample asked={asked} sent={sent} />}
      {sent && <Like asked={asked} sent={sent} />}
      {sent && <RowFlaws {...sent} />}
    </>
  );
};

export const openImport = async (asked: AskedCity): Promise<Opened> => {
  const { call, place } = asked;
  const columns = await call('GET /cities/{city}/register/import-columns', { params: { city: place.code } });
  const page = (
    <section aria-labelledby="muat">
      <h1 id="muat">Muat daftar usaha</h1>
      <p class="quiet">
        Usaha yang dimuat menunggu verifikasi, kecuali yang menurut daftar sudah diverifikasi kota dengan nomor dan
        tanggal keputusan; lalu diambil pemiliknya lewat tautan. Berkas yang sama boleh dikirim lagi; tidak ada yang
        tercatat dua kali. <a href={dasborAddress('usaha', place)}>Kembali ke Usaha</a>
      </p>
      <ImportDesk asked={asked} first={columns} />
    </section>
  );
  return { title: 'Muat daftar usaha', page };
};
