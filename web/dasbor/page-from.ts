import { Refusal } from '../entry/client.ts';

/** A page of a list from the cursor an address carries; where that is no longer good, the list from its beginning. */
export const pageFrom = <T>(cursor: string | undefined, read: (cursor: string | undefined) => Promise<T>): Promise<T> =>
  read(cursor).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'malformed_cursor') throw error;
    return read(undefined);
  });
