import * as z from 'zod';
import { Day, Instant } from '../../basics/month-schema.ts';
import { Line } from '../../basics/text.ts';
import { Person } from '../../people/caller.ts';

/** By which decision a city verified a shop before it came to this market, as its list says. */
export const Decree = z.object({ number: Line(80), on: Day }).meta({ id: 'VerificationDecree' });
export type Decree = z.infer<typeof Decree>;

/** That the city entered a shop from its own list, and who claimed it since. */
export const Imported = z
  .object({
    claimedBy: Person.optional(),
    claimedAt: Instant.optional(),
    decree: Decree.optional().describe('Verified by this decision, before it was entered'),
  })
  .describe('Entered by the city from its own list; whose it is, its owner claims by a link');
