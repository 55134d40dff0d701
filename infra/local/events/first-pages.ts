import type { Consumer } from '../../../events/subscriptions.ts';
import type { Publish } from '../../../functions/event-bus.ts';
import { allCities } from '../../../functions/reads/all-cities.ts';
import type { World } from '../../../functions/world.ts';
import type { LocalQueue } from './queue.ts';
import { rendering } from './rendering.ts';

type Writers = { readonly bus: Publish; readonly queues: ReadonlyMap<Consumer, LocalQueue> };

/** Asks for a city's pages again. */
export const callPages = async (
  { now, newId }: World,
  { bus }: Pick<Writers, 'bus'>,
  cityCode: string,
): Promise<void> => {
  await bus({ type: 'PagesDue', detail: { eventId: newId('call'), version: 1, at: now(), cityCode } });
};

/** Ends when nothing waits to be written. */
export const pagesWritten = async ({ queues }: Pick<Writers, 'queues'>): Promise<void> => {
  // Writing one kind may call for another.
  for (let round = 0; round < 2; round++) for (const consumer of rendering) await queues.get(consumer)?.drained();
};

/**
 * Writes every page after a start: what was waiting when the last one ended is lost, and the site may be another build.
 * City by city, so that the first is whole soon; pages that are as they were stay.
 */
export const writeAllPages = async (world: World, writers: Writers, report: (line: string) => void): Promise<void> => {
  const cities = await allCities(world);
  for (const [at, { cityCode, name }] of cities.entries()) {
    await callPages(world, writers, cityCode);
    await pagesWritten(writers);
    report(`Halaman ${name} ditulis (${at + 1} dari ${cities.length}).`);
  }
};
