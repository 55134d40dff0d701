import type { SQSBatchResponse } from 'aws-lambda';
import { versionsOf } from '../../shared/table/engine/reads.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { type Failed, gathered } from '../gathered.ts';
import { webPush } from '../web-push.ts';
import { type World, workingWorld } from '../world.ts';
import { deliver } from './deliver.ts';
import { type Speaking, subjectsOf } from './subjects.ts';
import { type Thing, thingsIn } from './things.ts';

/** A thing that moves on faster than it is told is told by the event of its next step. */
const ROUNDS = 5;

const versionOf = ({ subject: { id, version } }: Speaking): string => `${id} ${version}`;

/** What was written about and may have moved on meanwhile. Of an order, which most are, its version is asked and no more. */
const movedOn = async (
  world: World,
  speaking: readonly Speaking[],
  written: ReadonlySet<Thing>,
): Promise<readonly Thing[]> => {
  const orders = speaking.filter(({ thing }) => thing.kind === 'order' && written.has(thing));
  if (orders.length === 0) return [...written];
  const versions = await versionsOf(
    world.table,
    orders.map(({ thing }) => orderOf(thing.id)),
  );
  const still = new Set(orders.flatMap(({ thing, subject }, at) => (versions[at] === subject.version ? thing : [])));
  return [...written].filter((thing) => !still.has(thing));
};

/**
 * Tells what things now say to each of their sides. What moved on while it was told is told again, so that nothing old is
 * left standing behind a newer telling that found nothing to change; where nothing was written, nothing can be left.
 */
const tell = async (world: World, things: readonly Thing[], failed: Failed<Thing>): Promise<void> => {
  let speaking = await subjectsOf(world, things);
  for (let round = 1; speaking.length > 0; round++) {
    const written = await deliver(world, speaking, failed);
    const said = new Set(speaking.map(versionOf));
    const now = await subjectsOf(world, await movedOn(world, speaking, written));
    speaking = now.filter((one) => !said.has(versionOf(one)));
    if (round < ROUNDS) continue;
    for (const { thing } of speaking) failed(thing, new Error('told too slowly: the thing moves on and on'));
    return;
  }
};

/** Decides from things as they are, never from events: twice, late or out of order, people are told the same. */
export const tellPeople =
  (world: () => World) =>
  (batch: unknown): Promise<SQSBatchResponse> =>
    gathered(world(), batch, { asks: thingsIn, does: (things, failed) => tell(world(), things, failed) });

export const handler = tellPeople(workingWorld({ push: webPush }));
