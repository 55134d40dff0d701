import { Fragment, render } from 'preact';
import type { Coming } from './follow-address.ts';
import { Frame, type FrameProps } from './frame.tsx';
import type { Opened } from './opened.ts';
import { NotSignedIn, waiting } from './states.tsx';

/** What stands around a page, known before the page is. */
export type Around = Omit<FrameProps, 'busy' | 'children'>;
export type Draw = (around: Around, shown: { readonly opened?: Opened; readonly at: string }) => void;

/**
 * Draws a view. Without a page of its own yet, what was there stays and is marked as being replaced, so that nothing jumps.
 * `trouble` is said above the first page.
 */
export const drawing = (trouble: string | undefined): Draw => {
  const app = document.getElementById('app') as HTMLElement;
  let drawn: { opened: Opened; at: string } | undefined;
  let before: Around | undefined;
  let told = trouble;
  return (asked, { opened, at }) => {
    if (!drawn) app.replaceChildren();
    else if (opened && drawn.at !== at) told = undefined;
    if (opened) drawn = { opened, at };
    drawn ??= { opened: waiting('dasbor'), at };
    // Which months there are is read with the page: until then those of the page before stay where they are.
    const stays = !opened && before?.place?.code === asked.place?.code;
    const around: Around = stays && before ? { ...asked, months: before.months, month: before.month } : asked;
    before = around;
    document.title = `${drawn.opened.title} · Dasbor ${around.place?.name ?? 'Pasar Rata'}`;
    render(
      <Frame {...around} busy={!opened}>
        {told && <NotSignedIn text={told} />}
        <Fragment key={drawn.at}>{drawn.opened.page}</Fragment>
      </Frame>,
      app,
    );
  };
};

const toHeight = (top: number) => scrollTo({ top, behavior: 'instant' });

/** Puts the reader where a new page begins; after a filter on the same page, where they were. */
export const settle = (
  { to, scrolled }: Coming,
  before: { readonly path: string; readonly focused: string } | undefined,
): void => {
  const target = to.hash.length > 1 ? document.getElementById(decodeURIComponent(to.hash.slice(1))) : null;
  const samePage = before?.path === to.pathname;
  if (target) target.scrollIntoView();
  else if (scrolled !== undefined) toHeight(scrolled);
  else if (before && !samePage) toHeight(0);
  if (!before) return;
  const same = samePage && before.focused ? document.getElementById(before.focused) : null;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const heading = find('main h1') ?? find('main');
  if (!same && heading) heading.tabIndex = -1;
  (same ?? heading)?.focus({ preventScroll: true });
};
