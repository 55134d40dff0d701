import type { Office, Shop } from '../city.ts';
import type { Beat, Story } from './story.ts';

const approve = (hours: number): Beat => ({ hours, step: 'approve', by: 'approver' });
const shop = (hours: number, step: Beat['step'], body?: Beat['body']): Beat => ({
  hours,
  step,
  by: 'shop',
  ...(body ? { body } : {}),
});
const paper = (hours: number, kind: string, by: 'buyer' | 'treasurer' = 'buyer'): Beat => ({
  hours,
  step: 'papers/{kind}',
  by,
  params: { kind },
});
const receive = (hours: number, more: object = {}): Beat => ({
  hours,
  step: 'receive',
  body: () => ({ receivedBy: 'Bayu Prakoso', ...more }),
});
const record = (hours: number, kind: 'UP/GU' | 'LS' | 'KKPD', number: string): Beat => ({
  hours,
  step: 'payment/record',
  by: 'treasurer',
  body: ({ order, day }) => ({ kind, number: `${number}/${day.slice(0, 4)}`, on: day, rupiah: order.totalRupiah }),
});
const confirm = (hours: number): Beat => shop(hours, 'payment/confirm', ({ order }) => ({ rupiah: order.totalRupiah }));
const brought = (hours: number): Beat[] => [
  approve(hours),
  paper(hours - 1, 'surat-pesanan'),
  shop(hours - 2, 'accept'),
];

type Told = { readonly purpose: string; readonly hours: number; readonly beats: readonly Beat[] };
/** What the known office has open when the building ends: for its buyer, its approver and its treasurer. */
const stories: Record<string, Told> = {
  'minta-setuju': { purpose: 'Rapat koordinasi kepala sekolah', hours: 5, beats: [] },
  'minta-setuju-lagi': { purpose: 'Bimbingan teknis operator sekolah', hours: 23, beats: [] },
  disetujui: { purpose: 'Sosialisasi kurikulum', hours: 28, beats: [approve(4), paper(3.5, 'surat-pesanan')] },
  disiapkan: { purpose: 'Forum perangkat daerah', hours: 52, beats: brought(49) },
  diantar: { purpose: 'Rapat evaluasi triwulan', hours: 76, beats: [...brought(73), shop(3, 'deliver')] },
  'belum-dibayar': {
    purpose: 'Pelatihan guru penggerak',
    hours: 150,
    beats: [...brought(147), shop(76, 'deliver'), receive(75), paper(74, 'nota'), paper(73.5, 'bast')],
  },
  'tinggal-dicocokkan': {
    purpose: 'Rapat anggaran',
    hours: 165,
    beats: [
      ...brought(162),
      shop(100, 'deliver'),
      receive(99),
      paper(98, 'nota'),
      paper(97.5, 'bast'),
      record(30, 'UP/GU', 'BKU-00231'),
      paper(29, 'bukti-bayar', 'treasurer'),
      paper(28.5, 'pajak', 'treasurer'),
    ],
  },
  lunas: {
    purpose: 'Lomba cerdas cermat',
    hours: 168,
    beats: [
      ...brought(166),
      shop(120, 'deliver'),
      receive(119),
      paper(118, 'nota'),
      paper(117.5, 'bast'),
      record(80, 'LS', '00398/SP2D-LS'),
      paper(79, 'bukti-bayar', 'treasurer'),
      paper(78.5, 'pajak', 'treasurer'),
      confirm(50),
      paper(48, 'kuitansi'),
      { hours: 46, step: 'review', body: () => ({ stars: 5, text: 'Datang sebelum acara, hitungannya tepat.' }) },
    ],
  },
  'kartu-kredit': {
    purpose: 'Kunjungan kerja',
    hours: 169.5,
    beats: [...brought(167.5), shop(110, 'deliver'), receive(109), record(60, 'KKPD', 'TRX-00058'), confirm(34)],
  },
  dipersoalkan: {
    purpose: 'Upacara hari guru',
    hours: 140,
    beats: [
      ...brought(137),
      shop(50, 'deliver'),
      {
        hours: 48,
        step: 'dispute',
        body: () => ({ reason: 'Yang datang kurang sepuluh, dan sebagian sudah dingin.' }),
      },
    ],
  },
  ditolak: {
    purpose: 'Rapat persiapan wisuda',
    hours: 60,
    beats: [{ ...approve(36), step: 'reject', body: () => ({ reason: 'Anggarannya dipindah ke bulan depan.' }) }],
  },
};

export const officeStories = (office: Office, shops: readonly Shop[]): readonly Story[] =>
  Object.entries(stories).flatMap(([name, story], turn) => {
    const shop = shops[turn % Math.max(shops.length, 1)];
    const buyer = { person: office.buyer, name: office.buyerName };
    return shop ? [{ ...story, name: `dinas/${name}`, turn, shop, office, buyer }] : [];
  });
