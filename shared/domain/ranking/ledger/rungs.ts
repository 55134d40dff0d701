/*
 * V is told by rungs: 10, 16, 25, 40, 63, 100 … rupiah (the preferred numbers R5 of ISO 3, each at least 1.56 times the one
 * before), the same for every category, city and day, so that what many lists tell
 * of one owner never narrows to less than from one rung to the next but one. Where exactly between two rungs an owner steps
 * up is drawn for each owner and month by a key of the market: who sees the step change has not seen V.
 */

/** No V and no usual order is above the last one. */
const RUNGS: readonly number[] = Array.from({ length: 15 }, (_, power) =>
  [10, 16, 25, 40, 63].map((rung) => rung * 10 ** power),
).flat();

/** Where an owner steps up, in so many parts of the way from one rung to the next. */
export const OFFSETS = 2 ** 16;

/** The highest rung not above an amount; −1 below all. */
const rungBelow = (amount: number): number => {
  let [from, to] = [0, RUNGS.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((RUNGS[middle] as number) <= amount) from = middle + 1;
    else to = middle;
  }
  return from - 1;
};

/** Where the owner of an offset steps up, between a rung and the next. */
const edgeAt = (rung: number, offset: number): number => {
  const [from, to] = [RUNGS[rung] as number, RUNGS[rung + 1] as number];
  // A part of a power of two is exact, so every machine finds the same.
  return from + ((to - from) / OFFSETS) * offset;
};

/** The first rung that counts in a list: the highest not above its usual order. */
const firstRung = (unitRupiah: number): number => Math.max(0, rungBelow(unitRupiah));

/** How many rungs V has passed, counted from the usual order on; 0 below the first. */
export const rungsPassed = (recentSalesRupiah: number, unitRupiah: number, offset = 0): number => {
  const rung = rungBelow(recentSalesRupiah);
  const first = firstRung(unitRupiah);
  if (rung < first) return 0;
  return rung - first + (recentSalesRupiah >= edgeAt(rung, offset) ? 1 : 0);
};

/** From which V on, and up to which, an owner stands on a step; `to` is the first amount above. For the owner, who may know. */
export const boundsOf = (step: number, unitRupiah: number, offset: number): { from: number; to: number } => {
  const first = firstRung(unitRupiah);
  return {
    from: step === 0 ? 0 : Math.ceil(edgeAt(first + step - 1, offset)),
    to: Math.ceil(edgeAt(first + step, offset)),
  };
};

/** What a step tells anybody: V is not below `from` and below `to`, wherever in between the owner steps up. */
export const toldBy = (step: number, unitRupiah: number): { from: number; to: number } => {
  const first = firstRung(unitRupiah);
  return { from: step === 0 ? 0 : (RUNGS[first + step - 1] as number), to: RUNGS[first + step + 1] as number };
};
