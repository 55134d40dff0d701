import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The embedded engine, as it comes with its package. */
export const BINARY = fileURLToPath(new URL('../../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));

/** One run of the engine: `exited` ends when it does, whoever ended it. */
export type EngineProcess = { readonly exited: Promise<void>; readonly stop: () => Promise<void> };

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Whether anything answers there within a second. */
export const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.arrayBuffer().then(() => true),
    () => false,
  );

/** Starts the engine at an address, in a file or in memory. Answers its last words when it does not come up. */
export const spawnEngine = async (endpoint: string, file: string | undefined): Promise<EngineProcess | string> => {
  const { port } = new URL(endpoint);
  // Its own process group: Ctrl-C reaches us alone, and we stop the engine after the last write.
  const child = spawn(BINARY, ['serve', '--port', port, ...(file ? ['--db-path', file] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const guard = guardOf(child);
  let words = '';
  let ended = false;
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString('utf8')).slice(-500);
  });
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      guard.kill('SIGKILL');
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  const stop = (): Promise<void> => {
    child.ref();
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
    return exited.finally(() => clearTimeout(hard));
  };
  for (let tries = 0; tries < 500 && !ended; tries++) {
    if ((await answers(endpoint)) && !ended) {
      for (const handle of [child, guard, child.stderr, guard.stdin]) (handle as { unref?: () => void }).unref?.();
      return { exited, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await stop();
  return words.trim().replaceAll('\n', ' ') || 'no answer';
};

/** Waits on a pipe that closes when this process is gone, even killed, then ends the engine. */
const guardOf = (child: ChildProcess): ChildProcess =>
  spawn('/bin/sh', ['-c', `read _; kill ${child.pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
