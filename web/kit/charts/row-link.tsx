import type { ComponentChildren } from 'preact';

type Props = {
  /** Where what the row counts is listed; without it the row is drawn alone. */
  readonly to: string | undefined;
  readonly top: number;
  readonly height: number;
  readonly children: ComponentChildren;
};
/** A row of a chart that leads to what it counts: all of its width takes the finger, and its words are its name. */
export const RowLink = ({ to, top, height, children }: Props) =>
  to ? (
    <a href={to}>
      <rect x="0" y={top} width="100%" height={height} fill="transparent" />
      {children}
    </a>
  ) : (
    <g>{children}</g>
  );
