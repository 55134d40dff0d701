import type { EventType } from './contract.ts';

/** What starts a function, other than a request; and what it may take. */
export type Subscription = {
  /** What it does, in a line. */
  readonly does: string;
  /** Events it is called with as soon as they are announced, one by one. */
  readonly hears?: readonly EventType[];
  /** Events that wait in a queue first: hundreds at once become a few at a time, and a city's fault is nobody else's. */
  readonly queues?: {
    readonly hears: readonly EventType[];
    readonly atOnce: number;
    /** An event waits so long before it is put aside; longer than a weekend, unless it says so. */
    readonly keptMinutes?: number;
    /** Gathers so many events, or for so long, and takes them together; without it one by one. */
    readonly gathers?: { readonly most: number; readonly seconds: number };
    /** How often an event is tried before it is put aside; twice, unless it says so. */
    readonly tries?: number;
  };
  /** Kinds of items whose changes it reads from the table's stream, each item's in order. */
  readonly reads?: { readonly items: readonly string[]; readonly gatheredSeconds?: number };
  /** Runs so often. A run that failed is made up for by the next. */
  readonly everyMinutes?: number;
  /** Does the steps of a state machine, which has its own starts (month-closes.ts). */
  readonly steps?: 'month-close';
  /** Puts events on the bus. */
  readonly announces?: true;
  /** The longest one run may take; a minute, unless it says so. */
  readonly minutes?: number;
  /** Computes: takes a whole core. */
  readonly computes?: true;
  /** Runs at the same time at most, so that shoppers keep the rest of the account. */
  readonly atMost?: number;
};
