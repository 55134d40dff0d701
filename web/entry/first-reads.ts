import { currentSession } from './session.ts';

/*
 * Whoever opens a page for the first time on a device reads it before the worker stands between page and network. It is read
 * once more through the worker then, so that it is there without a line from the first visit on, not only from the second.
 */

/** What is still on its way when the worker comes. */
const LATE_MS = 3_000;
const again = new Set<string>();

/** Everything that was read so far and not yet once more. Browsers before 2023 do not say how it was answered. */
const readAgain = async (authorization: string): Promise<void> => {
  const read = performance
    .getEntriesByType('resource')
    .filter((one) => ((one as PerformanceResourceTiming).responseStatus ?? 200) === 200)
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname, href }) => origin === location.origin && /^\/api\//.test(pathname) && !again.has(href),
    );
  await Promise.all(
    read.map(({ href }) => {
      again.add(href);
      return fetch(href, { headers: { authorization } }).catch(() => undefined);
    }),
  );
};

/** The worker has come to stand there for the first time: it keeps what was opened, as if it had been opened through it. */
export const keepFirstReads = async (): Promise<void> => {
  const session = currentSession(Date.now());
  if (!session) return;
  const resources = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const files = [...new Set(resources.filter((path) => path.startsWith('/assets/')))];
  navigator.serviceWorker.controller?.postMessage({ page: location.pathname + location.search, files });
  const authorization = `Bearer ${session.token}`;
  await readAgain(authorization);
  setTimeout(() => void readAgain(authorization), LATE_MS);
};
