/**
 * What the pages may do: everything from our own origin, nothing inline, nobody's frame. The sign-in page is elsewhere,
 * so the browser may also fetch a token from there.
 */
export const contentSecurityPolicy = (mayFetch: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...mayFetch].join(' ')}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Answers and photos are never documents: nothing may run in them, should somebody open one as a page. */
export const nothingRuns = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers besides, the same on every machine. */
export const plainHeaders = {
  'permissions-policy': 'camera=(), geolocation=(self), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;
