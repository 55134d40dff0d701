import { count, day, monthName, rupiah } from '../../shared/domain/basics/wording.ts';
import type { Pack, PackContent } from '../../shared/domain/capital/pack/pack.ts';
import { CHECK_FREE, drawCheck } from '../print/check-foot.ts';
import { bytesOf, LEFT } from '../print/pdf-paper.ts';
import { heightOf, newTagged, numbered, roomFor, say } from '../print/tagged-page.ts';
import { type Column, drawTable } from '../print/tagged-table.ts';

const months = [
  { head: 'Bulan', share: 24 },
  { head: 'Pesanan diterima', share: 15, align: 'right' },
  { head: 'Nilai barang', share: 22, align: 'right' },
  { head: 'Tepat hari', share: 13, align: 'right' },
  { head: 'Terlambat', share: 13, align: 'right' },
  { head: 'Batal oleh toko', share: 13, align: 'right' },
] as const satisfies readonly Column[];
const facts = [
  { head: 'Keterangan', share: 65 },
  { head: 'Jumlah', share: 35, align: 'right' },
] as const satisfies readonly Column[];

const days = (many: number | null): string => (many === null ? 'belum ada' : `${count(many)} hari`);
const told = ({ totals, payments, certificates }: PackContent): string[][] => [
  ['Pesanan dibayar', `${count(payments.paid)}, ${rupiah(payments.paidRupiah)}`],
  ['Pesanan belum dibayar', `${count(payments.open)}, ${rupiah(payments.openRupiah)}`],
  ['Hari dari barang sampai ke uang masuk, tengahnya', days(payments.medianDays)],
  ['Hari dari barang sampai ke uang masuk, paling lama', days(payments.longestDays)],
  ['Pesanan yang uangnya dikembalikan', count(totals.returned)],
  ['Keluhan pembeli yang terbukti', count(totals.upheldComplaints)],
  ['Pembeli yang kembali memesan', count(totals.repeatBuyers)],
  ['Dinas yang membeli', count(totals.offices)],
  ...certificates.map(({ title, on, code }) => [`Sertifikat pelatihan: ${title}`, `${day(on)}, kode ${code}`]),
];

/** A statement pack to print: facts, month by month, and where they can be checked. The same pack is the same file. */
export const packPdf = async ({ content, ...mark }: Pack, site: string): Promise<Uint8Array> => {
  const { shop, from, to, madeOn, totals, sources } = content;
  const title = `Rekam usaha ${monthName(from)} sampai ${monthName(to)}`;
  const page = await newTagged(`${title}, ${shop.name}`, `${madeOn}T00:00:00.000Z`);
  let y = say(page, title, LEFT, 48, { size: 17, strong: true, as: 'H1' });
  y = say(page, shop.name, LEFT, y + 2, { size: 12, strong: true });
  const intro = `Di Pasar Rata sejak ${day(shop.since)}. Dibuat ${day(madeOn)} dengan izin pemilik, untuk satu bank dan satu permohonan. Isinya catatan, bukan penilaian.`;
  y = say(page, intro, LEFT, y + 2, { size: 9.5 });
  const rows = content.months.map((one) => [
    one.listed ? monthName(one.month) : `${monthName(one.month)}, belum di Pasar Rata`,
    count(one.received),
    rupiah(one.rupiah),
    count(one.onTime),
    count(one.late),
    count(one.cancelledByShop),
  ]);
  const sum = [
    'Jumlah',
    count(totals.received),
    rupiah(totals.rupiah),
    count(totals.onTime),
    count(totals.late),
    count(totals.cancelledByShop),
  ];
  y = drawTable(page, { columns: months, foot: CHECK_FREE }, [...rows, { strong: sum }], y + 10);
  y = drawTable(page, { columns: facts, foot: CHECK_FREE }, told(content), y + 10);
  const named = `Sumber: ${sources.join('; ')}.`;
  say(page, named, LEFT, roomFor(page, y + 8, heightOf(page, named, { size: 8.5 }), CHECK_FREE), { size: 8.5 });
  drawCheck(page, mark, site, 'Ditandatangani Pasar Rata (Ed25519); berkas JSON-nya membawa tanda tangannya.');
  numbered(page);
  page.part.end();
  return bytesOf(page.doc);
};
