import { count, index, percent, rupiah } from '../../basics/wording.ts';
import type { Attainable, Reached } from './attainable.ts';

/*
 * What pages and reports both say of the attainable. Only types come from it, so that a page carries no schema.
 */

/** The kinds of list a buyer can see, as people call them. */
export const channelNames: Readonly<Record<string, string>> = {
  default: 'Semua barang',
  category: 'Daftar kategori',
  district: 'Daftar kecamatan',
  search: 'Pencarian',
  similar: 'Barang serupa',
};

/** The finding: how far the city is. */
export const attainedTitle = ({ closedShare: { value } }: Reached): string => {
  if (value === null) return 'Yang bisa dicapai belum dapat dihitung';
  if (value < 0) return 'Pesanan lebih terpusat daripada dengan daftar terlaris';
  if (value >= 1) return 'Pesanan sudah serata pembagian otomatis';
  return `${percent(value)} jarak menuju pembagian paling rata sudah ditempuh`;
};

/** The same orders, given out in other ways; '' where nothing can be said. */
export const reachedSentence = ({ giniPopularity, giniActual, giniAssigned, giniSplit, orders }: Reached): string => {
  const { value: popularity } = giniPopularity;
  if (popularity === null || giniActual.value === null || giniAssigned.value === null) return '';
  const split = giniSplit.value === null ? '' : `, atau ${index(giniSplit.value)} bila pesanan besar ikut dibagi`;
  return (
    `Gini dari ${count(orders)} pesanan bulan itu ${index(giniActual.value)}. Dengan daftar terlaris pesanan yang sama menjadi ` +
    `${index(popularity)}, dengan pembagian otomatis ${index(giniAssigned.value)}${split}.`
  );
};

type Envy = Pick<Attainable, 'isBounded' | 'envyAssignedRupiah' | 'envyChosenRupiah'>;
const chosen = (over: number | null): string => {
  if (over === null) return '';
  return over <= 0
    ? ' Pilihan pembeli juga di dalam batas itu.'
    : ` Menurut pilihan pembeli, selisih terbesarnya ${rupiah(over)} di atas batas itu.`;
};
/** Whether two owners who could take the same orders were kept near each other. */
export const envySentence = ({ isBounded, envyAssignedRupiah, envyChosenRupiah }: Envy): string => {
  if (isBounded === null) return 'Tidak ada dua usaha yang mampu menerima pesanan yang tepat sama.';
  if (!isBounded)
    return `Pembagian otomatis melewati batasnya${envyAssignedRupiah === null ? '' : ` ${rupiah(envyAssignedRupiah)}`}: laporkan kepada pengelola pasar.${chosen(envyChosenRupiah)}`;
  return `Dengan pembagian otomatis, dua usaha yang mampu menerima pesanan yang sama terpaut paling banyak satu pesanan terbesar.${chosen(envyChosenRupiah)}`;
};

type Waits = Pick<Attainable, 'newcomers' | 'silenceDays' | 'silenceRequests' | 'firstSaleDays' | 'firstSaleRequests'>;
const passedBy = (requests: number | null): string =>
  requests === null ? '' : `; selama itu paling banyak ${count(requests)} pesanan di kategorinya diterima usaha lain`;
const inDays = (days: number): string => `${days < 10 ? String(days).replace('.', ',') : count(Math.round(days))} hari`;
/** How long owners waited, and newcomers; '' of what cannot be told. */
export const silenceSentence = ({ silenceDays, silenceRequests }: Waits): string =>
  silenceDays.value === null
    ? ''
    : `95 dari 100 usaha menunggu pesanan paling lama ${inDays(silenceDays.value)}${passedBy(silenceRequests.value)}.`;
export const firstSaleSentence = ({ newcomers, firstSaleDays, firstSaleRequests }: Waits): string =>
  firstSaleDays.value === null
    ? ''
    : `Dari ${count(newcomers)} usaha baru, 95 dari 100 menunggu pesanan pertama paling lama ${inDays(firstSaleDays.value)}${passedBy(firstSaleRequests.value)}.`;

/** How evenly shops were shown, by kind of list; '' where nothing was shown. */
export const exposureSentence = ({ exposure }: Pick<Attainable, 'exposure'>): string => {
  const told = exposure.flatMap(({ channel, exposureGini: { value } }) =>
    value === null ? [] : [`${channelNames[channel] ?? channel} ${index(value)}`],
  );
  return told.length === 0 ? '' : `Gini tampilan menurut jenis daftar: ${told.join(', ')}.`;
};

/** What buyers paid beside the cheapest like goods of their lists; '' where nothing can be said. */
export const cheapestSentence = ({
  cheapestRatio: { value },
  chosenLines,
}: Pick<Attainable, 'cheapestRatio' | 'chosenLines'>): string => {
  if (value === null) return '';
  const from = `dari ${count(chosenLines)} barang yang dipilih dari daftar`;
  return value < 1.0005
    ? `Pembeli selalu memilih barang sejenis termurah, ${from}.`
    : `Pembeli membayar ${percent(value - 1)} lebih mahal daripada barang sejenis termurah di daftar yang sama, ${from}.`;
};
