import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Advice } from '../advice.ts';
import { type DemoSize, wholeProvince } from '../demo/places.ts';

/** Files of the closed months, the ledgers and the orderings. */
export const filesIn = (folder: string): string => join(folder, 'files');

/** What the growing market is asked by a visitor. */
export type Asked = { readonly ask: number; readonly event: { routeKey: string }; readonly context: object };
/** What it tells: an answer, a line of progress, how far it has lived, its end. */
export type Message = {
  readonly ask?: number;
  readonly answer?: unknown;
  readonly line?: string;
  readonly livedUntil?: string;
  readonly grown?: true;
  readonly failed?: string;
};

/** A province that grows up in a process of its own, so that this one answers meanwhile. */
export type Growing = {
  /** Ends when the whole province is in the folder; throws an Advice when it is not going to be. */
  readonly grown: Promise<void>;
  /** The instant it has lived until, once there is anything to see. */
  readonly livedUntil: () => string | undefined;
  /** Hands a visitor's request to it; undefined when it cannot answer any more. */
  readonly ask: (event: { routeKey: string }, context: object) => Promise<unknown>;
  readonly stop: () => void;
};
export type Grow = (options: {
  readonly folder: string;
  /** The real now: the year ends with the month before it, and the running month with it. */
  readonly until: string;
  /** Where people reach the market. */
  readonly origin: string;
  readonly report: (line: string) => void;
}) => Growing;

const BROKEN =
  'Pasar contoh berhenti sebelum selesai: jalankan npm start lagi. / ' +
  'The demo market stopped before it was whole: run npm start again.';

/** The program of the child, and the words it is started with. */
export const child = fileURLToPath(new URL('./child.ts', import.meta.url));
export const wordsOf = (folder: string, until: string, size: DemoSize, origin: string) => [
  folder,
  until,
  JSON.stringify(size),
  origin,
];
/** One more word: what nobody asks for lies in a file meanwhile, because the province does not fit into memory. */
export const SHELF = 'shelf';

/** Room for young objects, MB: of the year's 31 s of CPU a twentieth went into collecting them. */
const ROOM_FOR_GARBAGE = '--max-semi-space-size=64';

/** `heapMb` is for a province that does not fit into what Node takes by itself: so much of it is held at once, the rest lies in a file. */
export const growInChild =
  (size: DemoSize = wholeProvince, heapMb?: number): Grow =>
  ({ folder, until, origin, report }) => {
    const process = fork(child, [...wordsOf(folder, until, size, origin), ...(heapMb === undefined ? [] : [SHELF])], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // It lives for seconds and makes much garbage, which is left to lie: what keeps this process small would slow that one.
      execArgv: [ROOM_FOR_GARBAGE, ...(heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`])],
    });
    let asks = 0;
    let livedUntil: string | undefined;
    const waiting = new Map<number, (answer: unknown) => void>();
    const answer = (ask: number, with_: unknown) => {
      waiting.get(ask)?.(with_);
      waiting.delete(ask);
    };
    const grown = new Promise<void>((resolve, reject) => {
      let failed = BROKEN;
      let complete = false;
      process.on('message', (message: Message) => {
        if (message.line !== undefined) report(message.line);
        livedUntil = message.livedUntil ?? livedUntil;
        failed = message.failed ?? failed;
        complete ||= message.grown === true;
        if (message.ask !== undefined) answer(message.ask, message.answer);
      });
      process.once('error', reject).once('exit', () => {
        for (const ask of [...waiting.keys()]) answer(ask, undefined);
        if (complete) resolve();
        else reject(new Advice(failed));
      });
    });
    return {
      grown,
      livedUntil: () => livedUntil,
      ask: (event, context) =>
        new Promise((resolve) => {
          asks += 1;
          waiting.set(asks, resolve);
          if (process.connected) process.send({ ask: asks, event, context } satisfies Asked);
          else answer(asks, undefined);
        }),
      stop: () => {
        if (process.exitCode === null) process.kill('SIGKILL');
      },
    };
  };
