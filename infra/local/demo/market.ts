import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'aws-lambda';
import type { Files } from '../../../functions/files.ts';
import type { Handler } from '../../../functions/http/serve.ts';
import { makeWorld, type World } from '../../../functions/world.ts';
import type { Key, Output } from '../../../shared/contract.ts';
import { derivedId } from '../../../shared/domain/basics/id.ts';
import type { Signer } from '../../../shared/domain/basics/keys/signature.ts';
import type { Instant } from '../../../shared/domain/basics/month.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { courierSimulator } from '../courier/simulator.ts';
import { marketRoutes } from '../origin/functions.ts';
import { type Asked, eventOf } from './event.ts';
import { outboxOf, type Written } from './outbox.ts';

/** Requests under way at once. The engine has one writer: more would only wait in line and grow memory. */
const AT_ONCE = 6;

const limited = (most: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running === most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

/** An expected refusal, as a buyer or owner would read it. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

type Ground = {
  readonly table: Table;
  readonly secret: string;
  readonly files: Files;
  readonly signer: Signer;
  readonly origin: string;
};
type Moment = { readonly at: string; ids: number; readonly written: Written[] };

const nothing = () => undefined;

/**
 * The market over its real handlers, in process, with one clock per request: whoever asks says when, so that five
 * cities live through their year side by side. Ids follow from `key` (the Idempotency-Key) or from the moment.
 */
export const demoMarket = ({ table: given, secret, files, signer, origin }: Ground, toldFrom: Instant) => {
  const moments = new AsyncLocalStorage<Moment>();
  const faults: unknown[] = [];
  const moment = (): Moment => moments.getStore() ?? { at: '2000-01-01T00:00:00.000Z', ids: 0, written: [] };
  const { table, drain } = outboxOf(given, toldFrom, () => moment().written);
  const made = makeWorld({
    client: table.client,
    tableName: table.name,
    pause: table.pause,
    secret,
    files,
    signer,
    origin,
    now: () => moment().at,
    couriers: courierSimulator(() => moment().at).couriers,
    newId: (prefix) => {
      const now = moment();
      now.ids += 1;
      return derivedId(prefix, 'demo', now.at, String(now.ids));
    },
    // A fault of ours must end the building, not hide in a log.
    logger: { info: nothing, warn: nothing, error: (...told: unknown[]) => void faults.push(told) } as World['logger'],
  });
  const world: World = { ...made, table };
  const handlers = new Map(marketRoutes(() => world).map(({ key, handler }) => [key, handler as Handler]));
  const inTurn = limited(AT_ONCE);
  const refusals = new Map<string, number>();
  let requests = 0;

  /** Runs anything of the market's at an instant: the clocks, a close. */
  const at = <T>(instant: string, work: () => Promise<T>): Promise<T> =>
    moments.run({ at: instant, ids: 0, written: [] }, async () => {
      const done = await work();
      await drain(world);
      return done;
    });

  const ask = async <K extends Key>(
    key: K,
    person: string | undefined,
    instant: string,
    asked: Asked<K> = {},
  ): Promise<Output<K>> => {
    const handler = handlers.get(key);
    if (!handler) throw new Error(`no handler for ${key}`);
    requests += 1;
    const event = eventOf(key, person, asked, requests);
    const { statusCode = 200, body } = await inTurn(() => at(instant, () => handler(event, {} as Context)));
    const told = body === undefined ? null : JSON.parse(body);
    if (statusCode >= 500) throw new Error(`${key} by ${person} at ${instant}: ${body}`, { cause: faults.at(-1) });
    if (statusCode < 400) return told as Output<K>;
    refusals.set(told.code, (refusals.get(told.code) ?? 0) + 1);
    throw new Refusal(told.code, `${key} by ${person} at ${instant}: ${body}`);
  };
  return { world, ask, at, faults, refusals, requests: () => requests };
};
export type DemoMarket = ReturnType<typeof demoMarket>;
