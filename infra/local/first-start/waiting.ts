import { Problem, problemBody } from '../../../shared/problem.ts';
import { contractRoutes } from '../origin/functions.ts';
import { gateway } from '../origin/gateway.ts';
import type { Behaviours } from '../origin/origin.ts';
import { pages, type Site } from '../origin/pages.ts';
import { API_SCOPE, type Authorize } from '../sign-in/tokens.ts';
import type { Growing } from './growing.ts';
import { sendProgress, sendWaiting, withBanner } from './progress.ts';

const LATER = 'Pasar contoh masih disiapkan: melihat-lihat sudah bisa, yang lain menyusul. Coba lagi sebentar.';
const notYet = (requestId: string) => {
  const problem = new Problem('too_busy', LATER);
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '5' },
    body: JSON.stringify(problemBody(problem, requestId)),
  };
};

type Event = { readonly routeKey: string; readonly requestContext: { readonly requestId: string } };

export type WaitingOptions = {
  readonly growing: Growing;
  readonly authorize: Authorize;
  readonly issuer: Behaviours['issuer'];
  readonly site: Site;
  /** True once the pages are written. */
  readonly siteBuilt: () => boolean;
};

/** What stands behind the origin while the market grows: its pages and whatever can be read, from its first day on. */
export const whileGrowing = ({ growing, authorize, issuer, site, siteBuilt }: WaitingOptions): Behaviours => {
  const handler = async (event: Event, context: object) => {
    const { requestId } = event.requestContext;
    if (!event.routeKey.startsWith('GET ') || growing.livedUntil() === undefined) return notYet(requestId);
    return (await growing.ask(event, context)) ?? notYet(requestId);
  };
  const dressed = pages({ ...site, standIn: () => true, dress: withBanner });
  return {
    api: gateway({ routes: contractRoutes(() => handler), authorize, scopes: [API_SCOPE] }),
    issuer,
    pages: async (request, response) => {
      const [path = '/'] = (request.url ?? '/').split('?');
      const livedUntil = growing.livedUntil();
      if (sendProgress(response, path, livedUntil)) return;
      if (livedUntil !== undefined && siteBuilt()) await dressed(request, response);
      else sendWaiting(response);
    },
  };
};
