import { folded } from '../basics/fold.ts';

/*
 * Lines of a plan are typed by hundreds of officers. Before a rule looks at one, its words are brought to one spelling, and
 * names of places and groups are taken out: nobody buys batik for the lamps of Kampung Batik.
 */

/** Words written apart, short or in the other tongue, as the rules write them. In this order, on folded text. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:blj|bel|belj|blnj|belnj|blanja|belanj|belnja|belaja|bljnja)\b/g, 'belanja'],
  [/\balat (?:dan )?bahan (?:untuk|utk|u) (?:keg|kegiatan)(?: kantor)?\b(?! kantor)/g, ' '],
  [/\b(?:ma|mak|mkn|makan)(?: dan)? (?:min|mnm)\b|\b(?:mami(?: rat)?|mamirat|makmin|mamim|makanminum)\b/g, 'mamin'],
  [/\b(?:mkn|mknn|makn|mkanan|mknan|makann)\b/g, 'makan'],
  [/\b(?:mnm|mnmn|minm|mnman|minumn)\b/g, 'minum'],
  [/\bmakan(?:an)? (?:dan )?minum(?:an)?\b/g, 'mamin'],
  [/\b(?:foto|photo|poto|fotto) ?(?:copy|copi|cofy|kopi|kopy|coppy)\b|\b(?:fotocopi|fotokopy|fc)\b/g, 'fotokopi'],
  [
    /\b(?:cendera|cindera|cendra|cindra) ?mata\b|\b(?:souvenir|suvenir|sovenir|souvenier|suvenier|merchandise)s?\b/g,
    'suvenir',
  ],
  [/\b(?:meub|moub|meb|mob)(?:el|il|eul|le)(?:air|er|ier|aire|eir)?\b|\bmeublair\b|\bfurnitur[e]?\b/g, 'mebel'],
  [/\b(?:catering|ketering|chatering|catring|katring)\b/g, 'katering'],
  [
    /\b(?:box|boks|kotakan|dus) (?=nasi|snack|snek)|(?<=\b(?:nasi|snack|snek) )(?:box|boks|dus|kotakan|bok)\b/g,
    'kotak',
  ],
  [/\bnasi ?(?:kotak|ktk|kotk)\b/g, 'nasi kotak'],
  [/\b(?:snek|snak|snacks|snaks)\b/g, 'snack'],
  [/\b(?:bathik|batic|batick)\b/g, 'batik'],
  [/\b(?:t shirt|tshirt|kaus|t shirts)\b/g, 'kaos'],
  [/\b(?:alat tulis kantor|alat alat tulis)\b/g, 'alat tulis'],
  [/\bolah raga\b/g, 'olahraga'],
  [/\bhari(?: hari)? tertentu\b/g, 'dinas'],
  [/\bspatu\b/g, 'sepatu'],
  [/\bsoundsystem\b/g, 'sound system'],
  [/\bbatik solo trans\b/g, ' '],
  [/\b(?:bimbingan teknis|bintek)\b/g, 'bimtek'],
  [/\bx banner\b|\bspandoek\b/g, 'banner'],
  [/\b(?:service|servise|serpis)\b/g, 'servis'],
  [/\b(?:parcel|parsel)\b/g, 'parsel'],
  [/\b(?:laundri|londri|loundry)\b/g, 'laundry'],
];

/** What stands before a name of a place, a group or an occasion, and how many words of the name are left out with it. */
const named: readonly (readonly [string, number])[] = [
  ['kampung|kampoeng|kp|desa|ds|kelurahan|kel|kecamatan|kec|dusun|dukuh|dsn|jalan|jl|jln|gang|gg|lingkungan|nagari', 1],
  [
    'sentra|pasar|pusat|toko|showroom|perum|griya|perumahan|museum|taman|galeri|rumah|gedung|gudang|kantin|koperasi|forum|festival|pameran|gebyar|lomba',
    1,
  ],
  ['sdn|sd|smpn|smp|sman|sma|smkn|smk|mi|mts|tk|paud|ikm|ukm|umkm|hari|expo|bazar|bazaar|kios|wisata|kirab', 1],
  ['paguyuban|komunitas|klaster|cluster|asosiasi', 2],
  ['kelompok|poktan|gapoktan|kube|kub|ksm', 4],
];
const NAMED = named.map(([markers, words]) => new RegExp(`\\b(?:${markers})((?: [a-z]+){1,${words}})`, 'g'));

/** Words that are seldom anything else, so that one wrong letter in them is a slip: `konsumi`, `seragan`, `sepanduk`. */
const vocabulary =
  'belanja makanan minuman konsumsi katering prasmanan kudapan seragam pakaian sembako penggandaan fotokopi percetakan spanduk baliho undangan sertifikat kalender plakat medali bingkisan suvenir hampers kerajinan anyaman lemari pemeliharaan perbaikan dokumentasi penyelenggaraan dekorasi pembersih kebersihan honorarium konsultansi perjalanan pembangunan rehabilitasi pelatihan kendaraan komputer pengadaan peralatan perlengkapan tradisional sekolah sepatu kertas'.split(
    ' ',
  );
const LEAST_LETTERS = 6;
const byInitial = Map.groupBy(vocabulary, (word) => word[0] ?? '');

/** Whether one letter more, less, other, or two in the wrong order lie between two words. */
const isSlip = (word: string, right: string): boolean => {
  if (Math.abs(word.length - right.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === right[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(word, at + 1) === rest(right, at + 1) ||
    rest(word, at + 1) === rest(right, at) ||
    rest(word, at) === rest(right, at + 1) ||
    (word[at] === right[at + 1] && word[at + 1] === right[at] && rest(word, at + 2) === rest(right, at + 2))
  );
};
const known = new Set(vocabulary);
const righted = (word: string): string => {
  if (word.length < LEAST_LETTERS || known.has(word)) return word;
  const candidates = (byInitial.get(word[0] ?? '') ?? []).filter((right) => isSlip(word, right));
  return candidates.length === 1 && candidates[0] ? candidates[0] : word;
};

/** The words of a line in one spelling, letters and digits alone, without names of places and groups. */
export const plainWords = (name: string): string => {
  let text = folded(name.replaceAll('&', ' dan ').replaceAll('+', ' '));
  // `A.T.K` and `m a m i n` are words.
  text = text.replace(/\b(?:[a-z] ){2,}[a-z]\b/g, (letters) => letters.replaceAll(' ', ''));
  text = text.split(' ').map(righted).join(' ');
  for (const [way, one] of spellings) text = text.replace(way, one);
  for (const pattern of NAMED)
    text = text.replace(pattern, (whole: string, after: string) => whole.slice(0, whole.length - after.length));
  return text.replace(/\s+/g, ' ').trim();
};
