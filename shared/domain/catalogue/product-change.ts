import * as z from 'zod';
import { offered } from './new-product.ts';
import type { Product } from './product.ts';

export const ProductChange = z
  .strictObject({
    ...offered,
    description: offered.description.nullable().describe('Null removes it'),
    photo: offered.photo.nullable().describe('Null removes it'),
    active: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Isi paling sedikit satu kolom.')
  .meta({ id: 'ProductChange' });
export type ProductChange = z.infer<typeof ProductChange>;

/** The product with a change in it. Null empties what may be empty. */
export const withProductChange = <P extends Product>(
  product: P,
  { photo, description, ...change }: ProductChange,
): P => {
  const { photo: formerPhoto, description: formerDescription, ...rest } = product;
  const shown = photo === undefined ? formerPhoto : (photo ?? undefined);
  const text = description === undefined ? formerDescription : (description ?? undefined);
  return {
    ...rest,
    ...change,
    ...(shown === undefined ? {} : { photo: shown }),
    ...(text === undefined ? {} : { description: text }),
  } as P;
};
