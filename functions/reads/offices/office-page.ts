import { folded } from '../../../shared/domain/basics/fold.ts';
import { page } from '../../http/page.ts';
import type { World } from '../../world.ts';

type Query = { readonly text?: string | undefined; readonly limit: number; readonly cursor?: string | undefined };

/** A page of a city's offices as they stand, of those in whose name the sought words begin; it goes on after the office it ended with. */
export const officePage = <O extends { readonly agencyId: string; readonly name: string }>(
  world: World,
  list: string,
  offices: readonly O[],
  { text = '', ...query }: Query,
): Promise<{ items: O[]; next: string | null }> =>
  page(world, `${list} ${text}`, query, async ({ limit, after }) => {
    const sought = folded(text).split(' ');
    const found = offices.filter(({ name }) => sought.every((one) => ` ${folded(name)}`.includes(` ${one}`)));
    const from = after === undefined ? 0 : found.findIndex(({ agencyId }) => agencyId === after) + 1;
    const items = found.slice(from, from + limit);
    return { items, next: from + limit < found.length ? items.at(-1)?.agencyId : undefined };
  });
