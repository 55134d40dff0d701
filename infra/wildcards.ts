import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts one pattern in a policy, by its exact text as cdk-nag tells it, so that no other pattern slips in with it. */
export const acceptPattern = (grantee: IConstruct, pattern: string, reason: string): void =>
  Validations.of(grantee).acknowledge({ id: `AwsSolutions-IAM5[Resource::${pattern}]`, reason });

/** How cdk-nag writes an attribute of a resource in the same stack: `<LogicalId.Arn>`. */
export const told = (resource: IConstruct, attribute: string): string =>
  `<${Stack.of(resource).getLogicalId(resource.node.defaultChild as CfnElement)}.${attribute}>`;

/** The same for a bucket of another stack: the name of its export. */
export const toldBucket = ({ bucketArn, stack }: Bucket): string =>
  (stack.resolve(stack.exportValue(bucketArn)) as { 'Fn::ImportValue': string })['Fn::ImportValue'];
