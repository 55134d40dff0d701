import type { Ledger } from '../town/ledger.ts';

/** What the checks of a settled market need: its items by kind, and whom to tell. */
export type Books = { readonly ledger: Ledger; readonly violated: (what: string) => never };
