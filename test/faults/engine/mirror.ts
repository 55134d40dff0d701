import { isDeepStrictEqual } from 'node:util';
import { BatchExecuteStatementCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../../infra/local/memory/item.ts';
import type { MemoryTable } from '../../../infra/local/memory/memory-table.ts';
import { type Answer, type Command, type Outcome, said, touched, writes } from '../../table/outcomes.ts';
import { difference, type MortalEngine } from './mortal-engine.ts';

/** Carries out a command, or what of it was carried out, in the memory table. */
type Execute = (meant: Command) => Answer;

/** The engine died with a command: what asked for it hears nothing, whatever was done. */
export class EngineDied extends Error {
  constructor() {
    super('read ECONNRESET');
    this.name = 'TimeoutError';
  }
}

/**
 * A history on the real engine. Every command is carried out there first, one at a time, and must end as it does in the
 * memory table, which goes on to tell the simulator what happened. When the engine is killed with a command, its file is
 * asked what became of it: all of it or nothing, and everything before it must be there.
 */
export const mirror = (
  engine: MortalEngine,
  model: MemoryTable,
  violated: (what: string) => never,
  diesAfter: (command: Command) => number | undefined,
) => {
  /** How often the engine had died when it was first sent a transaction, by its token. */
  const tokens = new Map<string, number>();
  const onModel = (execute: () => Answer): Outcome => {
    try {
      return { answer: execute() as Item };
    } catch (error) {
      return { error: error as Error };
    }
  };
  const ended = ({ ...outcome }: { answer?: Item; error?: Error }): Answer => {
    if (outcome.error) throw outcome.error;
    return outcome.answer ?? {};
  };
  const onFile = async (command: Command) =>
    Promise.all(touched(command).map(async (key) => ({ key, is: await engine.get(key) })));
  const same = (found: Awaited<ReturnType<typeof onFile>>): boolean =>
    found.every(({ key, is }) => {
      const known = model.get(key.pk, key.sk);
      return isDeepStrictEqual(is, known && { ...known });
    });

  /** What of a command was carried out: all of it, but of a batch of insertions perhaps only some. */
  const carriedOut = (command: Command, found: Awaited<ReturnType<typeof onFile>>): Command => {
    if (!(command instanceof BatchExecuteStatementCommand)) return command;
    const there = command.input.Statements?.filter((_, at) => found[at]?.is);
    return new BatchExecuteStatementCommand({ Statements: there });
  };

  /** After a death: whether the command was carried out; half of one is a violation. */
  const recover = async (command: Command, execute: Execute): Promise<never> => {
    if (writes(command)) {
      const found = await onFile(command);
      if (!same(found)) {
        onModel(() => execute(carriedOut(command, found)));
        if (!same(found))
          violated(`a command that the engine died with was carried out in part: ${JSON.stringify(found)}`);
      }
    }
    await check('after it was killed');
    throw new EngineDied();
  };
  const check = async (when: string): Promise<void> => {
    const differs = difference(await engine.contents(), model.all());
    if (differs) violated(`${when}: ${differs}`);
  };

  const execute = async (command: Command, given: Execute): Promise<Answer> => {
    const executeOnModel = () => given(command);
    const token = (command.input as { ClientRequestToken?: string }).ClientRequestToken;
    const sentAt = token === undefined ? undefined : tokens.get(token);
    if (token !== undefined) tokens.set(token, sentAt ?? engine.deaths());
    // AWS remembers for ten minutes what it was sent; this engine, until it dies.
    if (sentAt !== undefined && sentAt < engine.deaths()) return ended(onModel(executeOnModel));
    // What a replica or an index that lags behind would say, only the model knows.
    const lags = command instanceof QueryCommand && command.input.IndexName !== undefined && model.behind > 0;
    if (lags) return ended(onModel(executeOnModel));
    const dies = diesAfter(command);
    const outcome = await engine.send(command, dies);
    if (outcome === 'unknown') return recover(command, given);
    const expected = onModel(executeOnModel);
    if (!isDeepStrictEqual(said(outcome), said(expected)))
      violated(`the engine said ${JSON.stringify(said(outcome))}, not ${JSON.stringify(said(expected))}`);
    if (dies !== undefined) await check('after it was killed');
    return ended(expected);
  };
  return { execute, check };
};
export type Mirror = ReturnType<typeof mirror>;
