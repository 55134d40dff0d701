import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Written after the last picture; until then the next start goes on where this one ended. */
export const PICTURED = 'pictured.json';

/**
 * Gives the demo's goods their pictures while the market is open already: drawing takes minutes of a processor, so it has
 * a process of its own with a low priority, and the market neither waits for it nor keeps its libraries in memory.
 */
export const hangPictures = (folder: string, endpoint: string): ChildProcess | undefined => {
  if (existsSync(join(folder, PICTURED))) return undefined;
  const program = fileURLToPath(new URL('./hang.ts', import.meta.url));
  return fork(program, [folder, endpoint], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
};
