/**
 * Moves labels apart just as far as they must be to be read: no two nearer than `gap`, none outside `from`…`to`, each as near to
 * where it belongs as the others let it, in the same order. What does not fit at all is spaced evenly.
 */
export const spread = (wanted: readonly number[], gap: number, from: number, to: number): number[] => {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  const step = Math.min(gap, order.length > 1 ? (to - from) / (order.length - 1) : gap);
  // Without the steps between them labels may coincide, but never pass each other: the nearest such row is found by pooling.
  const pools: { sum: number; size: number }[] = [];
  for (const [rank, { at }] of order.entries()) {
    let pool = { sum: at - rank * step, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  }
  const most = Math.max(from, to - (order.length - 1) * step);
  const placed = pools.flatMap(({ sum, size }) =>
    new Array<number>(size).fill(Math.min(most, Math.max(from, sum / size))),
  );
  const found = new Array<number>(wanted.length).fill(0);
  for (const [rank, { index }] of order.entries()) found[index] = (placed[rank] ?? from) + rank * step;
  return found;
};
