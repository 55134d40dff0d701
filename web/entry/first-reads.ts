/*
 * Whoever opens a page for the first time on a device reads it before the worker stands between page and network. It is read
 * once more through the worker then, so that it is there without a line from the first visit on, not only from the second.
 */

type Headers = Readonly<Record<string, string>>;
type Read = { readonly url: string; readonly headers: Headers };
const MOST_READS = 40;
const reads: Read[] = [];

const workers = (): ServiceWorkerContainer | undefined => globalThis.navigator?.serviceWorker;
/** Whether what is asked now goes by a worker that will stand there later. */
export const passesWorker = (): boolean => workers()?.controller === null;

const readAgain = ({ url, headers }: Read): Promise<unknown> => fetch(url, { headers }).catch(() => undefined);

/** Somebody signed in has read this past the worker. */
export const noteRead = (url: string, headers: Headers): void => {
  if (!('authorization' in headers)) return;
  // It came to stand there while the answer was on its way.
  if (!passesWorker()) void readAgain({ url, headers });
  else if (reads.length < MOST_READS) reads.push({ url, headers });
};

/** The worker has come to stand there for the first time: it keeps what was opened, as if it had been opened through it. */
export const keepFirstReads = async (): Promise<void> => {
  const first = reads.splice(0);
  if (first.length === 0) return;
  const resources = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const files = [...new Set(resources.filter((path) => path.startsWith('/assets/')))];
  workers()?.controller?.postMessage({ page: location.pathname + location.search, files });
  await Promise.all(first.map(readAgain));
};
