import type { SQSBatchResponse } from 'aws-lambda';
import { gathered } from '../gathered.ts';
import { s3Files, s3Site } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { eachPage } from './each-page.ts';
import { filesOf } from './lists/files-of-list.ts';
import { showing } from './lists/touched-lists.ts';
import { writeList } from './lists/write-list.ts';
import type { ListName } from './page-names.ts';
import { type Before, readBefore } from './publish.ts';

/** A container's own memory, apart from whoever else runs in this process: a batch begins by forgetting what it read. */
const apart = (world: () => World): (() => World) => {
  let own: World | undefined;
  return () => {
    own ??= { ...world(), cache: new Map() };
    own.cache.clear();
    return own;
  };
};

/** Writes lists and what is made over all goods of a city: once each, however many changes waited together. */
export const writeLists = (world: () => World): ((event: unknown) => Promise<SQSBatchResponse>) => {
  const ready = apart(world);
  return (event) => {
    const here = ready();
    const read = new Map<string, Before>();
    /** The files first, and then nothing that was read before them. */
    const begin = async (names: readonly ListName[]) => {
      const keys = new Set((await Promise.all(names.map((name) => filesOf(here, name)))).flat());
      for (const [key, before] of await readBefore(here, [...keys])) read.set(key, before);
      here.cache.clear();
    };
    return gathered(here, event, {
      asks: showing(here),
      does: async (names, failed) => {
        await begin(names);
        await eachPage(writeList(here, read))(names, failed);
      },
    });
  };
};

export const handler = writeLists(workingWorld({ files: s3Files, site: s3Site }));
