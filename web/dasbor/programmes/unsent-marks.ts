import type { Call } from '../../entry/client.ts';
import { Refusal } from '../../entry/client.ts';

/** Somebody was there: as it was scanned, kept on the phone until the market has it. */
export type KeptMark = {
  readonly seriesId: string;
  readonly session: number;
  readonly code: string;
  readonly at: string;
  /** Why the market did not take it; without one it only waits for a line. */
  readonly refused?: string;
};

const nameOf = (person: string): string => `hadir ${person}`;
const isSame = (a: KeptMark, b: KeptMark): boolean =>
  a.seriesId === b.seriesId && a.session === b.session && a.code === b.code;

/** What this person scanned on this phone and is not with the market yet. */
export const readMarks = (person: string): KeptMark[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(person)) ?? '[]');
    return Array.isArray(kept) ? (kept as KeptMark[]) : [];
  } catch {
    return [];
  }
};
const writeMarks = (person: string, marks: readonly KeptMark[]): void => {
  if (marks.length === 0) localStorage.removeItem(nameOf(person));
  else localStorage.setItem(nameOf(person), JSON.stringify(marks));
};

/** Kept before it is sent, so that a phone that goes dark loses nobody. The same one again is the first. */
export const keepMark = (person: string, mark: KeptMark): void => {
  const others = readMarks(person).filter((one) => !isSame(one, mark));
  writeMarks(person, [...others, mark]);
};
export const dropMark = (person: string, mark: KeptMark): void =>
  writeMarks(
    person,
    readMarks(person).filter((one) => !isSame(one, mark)),
  );

/** Sends one after the other: what arrived goes, what is refused stays with the reason, and without a line all wait. */
export const sendMarks = async (call: Call, person: string): Promise<void> => {
  for (const mark of readMarks(person)) {
    const { seriesId, session, code, at } = mark;
    try {
      await call('POST /series/{seriesId}/attendance', { params: { seriesId }, body: { session, code, at } });
      dropMark(person, mark);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 0 || error.status >= 500 || error.status === 429) return;
      keepMark(person, { ...mark, refused: error.message });
    }
  }
};
