export type Print = (text: string) => void;
/** A module of this folder run by itself prints its tables, an empty line between them. */
export const print: Print = (text) => void process.stdout.write(`${text}\n\n`);

type Value = string | number;
/** A markdown table; text columns left, figures right. */
export const table = (head: readonly string[], rows: readonly (readonly Value[])[]): string => {
  const line = (cells: readonly Value[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? ':--' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
};

/** The value below which this share of the values lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** `1234567` is `1,234,567`. */
export const count = (value: number): string => value.toLocaleString('en-US');
export const ratio = (value: number): string => value.toFixed(2);

/** `work` on every item, at most `atOnce` at a time: each worker takes the next item when it is done with the last. */
export const inParallel = async <T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<unknown>) => {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
