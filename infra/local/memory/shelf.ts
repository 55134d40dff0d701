import { openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { frozen, type Item } from './item.ts';
import type { Kept, Shelf } from './kept.ts';

/** Items are laid down together, some megabytes in one write. */
const WRITE_BYTES = 4 * 1024 * 1024;
/** However long nobody rests, no more was asked for than so many items. */
const MOST_RECENT = 100_000;

/**
 * A shelf in a file, which is of no use to anybody after: a table holds in memory what was asked for
 * since the rest before the last, and of everything else its key and its place. A version is written once; one that was
 * replaced meanwhile, never.
 */
export const fileShelf = (path: string): Shelf => {
  const file = openSync(path, 'w+');
  let end = 0;
  let older = new Set<Kept>();
  let recent = new Set<Kept>();

  const fetched = ({ at, bytes }: Kept): Item => {
    const buffer = Buffer.allocUnsafe(bytes);
    if (readSync(file, buffer, 0, bytes, at) !== bytes)
      throw new Error(`the shelf is shorter than ${at + bytes} bytes`);
    return frozen(deserialize(buffer) as Item);
  };
  const laidDown = (kept: readonly Kept[], parts: readonly Buffer[]): void => {
    const whole = Buffer.concat(parts);
    for (let written = 0; written < whole.length; )
      written += writeSync(file, whole, written, whole.length - written, end + written);
    for (const [index, one] of kept.entries()) {
      one.at = end;
      one.bytes = parts[index]?.length ?? 0;
      end += one.bytes;
      one.item = undefined;
    }
  };

  const rest = () => {
    let [waiting, parts, bytes]: [Kept[], Buffer[], number] = [[], [], 0];
    const flush = () => {
      laidDown(waiting, parts);
      [waiting, parts, bytes] = [[], [], 0];
    };
    for (const kept of older) {
      if (kept.gone || recent.has(kept)) continue;
      if (kept.at >= 0) {
        kept.item = undefined;
        continue;
      }
      const part = serialize(kept.item);
      waiting.push(kept);
      parts.push(part);
      bytes += part.length;
      if (bytes >= WRITE_BYTES) flush();
    }
    flush();
    older = recent;
    recent = new Set();
  };

  const keep = (kept: Kept) => {
    recent.add(kept);
    if (recent.size > MOST_RECENT) rest();
  };
  return {
    keep,
    item: (kept) => {
      const item = kept.item ?? fetched(kept);
      kept.item = item;
      keep(kept);
      return item;
    },
    looked: (kept) => kept.item ?? fetched(kept),
    rest,
  };
};
