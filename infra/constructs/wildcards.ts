import { type CfnElement, CfnOutput, Fn, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts one pattern in a policy, by its exact text as cdk-nag tells it, so that no other pattern slips in with it. */
export const acceptPattern = (grantee: IConstruct, pattern: string, reason: string): void =>
  Validations.of(grantee).acknowledge({ id: `AwsSolutions-IAM5[Resource::${pattern}]`, reason });

/** How cdk-nag writes an attribute of a resource in the same stack: `<LogicalId.Arn>`. */
export const attributePattern = (resource: IConstruct, attribute: string): string =>
  `<${Stack.of(resource).getLogicalId(resource.node.defaultChild as CfnElement)}.${attribute}>`;

/**
 * A bucket's ARN as another stack reads it: by an output of a known name, which the CDK would only give at the end, so
 * that a pattern over the bucket can be told before.
 */
export const arnElsewhere = (bucket: Bucket): string => {
  const { stack } = bucket;
  const output = `${bucket.node.id}Arn`;
  if (!stack.node.tryFindChild(output)) new CfnOutput(stack, output, { value: bucket.bucketArn });
  return Fn.getStackOutput(stack.stackName, output, stack.region);
};

/** How cdk-nag writes what comes from another stack: the reference itself, as JSON. */
export const patternElsewhere = (scope: IConstruct, reference: string): string =>
  JSON.stringify(Stack.of(scope).resolve(reference));
