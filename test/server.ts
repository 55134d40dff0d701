import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../functions/world.ts';
import { marketRoutes } from '../infra/local/origin/functions.ts';
import { gateway } from '../infra/local/origin/gateway.ts';
import { listen } from '../infra/local/origin/origin.ts';
import { pages } from '../infra/local/origin/pages.ts';
import { issuerOf, localIssuer, siteConfig } from '../infra/local/sign-in/issuer.ts';
import { API_SCOPE, authorizer, type Keys, newKeys, signToken } from '../infra/local/sign-in/tokens.ts';
import { type Call, client } from './client.ts';

export type TestServer = {
  readonly url: string;
  readonly keys: Keys;
  readonly folder: string;
  readonly token: (person: string, claims?: Record<string, unknown>) => Promise<string>;
  /** A client signed in as a person, or as nobody. */
  readonly as: (person?: string) => Promise<Call>;
  readonly close: () => Promise<void>;
};

// Making an RSA key takes longer than most tests.
let made: Promise<Keys> | undefined;

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'pasar-'));

/** The local server (gateway, issuer, pages) over a world, on a free port. It owns its folder, and removes it. */
export const testServer = async (world: World, folder?: string): Promise<TestServer> =>
  serverIn(folder ?? (await newFolder()), world);

const serverIn = async (folder: string, world: World): Promise<TestServer> => {
  const origin = await listen(0);
  made ??= newKeys('');
  const keys = { ...(await made), issuer: issuerOf(origin.url) };
  origin.open({
    api: gateway({
      routes: marketRoutes(() => world),
      authorize: authorizer(keys),
      scopes: [API_SCOPE],
    }),
    issuer: localIssuer(origin.url, keys, folder),
    pages: pages({
      site: join(folder, 'site'),
      written: folder,
      photos: join(folder, 'photos'),
      config: siteConfig(origin.url),
    }),
  });
  const token = (person: string, claims?: Record<string, unknown>) => signToken(keys, person, claims);
  return {
    url: origin.url,
    keys,
    folder,
    token,
    as: async (person) => client(origin.url, person === undefined ? undefined : await token(person)),
    close: async () => {
      await origin.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
