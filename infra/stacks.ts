import type { App, Stack } from 'aws-cdk-lib';
import { EdgeStack } from './edge-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { type Settings, settingsOf } from './settings.ts';
import { SitesStack } from './sites-stack.ts';
import { StorageStack } from './storage-stack.ts';

/** The market, from what must last to what may be replaced at any time. */
export const stacks = (app: App, settings: Settings = settingsOf(app.node)): readonly Stack[] => {
  const env = { region: settings.region };
  const storage = new StorageStack(app, 'PasarRata-Storage', { env, terminationProtection: true });
  const service = new ServiceStack(app, 'PasarRata-Service', { env, storage, settings });
  const edge = new EdgeStack(app, 'PasarRata-Edge');
  const sites = new SitesStack(app, 'PasarRata-Sites', { env, storage, service, settings });
  sites.addStackDependency(edge);
  return [storage, service, edge, sites];
};
