import type { Gathering } from '../gathered.ts';
import { inParallel } from '../reads/in-parallel.ts';

/** So many pages are made at the same time: most of it is waiting for the table and the bucket. */
const AT_ONCE = 12;

/** Makes each page again from what is true now: again, late and in any order are all the same. */
export const eachPage =
  <N>(write: (name: N) => Promise<void>): Gathering<N>['does'] =>
  (names, failed) =>
    inParallel(names, AT_ONCE, async (name) => {
      try {
        await write(name);
      } catch (error) {
        failed(name, error);
      }
    });
