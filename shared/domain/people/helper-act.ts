import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Person } from './caller.ts';

/** One thing done for a shop in its owner's place. */
export const HelperAct = z
  .object({
    actId: z.string(),
    merchantId: z.string(),
    at: Instant,
    by: Person,
    helperName: z.string().describe('As the helper called themselves when they began'),
    operation: z.string().describe('What was asked, as the contract names it'),
  })
  .meta({ id: 'HelperAct' });
export type HelperAct = z.infer<typeof HelperAct>;
