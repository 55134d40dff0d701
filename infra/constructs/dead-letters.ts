import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where a context's changes, events and schedules go that could not be delivered or done; `npm run redrive` empties it. */
export const deadLetters = (scope: Construct): Queue => {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    // As long as one letter may take to be done again.
    visibilityTimeout: Duration.minutes(15),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'This queue is itself the last resort for what could not be delivered; an alarm counts what lies in it.',
  });
  return queue;
};
