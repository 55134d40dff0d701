import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MarketEvent } from '../../../events/contract.ts';
import type { Consumer } from '../../../events/subscriptions.ts';

/** Where a market's pages are made of, and where they lie. */
export type PagesPlace = Readonly<Record<'folder' | 'site' | 'endpoint' | 'origin', string>>;
/** What the process that writes is asked: that a consumer takes a batch. */
export type Asked = { readonly turn: number; readonly consumer: Consumer; readonly batch: unknown };
/** What it tells: an event that it announces, or how a batch ended. */
export type Answered =
  | { readonly announced: MarketEvent }
  | { readonly turn: number; readonly answer: unknown }
  | { readonly turn: number; readonly failed: string };

export type Writer = {
  readonly run: (consumer: Consumer, batch: unknown) => Promise<unknown>;
  readonly stop: () => void;
};
export type WriteApart = (place: PagesPlace, announce: (event: MarketEvent) => Promise<void>) => Writer;
type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void };

/** Somebody who changes one good changes the next soon after. */
const IDLE_MS = 20_000;

/** A process that takes batches until it ends; whoever waits for it then is told so. */
const started = ({ folder, site, endpoint, origin }: PagesPlace, announce: (event: MarketEvent) => Promise<void>) => {
  const program = fileURLToPath(new URL('./write-pages.ts', import.meta.url));
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
  child.once('exit', (code) => fail(new Error(`writing pages ended with ${code}`)));
  child.on('message', (told: Answered) => {
    if ('announced' in told) {
      announce(told.announced).catch((error) => console.error('pages', error));
      return;
    }
    const asked = waiting.get(told.turn);
    waiting.delete(told.turn);
    if ('failed' in told) asked?.reject(new Error(told.failed));
    else asked?.resolve(told.answer);
  });
  const run = (consumer: Consumer, batch: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      if (failed) return reject(failed);
      const turn = ++turns;
      waiting.set(turn, { resolve, reject });
      child.send({ turn, consumer, batch } satisfies Asked, (error) => error && fail(error));
    });
  const stop = () => {
    for (const { resolve } of waiting.values()) resolve(undefined);
    waiting.clear();
    child.kill();
  };
  return { run, ended: () => failed !== undefined, idle: () => waiting.size === 0, stop };
};

/**
 * Writes pages in a process of its own (write-pages.ts), which begins with the first batch and ends when nothing was asked
 * of it for a while: what it needs for that, the storefront's components and a whole market's goods, ends with it instead of
 * lying in the memory of a market at rest.
 */
export const writeApart: WriteApart = (place, announce) => {
  let writer: ReturnType<typeof started> | undefined;
  let rest: NodeJS.Timeout | undefined;
  let stopped = false;
  const end = () => {
    clearTimeout(rest);
    writer?.stop();
    writer = undefined;
  };
  return {
    run: async (consumer, batch) => {
      // The market ends, and its next start writes every page: nothing is left to be tried again.
      if (stopped) return undefined;
      clearTimeout(rest);
      if (!writer || writer.ended()) writer = started(place, announce);
      const mine = writer;
      try {
        return await mine.run(consumer, batch);
      } finally {
        if (mine === writer && mine.idle()) {
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
