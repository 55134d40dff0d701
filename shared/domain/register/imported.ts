import * as z from 'zod';
import { Instant } from '../basics/month.ts';
import { Person } from '../people/caller.ts';

/** That the city entered a shop from its own list, and who claimed it since. */
export const Imported = z
  .object({ claimedBy: Person.optional(), claimedAt: Instant.optional() })
  .describe('Entered by the city from its own list; whose it is, its owner claims by a link');
