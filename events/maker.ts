import * as z from 'zod';
import type { EventType } from './contract.ts';

export type Item = Record<string, unknown> & { pk?: string; sk?: string; type?: string };
/** One change of the table, as its stream tells it. */
export type Change = { readonly before: Item | undefined; readonly after: Item | undefined; readonly at: string };

/** What a change of one kind of item announces, or nothing; `id` names the item. */
export type Maker = (change: {
  before: Item | undefined;
  after: Item | undefined;
  at: string;
  id: string;
}) => { type: EventType; detail: object } | undefined;

/** An image by what most events are named by. */
export const Versioned = z.looseObject({ version: z.int() });
