import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { stacks } from '../../../infra/stacks.ts';
import { marketApp } from './market-template.ts';

type Finding = { level: string; message: string };

test('the whole app is clean: AwsSolutions, CloudFormation validation, warnings, each acknowledgement a sentence', () => {
  const app = marketApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  stacks(app);
  // Findings of either plugin make synthesis throw.
  const assembly = app.synth();
  const warnings = assembly.stacks.flatMap(({ messages }) =>
    messages
      .filter(({ level }) => level !== 'info')
      .map(({ entry, level }): Finding => ({ level, message: String(entry.data) })),
  );
  expect(warnings).toEqual([]);
  const reasons = app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.values(data as Record<string, string>));
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
});
