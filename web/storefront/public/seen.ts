/** The longest a beacon waits: a page is counted when it was looked at, not when it was opened and left. */
const LOOKED_MS = 1_000;

const tell = (list: HTMLElement): void => {
  const { decision, from = '0', count = '0' } = list.dataset;
  if (!decision) return;
  const body = JSON.stringify({ from: Number(from), count: Number(count) });
  // Counting is no reader's concern: whatever comes of it, nothing is shown.
  void fetch(`/api/rankings/${decision}/impressions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: true,
  }).catch(() => undefined);
};

/** Tells, once a list and visit, that a list of this page was on the screen, so that its shops' exposure is counted. */
export const tellSeen = (): void => {
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      setTimeout(() => document.visibilityState === 'visible' && tell(target as HTMLElement), LOOKED_MS);
    }
  });
  for (const list of document.querySelectorAll('[data-decision]')) watcher.observe(list);
};
