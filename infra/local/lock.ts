import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Advice } from './advice.ts';

const RUNNING =
  'Pasar dari folder ini sudah berjalan di terminal lain: hentikan dulu dengan Ctrl-C. / ' +
  'The market of this folder is already running in another terminal: stop it first with Ctrl-C.';

/** A command of the terminal for the market that runs, and what it answers. */
type Commands = Readonly<Record<string, (given: string) => Promise<unknown>>>;
export type Lock = {
  /** From here on these commands are carried out. */
  readonly serve: (commands: Commands) => void;
  readonly release: () => Promise<void>;
};

/** Where the kernel keeps names for sockets there is no file to be left behind and no moment for two to take one. */
const NAMELESS = process.platform === 'linux';
const addressOf = (folder: string): string => {
  const name = `pasar-rata-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return NAMELESS ? `\0${name}` : join(tmpdir(), `${name}.sock`);
};

/** Asks the market that runs from a folder, if one does. */
export const askMarket = (folder: string, command: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    let answered = '';
    connect(addressOf(folder))
      .setEncoding('utf8')
      .on('connect', function ask(this: Socket) {
        this.write(`${command}\n`);
      })
      .on('data', (text: string) => {
        answered += text;
      })
      .once('error', () => resolve(undefined))
      .once('end', () => {
        const { answer, failed } = JSON.parse(answered) as { answer?: unknown; failed?: string };
        if (failed === undefined) resolve(answer);
        else reject(new Advice(failed));
      });
  });

const carryOut = async (line: string, commands: Commands): Promise<object> => {
  const [command = '', given = ''] = line.split(' ');
  const work = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!work) return { failed: 'Pasar masih disiapkan: coba lagi sebentar. / The market is not ready yet: try again.' };
  return work(given).then(
    (answer) => ({ answer }),
    (error: Error) => ({ failed: error.message }),
  );
};

const isAlive = (folder: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(addressOf(folder), () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/**
 * Two markets would build over each other in one folder. The lock is a socket, because unlike a file it is free again
 * however its process ended; through it the commands of the terminal reach the market.
 */
export const lockFolder = async (folder: string): Promise<Lock> => {
  let known: Commands = {};
  if (await isAlive(folder)) throw new Advice(RUNNING);
  if (!NAMELESS) await rm(addressOf(folder), { force: true });
  const server = createServer((socket) => {
    socket.setEncoding('utf8').on('error', () => socket.destroy());
    socket.once('data', (text: string) => {
      void carryOut(text.trim(), known).then((answered) => socket.end(JSON.stringify(answered)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Advice(RUNNING) : error),
    );
    server.listen(addressOf(folder), resolve);
  });
  server.unref();
  return {
    serve: (commands) => {
      known = commands;
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
