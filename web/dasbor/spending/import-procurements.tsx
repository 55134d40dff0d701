import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { SheetImport } from '../../kit/desk/sheet-import.tsx';
import type { AskedCity } from '../opened.ts';

type Read = Output<'POST /cities/{city}/procurements/{year}/import'>;

const told = ({ rows, changed, unchanged, written }: Read): string =>
  `${count(rows)} baris. ${count(changed)} anggaran ${written ? 'tersimpan' : 'akan berubah'}, ${count(unchanged)} tetap.`;

/** The official budgets of all offices from one sheet. */
export const ImportProcurements = ({ asked, year }: { asked: AskedCity; year: string }) => (
  <SheetImport<Read>
    token={asked.session?.token ?? ''}
    path={`/cities/${asked.place.code}/procurements/${year}/import`}
    title={`Muat belanja pengadaan resmi ${year}`}
    name="berkasPengadaan"
    label="Berkas struktur anggaran (XLSX atau CSV)"
    help="Kolom NAMA SATKER dan BELANJA PENGADAAN, seperti ekspor SIRUP. Paling besar 4 MB."
    told={told}
    changes={({ changed }) => changed}
    verb="Simpan"
    noun="anggaran"
    onWritten={asked.again}
  />
);
