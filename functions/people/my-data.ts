import { later } from '../../shared/domain/basics/month.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getDataCopy, saveDataCopy } from '../../shared/table/people/copies.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { aboutOf } from './about-person.ts';
import { ordersIn } from './copied-orders.ts';

/** A copy takes some hundred reads: who wants another waits a minute. */
const BETWEEN_MS = 60_000;

const beginCopy = async ({ table, now }: World, person: string): Promise<void> => {
  const [last, at] = [await getDataCopy(table, person), now()];
  const wait = last ? Date.parse(later(last.at, BETWEEN_MS)) - Date.parse(at) : 0;
  const seconds = Math.ceil(wait / 1000);
  if (seconds > 0)
    throw new Problem('too_many_requests', `Salinan baru saja dibuat. Coba lagi ${seconds} detik lagi.`, [], seconds);
  await commit(table, [saveDataCopy({ person, at, version: (last?.version ?? 0) + 1 })]);
};

/** The copy that the law gives everybody of what is kept of them (UU 27/2022, pasal 7). */
export const copyMyData = endpoint('GET /me/data', async ({ query: { cursor }, caller }, world) => {
  const { person } = caller;
  if (cursor === undefined) await beginCopy(world, person);
  const [about, orders] = await Promise.all([
    cursor === undefined ? aboutOf(world, caller) : null,
    ordersIn(world, person, cursor),
  ]);
  return { madeAt: world.now(), person, about, ...orders };
});
