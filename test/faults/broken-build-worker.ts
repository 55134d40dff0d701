import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { BrokenBuild, Seen } from './broken-builds.ts';

/** Runs histories of a build that has a mistake in it, until one breaks a promise; tells which, and what it broke. */
const { broken, histories } = workerData as { broken: BrokenBuild; histories: number };
const root = new URL('../..', import.meta.url).href;
const edits = [broken, ...(broken.and ? [broken.and] : [])];

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const edit = edits.find(({ file }) => url === root + file);
    if (!edit) return loaded;
    const text = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    // A place that moved away is no mistake that could be seen.
    if (text.split(edit.from).length !== 2) throw new Error(`${edit.file} does not hold once: ${edit.from}`);
    return { ...loaded, source: text.replace(edit.from, () => edit.to) };
  },
});

const { runHistory } = await import('./history.ts');
Error.stackTraceLimit = 0;
let seen: Seen | null = null;
for (let seed = 1; seed <= histories && !seen; seed++) {
  // A build may be so broken that not even the town comes to be.
  const { violation } = await runHistory({ seed }).catch((error: Error) => ({ violation: error.message }));
  if (violation) seen = { seed, violation };
}
parentPort?.postMessage(seen);
