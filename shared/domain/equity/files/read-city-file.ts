import { createHash } from 'node:crypto';
import { type Amount, runningTotal } from '../measures/amount.ts';
import { EquityError } from '../measures/equity-error.ts';
import { CITY_FILE_MAGIC, CITY_FILE_VERSION, type CityFileHeader, PRINTABLE } from './city-file.ts';
import { readLarge } from './read-amounts.ts';
import { deltaCursor, feed, readNumbers } from './read-deltas.ts';
import { readVarint } from './varint.ts';

const HASH_BYTES = 32;
const BATCH = 1024;
/** More merchants than the country has people; a thousand such files still add up to a safe whole number. */
const MOST_MERCHANTS = 2 ** 32;

/** Amounts of sellers, ascending: numbers first, then bigints beyond 2^53 − 1. Valid until the next batch is read. */
export type Batch = Float64Array | bigint[];

/** Bytes of a file as they arrive: an array of chunks, a file's or an S3 object's stream. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const corrupt = (what: string) => new EquityError('CityFileCorrupt', what);
const truncated = () => new EquityError('CityFileTruncated', 'the file ends before what its header promises');

/** Reads a city file from chunks pushed into it. Undefined always means: push more bytes, or `end` if there are none. */
const cityFileReader = () => {
  const cursor = deltaCursor();
  const hash = createHash('sha256');
  const sum = runningTotal();
  const block = new Float64Array(BATCH);
  let header: CityFileHeader | undefined;
  let unread = 0;

  const push = (chunk: Uint8Array): void => {
    hash.update(cursor.bytes.subarray(0, cursor.at));
    feed(cursor, chunk);
  };

  const readHeader = (): CityFileHeader | undefined => {
    if (header !== undefined) return header;
    const from = { bytes: cursor.bytes, at: 0 };
    header = parseHeader(from);
    if (header === undefined) return undefined;
    cursor.at = from.at;
    unread = header.merchants - header.unsold;
    return header;
  };

  const read = (): Batch | undefined => {
    if (unread === 0) return undefined;
    const count = readNumbers(cursor, block, Math.min(unread, BATCH));
    const batch = count > 0 ? block.subarray(0, count) : readLarges(Math.min(unread, BATCH));
    // Amounts ascend, so only the first can be zero; it would belong among the unsold, whom the header counts.
    if (batch[0] === 0) throw corrupt('a seller who sold nothing');
    for (const amount of batch) sum.add(amount);
    unread -= batch.length;
    return batch.length > 0 ? batch : undefined;
  };
  const readLarges = (most: number): bigint[] => {
    const amounts: bigint[] = [];
    while (amounts.length < most) {
      const amount = readLarge(cursor);
      if (amount === undefined) break;
      amounts.push(amount);
    }
    return amounts;
  };

  /** Everything has been pushed and read: is it the whole file, unchanged? */
  const end = (): void => {
    const trailer = cursor.bytes.subarray(cursor.at);
    if (header === undefined || unread > 0 || trailer.length < HASH_BYTES) throw truncated();
    if (trailer.length > HASH_BYTES) throw corrupt('bytes after the end');
    hash.update(cursor.bytes.subarray(0, cursor.at));
    if (!hash.digest().equals(trailer)) throw corrupt('the checksum differs');
    if (sum.value() !== header.total) throw corrupt('the amounts do not add up to the total in the header');
  };

  return { push, readHeader, read, end };
};

const parseHeader = (from: { bytes: Uint8Array; at: number }): CityFileHeader | undefined => {
  const { bytes } = from;
  if (CITY_FILE_MAGIC.some((byte, i) => i < bytes.length && bytes[i] !== byte)) throw corrupt('not a city file');
  const version = bytes[CITY_FILE_MAGIC.length];
  if (version !== undefined && version !== CITY_FILE_VERSION) {
    throw new EquityError('CityFileVersionUnknown', `version ${version}; this code reads ${CITY_FILE_VERSION}`);
  }
  from.at = CITY_FILE_MAGIC.length + 1;
  const text = () => {
    const start = from.at + 1;
    from.at = start + (bytes[from.at] ?? 0);
    return Buffer.from(bytes.subarray(start, from.at)).toString('latin1');
  };
  const [cityCode, month] = [text(), text()];
  const [merchants, unsold, total] = [readVarint(from), readVarint(from), readVarint(from)];
  if (merchants === undefined || unsold === undefined || total === undefined) return undefined;
  if (merchants > MOST_MERCHANTS || unsold > merchants) throw corrupt('impossible counts in the header');
  if (!PRINTABLE.test(cityCode) || !PRINTABLE.test(month)) throw corrupt('no code or month in the header');
  return { cityCode, month, merchants: Number(merchants), unsold: Number(unsold), total };
};

/** A city file opened for reading in one pass. */
export type CityFile = {
  header: CityFileHeader;
  /**
   * The next batch of sellers' amounts; undefined after the last, when the whole file has proved sound.
   *
   * @throws EquityError CityFileTruncated, CityFileCorrupt
   */
  next(): Promise<Batch | undefined>;
  /** Lets go of the source before its end. */
  close(): Promise<void>;
};

/**
 * Opens a city file over a stream of its bytes, and holds one chunk of it at a time.
 *
 * @throws EquityError CityFileVersionUnknown, CityFileTruncated, CityFileCorrupt
 */
export const openCityFile = async (chunks: Chunks): Promise<CityFile> => {
  const reader = cityFileReader();
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const pull = async (): Promise<boolean> => {
    const chunk = await source.next();
    if (!chunk.done) reader.push(chunk.value);
    return !chunk.done;
  };
  const close = async () => {
    await source.return?.();
  };

  try {
    let header = reader.readHeader();
    while (header === undefined) {
      if (!(await pull())) throw truncated();
      header = reader.readHeader();
    }
    const next = async () => {
      for (;;) {
        const batch = reader.read();
        if (batch !== undefined) return batch;
        if (await pull()) continue;
        reader.end();
        return undefined;
      }
    };
    return { header, next, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/**
 * Reads a city file that is in memory: its header, and the sellers' amounts in ascending order. Whether the file is
 * whole and unchanged is known, and thrown, at the end of the amounts.
 *
 * @throws EquityError CityFileVersionUnknown, CityFileTruncated, CityFileCorrupt
 */
export const decodeCityFile = (file: Uint8Array): { header: CityFileHeader; amounts: Iterable<Amount> } => {
  const reader = cityFileReader();
  reader.push(file);
  const header = reader.readHeader();
  if (header === undefined) throw truncated();
  const amounts = function* () {
    for (let batch = reader.read(); batch !== undefined; batch = reader.read()) yield* batch;
    reader.end();
  };
  return { header, amounts: amounts() };
};
