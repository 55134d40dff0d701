import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { stacks } from '../../infra/stacks.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is read by its paths; CloudFormation has no types for us.
export type Properties = Record<string, any>;
export type Resource = { Type: string; Properties: Properties; DependsOn?: string[] };
export type Templates = Record<'Storage' | 'Service' | 'Edge' | 'Sites', Template>;

/** The app as deployed, but without bundling code: tests of templates do not wait for it. */
export const marketApp = (context: Record<string, unknown> = {}): App =>
  new App({
    outdir: mkdtempSync(join(tmpdir(), 'pasar-rata-synth-')),
    context: { 'aws:cdk:bundling-stacks': [], ...context },
    postCliContext: { ...flags, '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  });

export const templatesOf = (app: App): Templates => {
  const made = stacks(app);
  return Object.fromEntries(
    made.map((stack) => [stack.stackName.replace('PasarRata-', ''), Template.fromStack(stack)]),
  ) as Templates;
};

/** All resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>;

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
  return String(inner);
};

export const entryOf = (resource: Resource): string =>
  String(resource.Properties['Environment'].Variables.POWERTOOLS_SERVICE_NAME);
