import { Problem } from '../../problem.ts';
import { type KnownOffices, officeFinder, unknownOffice } from '../agencies/office-names.ts';
import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import { cellsOf, headingWith } from '../basics/sheets/sheet-heading.ts';
import { Nip } from './nip.ts';

/** A sheet rounds a number of eighteen digits. */
const WHOLE = 'Di lembar, jadikan kolom NIP teks supaya angkanya utuh.';

/** Columns of an office's staff list. Names, ranks and addresses that stand beside them are not read. */
const columns = {
  nip: ['NIP', 'NIP BARU', 'NIPPPK'],
  office: ['UNIT KERJA', 'NAMA SKPD', 'NAMA OPD', 'NAMA DINAS', 'DINAS', 'NAMA SATKER'],
  status: ['STATUS'],
} as const;
type Column = keyof typeof columns;
/** Words by which a list says that somebody is no longer there. */
const gone = new Set(['keluar', 'pensiun', 'berhenti', 'pindah', 'meninggal']);

export type SheetServant = { readonly nip: string; readonly agencyId: string; readonly leaves: boolean };
export type ServantSheet = {
  readonly rows: number;
  readonly servants: readonly SheetServant[];
  readonly flaws: readonly RowFlaw[];
};

/**
 * Who works where, from a sheet. A flaw says the row and never the number: the refusal may be read by others.
 * @throws Problem sheet_not_readable
 */
export const servantsOfSheet = (sheet: Sheet, known: KnownOffices): ServantSheet => {
  const heading = headingWith(sheet, columns, ['nip', 'office']);
  if (!heading)
    throw new Problem('sheet_not_readable', 'Kolom NIP dan UNIT KERJA tidak ditemukan di lembar ini.', [
      { pointer: '/', detail: 'Baris judul boleh di 20 baris pertama.' },
    ]);
  const { at, stands } = heading;
  const find = officeFinder(known);
  const seen = new Map<string, number>();
  const flaws: RowFlaw[] = [];
  const servants: SheetServant[] = [];
  let rows = 0;
  for (const [index, cells] of sheet.slice(at + 1).entries()) {
    const of = cellsOf(cells, stands);
    if (of('nip') === '' && of('office') === '') continue;
    rows += 1;
    const row = at + index + 2;
    const flaw = (column: Column, detail: string) => flaws.push({ row, column: stands[column]?.title ?? '', detail });
    const read = Nip.safeParse(of('nip'));
    const nip = read.data;
    const office = find(of('office'));
    const earlier = nip === undefined ? undefined : seen.get(nip);
    if (nip === undefined) flaw('nip', `${read.error?.issues[0]?.message} ${WHOLE}`);
    else if (earlier !== undefined) flaw('nip', `NIP ini sudah ada di baris ${earlier}. Sisakan satu baris.`);
    if (office === undefined) flaw('office', unknownOffice(of('office')));
    if (nip !== undefined) seen.set(nip, earlier ?? row);
    if (nip === undefined || earlier !== undefined || office === undefined) continue;
    servants.push({ nip, agencyId: office, leaves: gone.has(of('status').toLowerCase()) });
  }
  return { rows, servants, flaws };
};
