import type { ComponentChildren } from 'preact';

/**
 * A part of a written page that comes alive where there is a script (written.tsx). What it is made of stands beside it,
 * so the page need not be made a second time in the browser.
 */
export const Island = ({
  name,
  props,
  needsScript = false,
  children,
}: {
  name: string;
  props: object;
  /** Does nothing without a script, and is not shown then. */
  needsScript?: boolean;
  children: ComponentChildren;
}) => (
  <div class={needsScript ? 'island live' : 'island'} data-island={name} data-props={JSON.stringify(props)}>
    {children}
  </div>
);
