import * as z from 'zod';
import { Id } from '../basics/id-schema.ts';
import { Day } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { MerchantId } from '../register/merchant.ts';

export const VisitId = Id('vst').meta({ id: 'VisitId' });

/** A visit that is to be made. */
export const NewVisit = z
  .strictObject({
    merchantId: MerchantId,
    day: Day.describe('On the city’s clock, from today to sixty days on'),
    visitor: Person.describe('An admin or field officer of the city, or an officer of the shop’s district'),
    visitorName: Name(60).describe('What colleagues call them: shown to the city’s people and the shop'),
    reason: Line(200).optional().describe('Why this shop: what the list of whom to visit says'),
  })
  .meta({ id: 'NewVisit' });
export type NewVisit = z.infer<typeof NewVisit>;
