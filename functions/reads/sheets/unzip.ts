import { createInflateRaw } from 'node:zlib';

/** Unpacked, a part may be this long: ten thousand rows of forty columns are a fifth of it, a bomb is more. */
const PART_BYTES = 60 * 1024 * 1024;
/** And so many times as long as it is packed: sheets come to twenty or forty, a bomb to a thousand. What is small is let be. */
const MOST_TIMES = 200;
const SMALL_BYTES = 1024 * 1024;
const MOST_ENTRIES = 2000;
const mostOf = (packed: number): number => Math.min(PART_BYTES, Math.max(SMALL_BYTES, packed * MOST_TIMES));
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const FRONT = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

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

/** What lies packed in the file. The names in front of it may be of other lengths than the directory's. @throws Error when it is broken */
const packedOf = (file: Buffer, { at, packed }: Entry): Buffer => {
  if (at + 30 > file.length || file.readUInt32LE(at) !== FRONT) throw new Error('a part that is not there');
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + packed > file.length) throw new Error('a part that is cut');
  return file.subarray(from, from + packed);
};

/** A part, piece by piece: no more than one is ever unpacked. @throws RangeError when it is longer than its bound */
async function* unpacked(packed: Buffer, method: number): AsyncGenerator<string> {
  if (method !== STORED && method !== DEFLATED) throw new Error(`packed by method ${method}`);
  const decoder = new TextDecoder();
  if (method === STORED) {
    if (packed.length > PART_BYTES) throw new RangeError(`${packed.length} bytes`);
    yield decoder.decode(packed);
    return;
  }
  const inflating = createInflateRaw();
  inflating.end(packed);
  let bytes = 0;
  for await (const piece of inflating as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostOf(packed.length)) throw new RangeError(`${bytes} bytes`);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

export type Zip = {
  readonly names: readonly string[];
  /** A part's text in pieces; undefined where there is none of that name. */
  readonly part: (name: string) => AsyncIterable<string> | undefined;
};

/**
 * Parts of a ZIP file by name, unpacked piece by piece as they are read and never beyond a bound. Undefined when the file is
 * no ZIP. Reading a part throws a RangeError when it is longer, and an Error when it is broken.
 */
export const unzip = (bytes: Uint8Array): Zip | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = file.length < 22 ? undefined : entriesOf(file);
  return (
    entries && {
      names: entries.map(({ name }) => name),
      part: (name) => {
        const entry = entries.find((one) => one.name === name);
        return entry && unpacked(packedOf(file, entry), entry.method);
      },
    }
  );
};
