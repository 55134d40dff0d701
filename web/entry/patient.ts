import { heedDoubleTaps } from './double-tap.ts';
import { lastPerson } from './session.ts';
import type { Say } from './worker.ts';

/* Patience with networks and with people: what is said when the line is gone, and what waits for it. */

/** A line at the head of the page that goes away by itself or by its button; said to who cannot see it too. */
const say: Say = (id, text, button) => {
  document.getElementById(id)?.remove();
  if (!text) return;
  const line = Object.assign(document.createElement('div'), { id, className: 'patient' });
  line.setAttribute('role', 'status');
  line.append(Object.assign(document.createElement('p'), { textContent: text }));
  if (button) {
    const act = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'line',
      textContent: button.name,
    });
    act.addEventListener('click', button.run);
    line.append(act);
  }
  document.body.insertBefore(line, document.getElementById('app'));
};

const tellLine = (): void =>
  say('luring', navigator.onLine ? undefined : 'Tidak ada koneksi internet. Yang tampil adalah yang terakhir dibuka.');

/** Forms somebody has typed into and not sent. */
const typed = new Set<HTMLFormElement>();
const isAtWork = (): boolean => {
  for (const form of typed) if (!form.isConnected) typed.delete(form);
  return typed.size > 0 || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
};
const watchForms = (): void => {
  document.addEventListener('input', ({ target }) => {
    const form = (target as HTMLInputElement).form;
    if (form) typed.add(form);
  });
  document.addEventListener('submit', ({ target }) => typed.delete(target as HTMLFormElement));
};

const UNSENT = /"unsent":\{/;
const hasUnsent = (): boolean => {
  try {
    return UNSENT.test(localStorage.getItem('keranjang') ?? '');
  } catch {
    return false;
  }
};
/** An order that waits for the network is sent when there is one; the code for it comes only then. */
const sendWaiting = async (): Promise<void> => {
  if (!navigator.onLine || !hasUnsent()) return;
  await (await import('../storefront/cart/check/unsent.ts')).sendUnsent(say);
};

/** On a phone that several share: once somebody left in another tab, or was followed there, no page shows what is theirs. */
const watchPerson = (): void => {
  const person = lastPerson();
  // A guest who signs in elsewhere goes on here.
  if (person === undefined) return;
  addEventListener('storage', () => {
    if (lastPerson() === person) return;
    sessionStorage.clear();
    location.reload();
  });
};

/** What the worker fetches beforehand waits until a slow line is done with the page itself, and so does the code that asks for it. */
const AFTER_MS = 1_000;
const attend = async (): Promise<void> => {
  if ('serviceWorker' in navigator) await (await import('./worker.ts')).attend(say, isAtWork);
};

/** Begins when the page is there: nothing of this stands in the way of the first good. */
export const bePatient = (): void => {
  heedDoubleTaps();
  watchForms();
  watchPerson();
  tellLine();
  addEventListener('offline', tellLine);
  addEventListener('online', () => {
    tellLine();
    void sendWaiting().catch(() => undefined);
  });
  const begin = () => {
    void sendWaiting().catch(() => undefined);
    setTimeout(() => void attend().catch(() => undefined), AFTER_MS);
  };
  if (document.readyState === 'complete') setTimeout(begin, 0);
  else addEventListener('load', () => setTimeout(begin, 0), { once: true });
};
