import { type Field, readFields, valueIn } from './qris-fields.ts';

/** Sizes of merchants as QRIS sorts them, which are not the classes of small business law (PP 7/2021). */
const qrisClasses = {
  UMI: 'usaha mikro',
  UKE: 'usaha kecil',
  UME: 'usaha menengah',
  UBE: 'usaha besar',
} as const;
export type QrisClass = keyof typeof qrisClasses;
const isClass = (text: string | undefined): text is QrisClass => text !== undefined && Object.hasOwn(qrisClasses, text);

const NATIONAL = 'ID.CO.QRIS.WWW';

export type QrisMerchant = { readonly nmid: string; readonly class: QrisClass | null };

/** The national template (tag 51): who the merchant is to Bank Indonesia. `faults` says what is wrong, each in a sentence. */
export const readNational = (fields: readonly Field[], faults: string[]): QrisMerchant => {
  const inside = readFields(valueIn(fields, '51') ?? '');
  const nmid = valueIn(inside.fields, '02') ?? '';
  const size = valueIn(inside.fields, '03');
  if (valueIn(fields, '51') === undefined) faults.push('Ini bukan QRIS: keterangan nasional (bagian 51) tidak ada.');
  else if (inside.broken !== null) faults.push('Keterangan nasional (bagian 51) rusak.');
  else if (valueIn(inside.fields, '00')?.toUpperCase() !== NATIONAL)
    faults.push(`Ini bukan QRIS: bagian 51 harus menyebut ${NATIONAL}.`);
  else if (!/^ID\d{13}$/.test(nmid)) faults.push('NMID tidak benar: harus ID diikuti 13 angka.');
  else if (size !== undefined && !isClass(size)) faults.push('Kelas usaha di QRIS ini tidak dikenal.');
  return { nmid, class: isClass(size) ? size : null };
};

/** The templates of acquirers (tags 26 to 50): at least one, each whole, each with a card number of the national range. */
export const checkAcquirers = (fields: readonly Field[], faults: string[]): void => {
  const acquirers = fields.filter(({ tag }) => tag >= '26' && tag <= '50');
  if (acquirers.length === 0) faults.push('Bank atau penyedia QRIS (bagian 26 sampai 50) tidak ada.');
  for (const { tag, value } of acquirers) {
    const inside = readFields(value);
    const pan = valueIn(inside.fields, '01');
    if (inside.broken !== null || valueIn(inside.fields, '00') === undefined)
      faults.push(`Keterangan penyedia (bagian ${tag}) rusak.`);
    else if (pan !== undefined && !/^9360\d{14,15}$/.test(pan))
      faults.push(`Nomor penerima (bagian ${tag}) tidak benar: harus 18 atau 19 angka yang diawali 9360.`);
  }
};
