import type { Paper } from '../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../shared/domain/papers/paper-kinds.ts';
import { papersOfOrder } from '../../shared/table/papers.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { drawBundle } from './draw/draw-bundle.ts';
import { picturesOf } from './pictures-of.ts';

/** Whoever of an office reads all its papers. */
export const paperReaders = ['buyer', 'approver', 'treasurer'] as const;

const AT_ONCE = 8;
const kinds = Object.keys(paperKinds);
const inOrder = (papers: readonly Paper[]): Paper[] =>
  [...papers].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));

/** The papers of each order, in the order in which they are filed. */
export const papersOf = async ({ table }: World, orders: readonly { orderId: string }[]): Promise<Paper[][]> => {
  const found: Paper[][] = orders.map(() => []);
  await inParallel([...orders.entries()], AT_ONCE, async ([index, { orderId }]) => {
    found[index] = inOrder(await papersOfOrder(table, orderId));
  });
  return found;
};

/** Papers as one file, with small pictures. */
export const bundleOf = async (world: World, papers: readonly Paper[], title: string): Promise<Uint8Array> => {
  const found = new Map<string, Uint8Array>();
  await inParallel(papers, AT_ONCE, async (paper) => {
    for (const [photoId, bytes] of await picturesOf(world, paper, 'list')) found.set(photoId, bytes);
  });
  return drawBundle(papers, found, world.origin, title);
};
