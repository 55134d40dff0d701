import type { ComponentChildren } from 'preact';

/** The way on from a page that has nothing yet; nothing for who may not open where it leads. */
export const Way = ({ to, children }: { readonly to: string | undefined; readonly children: ComponentChildren }) =>
  to ? (
    <a class="line" href={to}>
      {children}
    </a>
  ) : null;
