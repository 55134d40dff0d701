import { CARD, CARD2 } from './card.ts';

/** The shape of the one table, read by CDK, by the local engine and by the code that uses it; never typed twice. */
export const keyNames = { partition: 'pk', sort: 'sk' } as const;

export const indexes = {
  /** What belongs to a place, a buyer or an agency. */
  list1: { partition: 'l1pk', sort: 'l1sk', shown: [CARD] },
  /** What belongs to a merchant, an owner or a scope. */
  list2: { partition: 'l2pk', sort: 'l2sk', shown: [CARD, CARD2] },
  /** Sparse, keys only: what has a running clock, by the instant it runs out. */
  due: { partition: 'dpk', sort: 'dsk', shown: [] },
} as const satisfies Record<string, { partition: string; sort: string; shown: readonly string[] }>;
export type IndexName = keyof typeof indexes;

/** Clocks are spread over a few partitions, because all cities' clocks are written here. */
export const DUE_SHARDS = 4;
