/** Order of UTF-8 bytes, which is not JavaScript's: surrogates stand for code points above every other unit. */
export const compareBytes = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return place(left) - place(right);
  }
  return a.length - b.length;
};
const place = (unit: number): number => (unit < 0xd800 ? unit : unit > 0xdfff ? unit - 0x800 : unit + 0x2000);

export type Entry<T> = { readonly sk: string; readonly tie: string; readonly value: T };

/** One partition: entries in order of their sort key, then of the table's own key. Copied before its first change. */
export class Sorted<T> {
  entries: Entry<T>[];
  constructor(entries: Entry<T>[] = []) {
    this.entries = entries;
  }
  /** The first place whose entry is not before (sk, tie). */
  at(sk: string, tie = ''): number {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.entries[middle] as Entry<T>;
      const order = compareBytes(entry.sk, sk) || compareBytes(entry.tie, tie);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  get(sk: string, tie = ''): T | undefined {
    const entry = this.entries[this.at(sk, tie)];
    return entry?.sk === sk && entry.tie === tie ? entry.value : undefined;
  }
  set(sk: string, tie: string, value: T): void {
    const found = this.at(sk, tie);
    const entry = this.entries[found];
    this.entries.splice(found, entry?.sk === sk && entry.tie === tie ? 1 : 0, { sk, tie, value });
  }
  delete(sk: string, tie = ''): void {
    const found = this.at(sk, tie);
    const entry = this.entries[found];
    if (entry?.sk === sk && entry.tie === tie) this.entries.splice(found, 1);
  }
  /** Values from `from` to `to`, ends included. */
  between(from: string, to: string, limit: number, descending: boolean): T[] {
    const first = this.at(from);
    let end = first;
    while (end < this.entries.length && compareBytes((this.entries[end] as Entry<T>).sk, to) <= 0) end += 1;
    const found = this.entries.slice(first, end).map(({ value }) => value);
    return (descending ? found.reverse() : found).slice(0, limit);
  }
}
