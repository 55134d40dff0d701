import { crcText } from './crc16.ts';
import { type Field, valueIn } from './qris-fields.ts';
import type { QrisClass } from './qris-merchant.ts';

/** What a QRIS says, once all of it is found right. */
export type Qris = {
  readonly payload: string;
  /** Static: pasted on the wall, the buyer types the amount. Dynamic: made for one payment. */
  readonly kind: 'static' | 'dynamic';
  readonly nmid: string;
  readonly name: string;
  readonly city: string;
  readonly class: QrisClass | null;
  readonly amountRupiah: number | null;
  /** Whether the buyer's app adds a tip: not, asks for one, or adds it by itself. */
  readonly tip: 'none' | 'asked' | 'added';
};

/** Root fields whose whole value has one right form: [tag, form, what is wrong when it is not]. */
const forms: readonly (readonly [tag: string, form: RegExp, fault: string])[] = [
  ['00', /^01$/, 'Versi kode (bagian 00) harus 01.'],
  ['01', /^1[12]$/, 'Jenis kode (bagian 01) harus 11 (tetap) atau 12 (sekali pakai).'],
  ['52', /^\d{4}$/, 'Kode jenis usaha (bagian 52) harus 4 angka.'],
  ['53', /^360$/, 'Mata uang (bagian 53) harus 360, yaitu rupiah.'],
  ['58', /^ID$/, 'Negara (bagian 58) harus ID.'],
  ['59', /^[\x20-\x7e]{1,25}$/, 'Nama penerima (bagian 59) harus 1 sampai 25 huruf.'],
  ['60', /^[\x20-\x7e]{1,15}$/, 'Kota penerima (bagian 60) harus 1 sampai 15 huruf.'],
];

const AMOUNT = /^(?!0+(\.0*)?$)\d{1,13}(\.0{1,2})?$/;

/** The CRC is the last field by its place, not by its digits: a CRC may itself read 6304. */
export const checkCrc = (text: string, fields: readonly Field[], faults: string[]): void => {
  const at = fields.findIndex(({ tag }) => tag === '63');
  const crc = fields[at]?.value ?? '';
  if (at < 0) faults.push('Kode pemeriksa (bagian 63) tidak ada. Kodenya mungkin terpotong.');
  else if (at !== fields.length - 1) faults.push('Ada isi setelah kode pemeriksa (bagian 63).');
  else if (!/^[0-9A-F]{4}$/.test(crc)) faults.push('Kode pemeriksa (bagian 63) harus 4 angka atau huruf A sampai F.');
  else if (crcText(text.slice(0, -4)) !== crc)
    faults.push('Kode pemeriksa tidak cocok. Kodenya berubah atau salah salin.');
};

export const checkAmount = (fields: readonly Field[], kind: Qris['kind'], faults: string[]): number | null => {
  const amount = valueIn(fields, '54');
  if (amount === undefined) {
    if (kind === 'dynamic') faults.push('QRIS sekali pakai harus menyebut jumlah (bagian 54).');
    return null;
  }
  if (!AMOUNT.test(amount)) faults.push('Jumlah (bagian 54) harus rupiah bulat lebih dari nol.');
  return Number(amount);
};

export const checkRepeats = (fields: readonly Field[], faults: string[]): void => {
  const seen = new Set<string>();
  for (const { tag } of fields) {
    if (seen.has(tag)) faults.push(`Bagian ${tag} muncul lebih dari sekali.`);
    seen.add(tag);
  }
};

export const checkForms = (fields: readonly Field[], faults: string[]): void => {
  if (fields[0]?.tag !== '00') faults.push('Ini bukan QRIS: kode harus mulai dengan bagian 00.');
  for (const [tag, form, fault] of forms) if (!form.test(valueIn(fields, tag) ?? '')) faults.push(fault);
};
