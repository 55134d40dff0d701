import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { settingsOf } from '../../../infra/settings.ts';
import { type Deployed, stacks } from '../../../infra/stacks.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is read by its paths; CloudFormation has no types for us.
export type Properties = Record<string, any>;
export type Resource = { Type: string; Properties: Properties; DependsOn?: string[] };
/** By the stack's name, without what all names begin with. */
export type Templates = Readonly<Record<string, Template>> &
  Readonly<Record<'Storage' | 'Platform' | 'Edge' | 'Sites' | 'Watch', Template>>;

/** The app as deployed, but without bundling code: tests of templates do not wait for it. */
export const marketApp = (context: Record<string, unknown> = {}): App =>
  new App({
    outdir: mkdtempSync(join(tmpdir(), 'pasar-rata-synth-')),
    // What the market has today is more than AWS allows unasked (docs/deploy.md).
    context: { 'aws:cdk:bundling-stacks': [], routeQuota: '500', ...context },
    postCliContext: flags,
  });

/** A market without a context, for what does not depend on any: made in a fraction of the time. */
export const noContexts: Deployed = { contexts: {}, subscriptions: {} };

export const templatesOf = (app: App, deployed?: Deployed): Templates => {
  const made = stacks(app, settingsOf(app.node), deployed);
  return Object.fromEntries(
    made.map((stack) => [stack.stackName.replace('PasarRata-', ''), Template.fromStack(stack)]),
  ) as Templates;
};

let deployed: Templates | undefined;
/** The market as it is deployed, made once for all files of a process: it takes a second or two. */
export const marketTemplates = (): Templates => {
  deployed ??= templatesOf(marketApp());
  return deployed;
};

/** All resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>;

/** All resources of a type, of every stack, each with the stack it stands in. */
export const everywhere = (templates: Templates, type: string) =>
  Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(resourcesOf(template, type)).map(([id, resource]) => ({ stack, template, id, ...resource })),
  );

export const propertiesOf = (template: Template, type: string): Properties[] =>
  Object.values(resourcesOf(template, type)).map(({ Properties }) => Properties);

/** Statements of every inline policy attached to a role, and of the role itself. */
export const statementsOf = (template: Template, roleId: string): Properties[] =>
  propertiesOf(template, 'AWS::IAM::Policy')
    .filter(({ Roles }) => Roles.some(({ Ref }: { Ref: string }) => Ref === roleId))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

export const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** An ARN or name as text, whatever functions of CloudFormation it is built from. */
export const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [[name, inner]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]];
  if (name === 'Fn::Join') return (inner as [string, unknown[]])[1].map(text).join('');
  if (name === 'Fn::GetAtt') return (inner as string[]).join('.');
  if (name === 'Fn::GetStackOutput') return (inner as { OutputName: string }).OutputName;
  return String(inner);
};

export const entryOf = (resource: Resource): string =>
  String(resource.Properties['Environment'].Variables.POWERTOOLS_SERVICE_NAME);
