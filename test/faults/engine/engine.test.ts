import { existsSync } from 'node:fs';
import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BINARY } from '../../../infra/local/engine/engine-process.ts';
import { runHistory } from '../history.ts';
import { type MortalEngine, startMortalEngine } from './mortal-engine.ts';

const DEATHS = 3;
const MOST_HISTORIES = 20;
const operations = 10;

let engine: MortalEngine;
beforeAll(async () => {
  engine = await startMortalEngine('history');
});
afterAll(() => engine.stop());

// Other systems bring an engine of their own, which is not ours to kill.
describe.skipIf(!existsSync(BINARY))('a history on the real engine', () => {
  test('keeps every promise although the engine is killed with its commands', async () => {
    for (let seed = 1; engine.deaths() < DEATHS && seed <= MOST_HISTORIES; seed++) {
      const { violation } = await runHistory({ seed, operations, engine, engineDies: 0.05 });
      expect(violation, `seed ${seed}`).toBeUndefined();
    }
    expect(engine.deaths()).toBeGreaterThanOrEqual(DEATHS);
  });

  test('sees an engine that answers before it has written', async () => {
    let lost = 0;
    const forgetful: MortalEngine = {
      ...engine,
      send: async (command, diesAfter) => {
        const writes = command instanceof PutCommand || command instanceof TransactWriteCommand;
        if (!writes || lost > 0) return engine.send(command, diesAfter);
        lost += 1;
        return { answer: {} };
      },
    };
    const { violation } = await runHistory({ seed: 2, operations, engine: forgetful });
    expect(lost).toBe(1);
    expect(violation).toMatch(/the engine|on the engine|at the end/);
  });

  test('sees an engine that comes back with half of a transaction', async () => {
    let halved = 0;
    const torn: MortalEngine = {
      ...engine,
      send: async (command) => {
        const parts = command instanceof TransactWriteCommand ? (command.input.TransactItems ?? []) : [];
        if (parts.length < 2 || halved > 0) return engine.send(command);
        halved += 1;
        await engine.send(new TransactWriteCommand({ TransactItems: parts.slice(0, 1) }));
        return 'unknown';
      },
    };
    const { violation } = await runHistory({ seed: 2, operations, engine: torn });
    expect(halved).toBe(1);
    expect(violation).toContain('in part');
  });
});
