/**
 * One machine's market as `npm start` runs it (gateway, authorizer, handlers, stream, schedule, engine in a file),
 * without the demo, in a folder of its own. Started as a child by `startServer`, which waits for its address.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMarket } from '../../../infra/local/market.ts';
import { knownKeys, signToken } from '../../../infra/local/sign-in/tokens.ts';
import { terminalLogger } from '../../../infra/local/terminal.ts';
import { client } from '../../client.ts';
import { engineOf } from './processes.ts';
import type { As } from './stalls.ts';

export type Server = {
  readonly url: string;
  readonly pid: number;
  readonly engine: { readonly pid: number; readonly endpoint: string };
  readonly tokenOf: (person: string) => Promise<string>;
  readonly as: As;
  /** From now on nothing follows what requests write. */
  readonly stopFollowing: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('message', (url) => resolve(String(url)));
    child.once('exit', (code) => reject(new Error(`the market server ended with ${code}`)));
  });

export const startServer = async (): Promise<Server> => {
  const folder = await mkdtemp(join(tmpdir(), 'pasar-bench-'));
  const child = fork(import.meta.filename, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const url = await addressOf(child);
  const keys = await knownKeys(folder);
  if (!keys) throw new Error('the market server has no keys');
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string) => {
    const token = tokens.get(person) ?? signToken(keys, person);
    tokens.set(person, token);
    return token;
  };
  const as = (person?: string) => async (key: never, asked: never) =>
    client(url, person === undefined ? undefined : await tokenOf(person))(key, asked);
  const stopFollowing = () => {
    const stopped = new Promise((resolve) => child.once('message', resolve));
    child.send('stop following');
    return stopped;
  };
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const pid = child.pid ?? 0;
  return { url, pid, engine: engineOf(pid), tokenOf, as: as as unknown as As, stopFollowing, stop };
};

if (import.meta.main) {
  const folder = process.argv[2] ?? '';
  const market = await startMarket({ port: 0, folder, site: join(folder, 'site'), logger: terminalLogger });
  process.on('SIGTERM', () => void market.stop().finally(() => process.exit(0)));
  // A bench that fails leaves no server behind.
  process.on('disconnect', () => process.exit(1));
  process.on('message', () => void market.stopFollowing().then(() => process.send?.('stopped')));
  process.send?.(market.url);
}
