import * as z from 'zod';

/** A file made on demand: its bytes, media type and name. It leaves as it is, not as JSON. */
export const Download = z
  .object({
    name: z.string(),
    type: z.string(),
    bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
    next: z.string().nullable().optional().describe('Cursor of the next part of a list; its `Link`'),
  })
  .meta({ id: 'Download' });
export type Download = z.infer<typeof Download>;
