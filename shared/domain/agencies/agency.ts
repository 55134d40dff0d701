import * as z from 'zod';
import { Id } from '../basics/id-schema.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { CityCode } from '../places/region.ts';

export const AgencyId = Id('agc').meta({ id: 'AgencyId' });

/** A government office that buys (OPD). */
export const Agency = z
  .object({
    agencyId: AgencyId,
    cityCode: CityCode,
    name: Name(120),
    address: Line(200),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Agency' });
export type Agency = z.infer<typeof Agency>;

export const NewAgency = z
  .strictObject({ name: Agency.shape.name, address: Agency.shape.address })
  .meta({ id: 'NewAgency' });
