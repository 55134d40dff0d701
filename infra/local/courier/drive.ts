import type { CourierPartner } from '../../../shared/domain/deliveries/delivery.ts';
import { noticeOf, type SimulatedJob } from './wire.ts';

/** What each company says of a job that goes well, in its own words. */
const ways: Readonly<Record<CourierPartner, readonly string[]>> = {
  grab: ['ALLOCATING', 'PENDING_PICKUP', 'PICKING_UP', 'IN_DELIVERY', 'COMPLETED'],
  gojek: ['confirmed', 'allocated', 'out_for_pickup', 'picked', 'out_for_delivery', 'delivered'],
  lalamove: ['ASSIGNING_DRIVER', 'ON_GOING', 'PICKED_UP', 'COMPLETED'],
};
const STEP_MS = 8_000;

/**
 * Drives jobs on one machine: each says a word every few seconds over HTTP, as the companies do, until it is delivered.
 * What is not taken is dropped: the next word says more.
 */
export const drives = (origin: string, now: () => string) => {
  const timers = new Set<NodeJS.Timeout>();
  const say = async (job: SimulatedJob, word: string): Promise<void> => {
    const { path, headers, body } = noticeOf(job, word, now());
    await fetch(origin + path, { method: 'POST', headers, body }).catch(() => undefined);
  };
  return {
    begin: (job: SimulatedJob): void => {
      for (const [at, word] of ways[job.partner].entries()) {
        const timer = setTimeout(() => void say(job, word).finally(() => timers.delete(timer)), (at + 1) * STEP_MS);
        timer.unref();
        timers.add(timer);
      }
    },
    stop: async (): Promise<void> => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
