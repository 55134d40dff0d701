import { App, Tags, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundling/bundle.ts';
import { installNatives } from './bundling/native.ts';
import { stacks } from './stacks.ts';

// No look-up leaves this machine at synthesis: the same commit gives the same templates everywhere.
process.env['AWS_EC2_METADATA_DISABLED'] = 'true';

// The flags also turn findings of the built-in CloudFormation validation into errors, and let stacks read each other's
// outputs instead of locking them by exports (decision 5).
const app = new App({ postCliContext: flags });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
// CloudFormation's published schema knows no tags of a dashboard, which the CDK would give it.
Tags.of(app).add('project', 'pasar-rata', { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });

// The CLI names the stacks whose code it needs: none for `cdk ls` or `cdk destroy`.
const needed: unknown = app.node.tryGetContext('aws:cdk:bundling-stacks');
if (!Array.isArray(needed) || needed.length > 0) {
  await bundleFunctions();
  // `npm run synth` looks at templates and goes without the one step that needs a network.
  if (String(app.node.tryGetContext('natives')) !== 'false') installNatives();
}
stacks(app);
app.synth();
