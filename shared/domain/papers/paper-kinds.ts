import * as z from 'zod';

/** The papers of an order. `code` stands in a paper's number; `numbered` papers take one when they are issued. */
export const paperKinds = {
  'surat-pesanan': { name: 'Surat pesanan', code: 'SP', numbered: true },
  nota: { name: 'Nota', code: 'NT', numbered: true },
  kuitansi: { name: 'Kuitansi', code: 'KW', numbered: true },
  spk: { name: 'Surat perintah kerja', code: 'SPK', numbered: true },
  bast: { name: 'Berita acara serah terima', code: 'BAST', numbered: true },
  pemeriksaan: { name: 'Daftar pemeriksaan barang', code: 'BAP', numbered: true },
  foto: { name: 'Lembar foto', code: 'FT', numbered: false },
  'bukti-bayar': { name: 'Bukti pembayaran', code: 'BB', numbered: false },
  pajak: { name: 'Rincian pajak', code: 'PJ', numbered: false },
} as const satisfies Record<string, { name: string; code: string; numbered: boolean }>;

export const PaperKind = z
  .enum(
    Object.keys(paperKinds) as [keyof typeof paperKinds, ...(keyof typeof paperKinds)[]],
    'Pilih jenis berkas dari daftar.',
  )
  .meta({ id: 'PaperKind' });
export type PaperKind = z.infer<typeof PaperKind>;
