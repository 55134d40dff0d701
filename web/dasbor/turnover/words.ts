import type { Instant, Zone } from '../../../shared/domain/basics/month.ts';
import { count, dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import type { Reports, Row, State } from './wanted.ts';

/** The minute before: midnight would be read as the day that is already too late. */
const lastMinute = (deadline: Instant, zone: Zone): string =>
  dateTime(new Date(Date.parse(deadline) - 60_000).toISOString(), zone);

/** Until when shops report a month, in a sentence. */
export const stateSentence = ({ state, deadline }: Pick<Reports, 'state' | 'deadline'>, zone: Zone): string => {
  const until = lastMinute(deadline, zone);
  if (state === 'not-over') return `Bulan ini masih berjalan. Laporan diterima sampai ${until}.`;
  return state === 'open'
    ? `Laporan diterima sampai ${until}.`
    : `Laporan ditutup ${until}. Usaha yang terlambat bisa dibukakan lagi selama tujuh hari.`;
};

/** How many had reported when the month was last counted. */
export const closedSentence = ({ closed }: Pick<Reports, 'closed'>): string | undefined =>
  closed
    ? `${count(closed.reports)} dari ${count(closed.merchants)} usaha sudah melapor saat bulan ini terakhir dihitung.`
    : undefined;

/** What a shop did in the months before, so that a reminder fits. */
export const habitWords = ({ reported, months }: Pick<NonNullable<Row['missing']>, 'reported' | 'months'>): string => {
  if (months === 0) return 'Baru bergabung';
  return reported === 0
    ? `Tidak pernah melapor dalam ${count(months)} bulan sebelumnya`
    : `Melapor ${count(reported)} dari ${count(months)} bulan sebelumnya`;
};

/** What is sent to whoever has not reported; undefined once nobody can report unasked. */
export const reminder = (
  { name }: Pick<Row, 'name'>,
  { state, deadline }: Pick<Reports, 'state' | 'deadline'>,
  place: { readonly name: string; readonly zone: Zone },
  month: string,
): string => {
  const ask = `Selamat siang, ${name}. Kami dari Pemerintah ${place.name}. Laporan omzet ${monthName(month)} Anda di Pasar Rata belum kami terima.`;
  const how = 'Buka Toko saya, lalu isi penjualan di luar pasar; bila tidak ada, simpan saja kosong.';
  return state === 'locked'
    ? `${ask} Batasnya sudah lewat. Balas pesan ini bila Anda masih ingin melapor; kami bukakan lagi.`
    : `${ask} ${how} Batasnya ${lastMinute(deadline, place.zone)}.`;
};

export const emptyWords: Readonly<Record<State, readonly [title: string, text: string]>> = {
  missing: [
    'Tidak ada yang perlu diingatkan',
    'Usaha yang terverifikasi dan belum melapor bulan ini muncul di sini, dengan pengingat siap kirim.',
  ],
  'on-time': ['Belum ada laporan', 'Laporan muncul di sini begitu sebuah usaha menyimpannya.'],
  late: ['Tidak ada yang terlambat', 'Usaha yang melapor sesudah batas, setelah dibukakan lagi, muncul di sini.'],
  corrected: ['Tidak ada yang diubah', 'Laporan yang diubah sesudah batas muncul di sini.'],
};
