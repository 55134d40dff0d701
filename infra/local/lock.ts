import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Advice } from './advice.ts';

const RUNNING =
  'Pasar dari folder ini sudah berjalan di terminal lain: hentikan dulu dengan Ctrl-C. / ' +
  'The market of this folder is already running in another terminal: stop it first with Ctrl-C.';

/** A short name for a folder, the same at every start. */
export const nameOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16);

const isAlive = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.unref();
  });

/**
 * Two markets would build over each other in one folder. The lock is a socket, because unlike a file it is free again
 * however its process ended. Answers how to let go.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = join(tmpdir(), `pasar-rata-${nameOf(folder)}.sock`);
  if (await isAlive(path)) throw new Advice(RUNNING);
  await rm(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
};
