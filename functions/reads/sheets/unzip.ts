import { inflateRawSync } from 'node:zlib';

/** Unpacked, a part may be this long: ten thousand rows of forty columns are a fifth of it, a bomb is more. */
const PART_BYTES = 60 * 1024 * 1024;
/** And so many times as long as it is packed: sheets come to twenty or forty, a bomb to a thousand. What is small is let be. */
const MOST_TIMES = 200;
const SMALL_BYTES = 1024 * 1024;
const MOST_ENTRIES = 2000;
const mostOf = (packed: number): number => Math.min(PART_BYTES, Math.max(SMALL_BYTES, packed * MOST_TIMES));
const END = 0x06054b50;
const ENTRY = 0x02014b50;

type Entry = { readonly name: string; readonly method: number; readonly packed: number; readonly at: number };

/** The directory at a ZIP file's end (APPNOTE 6.3, 4.3.12 and 4.3.16). Undefined when it is none. */
const entriesOf = (file: Buffer): Entry[] | undefined => {
  let end = file.length - 22;
  while (end >= 0 && file.length - end < 66_000 && file.readUInt32LE(end) !== END) end -= 1;
  if (end < 0 || file.readUInt32LE(end) !== END) return undefined;
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  const many = file.readUInt16LE(end + 10);
  if (many > MOST_ENTRIES) throw new RangeError(`${many} entries`);
  for (let left = many; left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + name),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
};

/**
 * Parts of a ZIP file by name, unpacked when asked for and never beyond a bound. Undefined when the file is no ZIP.
 * The part asked for throws a RangeError when it is longer, and an Error when it is broken.
 */
export const unzip = (
  bytes: Uint8Array,
): { names: readonly string[]; part: (name: string) => string | undefined } | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = file.length < 22 ? undefined : entriesOf(file);
  if (!entries) return undefined;
  const part = (name: string): string | undefined => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) return undefined;
    // The names in front of the content may be of other lengths than the directory's.
    const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
    const packed = file.subarray(from, from + entry.packed);
    const whole = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostOf(packed.length) });
    return whole.toString('utf8');
  };
  return { names: entries.map(({ name }) => name), part };
};
