import type { EventBridgeEvent } from 'aws-lambda';
import type { Subject } from '../../shared/domain/notices/told.ts';
import { webPush } from '../web-push.ts';
import { type World, workingWorld } from '../world.ts';
import { deliver } from './deliver.ts';
import { type Detail, subjectsOf } from './subjects.ts';

/** A thing that moves on faster than it is told is told by the event of its next step. */
const ROUNDS = 5;

const versions = (subjects: readonly Subject[]): string => subjects.map(({ id, version }) => `${id} ${version}`).join();

/**
 * Tells what a thing now says to each of its sides. Decides from the thing as it is, never from the event: twice, late or
 * out of order, people are told the same. What moved on while it was told is told again, so that nothing old is left
 * standing behind a newer telling that found nothing to change; where nothing was written, nothing can be left.
 */
export const tellPeople =
  (world: () => World) =>
  async (event: EventBridgeEvent<string, Detail>): Promise<void> => {
    const read = () => subjectsOf(world(), event['detail-type'], event.detail);
    let subjects = await read();
    for (let round = 1; subjects.length > 0; round++) {
      let written = false;
      for (const subject of subjects) written = (await deliver(world(), subject)) || written;
      if (!written) return;
      const now = await read();
      if (versions(now) === versions(subjects)) return;
      if (round === ROUNDS) throw new Error('told too slowly: the thing moves on and on');
      subjects = now;
    }
  };

export const handler = tellPeople(workingWorld({ push: webPush }));
