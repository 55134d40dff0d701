import { useRef, useState } from 'preact/hooks';
import { type Kept, WrittenElsewhere, writeRecord } from './phone-store.ts';

const FULL = 'HP ini penuh: catatan belum tersimpan. Kosongkan ruang, lalu simpan lagi.';
const ELSEWHERE =
  'Catatan ini sudah diubah atau disimpan di tab lain. Yang diketik di sini tidak tersimpan: salin bila perlu, lalu muat ulang.';

/** A record as its form has it, written on the device with every change, one write after the other. */
export const useRecord = (begun: Kept | (() => Kept)) => {
  const [kept, setKept] = useState<Kept>(begun);
  const [trouble, setTrouble] = useState<string>();
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(kept);
  const edits = useRef(kept.edit ?? 0);
  const back = (to: Kept): void => {
    latest.current = to;
    setKept(to);
  };
  /** Changes what there is by then; answers whether it is written: a phone may be full, and another tab have the same record. */
  const set = (change: (now: Kept) => Kept, write: (kept: Kept) => Promise<void> = writeRecord): Promise<boolean> => {
    const next = change(latest.current);
    back(next);
    const written = writing.current
      .then(() => write({ ...next, edit: edits.current + 1 }))
      .then(
        () => {
          edits.current += 1;
          return true;
        },
        (error) => {
          setTrouble(error instanceof WrittenElsewhere ? ELSEWHERE : FULL);
          return false;
        },
      );
    writing.current = written;
    return written;
  };
  return { kept, set, back, latest: () => latest.current, trouble };
};
