import { Problem } from '../../../problem.ts';
import type { Qris } from './checks.ts';
import { examine } from './examine.ts';

/** EMVCo Merchant-Presented Mode 1.1, 4.3: a payload has at most 512 characters. */
const MOST_CHARACTERS = 512;

/**
 * Reads a QRIS and checks all of it; throws `qris_not_valid` with every fault as a flaw. That a QRIS is whole says who
 * is named in it, never that anybody paid. Source: EMVCo Merchant-Presented Mode 1.1; QRIS tags as in facts of Bank
 * Indonesia's national standard (51 with NMID).
 */
export const readQris = (text: string): Qris => {
  const payload = text.trim();
  if (payload.length > MOST_CHARACTERS)
    throw refused([`Kode terlalu panjang: paling banyak ${MOST_CHARACTERS} huruf.`]);
  const { qris, faults } = examine(payload);
  if (faults.length > 0) throw refused(faults);
  return qris;
};

/** A shop's own QRIS: static, without an amount, and without a tip that the buyer cannot refuse. */
export const readShopQris = (text: string): Qris => {
  const qris = readQris(text);
  const faults: string[] = [];
  if (qris.kind === 'dynamic')
    faults.push('QRIS ini hanya untuk sekali bayar. Pakai QRIS tetap yang ditempel di toko.');
  if (qris.kind === 'static' && qris.amountRupiah !== null)
    faults.push('QRIS ini sudah berisi jumlah. Pakai QRIS tetap tanpa jumlah.');
  if (qris.tip === 'added') faults.push('QRIS ini menambah tip sendiri. Minta penyedia Anda QRIS tanpa tip.');
  if (faults.length > 0) throw refused(faults);
  return qris;
};

const refused = (faults: readonly string[]): Problem =>
  new Problem(
    'qris_not_valid',
    `QRIS ini tidak bisa dipakai. ${faults[0]}`,
    faults.map((detail) => ({ pointer: '/qris', detail })),
  );
