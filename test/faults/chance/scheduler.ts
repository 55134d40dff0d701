import type { Random } from './random.ts';

/** One run of a function: alive until it ends or is killed, and then it never goes on. */
export type Process = {
  readonly name: string;
  alive: boolean;
  /** Gets a turn only now and then, while others overtake it. */
  readonly slow?: boolean;
  /** Told once, when the process is killed. */
  onKill: () => void;
};
type Waiting = { readonly process: Process; readonly what: string; readonly go: () => void };

/** Everything that can run without waiting has run: what waits now waits for the scheduler. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Whoever calls the table, a file, the bus, or pauses, waits here. One is let go at a time, drawn by the seed, and the
 * next is drawn only when that one waits again: so the seed alone decides how the processes interleave.
 */
export class Scheduler {
  readonly waiting: Waiting[] = [];
  readonly #random: Random;
  constructor(random: Random) {
    this.#random = random;
  }
  turn(process: Process, what: string): Promise<void> {
    return new Promise((resolve) => {
      if (process.alive) this.waiting.push({ process, what, go: resolve });
    });
  }
  /** Lets one waiting process go on; answers which, and what it waited for. */
  step(): Waiting | undefined {
    if (this.waiting.length === 0) return undefined;
    let at = this.#random.int(this.waiting.length);
    for (let draw = 0; draw < 6 && this.waiting[at]?.process.slow; draw++) at = this.#random.int(this.waiting.length);
    const next = this.waiting[at] as Waiting;
    this.waiting[at] = this.waiting.at(-1) as Waiting;
    this.waiting.pop();
    next.go();
    return next;
  }
  kill(process: Process): void {
    process.alive = false;
    for (let at = this.waiting.length - 1; at >= 0; at--)
      if (this.waiting[at]?.process === process) this.waiting.splice(at, 1);
    process.onKill();
  }
}
