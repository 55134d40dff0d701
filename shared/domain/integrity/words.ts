import { count } from '../basics/wording.ts';

const MOST_SAID = 1e12;

/** A chance as people compare it: `1 banding 3.400`; beyond a trillion nobody hears a difference. */
export const chanceText = (chance: number): string => {
  const against = chance <= 0 ? Number.POSITIVE_INFINITY : 1 / chance;
  if (against > MOST_SAID) return 'kurang dari 1 banding 1 triliun';
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(against)) - 1);
  return `1 banding ${count(Math.round(against / digits) * digits)}`;
};

/** `A`, `A dan B`, `A, B, dan C`; of many the first few. */
export const listed = (names: readonly string[], most = 5): string => {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} lainnya`] : [...names];
  if (shown.length < 3) return shown.join(' dan ');
  return `${shown.slice(0, -1).join(', ')}, dan ${shown.at(-1)}`;
};
