import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { nothingRuns } from '../../security-headers.ts';
import { Advice } from '../advice.ts';
import { MOUNT } from '../sign-in/issuer.ts';
import { securityHeaders } from './pages.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** What stands behind the one origin, by path, as the distribution's behaviours do. */
export type Behaviours = { readonly api: Listener; readonly issuer: Listener; readonly pages: Listener };
export type Origin = {
  readonly url: string;
  /** From here on requests are served; before, they are told to come back. */
  readonly open: (behaviours: Behaviours) => void;
  readonly close: () => Promise<void>;
};

const below = (url: string, folder: string) => url === folder || /^[/?]/.test(url.slice(folder.length) || ' ');
const pick = ({ api, issuer, pages }: Behaviours, url: string): Listener => {
  if (url.startsWith('/api') && below(url, '/api'))
    return (request, response) => {
      response.setHeaders(new Map(Object.entries(securityHeaders(nothingRuns))));
      return api(request, response);
    };
  if (url.startsWith(MOUNT) && below(url, MOUNT)) return issuer;
  return pages;
};

const taken = (port: number) =>
  `Port ${port} sedang dipakai program lain: hentikan program itu, atau jalankan "PORT=${port + 1} npm start". / ` +
  `Port ${port} is taken by another program: stop it, or run "PORT=${port + 1} npm start".`;

/** Takes the port at once, so that a taken one is known before anything is built. Only this machine can connect. */
export const listen = async (port: number): Promise<Origin> => {
  let behaviours: Behaviours | undefined;
  const server = createServer((request, response) => {
    if (!behaviours) {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
      response.end('Pasar sedang disiapkan.');
      return;
    }
    pick(behaviours, request.url ?? '/')(request, response).catch((error) => {
      console.error('origin', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Advice(taken(port)) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: given } = server.address() as { port: number };
  return {
    url: `http://localhost:${given}`,
    open: (all) => {
      behaviours = all;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
};
