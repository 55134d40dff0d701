import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseCsv } from '../equity/report-files.ts';

/** Debian's `libreoffice-calc-nogui`; where it is not, the workbooks are read by our own reader alone. */
export const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

/** Commas, quotes, UTF-8, from the first row, values as they are kept instead of as they are shown, every sheet a file. */
const AS_KEPT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** What LibreOffice reads in workbooks: of each, its sheets by their names, cell by cell. */
export const inLibreOffice = async (books: readonly Uint8Array[]): Promise<Map<string, string[][]>[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lembar-'));
  try {
    const names = books.map((_, at) => join(folder, `buku${at}.xlsx`));
    await Promise.all(names.map((name, at) => writeFile(name, books[at] ?? new Uint8Array())));
    const profile = `-env:UserInstallation=file://${join(folder, 'profil')}`;
    await promisify(execFile)(office ?? '', [
      profile,
      '--headless',
      '--convert-to',
      AS_KEPT,
      '--outdir',
      folder,
      ...names,
    ]);
    const written = await readdir(folder);
    const sheetsOf = async (at: number) => {
      const own = written.filter((name) => name.startsWith(`buku${at}-`) && name.endsWith('.csv'));
      const read = own.map(
        async (name): Promise<[string, string[][]]> => [
          name.slice(`buku${at}-`.length, -'.csv'.length),
          parseCsv(await readFile(join(folder, name), 'utf8'), ','),
        ],
      );
      return new Map(await Promise.all(read));
    };
    return await Promise.all(books.map((_, at) => sheetsOf(at)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
