/* What time it is for the market: a phone whose clock is wrong offers nothing that is over, and hides nothing that is not. */

let heard: { readonly at: number; readonly since: number } | undefined;

const elapsed = (): number => performance.now();

/**
 * Milliseconds since 1970 by the market's clock, as its answers last told it; by the device's own until one came. Good to a
 * second or two: a `Date` is of whole seconds, and an answer takes its way.
 */
export const marketTime = (): number => (heard ? heard.at + elapsed() - heard.since : Date.now());

/** The same as an instant. */
export const marketNow = (): string => new Date(marketTime()).toISOString();

/** An answer's `Date`. One that was kept on the phone (service-worker.ts marks it) tells a time that is over, and is no news. */
export const hearTime = ({ headers }: Pick<Response, 'headers'>): void => {
  const at = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(at) || headers.has('x-simpanan') || (heard && at <= marketTime())) return;
  heard = { at, since: elapsed() };
};
