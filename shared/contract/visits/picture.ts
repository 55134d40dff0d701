import * as z from 'zod';
import { PhotoHash } from '../../domain/visits/visit-limits.ts';

/** A picture of a visit behind a link of ten minutes. */
export const VisitPicture = z
  .object({ hash: PhotoHash, link: z.string().describe('Below the API’s own address'), small: z.string() })
  .meta({ id: 'VisitPicture' });
