import { folded } from '../fold.ts';
import { visibleLine } from '../visible.ts';

/*
 * Units of sale, each with the ways people write it. A price means nothing without its unit, and a rule that compares
 * prices must know that kg, kilo and ㎏ are one: so units are a list.
 */

/** What is weighed or poured, in grams or millilitres, so that a pack is compared with what is sold loose. */
const measures: Readonly<Record<string, { readonly of: 'gram' | 'ml'; readonly size: number; readonly as: string }>> = {
  gram: { of: 'gram', size: 1, as: 'g gr grm gram grams' },
  ons: { of: 'gram', size: 100, as: 'ons ounce' },
  kg: { of: 'gram', size: 1000, as: 'kg kgs kilo kilogram kilograms kilogramme kilogr kologram kiloan' },
  kuintal: { of: 'gram', size: 100_000, as: 'kuintal kwintal kw' },
  ton: { of: 'gram', size: 1_000_000, as: 'ton' },
  ml: { of: 'ml', size: 1, as: 'ml mili mililiter milliliter cc' },
  liter: { of: 'ml', size: 1000, as: 'l lt ltr liter litre liters' },
};

/** What is counted, packed, lent or done. */
const counted: Readonly<Record<string, string>> = {
  acara: 'acara',
  bal: 'bal',
  batang: 'batang btg',
  besek: 'besek',
  biji: 'biji bj',
  botol: 'botol btl',
  buah: 'buah bh pcs pc pieces piece',
  buket: 'buket bouquet',
  buku: 'buku',
  bundel: 'bundel bundle',
  bungkus: 'bungkus bks bungkusan pak pack pck',
  butir: 'butir btr',
  cangkir: 'cangkir',
  cup: 'cup',
  drum: 'drum',
  dus: 'dus dos kardus karton',
  ekor: 'ekor ekr',
  eksemplar: 'eksemplar eks exp',
  galon: 'galon',
  gelas: 'gelas gls',
  gulung: 'gulung roll rol',
  hari: 'hari',
  helai: 'helai',
  ikat: 'ikat',
  iris: 'iris slice',
  jam: 'jam',
  jasa: 'jasa',
  jerigen: 'jerigen jeriken jirigen',
  kaleng: 'kaleng klg',
  kali: 'kali',
  kamar: 'kamar',
  kantong: 'kantong ktg',
  karung: 'karung krg sak zak',
  kemasan: 'kemasan',
  kendaraan: 'kendaraan mobil unitmobil',
  keping: 'keping',
  keranjang: 'keranjang',
  kodi: 'kodi',
  kotak: 'kotak box boks ktk',
  kubik: 'kubik m3 meterkubik',
  lembar: 'lembar lbr',
  lonjor: 'lonjor',
  loyang: 'loyang',
  lusin: 'lusin lsn dozen',
  malam: 'malam',
  mangkuk: 'mangkuk mangkok',
  meja: 'meja',
  meter: 'meter m mtr',
  'meter persegi': 'm2 meter2 meterpersegi',
  minggu: 'minggu',
  bulan: 'bulan',
  nampan: 'nampan',
  orang: 'orang org pax',
  paket: 'paket pkt',
  papan: 'papan',
  pasang: 'pasang psg',
  piring: 'piring',
  pot: 'pot',
  porsi: 'porsi',
  potong: 'potong ptg',
  rak: 'rak',
  renteng: 'renteng',
  rim: 'rim',
  ruang: 'ruang ruangan',
  sachet: 'sachet saset sase',
  set: 'set',
  sisir: 'sisir',
  stel: 'stel setel',
  tabung: 'tabung',
  tampah: 'tampah',
  tandan: 'tandan',
  tangkai: 'tangkai',
  tas: 'tas',
  teko: 'teko',
  termos: 'termos',
  tim: 'tim',
  titik: 'titik',
  toples: 'toples',
  trip: 'trip rit',
  tray: 'tray',
  unit: 'unit',
};

const spellings = new Map<string, string>();
for (const [unit, ways] of Object.entries({
  ...counted,
  ...Object.fromEntries(Object.entries(measures).map(([unit, { as }]) => [unit, as])),
}))
  for (const way of [unit.replaceAll(' ', ''), ...ways.split(' ')]) if (!spellings.has(way)) spellings.set(way, unit);

/** The unit that a word, or words written apart, stand for. */
export const knownUnit = (text: string): string | undefined => spellings.get(text.replaceAll(' ', ''));

/** `karung isi 5 kg`, `botol (600ml)`, `5kg`, `1/2 kg`: a pack, how much is in it, of what. */
export const AMOUNT = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[.,]\d{1,3})?(?:\s*[/⁄]\s*\d{1,3})?`;
const CONTENT = new RegExp(String.raw`^(.*?)\s*(?:isi|@)?\s*[([]?\s*(${AMOUNT})\s*([a-z0-9 ]+?)\s*[)\]]?$`);

/** Composed letters apart, and a fraction not glued to the digit before it. */
export const plainOf = (text: string): string => text.replace(/[¼-¾⅐-⅞]/gu, ' $&').normalize('NFKC');

/**
 * An amount as people write it: 1.000 gram is a thousand, 0,5 and 0.5 a half, and so is 1/2. Nobody sells thousandths
 * of a gram, so there 1,000 is a thousand too.
 */
export const amountOf = (typed: string, unit: string): number => {
  const [above = '', below = '1'] = typed.split(/\s*[/⁄]\s*/);
  const thousands = measures[unit]?.size === 1 ? /[.,](?=\d{3}(?!\d))/g : /\.(?=\d{3}(?!\d))/g;
  const whole = /^0+[.,]/.test(above) ? above : above.replaceAll(thousands, '');
  return Number(whole.replace(',', '.')) / Number(below);
};

export type UnitOfSale = {
  /** As it is stored and shown: `karung 5 kg`. */
  readonly text: string;
  /** What one of it holds, where it is weighed or poured. */
  readonly content?: { readonly of: 'gram' | 'ml'; readonly size: number };
  /** What one of it is said to hold of counted pieces: a `rak 30 butir` thirty. */
  readonly holds?: { readonly unit: string; readonly amount: number };
};

export const contentOf = (amount: number, unit: string) => {
  const measure = measures[unit];
  if (measure) return { content: { of: measure.of, size: measure.size * amount } };
  return { holds: { unit, amount } };
};

/** What was read of units before: there are some hundred in a city, and each is read with every product. */
const MOST_READ = 2_000;
const read = new Map<string, UnitOfSale | undefined>();

/** A unit as people write it; undefined when it is none of the list, alone or as a pack with its content. */
export const unitOf = (typed: string): UnitOfSale | undefined => {
  if (read.has(typed)) return read.get(typed);
  if (read.size >= MOST_READ) read.clear();
  const unit = readUnit(typed);
  read.set(typed, unit);
  return unit;
};

const readUnit = (typed: string): UnitOfSale | undefined => {
  const plain = visibleLine(plainOf(typed)).toLowerCase();
  const single = knownUnit(folded(plain));
  if (single !== undefined) return { text: single, ...contentOf(1, single) };
  const [, pack = '', written = '', measure = ''] = CONTENT.exec(plain) ?? [];
  const inside = knownUnit(folded(measure));
  const outside = pack.trim() === '' ? '' : knownUnit(folded(pack));
  // A kilogram of 5 kg is none.
  if (inside === undefined || outside === undefined || measures[outside]) return undefined;
  const amount = Math.round(amountOf(written, inside) * 1000) / 1000;
  if (!(amount > 0) || amount >= 1_000_000) return undefined;
  const shown = amount === 1 && outside === '' ? inside : `${String(amount).replace('.', ',')} ${inside}`;
  return { text: outside === '' ? shown : `${outside} ${shown}`, ...contentOf(amount, inside) };
};
