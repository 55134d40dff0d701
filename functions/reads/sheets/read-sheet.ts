import type { Sheet } from '../../../shared/domain/basics/sheets/sheet.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { Problem } from '../../../shared/problem.ts';
import { readCsv } from './read-csv.ts';
import { MOST_ROWS, readXlsx } from './read-xlsx.ts';

const refused = (detail: string) =>
  new Problem('sheet_not_readable', 'Berkas ini tidak bisa dibaca sebagai lembar.', [{ pointer: '/', detail }]);

const begins = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/**
 * What the file is, its bytes say: its name and media type are chosen by whoever sends it. The one way by which any list comes
 * in: whole before anything of it is written, in memory that its bounds bound. @throws Problem sheet_not_readable
 */
export const readSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  if (bytes.length === 0) throw refused('Berkasnya kosong. Pilih lagi berkasnya.');
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) throw refused('Ini PDF. Pakai lembar XLSX atau CSV.');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw refused('Ini XLS lama atau lembar berkata sandi. Buka, lalu simpan sebagai XLSX tanpa kata sandi.');
  try {
    const sheet = begins(bytes, 0x50, 0x4b) ? await readXlsx(bytes) : readCsv(bytes);
    if (sheet) return sheet;
  } catch (error) {
    if (error instanceof RangeError)
      throw refused(
        `Lembarnya terlalu besar: paling banyak ${count(MOST_ROWS)} baris berisi teks biasa. Bagi menjadi beberapa berkas.`,
      );
    throw refused('Berkasnya rusak atau terpotong. Unduh atau simpan lagi berkasnya.');
  }
  throw refused('Ini bukan lembar XLSX. Simpan ulang sebagai XLSX atau CSV.');
};
