import type { Day } from '../basics/month.ts';
import { inertText } from '../basics/sheets/sheet.ts';
import type { TreasuryKind } from '../payments/treasury-record.ts';

/** One withholding slip (bukti potong, BPPU) for the treasurer's upload to Coretax. */
export type Bppu = {
  readonly counterpartTin: string;
  readonly objectCode: string;
  readonly baseRupiah: number;
  /** As Coretax wants it: percent with a point, `1.5`. */
  readonly rate: string;
  readonly facility: 'N/A' | 'TaxExAr22' | 'TaxExAr23' | 'PP23' | 'DTP';
  readonly document: 'CommercialInvoice' | 'PaymentProof' | 'Contract';
  readonly documentNumber: string;
  readonly documentDate: Day;
  readonly purse: TreasuryKind;
  /** Only of a direct payment (LS). */
  readonly sp2dNumber: string | null;
  readonly withheldOn: Day;
};

/** Place of business of a tax number: the number itself and six zeros for the head office (22 digits). */
export const placeOfBusiness = (tin: string): string => `${tin}000000`;

/** How Coretax calls a treasurer's purse. A government card has no word of its own there. */
const purses: Record<TreasuryKind, 'N/A' | 'Imprest' | 'Direct'> = { 'UP/GU': 'Imprest', LS: 'Direct', KKPD: 'N/A' };

/** Columns of the sheet BPPU version 3 (September 2025): B to P of its third row; the withholder's tax number stands in C1. */
export const bppuColumns = [
  'Masa Pajak',
  'Tahun Pajak',
  'NPWP',
  'ID TKU Penerima Penghasilan',
  'Fasilitas',
  'Kode Objek Pajak',
  'DPP',
  'Tarif',
  'Jenis Dok. Referensi',
  'Nomor Dok. Referensi',
  'Tanggal Dok. Referensi',
  'ID TKU Pemotong',
  'Opsi Pembayaran (IP)',
  'Nomor SP2D (IP)',
  'Tanggal Pemotongan',
] as const;

/** One row of the sheet; amounts as numbers, tax numbers as text, so that no zero in front is lost. */
export const bppuRow = (slip: Bppu, withholderTin: string): readonly (string | number)[] => [
  Number(slip.withheldOn.slice(5, 7)),
  Number(slip.withheldOn.slice(0, 4)),
  slip.counterpartTin,
  placeOfBusiness(slip.counterpartTin),
  slip.facility,
  slip.objectCode,
  slip.baseRupiah,
  Number(slip.rate),
  slip.document,
  slip.documentNumber,
  slip.documentDate,
  placeOfBusiness(withholderTin),
  purses[slip.purse],
  slip.sp2dNumber ?? '',
  slip.withheldOn,
];

/**
 * A cell that a spreadsheet would run as a formula is led by an apostrophe; what holds a separator is quoted. A fraction has a
 * comma: where a semicolon parts cells, `1.5` is read as the first of May.
 */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' ? inertText(value) : String(value).replace('.', ',');
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The sheet as CSV for people: byte order mark, semicolons, the withholder in C1. */
export const bppuCsv = (slips: readonly Bppu[], withholderTin: string): string => {
  const rows = [
    ['', 'NPWP Pemotong', withholderTin],
    [],
    ['', ...bppuColumns],
    ...slips.map((slip) => ['', ...bppuRow(slip, withholderTin)]),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
};
