import { fork } from 'node:child_process';
import { once } from 'node:events';

export type OpenMarket = { readonly url: string; readonly stop: () => Promise<void> };
export type Forked = OpenMarket & { readonly pid: number };

/** Runs a module that opens a market over a folder in a process of its own, and waits for the address it tells. */
export const forkMarket = async (module: string, folder: string): Promise<Forked> => {
  const child = fork(module, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await gone;
  };
  const first = await Promise.race([once(child, 'message'), gone.then(() => undefined)]);
  if (first) return { url: String(first[0]), stop, pid: child.pid ?? 0 };
  throw new Error('the market ended before it was open');
};

/** In the forked process: tells where the market answers, and ends it when the other process asks or is gone. */
export const tellMarket = ({ url, stop }: OpenMarket): void => {
  const end = () => void stop().finally(() => process.exit(0));
  process.on('SIGTERM', end);
  process.on('disconnect', end);
  process.send?.(url);
};
