import { firstReads } from './client.ts';

/*
 * Whoever opens a page for the first time on a device reads it before the worker stands between page and network. It is read
 * once more through the worker then, so that it is there without a line from the first visit on, not only from the second.
 */

/** What is still on its way when the worker comes. */
const LATE_MS = 3_000;

const readAgain = async (): Promise<void> => {
  const reads = [...firstReads];
  firstReads.clear();
  if (reads.length === 0) return;
  const resources = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const files = [...new Set(resources.filter((path) => path.startsWith('/assets/')))];
  navigator.serviceWorker.controller?.postMessage({ page: location.pathname + location.search, files });
  await Promise.all(reads.map(([url, headers]) => fetch(url, { headers }).catch(() => undefined)));
};

/** The worker has come to stand there for the first time: it keeps what was opened, as if it had been opened through it. */
export const keepFirstReads = async (): Promise<void> => {
  await readAgain();
  setTimeout(() => void readAgain(), LATE_MS);
};
