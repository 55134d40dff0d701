import { createHash } from 'node:crypto';
import {
  type Amount,
  type AscendingSink,
  assertControlTotals,
  isZero,
  runningTotal,
  wholeCount,
} from '../measures/amount.ts';
import { EquityError } from '../measures/equity-error.ts';
import { deltaWriter, writeVarint } from './write-deltas.ts';

/*
 * A frozen city month: what provinces and the country are merged from, instead of the table.
 *
 *   'PRCF' · version, 1 byte · city code and month, each a length byte and ASCII · n, n₀ and S as varints
 *   · the sellers' amounts, ascending, as delta varints · SHA-256 of every byte before it, 32 bytes
 *
 * Nobody can be told from it: amounts without names.
 */
export const CITY_FILE_MAGIC = [...'PRCF'].map((letter) => letter.charCodeAt(0));
export const CITY_FILE_VERSION = 1;
const HEADER_MAX_BYTES = 1024;
/** A code or month, as a header may hold it. */
export const PRINTABLE = /^[\x21-\x7e]{1,64}$/;

/** One city month: n merchants, n₀ of them unsold, S whole rupiah. */
export type CityFileHeader = { cityCode: string; month: string; merchants: number; unsold: number; total: bigint };

/** What is known before the list is streamed: whose it is, and the control totals of the register. */
export type CityFilePlan = { cityCode: string; month: string; count: number; total: bigint };

const headerBytes = ({ cityCode, month, merchants, unsold, total }: CityFileHeader): Uint8Array => {
  const bytes = new Uint8Array(HEADER_MAX_BYTES);
  bytes.set([...CITY_FILE_MAGIC, CITY_FILE_VERSION]);
  let at = CITY_FILE_MAGIC.length + 1;
  for (const text of [cityCode, month]) {
    if (!PRINTABLE.test(text)) throw new EquityError('CityFileHeaderInvalid', `'${text}' is no code and no month`);
    bytes.set([text.length, ...Buffer.from(text, 'ascii')], at);
    at += text.length + 1;
  }
  for (const value of [merchants, unsold, total]) at = writeVarint(bytes, at, value);
  return bytes.subarray(0, at);
};

/**
 * Writes a city file from the same ascending stream as the pass: feed it `add` and `addZeros`, then call `end`.
 * Chunks of about 64 kB are handed to `write` as they fill; they are its own from then on.
 *
 * @returns on `end`, the file's size and the hash that closes it.
 * @throws EquityError on `end` ControlTotalsDiffer: throw the chunks away and stream again.
 */
export const cityFileWriter = (plan: CityFilePlan, write: (chunk: Uint8Array) => void) => {
  const hash = createHash('sha256');
  const sum = runningTotal();
  let [unsold, sellers, size] = [0, 0, 0];
  const put = (chunk: Uint8Array) => {
    hash.update(chunk);
    size += chunk.length;
    write(chunk);
  };
  const amounts = deltaWriter(put);
  // The header waits for the first seller: until then nobody knows how many sold nothing.
  const begin = () =>
    put(headerBytes({ cityCode: plan.cityCode, month: plan.month, merchants: plan.count, unsold, total: plan.total }));

  const add = (amount: Amount): void => {
    if (isZero(amount)) {
      addZeros(1);
    } else {
      if (sellers === 0) begin();
      amounts.add(amount);
      sum.add(amount);
      sellers += 1;
    }
  };
  const addZeros = (count: number): void => {
    if (sellers > 0 && count > 0) amounts.add(0);
    unsold += wholeCount(count);
  };
  const end = (): { bytes: number; sha256: string } => {
    assertControlTotals(plan, { count: unsold + sellers, total: sum.value() });
    if (sellers === 0) begin();
    amounts.end();
    const digest = hash.digest();
    write(digest);
    return { bytes: size + digest.length, sha256: digest.toString('hex') };
  };
  return { add, addZeros, end } satisfies AscendingSink & { end: unknown };
};
