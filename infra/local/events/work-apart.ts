import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MarketEvent } from '../../../events/contract.ts';
import type { Consumer } from '../../../events/subscriptions.ts';

/** Where a market's pages and lists are made of, and where they lie. */
export type Workplace = Readonly<Record<'folder' | 'site' | 'endpoint' | 'origin', string>>;
/** What the process is asked: that a consumer takes what it is called with. */
export type Asked = { readonly turn: number; readonly consumer: Consumer; readonly event: unknown };
/** What it tells: an event that it announces, or how a call ended. */
export type Answered =
  | { readonly announced: MarketEvent }
  | { readonly turn: number; readonly answer: unknown }
  | { readonly turn: number; readonly failed: string };

export type Worker = {
  /** Calls a consumer. @throws when it failed, when its process ended in the middle, and once the market stops */
  readonly run: (consumer: Consumer, event: unknown) => Promise<unknown>;
  readonly stop: () => void;
};
export type WorkApart = (place: Workplace, announce: (event: MarketEvent) => Promise<void>) => Worker;
type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void };

/** Somebody who changes one good changes the next soon after. */
const IDLE_MS = 20_000;

/** A process that takes calls until it ends; whoever waits for it then is told so. */
const started = ({ folder, site, endpoint, origin }: Workplace, announce: (event: MarketEvent) => Promise<void>) => {
  const program = fileURLToPath(new URL('./work-process.ts', import.meta.url));
  const child: ChildProcess = fork(program, [folder, site, endpoint, origin], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let turns = 0;
  let failed: Error | undefined;
  const fail = (error: Error) => {
    failed ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.once('error', fail);
  child.once('exit', (code, signal) => fail(new Error(`work apart ended with ${code ?? signal}`)));
  child.on('message', (told: Answered) => {
    if ('announced' in told) {
      announce(told.announced).catch((error) => console.error('work apart', error));
      return;
    }
    const asked = waiting.get(told.turn);
    waiting.delete(told.turn);
    if ('failed' in told) asked?.reject(new Error(told.failed));
    else asked?.resolve(told.answer);
  });
  const run = (consumer: Consumer, event: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      if (failed) return reject(failed);
      const turn = ++turns;
      waiting.set(turn, { resolve, reject });
      child.send({ turn, consumer, event } satisfies Asked, (error) => error && fail(error));
    });
  const stop = () => {
    fail(new Error('the market stops'));
    child.kill();
  };
  return { run, ended: () => failed !== undefined, idle: () => waiting.size === 0, stop };
};

/**
 * Works in a process of its own (work-process.ts), which begins with the first call and ends when nothing was asked of it for a
 * while: what writes pages, and what computes over a whole large city, keeps nobody waiting for an answer, and what it needs for that
 * ends with it instead of lying in the memory of a market at rest.
 */
export const workApart: WorkApart = (place, announce) => {
  let worker: ReturnType<typeof started> | undefined;
  let rest: NodeJS.Timeout | undefined;
  let stopped = false;
  const end = () => {
    clearTimeout(rest);
    worker?.stop();
    worker = undefined;
  };
  return {
    run: async (consumer, event) => {
      if (stopped) throw new Error('the market stops');
      clearTimeout(rest);
      if (!worker || worker.ended()) worker = started(place, announce);
      const mine = worker;
      try {
        return await mine.run(consumer, event);
      } catch (error) {
        throw new Error(`${consumer}: ${(error as Error).message}`, { cause: error });
      } finally {
        if (mine === worker && mine.idle()) {
          clearTimeout(rest);
          rest = setTimeout(end, IDLE_MS).unref();
        }
      }
    },
    stop: () => {
      stopped = true;
      end();
    },
  };
};
