import { DAY_MS, later } from '../../shared/domain/basics/month.ts';
import { begun, type Erasure, postponed } from '../../shared/domain/people/erasure.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { forgetOrders } from '../../shared/table/orders/open-orders.ts';
import { ordersOfPerson } from '../../shared/table/orders/orders.ts';
import { dueErasures, dueUnlinks, getErasure, removeErasure, saveErasure } from '../../shared/table/people/erasures.ts';
import { endSeats } from '../../shared/table/people/seats.ts';
import { s3Files } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { eraseOrder, unlinkErasedOrder } from './erasing/erase-order.ts';
import { eraseOwn, LEFT_DAYS } from './erasing/erase-own.ts';
import { eraseCivilLink, eraseProofs } from './erasing/erase-proofs.ts';
import { obstaclesTo } from './erasure-obstacles.ts';

/** Orders of one range, and ranges of one run: what is left waits for the next run. */
const RANGE = 25;
const RANGES = 20;

/** Begins what is due, unless something came in the way meanwhile: then it waits on, and can still be taken back. */
const begin = async (world: World, erasure: Erasure): Promise<Erasure | undefined> => {
  if (erasure.begunAt !== null) return erasure;
  const hindered = (await obstaclesTo(world, erasure.person)).length > 0;
  const after = (hindered ? postponed : begun)(erasure, world.now());
  await commit(world.table, [saveErasure(after)]);
  return hindered ? undefined : after;
};

/** Orders in ranges; what is erased leaves the list. Answers whether none was left. */
const eraseOrders = async (world: World, person: string, ranges: { left: number }): Promise<boolean> => {
  let after: string | undefined;
  do {
    if (ranges.left === 0) return false;
    ranges.left -= 1;
    const { items, next } = await ordersOfPerson(world.table, person, { limit: RANGE, after });
    for (const { orderId } of items) await eraseOrder(world, person, orderId);
    after = next;
  } while (after !== undefined);
  return true;
};

/** One account, as far as this run goes. Stopped anywhere it goes on from what is left: each step finds only that. */
const eraseAccount = async (world: World, person: string, ranges: { left: number }): Promise<void> => {
  const asked = await getErasure(world.table, person);
  const erasure = asked && (await begin(world, asked));
  if (!erasure || !(await eraseOrders(world, person, ranges))) return;
  await eraseProofs(world, person);
  await eraseCivilLink(world, person);
  const { left } = await eraseOwn(world, person);
  const until = left ? later(world.now(), LEFT_DAYS * DAY_MS) : undefined;
  await commit(world.table, [removeErasure(erasure), forgetOrders(person), endSeats(person, until)]);
};

/** Erases whose three days are over, and unlinks entries whose time is. One account's fault is no other's delay. */
export const eraseAccounts = (world: () => World) => async (): Promise<void> => {
  const here = world();
  const faults: unknown[] = [];
  const attempt = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      // Somebody was at it at the same moment: the next run goes on.
      if (!(error instanceof Stale)) faults.push(error);
    });
  const ranges = { left: RANGES };
  for (const person of await dueErasures(here.table, here.now())) await attempt(eraseAccount(here, person, ranges));
  for (const orderId of await dueUnlinks(here.table, here.now())) await attempt(unlinkErasedOrder(here, orderId));
  if (faults.length > 0) throw new AggregateError(faults, 'some accounts were not erased');
};

export const handler = eraseAccounts(workingWorld({ photos: s3Files }));
