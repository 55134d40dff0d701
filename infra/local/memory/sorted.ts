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

/** Below the surrogates both orders are one, and JavaScript's own is ten times as fast. */
const WIDE = /[\ud800-\uffff]/;
const compareUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

export type Entry<T> = { readonly sk: string; readonly tie: string; readonly value: T };

/** One partition: entries in order of their sort key, then of the table's own key. */
export class Sorted<T> {
  readonly entries: Entry<T>[];
  #wide: boolean;
  constructor(entries: Entry<T>[] = []) {
    this.entries = entries;
    this.#wide = entries.some(({ sk }) => WIDE.test(sk));
  }
  /** The first place whose entry is not before the one asked for. */
  #first(sk: string, isBefore: (entry: Entry<T>, compare: typeof compareBytes) => boolean): number {
    const compare = this.#wide || WIDE.test(sk) ? compareBytes : compareUnits;
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.entries[middle] as Entry<T>, compare)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  #at(sk: string, tie: string): number {
    return this.#first(sk, (entry, compare) => (compare(entry.sk, sk) || compareBytes(entry.tie, tie)) < 0);
  }
  get(sk: string, tie = ''): T | undefined {
    const entry = this.entries[this.#at(sk, tie)];
    return entry?.sk === sk && entry.tie === tie ? entry.value : undefined;
  }
  set(sk: string, tie: string, value: T): void {
    this.#wide ||= WIDE.test(sk);
    const found = this.#at(sk, tie);
    const entry = this.entries[found];
    this.entries.splice(found, entry?.sk === sk && entry.tie === tie ? 1 : 0, { sk, tie, value });
  }
  delete(sk: string, tie = ''): void {
    const found = this.#at(sk, tie);
    const entry = this.entries[found];
    if (entry?.sk === sk && entry.tie === tie) this.entries.splice(found, 1);
  }
  /** Values from `from` to `to`, ends included. */
  between(from: string, to: string, limit: number, descending: boolean): T[] {
    const first = this.#first(from, ({ sk }, compare) => compare(sk, from) < 0);
    const end = this.#first(to, ({ sk }, compare) => compare(sk, to) <= 0);
    const found = descending
      ? this.entries.slice(Math.max(first, end - limit), Math.max(first, end)).reverse()
      : this.entries.slice(first, Math.min(end, first + limit));
    return found.map(({ value }) => value);
  }
}
