import type { Day } from '../domain/basics/month.ts';
import { type Dated, inForce } from './dated.ts';

/** Why a purchase of an office has no income tax line, or which one it has. */
type TaxKind = 'pph22' | 'pph23' | 'pph-final-umkm' | 'ppn' | 'pbjt' | 'none';

export type TaxRule = Dated & {
  readonly id: string;
  readonly kind: TaxKind;
  readonly name: string;
  /** Rate as a fraction of whole numbers, so that no rounding hides in it: 3/200 is 1.5%. */
  readonly rate: readonly [number, number];
  /** Payments up to so much it holds for; left out, of any size. */
  readonly upToRupiah?: number;
  /** Object code of Coretax, where the tax has one. */
  readonly objectCode?: string;
};

/** The tax rules that a paper for an office may name. Information: nothing is withheld here. */
export const taxRules = [
  {
    id: 'pph22-bendahara',
    kind: 'pph22',
    name: 'PPh 22',
    rate: [3, 200],
    objectCode: '22-910-01',
    validFrom: '2022-05-01',
    validTo: null,
    source: 'PMK 59/2022 (perubahan PMK 231/2019): 1,5% dari harga tanpa PPN, dipungut bendahara',
    confirmed: true,
  },
  {
    id: 'pph23-katering',
    kind: 'pph23',
    name: 'PPh 23 jasa katering',
    rate: [1, 50],
    objectCode: '24-104-39',
    validFrom: '2015-08-24',
    validTo: null,
    source: 'PMK 141/PMK.03/2015 pasal 1 ayat (6): jasa katering atau tata boga 2%; warung dan toko bukan katering',
    confirmed: false,
  },
  {
    id: 'pph-final-umkm',
    kind: 'pph-final-umkm',
    name: 'PPh final UMKM',
    rate: [1, 200],
    objectCode: '28-423-01',
    validFrom: '2022-12-20',
    validTo: null,
    source: 'PP 55/2022 pasal 56–62: 0,5% bagi pemilik surat keterangan',
    confirmed: true,
  },
  {
    id: 'pph-final-500-juta',
    kind: 'none',
    name: 'PPh final UMKM (omzet setahun sampai Rp500 juta)',
    rate: [0, 1],
    objectCode: '28-423-03',
    validFrom: '2022-12-20',
    validTo: null,
    source: 'PP 55/2022 pasal 60: orang pribadi sampai Rp500 juta setahun, dengan surat pernyataan',
    confirmed: true,
  },
  {
    id: 'pph22-sampai-2-juta',
    kind: 'none',
    name: 'PPh 22 (sampai Rp2 juta)',
    rate: [0, 1],
    upToRupiah: 2_000_000,
    validFrom: '2022-05-01',
    validTo: null,
    source: 'PMK 59/2022: pembayaran sampai Rp2 juta yang tidak dipecah',
    confirmed: false,
  },
  {
    id: 'pph22-kkpd',
    kind: 'none',
    name: 'PPh 22 (kartu kredit pemerintah)',
    rate: [0, 1],
    validFrom: '2022-05-01',
    validTo: null,
    source: 'PMK 59/2022: pembayaran dengan kartu kredit pemerintah',
    confirmed: false,
  },
  {
    id: 'ppn-11',
    kind: 'ppn',
    name: 'PPN',
    rate: [11, 100],
    validFrom: '2022-04-01',
    validTo: '2024-12-31',
    source: 'UU 7/2021 pasal 7: 11%',
    confirmed: true,
  },
  {
    id: 'ppn-11-per-12',
    kind: 'ppn',
    name: 'PPN',
    rate: [11, 100],
    validFrom: '2025-01-01',
    validTo: null,
    source: 'PMK 131/2024: 12% dari 11/12 harga, efektif 11%',
    confirmed: false,
  },
  {
    id: 'ppn-sampai-2-juta',
    kind: 'none',
    name: 'PPN (sampai Rp2 juta, disetor penjual sendiri)',
    rate: [0, 1],
    upToRupiah: 2_000_000,
    validFrom: '2022-05-01',
    validTo: null,
    source: 'PMK 59/2022 pasal 18: pembayaran sampai Rp2 juta termasuk PPN, yang tidak dipecah',
    confirmed: false,
  },
  {
    id: 'ppn-kkpd',
    kind: 'none',
    name: 'PPN (kartu kredit pemerintah, disetor penjual sendiri)',
    rate: [0, 1],
    validFrom: '2022-05-01',
    validTo: null,
    source: 'PMK 59/2022 pasal 18: pembayaran dengan kartu kredit pemerintah',
    confirmed: false,
  },
  {
    id: 'pbjt-makanan',
    kind: 'pbjt',
    name: 'Pajak daerah (PBJT) makanan dan minuman',
    rate: [0, 1],
    validFrom: '2024-01-05',
    validTo: null,
    source: 'UU 1/2022 pasal 50: makanan dan minuman kena pajak daerah, bukan PPN; tarif menurut perda kota',
    confirmed: false,
  },
] as const satisfies readonly TaxRule[];
export type TaxRuleId = (typeof taxRules)[number]['id'];

/** The rule if it is in force on a day. */
export const taxRuleOn = (id: TaxRuleId, day: Day): TaxRule | undefined =>
  taxRules.find((one) => one.id === id && inForce(one, day));
