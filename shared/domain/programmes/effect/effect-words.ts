import { monthName, rupiah } from '../../basics/wording.ts';
import type { Doubt } from './assess.ts';
import type { ProgrammeEffect } from './programme-effect.ts';

const months = { 1: 'Satu bulan', 3: 'Tiga bulan', 6: 'Enam bulan' } as const;
const others = { queue: 'yang menunggu karena undian', strata: 'usaha serupa yang tidak ikut' } as const;
const doubtWords: Readonly<Record<Doubt, string>> = {
  few: 'kurang dari 20 usaha dapat dibandingkan',
  thin: 'terlalu sedikit usaha yang serupa',
  unbalanced: 'kedua pihak sudah berbeda sebelum program',
};
const digits = (value: number): number => Math.round(value / 1000) * 1000;

/** One sentence for people: what came of a programme, how sure that is, and when nothing can be said. */
export const effectSentence = (effect: ProgrammeEffect): string => {
  const { state, method, effectRupiah, lowRupiah, highRupiah, matched, controls } = effect;
  const when = `${months[effect.months]} sesudah program`;
  if (state === 'too-early') return `${when}: dapat dinilai sesudah ${monthName(effect.until)} selesai.`;
  if (state === 'doubted' || method === null || effectRupiah === null || lowRupiah === null || highRupiah === null)
    return `${when}: belum bisa dinilai, karena ${effect.doubts.map((doubt) => doubtWords[doubt]).join(' dan ')}.`;
  const who = `(${matched} peserta dibanding ${controls} ${others[method]})`;
  const sure = `kemungkinan besar antara ${rupiah(digits(lowRupiah))} dan ${rupiah(digits(highRupiah))}`;
  if (lowRupiah > 0)
    return `${when}: omzet peserta naik ${rupiah(digits(effectRupiah))} per bulan karena program, ${sure} ${who}.`;
  if (highRupiah < 0)
    return `${when}: omzet peserta turun ${rupiah(digits(-effectRupiah))} per bulan karena program, ${sure} ${who}.`;
  return `${when}: belum terlihat pengaruhnya; bedanya per bulan ${sure} ${who}.`;
};
