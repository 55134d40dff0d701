import { Problem } from '../../shared/problem.ts';
import type { Item } from '../../shared/table/engine/table.ts';
import type { RequestMeta } from './request-meta.ts';

/** The first result of a repeated request, unless the key was used for another request. */
export const firstResult = <T>(
  existing: Item | undefined,
  { fingerprint }: Pick<RequestMeta, 'fingerprint'>,
  schema: { parse: (item: unknown) => T },
): T => {
  if (existing?.['request'] !== fingerprint())
    throw new Problem('key_reused', 'Kiriman Anda sebelumnya sudah masuk. Muat ulang halaman ini untuk melihatnya.', [
      { pointer: '#/header/idempotency-key', detail: 'Sudah dipakai untuk permintaan lain. Buat kunci baru.' },
    ]);
  return schema.parse(existing);
};

/**
 * A repeat whose first answer was lost gets that answer even where a new request would be refused by now: the shelf is
 * empty, the day has passed, the price is another. Costs a read only where the request is refused.
 */
export const orFirstResult = async <T>(
  { keyed }: Pick<RequestMeta, 'keyed'>,
  first: () => Promise<T | undefined>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (refused) {
    const earlier = keyed && refused instanceof Problem ? await first() : undefined;
    if (earlier === undefined) throw refused;
    return earlier;
  }
};
