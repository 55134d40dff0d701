import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type KeyedIds, keyedIds, randomId } from '../shared/domain/basics/id.ts';
import { type Sealer, sealer } from '../shared/domain/basics/keys/seal.ts';
import type { Signer } from '../shared/domain/basics/keys/signature.ts';
import type { Day } from '../shared/domain/basics/month.ts';
import { dayKey } from '../shared/domain/ranking/list/day-key.ts';
import type { Table } from '../shared/table/engine/table.ts';
import { systemClock } from './clock.ts';
import type { Couriers } from './couriers.ts';
import type { Publish } from './event-bus.ts';
import type { Files, SiteFiles } from './files.ts';
import { type Logger, processLogger } from './log.ts';
import type { Throttle } from './rates.ts';
import type { Push, PushOptions } from './web-push.ts';

/** Every impure thing an operation can touch, in one record: a test or the simulator hands in another one. */
export type World = {
  readonly table: Table;
  readonly now: () => string;
  readonly newId: (prefix: string) => string;
  /** Ids made from an Idempotency-Key, which nobody outside can work out beforehand. */
  readonly keyedIds: KeyedIds;
  /** Opens and seals a tenant's identity numbers. */
  readonly identitySealer: (cityCode: string) => Sealer;
  readonly cursorSealer: Sealer;
  /** Seals links to private files, which end soon. */
  readonly linkSealer: Sealer;
  /** Where product photos are kept; only the photos context has it. */
  readonly photos: Files;
  /** Where versions of the ledger and the offers behind a ranking are kept; only who orders has it. */
  readonly files: Files;
  /** The site's pages; only who renders them has it. */
  readonly site: SiteFiles;
  /** Where people reach the market, without a slash at the end: what is printed on papers. */
  readonly origin: string;
  /** The key by which ties of a city's lists are drawn on a day. */
  readonly dayKey: (cityCode: string, day: Day) => string;
  /** Puts an event on the bus; only who announces something has it. */
  readonly publish: Publish;
  /** Calls people's browsers; only who tells people something has it. */
  readonly push: Push;
  /** Asks ride companies for couriers; only who arranges deliveries has it. */
  readonly couriers: Couriers;
  /** Signs as the market; only who hands out what others check has it. */
  readonly signer: Signer;
  /** What CloudFront adds to every request; absent on one machine, where nothing stands in front. */
  readonly originSecret?: string;
  /** How fast one person, and on one machine one address, may ask; absent where nobody is held back. */
  readonly throttle?: Throttle;
  readonly logger: Logger;
  /** What was read a moment ago, by name: only what may be a few seconds old (functions/reads/cached-for.ts). */
  readonly cache: Map<string, { until: string; value: Promise<unknown> }>;
};

/** Full jitter: a random wait up to 20 ms, doubling with each attempt. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/** A setting of the function's environment. @throws when it is missing, before anything was done */
export const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the setting ${name} is missing: the function cannot start without it`);
  return value;
};

/** So short a secret can be guessed, and an empty one would be none. */
const SECRET_CHARACTERS = 32;
const secretOf = (name: string, value: string): string => {
  if (value.length < SECRET_CHARACTERS)
    throw new Error(`${name} has ${value.length} characters; a secret has ${SECRET_CHARACTERS} at least`);
  return value;
};

/**
 * Marshalling as the table expects it: no undefined attributes. Totals are strings, so plain numbers are safe. The SDK
 * makes a copy of every question and answer for a log that nobody keeps: a twelfth of what a batch of reads costs.
 */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient => {
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

const absent = (what: string) => () => Promise.reject(new Error(`this world has no ${what}`));
const noCouriers: Couriers = absent('couriers');
const noPush: Push = { publicKey: '', send: absent('push') };
const noSigner: Signer = {
  publicKey: '',
  sign: () => {
    throw new Error('this world has no signer');
  },
};
const noFiles: Files = { put: absent('such files'), get: absent('such files') };
const noSite: SiteFiles = { get: absent('site'), replace: absent('site') };

export const makeWorld = (options: {
  client: Table['client'];
  tableName: string;
  secret: string;
  now?: () => string;
  newId?: (prefix: string) => string;
  pause?: Table['pause'];
  logger?: World['logger'];
  photos?: Files;
  files?: Files;
  site?: SiteFiles;
  publish?: Publish;
  push?: Push;
  couriers?: Couriers;
  signer?: Signer;
  origin?: string;
  originSecret?: string;
  throttle?: Omit<Throttle, 'buckets'>;
}): World => {
  const identities = new Map<string, Sealer>();
  return {
    table: { client: options.client, name: options.tableName, pause: options.pause ?? pause },
    now: options.now ?? systemClock,
    newId: options.newId ?? randomId,
    keyedIds: keyedIds(options.secret),
    identitySealer: (cityCode) => {
      const known = identities.get(cityCode) ?? sealer(options.secret, `identity/${cityCode}`);
      identities.set(cityCode, known);
      return known;
    },
    cursorSealer: sealer(options.secret, 'cursor'),
    linkSealer: sealer(options.secret, 'link'),
    photos: options.photos ?? noFiles,
    files: options.files ?? noFiles,
    site: options.site ?? noSite,
    publish: options.publish ?? absent('bus'),
    push: options.push ?? noPush,
    couriers: options.couriers ?? noCouriers,
    signer: options.signer ?? noSigner,
    origin: options.origin ?? '',
    dayKey: (cityCode, day) => dayKey(options.secret, cityCode, day),
    ...(options.throttle === undefined ? {} : { throttle: { ...options.throttle, buckets: new Map() } }),
    ...(options.originSecret === undefined ? {} : { originSecret: secretOf('ORIGIN_SECRET', options.originSecret) }),
    logger: options.logger ?? processLogger(),
    cache: new Map(),
  };
};

/** How a function reaches what not every function has, by the name in its environment. */
type Reach = {
  readonly photos?: (bucket: string) => Files;
  readonly files?: (bucket: string) => Files;
  readonly site?: (bucket: string) => SiteFiles;
  readonly publish?: (bus: string) => Publish;
  readonly push?: (options: PushOptions) => Push;
  readonly couriers?: Couriers;
  readonly signer?: (secret: string) => Signer;
};

/** Made once per container, when it is first asked for. */
const once = (make: () => World): (() => World) => {
  let made: World | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const ofEnvironment = ({ photos, files, site, publish, push, couriers, signer }: Reach) => ({
  client: documentClient(new DynamoDBClient({})),
  tableName: required('TABLE_NAME'),
  secret: secretOf('SEAL_SECRET', required('SEAL_SECRET')),
  origin: process.env['SITE_ORIGIN'] ?? '',
  ...(photos ? { photos: photos(required('PHOTOS_BUCKET')) } : {}),
  ...(files ? { files: files(required('FILES_BUCKET')) } : {}),
  ...(site ? { site: site(required('SITE_BUCKET')) } : {}),
  ...(publish ? { publish: publish(required('BUS_NAME')) } : {}),
  ...(couriers ? { couriers } : {}),
  ...(signer ? { signer: signer(secretOf('SIGNING_SECRET', required('SIGNING_SECRET'))) } : {}),
  ...(push
    ? { push: push({ secret: secretOf('PUSH_SECRET', required('PUSH_SECRET')), contact: required('PUSH_CONTACT') }) }
    : {}),
});

/** The world of a Lambda that something other than a request starts, from its environment. */
export const workingWorld = (reach: Reach = {}): (() => World) => once(() => makeWorld(ofEnvironment(reach)));

/** More than a page asks for when a person clicks on and on, far less than a script. */
export const PERSON_RATE = { burst: 240, perSecond: 10 };

/** The world of a Lambda that serves routes: it must also know the secret by which it knows the distribution. */
export const servingWorld = (reach: Reach = {}): (() => World) =>
  once(() =>
    makeWorld({ ...ofEnvironment(reach), originSecret: required('ORIGIN_SECRET'), throttle: { person: PERSON_RATE } }),
  );
