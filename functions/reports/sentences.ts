import { index, roughRupiah } from '../../shared/domain/basics/wording.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { count } from './figures.ts';
import type { Report } from './report.ts';

/** The twelve months beside the month: fairer to read, because few orders always look uneven. */
export const howTheYearWent = ({ year: { total } }: Snapshot): string => {
  const { merchants, unsold, departed: left, activated, dropped, turnoverRupiah, spread } = total;
  const among = left > 0 ? `${count(merchants)} usaha (${count(left)} sudah keluar)` : `${count(merchants)} usaha`;
  const reach = `${count(unsold)} dari ${among} belum menjual apa pun; ${count(activated)} kembali menjual setelah bulan kosong, ${count(dropped)} pernah berhenti.`;
  if (turnoverRupiah === null || spread === null) return `${reach} Omzetnya tidak ditampilkan.`;
  const gini = spread.gini.value === null ? '' : `; Gini ${index(spread.gini.value)}`;
  return `${reach} Omzetnya ${roughRupiah(turnoverRupiah)}${gini}. Satu bulan dengan sedikit pesanan selalu tampak timpang, setahun lebih adil dibaca.`;
};

const MOST_MISSING = 6;
/** What a partial merge had to do without; nothing to say where it is whole. */
export const whatIsMissing = ({ missing }: Pick<Report, 'missing'>): string => {
  if (missing.length === 0) return '';
  const names = missing.slice(0, MOST_MISSING).map(({ name }) => name);
  const rest = missing.length - names.length;
  return (
    `Belum lengkap: ${count(missing.length)} kota atau kabupaten belum punya rekap yang dapat digabung ` +
    `(${names.join(', ')}${rest > 0 ? ` dan ${count(rest)} lainnya` : ''}). Angka di sini tanpa mereka.`
  );
};

/** Whether the figures stand, and why not yet. */
export const howFinal = ({ snapshot, missing }: Report): string => {
  if (snapshot.phase === 'final') return 'Angka akhir';
  return `Angka sementara: ${missing.length > 0 ? 'belum semua kota masuk' : 'laporan usaha masih dapat berubah'}`;
};
