import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where a market's pages are made of, and where they lie. */
export type PagesPlace = Readonly<Record<'folder' | 'site' | 'endpoint' | 'origin', string>>;
export type WritePages = (place: PagesPlace, report: (line: string) => void) => Writing;
type Writing = { readonly ended: Promise<void>; readonly stop: () => void };

/**
 * Writes every page in a process of its own (write-pages.ts): what it needs for that, the storefront's components and a
 * whole market's goods, ends with it instead of lying in the memory of a market at rest.
 */
export const writeApart: WritePages = ({ folder, site, endpoint, origin }, report) => {
  const program = fileURLToPath(new URL('./write-pages.ts', import.meta.url));
  const child = fork(program, [folder, site, endpoint, origin], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  child.on('message', (line) => report(String(line)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code ? reject(new Error(`writing pages ended with ${code}`)) : resolve()));
  });
  return { ended, stop: () => void child.kill() };
};
