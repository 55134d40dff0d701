import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type CityEntry, entryLine } from '../../../shared/domain/equity/snapshot/entry.ts';
import type { InputsHead, OfficeInput } from '../../../shared/domain/equity/snapshot/inputs.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { Files } from '../../files.ts';
import { growingBytes } from './growing-bytes.ts';

const CHUNK_CHARACTERS = 1 << 17;
/**
 * Gathers a close's inputs as compressed lines. Named and checked by the hash of the lines themselves, so that another
 * version of the compressor makes the same file. A gzip file may have many members (RFC 1952): each chunk is one.
 */
export const inputsWriter = (head: InputsHead) => {
  const hash = createHash('sha256');
  const members = growingBytes();
  let text = '';
  let merchants = 0;
  let file: Snapshot['inputs'];
  // One buffer for all chunks: the collector is slow to see what lies outside its heap. Three bytes hold any character.
  let room = Buffer.allocUnsafeSlow(0);
  const flush = () => {
    if (room.length < 3 * text.length)
      room = Buffer.allocUnsafeSlow(3 * Math.max(text.length, CHUNK_CHARACTERS + 1024));
    const bytes = room.subarray(0, room.write(text));
    hash.update(bytes);
    members.add(gzipSync(bytes));
    text = '';
  };
  const put = (line: string) => {
    text += `${line}\n`;
    if (text.length >= CHUNK_CHARACTERS) flush();
  };
  put(JSON.stringify(head));
  return {
    add: (entry: CityEntry): void => {
      merchants += 1;
      put(entryLine(entry));
    },
    /** Ends with the offices, and lets go of the lines once they are kept. */
    keep: async (files: Files, offices: readonly OfficeInput[]): Promise<void> => {
      for (const office of offices) put(JSON.stringify(office));
      flush();
      const sha256 = hash.digest('hex');
      file = { key: `snapshots/${head.place}/${head.month}/inputs/${sha256}.ndjson.gz`, sha256, merchants };
      await files.put(file.key, members.all());
      members.empty();
    },
    /** Where the lines are kept. */
    file: (): NonNullable<Snapshot['inputs']> => {
      if (!file) throw new Error('the inputs are not kept yet');
      return file;
    },
  };
};

/**
 * The lines that were kept, and the hash of what is there now; undefined when the file is gone. Throws zlib's error when
 * the file no longer unpacks.
 */
export const readInputs = async (files: Files, key: string): Promise<{ text: string; sha256: string } | undefined> => {
  const bytes = await files.get(key);
  if (!bytes) return undefined;
  const text = gunzipSync(bytes).toString('utf8');
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
};
