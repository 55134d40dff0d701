import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { Snapshot } from '../../kit/equity/words.ts';

/** A month by itself, or the twelve that end with it: with few orders a single month says little. */
export type Span = 'month' | 'year';
export const spanOf = ({ rentang }: Partial<Record<string, string>>): Span =>
  rentang === '12-bulan' ? 'year' : 'month';

/** The figures of a span, with the sentence that tells of it. */
export const inSpan = (snapshot: Snapshot, span: Span): Snapshot => {
  if (span === 'month') return snapshot;
  const { merchants, unsold } = snapshot.year.total;
  const until = `dalam 12 bulan sampai ${monthName(snapshot.month)}`;
  const sentence =
    unsold === 0
      ? `Semua ${merchants} usaha menjual ${until}.`
      : `${unsold} dari ${merchants} usaha tidak menjual apa pun ${until}.`;
  return { ...snapshot, ...snapshot.year, sentence, span: `12 bulan sampai ${monthName(snapshot.month)}` };
};
