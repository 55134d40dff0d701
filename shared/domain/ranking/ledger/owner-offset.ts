import { createHmac } from 'node:crypto';

// Apart from the rungs, which pages read too: a browser knows no `node:crypto`.

/** An owner's offset of a month, 0 to 65,535: the same at every rung and in every list. */
export const offsetOf = (key: string, ownerId: string): number =>
  createHmac('sha256', key).update(ownerId).digest().readUInt16BE();
