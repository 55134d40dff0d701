import { createHash } from 'node:crypto';
import { count } from '../../../shared/domain/basics/wording.ts';
import { Problem } from '../../../shared/problem.ts';
import { csvRows, MOST_LETTERS, RowWithoutEnd } from '../../reads/sheets/csv-rows.ts';
import { readSheet } from '../../reads/sheets/read-sheet.ts';
import type { World } from '../../world.ts';

export const partFile = (partnerId: string, partId: string): string => `feeds/${partnerId}/${partId}`;

const refused = (detail: string) =>
  new Problem('sheet_not_readable', 'Berkas ini tidak bisa dibaca sebagai lembar.', [{ pointer: '/parts', detail }]);

const bytesOf = async ({ files }: World, partnerId: string, parts: readonly string[], at: number) => {
  const bytes = await files.get(partFile(partnerId, parts[at] ?? ''));
  if (bytes) return bytes;
  throw new Problem('feed_part_not_found', 'Ada bagian berkas yang belum terkirim. Kirim bagian itu, lalu ulangi.', [
    { pointer: `/parts/${at}`, detail: 'Belum ada di pasar.' },
  ]);
};

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** What a file is known by while it is read: its hash and its length. */
export type FileMark = { readonly sha256: string; readonly bytes: number };

/**
 * Reads a file that came in parts, row by row: a part is held at a time, and of rows none. A workbook is one part, and small.
 * @throws Problem sheet_not_readable, feed_part_not_found
 */
export const readParts = async (
  world: World,
  { partnerId, parts }: { readonly partnerId: string; readonly parts: readonly string[] },
  take: (cells: readonly string[]) => void,
): Promise<FileMark> => {
  const hash = createHash('sha256');
  const first = await bytesOf(world, partnerId, parts, 0);
  if (isWorkbook(first)) {
    if (parts.length > 1) throw refused('Buku kerja XLSX dikirim utuh dalam satu bagian. Pakai CSV untuk yang besar.');
    for (const cells of await readSheet(first)) take(cells);
    return { sha256: hash.update(first).digest('hex'), bytes: first.length };
  }
  const [rows, decoder] = [csvRows(), new TextDecoder('utf-8', { fatal: true })];
  let bytes = 0;
  try {
    for (const at of parts.keys()) {
      const part = at === 0 ? first : await bytesOf(world, partnerId, parts, at);
      bytes += part.length;
      hash.update(part);
      for (const cells of rows.push(decoder.decode(part, { stream: true }))) take(cells);
    }
    for (const cells of rows.push(decoder.decode())) take(cells);
    for (const cells of rows.end()) take(cells);
  } catch (error) {
    if (error instanceof TypeError) throw refused('Simpan berkasnya sebagai CSV UTF-8.');
    if (error instanceof RowWithoutEnd)
      throw refused(
        `Baris ${error.row} tidak berakhir dalam ${count(MOST_LETTERS)} huruf: periksa tanda kutip di baris itu.`,
      );
    throw error;
  }
  return { sha256: hash.digest('hex'), bytes };
};
