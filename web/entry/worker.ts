/* The service worker, asked for once the page is done, and a new version of the market. */

/** Puts a line at the head of the page, or takes it away where there is no text. */
export type Say = (id: string, text: string | undefined, button?: { name: string; run: () => void }) => void;

const LOOK_MS = 3_000;

/** Registers the worker; tells of a new version when nobody is in the middle of a form. It takes over when the person says so, in this tab alone. */
export const attend = async (say: Say, isAtWork: () => boolean): Promise<void> => {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('/sw.js');
  let asked = false;
  const offer = (waiting: ServiceWorker): void => {
    if (isAtWork()) return void setTimeout(offer, LOOK_MS, waiting);
    const run = () => {
      asked = true;
      waiting.postMessage('take over');
    };
    say('versi-baru', 'Versi baru Pasar Rata siap.', { name: 'Muat ulang', run });
  };
  const isFirst = () => serviceWorker.controller === null;
  if (registration.waiting && !isFirst()) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    const first = isFirst();
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && !first) offer(installing);
    });
  });
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else void import('./first-reads.ts').then((code) => code.keepFirstReads());
  });
};
