import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { isMissing, writeWhole } from '../files.ts';
import { taskQueue } from './task-queue.ts';

/** How a replay went: records taken this time, and those that stay for the next. */
export type Replayed = { readonly taken: number; readonly left: number };

/** What consumers gave up, kept until a replay takes it: the queue for dead letters on one machine. */
export const deadLetters = <T = DynamoDBRecord>(folder: string, name = 'dead-letters.jsonl') => {
  const file = join(folder, name);
  const lines = async (): Promise<string[]> => {
    try {
      return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  const replay = async (take: (record: T) => Promise<boolean>): Promise<Replayed> => {
    const left: string[] = [];
    const all = await lines();
    for (const line of all) {
      const record = recordOf<T>(line);
      if (!record || !(await take(record))) left.push(line);
    }
    if (left.length === 0) await rm(file, { force: true });
    else if (left.length < all.length) await writeWhole(file, left.map((line) => `${line}\n`).join(''));
    return { taken: all.length - left.length, left: left.length };
  };
  // One after the other: what is given up while others are handed over again must not go with their file.
  const inTurn = taskQueue();
  return {
    // Records hold what the table holds, personal data too.
    add: (record: T | undefined): Promise<void> =>
      inTurn(() => appendFile(file, `${JSON.stringify(record)}\n`, { mode: 0o600 })),
    /** Hands each record over again, oldest first. What fails again stays, and so does a line cut short by a full disk. */
    replay: (take: (record: T) => Promise<boolean>): Promise<Replayed> => inTurn(() => replay(take)),
  };
};

/** Lines of our own; one that a full disk cut short is none. */
const recordOf = <T>(line: string): T | undefined => {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
};
