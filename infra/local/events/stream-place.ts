import { join } from 'node:path';
import { readJson, writeWhole } from '../files.ts';

type Checkpoint = { arn: string; shards: Record<string, string> };

/** How far each shard of a stream was read, in a file of the folder: the number of the last record that was taken. */
export const streamPlace = async (folder: string, arn: string) => {
  const path = join(folder, 'stream.json');
  const stored = await readJson<Checkpoint>(path);
  // Another table, another stream: nothing of it was read.
  const shards = stored?.arn === arn ? stored.shards : {};
  return {
    after: (shard: string): string | undefined => shards[shard],
    forget: (shard: string): void => {
      delete shards[shard];
    },
    reached: async (shard: string, sequence: string): Promise<void> => {
      shards[shard] = sequence;
      await writeWhole(path, JSON.stringify({ arn, shards } satisfies Checkpoint));
    },
  };
};
export type StreamPlace = Awaited<ReturnType<typeof streamPlace>>;
