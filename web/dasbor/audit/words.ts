import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';

export type Entry = Output<'GET /cities/{city}/audit'>['items'][number];

export type Check = Output<'GET /cities/{city}/audit/check'>;
/** How much of the chain was looked at and found whole. */
export const checkSentence = ({ acts, checked }: Pick<Check, 'acts' | 'checked'>): string => {
  if (acts === 0) return 'Belum ada keputusan yang perlu diperiksa.';
  const whole = `Rantai utuh sampai nomor ${count(checked)}: setiap keputusan memuat sidik keputusan sebelumnya.`;
  return checked < acts ? `${whole} ${count(acts - checked)} berikutnya sedang diperiksa.` : whole;
};

const kinds: Readonly<Record<string, string>> = {
  mrc: 'Usaha',
  agc: 'Dinas',
  ord: 'Pesanan',
  prd: 'Barang',
  apl: 'Keberatan',
  rul: 'Putusan pemilik',
  sim: 'Simulasi',
  clg: 'Batas harga',
  lnk: 'Tautan undangan',
  prf: 'Bukti belanja',
  qst: 'Pertanyaan',
  rev: 'Ulasan',
  vst: 'Kunjungan',
  tsk: 'Tugas dinas',
  srs: 'Pelatihan',
  crt: 'Sertifikat',
  prt: 'Mitra',
  agm: 'Perjanjian',
  pky: 'Kunci data',
  bnk: 'Bank',
};
/** What kind of thing an id names, its own and that of a seat's place (`merchant:mrc_…`); undefined for one without a word. */
export const subjectOf = (subject: string): { readonly kind: string | undefined; readonly id: string } => {
  const id = subject.slice(subject.indexOf(':') + 1);
  return { kind: kinds[id.split('_')[0] ?? ''], id };
};

/**
 * Whether each act of a page, newest first, holds on to the one below it: its number is the next, and it carries the
 * other's hash. Whether the hashes are true is for `npm run verify-audit` to say, which reads the whole chain.
 */
export const holdTogether = (entries: readonly Pick<Entry, 'seq' | 'previous' | 'hash'>[]): boolean =>
  entries.every(({ seq, previous }, at) => {
    const below = entries[at + 1];
    return below === undefined || (seq === below.seq + 1 && previous === below.hash);
  });
