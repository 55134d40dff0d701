import { setImmediate } from 'node:timers/promises';

/** Works through steps and lets others in between them: on one machine everything shares a process. */
export const inTurns = async <T>(steps: Iterator<undefined, T, undefined>): Promise<T> => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
};
