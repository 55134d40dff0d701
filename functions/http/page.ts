import { Problem } from '../../shared/problem.ts';
import type { Page } from '../../shared/table/engine/pages.ts';
import type { World } from '../world.ts';

type Paging = { readonly limit: number; readonly cursor?: string | undefined };

/**
 * Reads one page of a list. The cursor is the sort key to continue after, sealed and bound to this very list, so it can
 * be neither read, altered, nor carried to another list.
 */
export const page = async <T>(
  world: World,
  list: string,
  { limit, cursor }: Paging,
  read: (request: { limit: number; after: string | undefined }) => Promise<Page<T>>,
): Promise<{ items: T[]; next: string | null }> => {
  const after = cursor === undefined ? undefined : world.cursorSealer.open(cursor, list);
  if (cursor !== undefined && after === undefined)
    throw new Problem('malformed_cursor', 'Penanda halaman ini tidak berlaku untuk daftar ini. Mulai lagi dari awal.', [
      { pointer: '#/query/cursor', detail: 'Gunakan `next` dari halaman sebelumnya.' },
    ]);
  const { items, next } = await read({ limit, after });
  return { items, next: next === undefined ? null : world.cursorSealer.seal(next, list) };
};
