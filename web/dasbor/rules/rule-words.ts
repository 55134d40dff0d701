import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';

export type Rule = Output<'GET /cities/{city}/ranking-policy'>['inForce'];
/** The rule that was decided last, in force or not yet. */
export const latestOf = ({
  inForce,
  planned,
}: Pick<Output<'GET /cities/{city}/ranking-policy'>, 'inForce' | 'planned'>): Rule => planned.at(-1) ?? inForce;
export type Turned = Exclude<keyof Rule, 'city' | 'version' | 'effectiveFrom' | 'starts'>;

type Field = {
  readonly name: Turned;
  readonly label: string;
  readonly help: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
};
/** The numbers a city turns, in the words of who lives with them. */
export const ruleFields: readonly Field[] = [
  {
    name: 'tolerancePercent',
    label: 'Harga wajar: di atas harga tengah',
    unit: '%',
    min: 0,
    max: 100,
    help: 'Barang yang lebih mahal dari ini turun urutan.',
  },
  {
    name: 'ratingFloor',
    label: 'Nilai terendah',
    unit: 'dari 5',
    min: 1,
    max: 5,
    step: 0.1,
    help: 'Usaha dengan nilai di bawah ini turun urutan.',
  },
  {
    name: 'ratingPriorMean',
    label: 'Nilai awal usaha baru',
    unit: 'dari 5',
    min: 1,
    max: 5,
    step: 0.1,
    help: 'Dipakai sebelum ada ulasan. Paling rendah sama dengan nilai terendah.',
  },
  {
    name: 'ratingPriorWeight',
    label: 'Bobot nilai awal',
    unit: 'ulasan',
    min: 1,
    max: 100,
    help: 'Nilai awal dihitung seperti ulasan sebanyak ini.',
  },
  {
    name: 'unitRupiah',
    label: 'Pesanan biasa',
    unit: 'rupiah',
    min: 1,
    max: 1e12,
    help: 'Jenjang penjualan dihitung dari sini, dan pesanan besar dibagi sebesar ini. Kosongkan untuk memakai nilai tengah pesanan di kategorinya.',
  },
  {
    name: 'windowDays',
    label: 'Penjualan dihitung selama',
    unit: 'hari',
    min: 30,
    max: 365,
    help: 'Pesanan yang lebih lama tidak menurunkan urutan lagi.',
  },
  {
    name: 'maxSuppliers',
    label: 'Paling banyak usaha dalam satu pesanan besar',
    unit: 'usaha',
    min: 1,
    max: 20,
    help: 'Pesanan besar dibagi paling banyak ke usaha sebanyak ini.',
  },
  {
    name: 'splitFromUnits',
    label: 'Pesanan disebut besar mulai',
    unit: 'kali pesanan biasa',
    min: 1,
    max: 100,
    step: 0.5,
    help: 'Mulai ukuran ini pesanan boleh dibagi.',
  },
  {
    name: 'freeRefusals',
    label: 'Boleh menolak pesanan kecil',
    unit: 'kali',
    min: 0,
    max: 50,
    help: 'Sesudahnya penolakan dihitung seperti pesanan yang diterima.',
  },
  {
    name: 'cancelledDays',
    label: 'Pesanan yang dibatalkan tetap dihitung',
    unit: 'hari',
    min: 0,
    max: 365,
    help: 'Tidak boleh lebih lama dari hari penjualan dihitung.',
  },
  {
    name: 'pricePowerAbove',
    label: 'Bobot harga di atas acuan',
    unit: 'dari 5',
    min: 1,
    max: 5,
    help: '1: pesanan dihitung sebesar yang dibayar. Makin besar, harga di atas acuan makin mengurangi giliran.',
  },
  {
    name: 'pricePowerBelow',
    label: 'Bobot harga di bawah acuan',
    unit: 'dari 5',
    min: 1,
    max: 5,
    help: '1: pesanan dihitung sebesar yang dibayar. Makin besar, harga di bawah acuan makin sering mendapat giliran.',
  },
  {
    name: 'referenceRise',
    label: 'Harga acuan naik paling banyak',
    unit: 'per seribu sebulan',
    min: 0,
    max: 50,
    help: 'Acuan dihitung dari harga yang dibayar dan tetap selama sebulan; 5 per seribu adalah setengah persen. Kosongkan untuk memakai harga tengah daftar hari itu.',
  },
  {
    name: 'silenceDays',
    label: 'Didahulukan setelah tanpa pesanan selama',
    unit: 'hari',
    min: 30,
    max: 365,
    help: 'Usaha yang selama ini tidak mendapat pesanan berdiri di depan lagi. 365: tidak pernah didahulukan.',
  },
  {
    name: 'ratingPower',
    label: 'Bobot nilai dari pembeli',
    unit: 'dari 3',
    min: 0,
    max: 3,
    help: '0: tidak berpengaruh. Makin besar, usaha yang dinilai baik makin sering mendapat giliran, paling banyak seperempat lebih.',
  },
  {
    name: 'newcomerDays',
    label: 'Usaha disebut baru selama',
    unit: 'hari',
    min: 0,
    max: 90,
    help: 'Usaha baru didahulukan untuk pesanan pertamanya, lalu mulai dari seperempat terbawah. 0: mulai dari nol.',
  },
  {
    name: 'provenOwners',
    label: 'Pembeli dikenal setelah menerima dari',
    unit: 'usaha',
    min: 0,
    max: 10,
    help: 'Pesanan pembeli yang belum dikenal dihitung mulai hari pengantarannya, supaya pesanan yang digantung tidak menurunkan toko. 0: setiap pesanan dihitung begitu toko menerimanya.',
  },
  {
    name: 'confirmAfterMonths',
    label: 'Usaha baru perlu didatangi mulai',
    unit: 'bulan sejak berlaku',
    min: 0,
    max: 60,
    help: 'Usaha yang masuk sejak itu mendapat satu pesanan dulu, lalu di belakang usaha lain sampai petugas mendatanginya. 0: tidak perlu didatangi.',
  },
  {
    name: 'confirmOldMonths',
    label: 'Usaha lama didatangi bergiliran selama',
    unit: 'bulan sesudahnya',
    min: 0,
    max: 60,
    help: 'Giliran diundi. Yang gilirannya tiba dan belum didatangi berdiri di belakang; paling banyak sepersepuluh menunggu, selama petugas belum ke sana. 0: yang sudah ada tidak ditanya.',
  },
];

const decimal = (value: number): string => String(value).replace('.', ',');
export const told = ({ name, unit }: Field, rule: Rule): string => {
  const value = rule[name];
  if (value === null) return name === 'referenceRise' ? 'harga tengah daftar' : 'nilai tengah kategori';
  if (unit === 'rupiah') return rupiah(value);
  return unit === '%' ? `${value}%` : `${decimal(value)} ${unit}`;
};
