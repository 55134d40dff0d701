import { rupiah } from '../../basics/wording.ts';
import { COUNTRY } from '../../places/region.ts';
import type { Content } from './content.ts';
import type { Changes, Snapshot } from './snapshot.ts';

const fields = ['merchants', 'sold', 'unsold', 'orders', 'turnoverRupiah', 'reportedRupiah', 'reports'] as const;
type Figured = Partial<Record<(typeof fields)[number], number | string | null>>;

const flat = (content: Content): Map<string, Figured> =>
  new Map<string, Figured>([
    ['total', content.total],
    ['year', content.year.total],
    // Of half a thousand cities each one's own revisions say it: here it would not fit one item.
    ...[...content.districts, ...content.categories, ...(content.place === COUNTRY ? [] : content.cities)].map(
      (cell) => [cell.code, cell] as [string, Figured],
    ),
  ]);

const text = (value: number | string | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** Why two revisions differ, said from what differs in their input. */
const reasons = (before: Content, after: Content): string[] => {
  const [old, now] = [before.total, after.total];
  const said: [boolean, string][] = [
    [before.definition !== after.definition, `Definisi berubah dari ${before.definition} ke ${after.definition}.`],
    [before.phase !== after.phase, 'Batas lapor sudah lewat: angka sementara menjadi angka akhir.'],
    [old.merchants !== now.merchants, `Daftar usaha berubah dari ${old.merchants} ke ${now.merchants}.`],
    [
      old.turnoverRupiah !== now.turnoverRupiah || old.orders !== now.orders,
      `Penjualan bulan itu berubah dari ${rupiah(old.turnoverRupiah ?? 0)} ke ${rupiah(now.turnoverRupiah ?? 0)}.`,
    ],
    [
      old.reports !== now.reports || old.reportedRupiah !== now.reportedRupiah,
      `Laporan usaha berubah dari ${old.reports} ke ${now.reports}.`,
    ],
    [
      before.year.total.turnoverRupiah !== after.year.total.turnoverRupiah,
      'Penjualan pada sebelas bulan sebelumnya dibetulkan.',
    ],
    [before.missing.join() !== after.missing.join(), 'Wilayah yang tersedia untuk digabung berubah.'],
  ];
  const found = said.filter(([differs]) => differs).map(([, sentence]) => sentence);
  return found.length > 0 ? found : ['Rincian masukan berubah tanpa mengubah jumlahnya.'];
};

/** What a revision changed since the one before it, and why. */
export const changesBetween = (before: Snapshot, after: Content): Changes => {
  const old = flat(before);
  const now = flat(after);
  const figures = [...new Set([...old.keys(), ...now.keys()])].flatMap((of) =>
    fields.flatMap((id) => {
      const [was, is] = [text(old.get(of)?.[id]), text(now.get(of)?.[id])];
      return was === is ? [] : [{ of, id, before: was, after: is }];
    }),
  );
  return { since: before.revision, reasons: reasons(before, after), figures };
};
