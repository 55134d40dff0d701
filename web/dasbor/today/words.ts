import type { Output } from '../../../shared/contract.ts';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { count, dateTime, monthName } from '../../../shared/domain/basics/wording.ts';

export type Today = Output<'GET /cities/{city}/today'>;
export type Queued = Today['queues'][number];
export type OfficeClock = Output<'GET /cities/{city}/payment-clock'>['items'][number];

type QueueWords = {
  readonly title: string;
  /** What there is to do, on the way to the list. */
  readonly act: string;
  /** Where the whole list is, and what narrows it. */
  readonly slug: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Below which page one of it has its own. */
  readonly each?: string;
};
/** Each list, in the order in which a morning begins where nothing is older. */
export const queueWords: Readonly<Record<Queued['queue'], QueueWords>> = {
  applications: { title: 'Pendaftaran usaha', act: 'Periksa pendaftaran', slug: 'usaha', each: 'usaha' },
  'returned-applications': {
    title: 'Pendaftaran dikembalikan, belum diperbaiki',
    act: 'Lihat semua',
    slug: 'usaha',
    each: 'usaha',
    query: { lihat: 'returned' },
  },
  'unclaimed-shops': {
    title: 'Usaha dari daftar kota, belum diambil pemiliknya',
    act: 'Buka daftar usaha',
    slug: 'usaha',
    each: 'usaha',
  },
  'follow-ups': {
    title: 'Tindak lanjut yang belum selesai',
    act: 'Lihat semua',
    slug: 'perlu-didatangi',
    each: 'tindak-lanjut',
    query: { lihat: 'ditangani' },
  },
  'turnover-reports': {
    title: 'Belum melaporkan omzet',
    act: 'Ingatkan lewat WhatsApp',
    slug: 'laporan-omzet',
    each: 'laporan-omzet',
  },
  complaints: {
    title: 'Pengaduan yang belum diperiksa',
    act: 'Periksa pengaduan',
    slug: 'pengaduan',
    each: 'pengaduan',
  },
  'visit-tasks': {
    title: 'Kebutuhan usaha tanpa dinas',
    act: 'Tunjuk dinas',
    slug: 'kunjungan',
    query: { lihat: 'tugas' },
  },
  'awaited-visits': {
    title: 'Usaha yang menunggu didatangi',
    act: 'Jadwalkan kunjungan',
    slug: 'kunjungan',
    query: { lihat: 'menunggu' },
  },
  agreements: {
    title: 'Janji mitra yang jatuh tempo',
    act: 'Buka kemitraan',
    slug: 'kemitraan',
    each: 'kemitraan',
  },
  draws: { title: 'Pelatihan siap diundi', act: 'Undi kursinya', slug: 'program', each: 'program' },
  goods: { title: 'Barang yang dilaporkan', act: 'Putuskan', slug: 'barang' },
  disputes: { title: 'Pesanan yang dipersoalkan', act: 'Putuskan', slug: 'pesanan', each: 'pesanan' },
  appeals: { title: 'Keberatan atas urutan', act: 'Jawab keberatan', slug: 'keberatan' },
  reviews: { title: 'Ulasan yang dilaporkan', act: 'Lihat ulasan', slug: 'ulasan' },
  'integrity-questions': { title: 'Pertanyaan integritas', act: 'Jawab pertanyaan', slug: 'integritas' },
  'purchase-proofs': { title: 'Bukti belanja ASN', act: 'Periksa bukti', slug: 'bukti-belanja' },
  'owner-questions': { title: 'Satu pemilik atau bukan?', act: 'Jawab pertanyaan', slug: 'pemilik' },
};

/** `12`, or `lebih dari 50` where nobody counted on. */
export const countWords = ({ count: counted, more }: Pick<Queued, 'count' | 'more'>): string =>
  more ? `lebih dari ${count(counted)}` : count(counted);

const change = (before: number, after: number): string => {
  if (before === after) return 'sama banyak dengan';
  return after < before
    ? `${count(before - after)} lebih sedikit daripada`
    : `${count(after - before)} lebih banyak daripada`;
};

/** The month in one sentence: the running one where anybody is in it, else the last closed one. */
export const headline = ({ soFar, closed }: Pick<Today, 'soFar' | 'closed'>, place: string): string => {
  const { month, merchants, unsold } = soFar;
  if (merchants > 0)
    return unsold === 0
      ? `Semua ${count(merchants)} usaha sudah menjual pada ${monthName(month)}.`
      : `${count(unsold)} dari ${count(merchants)} usaha belum menjual sejauh ini pada ${monthName(month)}.`;
  return closed
    ? `${count(closed.unsold)} dari ${count(closed.merchants)} usaha belum menjual pada ${monthName(closed.month)}.`
    : `Belum ada usaha aktif di ${place}.`;
};

/** How the last closed month ended, beside the one before. A running month is compared with none: it is not over. */
export const lastMonth = ({
  soFar,
  closed,
  before,
}: Pick<Today, 'soFar' | 'closed' | 'before'>): string | undefined => {
  if (!closed) return undefined;
  // Nobody is in the running month yet, and the headline tells of this one.
  if (soFar.merchants === 0)
    return before ? `Itu ${change(before.unsold, closed.unsold)} ${monthName(before.month)}.` : undefined;
  const ended = `${monthName(closed.month)} berakhir dengan ${count(closed.unsold)} dari ${count(closed.merchants)} usaha belum menjual`;
  return before ? `${ended}, ${change(before.unsold, closed.unsold)} ${monthName(before.month)}.` : `${ended}.`;
};

/** Until when the figures of the last month may change. */
export const reportsSentence = ({ reportsUntil, closed }: Pick<Today, 'reportsUntil' | 'closed'>, zone: Zone) =>
  reportsUntil && closed
    ? `Laporan omzet ${monthName(closed.month)} diterima sampai ${dateTime(new Date(Date.parse(reportsUntil) - 1).toISOString(), zone)}; sampai itu angkanya masih bisa berubah.`
    : undefined;

/** Offices that let shops wait, the longest first. */
export const owing = (offices: readonly OfficeClock[]): OfficeClock[] =>
  offices.filter(({ waiting }) => waiting > 0).sort((a, b) => (b.oldestDays ?? 0) - (a.oldestDays ?? 0));
