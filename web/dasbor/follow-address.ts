/*
 * The address is the state. Links and filter forms of the Dasbor are followed without loading the shell again; everything
 * else, and every link opened in another tab, goes its usual way.
 */

/** How a view was come to: by a link or form, or back and forth through the browser's own history. */
export type Coming = { readonly to: URL; readonly scrolled?: number };

const INSIDE = /^\/dasbor(\/|$)/;
export const isInside = (url: URL): boolean => url.origin === location.origin && INSIDE.test(url.pathname);

const samePage = (url: URL): boolean => url.pathname === location.pathname && url.search === location.search;

type State = { readonly scrolled?: number } | null;
const SETTLED_MS = 150;
/** Where on the page one is, kept with its entry of the history, so that back leads to the same spot. */
const rememberScroll = (): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = () => history.replaceState({ scrolled: scrollY } satisfies State, '');
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(remember, SETTLED_MS);
  });
};

const linkOf = (event: MouseEvent): URL | undefined => {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!plain || event.defaultPrevented) return undefined;
  const link = (event.target as Element).closest('a');
  // A row of a chart is a link too, and there `href` and `target` are no strings.
  const [to, target] = [link?.getAttribute('href'), link?.getAttribute('target')];
  return link && to && !target && !link.hasAttribute('download') ? new URL(to, location.href) : undefined;
};

/** The address a form with GET leads to; empty fields are left out, so that one view has one address. */
const addressOf = (form: HTMLFormElement): URL => {
  const url = new URL(form.action, location.href);
  url.search = '';
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim()) url.searchParams.append(name, value.trim());
  return url;
};

/** From here on `open` is called with each view that is come to. */
export const followAddress = (open: (coming: Coming) => void): void => {
  history.scrollRestoration = 'manual';
  rememberScroll();
  const visit = (to: URL) => {
    history.replaceState({ scrolled: scrollY } satisfies State, '');
    history.pushState(null, '', to);
    open({ to });
  };
  document.addEventListener('click', (event) => {
    const to = linkOf(event);
    if (!to || !isInside(to) || (to.hash && samePage(to))) return;
    event.preventDefault();
    visit(to);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'get') return;
    const to = addressOf(form);
    if (!isInside(to)) return;
    event.preventDefault();
    visit(to);
  });
  addEventListener('popstate', ({ state }: PopStateEvent) =>
    open({ to: new URL(location.href), scrolled: (state as State)?.scrolled ?? 0 }),
  );
};
