import { type Day, weekdayOf } from '../basics/month.ts';
import { monthName } from '../basics/wording.ts';
import { terbilang } from './terbilang.ts';

const weekdays = 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' ');

/** `Jumat` */
export const weekdayName = (day: Day): string => weekdays[weekdayOf(day) - 1] as string;

/** `Jumat, tanggal dua puluh tujuh November dua ribu dua puluh enam`, as a berita acara begins. */
export const dateInWords = (day: Day): string => {
  const [month = ''] = monthName(day).split(' ');
  return `${weekdayName(day)}, tanggal ${terbilang(Number(day.slice(8)))} ${month} ${terbilang(Number(day.slice(0, 4)))}`;
};
