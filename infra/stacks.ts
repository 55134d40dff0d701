import type { App, Stack } from 'aws-cdk-lib';
import type { Subscription } from '../events/subscription.ts';
import { subscriptions } from '../events/subscriptions.ts';
import { keysOf, type Routes } from '../shared/contract/route/route.ts';
import { contexts } from '../shared/contract.ts';
import { pascal } from './constructs/names.ts';
import { type Settings, settingsOf } from './settings.ts';
import { ContextStack } from './stacks/context.ts';
import { EdgeStack } from './stacks/edge.ts';
import { PlatformStack } from './stacks/platform.ts';
import { SitesStack } from './stacks/sites.ts';
import { StorageStack } from './stacks/storage.ts';
import { WatchStack } from './stacks/watch.ts';

/** What is deployed: routes by context, and what starts without a request. A test deploys a market three times as large. */
export type Deployed = {
  readonly contexts: Readonly<Record<string, Routes>>;
  readonly subscriptions: Readonly<Record<string, Subscription>>;
};

/** Every context that has routes or subscriptions, with both. */
const parts = ({ contexts: routes, subscriptions: rows }: Deployed) => {
  const owner = (entry: string) => entry.split('/')[0] ?? '';
  return [...new Set([...Object.keys(routes), ...Object.keys(rows).map(owner)])].map((context) => ({
    context,
    routes: routes[context] ?? {},
    subscriptions: Object.fromEntries(Object.entries(rows).filter(([entry]) => owner(entry) === context)),
  }));
};

/**
 * The market: what must last, what all contexts stand on, a stack for each context, the edge, what is open to the
 * outside, the watch. A stack reads what it needs of those before it and never the other way (decision 5).
 */
export const stacks = (
  app: App,
  settings: Settings = settingsOf(app.node),
  deployed: Deployed = { contexts, subscriptions },
): readonly Stack[] => {
  const env = { region: settings.region };
  const all: Routes = Object.assign({}, ...Object.values(deployed.contexts));
  expectRoom(Object.entries(all).flatMap(([key, route]) => keysOf(key, route)).length, settings.routeQuota);
  const storage = new StorageStack(app, 'PasarRata-Storage', { env, terminationProtection: true });
  const platform = new PlatformStack(app, 'PasarRata-Platform', { env, storage, settings });
  const { reserveConcurrency } = settings;
  const own = parts(deployed).map(
    (part) =>
      new ContextStack(app, `PasarRata-${pascal(part.context)}`, { env, platform, reserveConcurrency, ...part }),
  );
  const edge = new EdgeStack(app, 'PasarRata-Edge', { settings });
  const sites = new SitesStack(app, 'PasarRata-Sites', { env, storage, platform, edge, routes: all, settings });
  for (const one of own) sites.addStackDependency(one);
  const consumers = new Map(Object.entries(deployed.subscriptions));
  const functions = [...own.flatMap((one) => one.functions), sites.missing];
  const watch = new WatchStack(app, 'PasarRata-Watch', {
    env,
    functions,
    api: platform.api.api,
    table: storage.table,
    readers: functions.filter(({ entry }) => consumers.get(entry)?.reads),
    deadLetters: Object.fromEntries(own.flatMap(({ context, letters }) => (letters ? [[context, letters]] : []))),
    monthClose: own.flatMap(({ monthClose }) => (monthClose ? [monthClose.machine] : [])),
    schedules: platform.schedules,
    key: platform.key,
    email: settings.alarmEmail,
  });
  return [storage, platform, ...own, edge, sites, watch];
};

const expectRoom = (routes: number, quota: number): void => {
  if (routes > quota)
    throw new Error(
      `The contract comes to ${routes} routes and an HTTP API may have ${quota}. Ask AWS to raise "Routes per API" ` +
        '(quota L-65B5C802), then set routeQuota to what was granted.',
    );
};
