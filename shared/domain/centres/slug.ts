import * as z from 'zod';

/** What a centre is called in addresses, chosen once: `pkor-way-halim`. */
export const CentreSlug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Tulis alamat sentra dengan huruf kecil, angka, dan tanda hubung.')
  .meta({ id: 'CentreSlug', example: 'pkor-way-halim' });
