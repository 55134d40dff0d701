import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item } from './item.ts';

/** A condition that failed, kept apart from what the engine throws for it. */
export class Unmet {
  readonly item: Item | undefined;
  constructor(item: Item | undefined) {
    this.item = item;
  }
}
const unmet = 'The conditional request failed';
const shown = ({ item }: Unmet) => (item ? { Item: marshall(item) } : {});

export const refused = (plan: Unmet): Error =>
  new ConditionalCheckFailedException({ message: unmet, $metadata: {}, ...shown(plan) });

/** A transaction whose parts could not all be done: a reason for each part, in their order. */
export const cancelled = (plans: readonly unknown[]): Error =>
  new TransactionCanceledException({
    message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    $metadata: {},
    CancellationReasons: plans.map((plan) => {
      if (plan instanceof Error) return { Code: 'ValidationError', Message: plan.message };
      if (!(plan instanceof Unmet)) return { Code: 'None' };
      return { Code: 'ConditionalCheckFailed', Message: unmet, ...shown(plan) };
    }),
  });
