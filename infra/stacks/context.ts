import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Subscription } from '../../events/subscription.ts';
import type { Routes } from '../../shared/contract/route/route.ts';
import { Consumer } from '../constructs/consumer.ts';
import { deadLetters } from '../constructs/dead-letters.ts';
import { MarketFunction } from '../constructs/function.ts';
import { MonthClose } from '../constructs/month-close.ts';
import { rightsOf } from '../rights.ts';
import type { PlatformStack } from './platform.ts';

export type ContextProps = StackProps & {
  readonly platform: PlatformStack;
  readonly context: string;
  /** Its part of the contract; the outbox has none. */
  readonly routes: Routes;
  /** Its rows of events/subscriptions.ts, by file. */
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  readonly reserveConcurrency: boolean;
};

/** Placing and moving orders must find a free function even when everybody is browsing. */
const reserved: Readonly<Record<string, number>> = { orders: 200 };
/** Drawing a photo or a paper is computing, and so is a partner's feed of a million rows: a whole core is done in time. */
const computing: ReadonlySet<string> = new Set(['photos', 'papers', 'reports', 'partners']);

/** One context as it is deployed: the function of its routes, and whatever starts without a request. */
export class ContextStack extends Stack {
  readonly context: string;
  readonly functions: readonly MarketFunction[];
  readonly letters: Queue | undefined;
  readonly monthClose: MonthClose | undefined;

  constructor(scope: Construct, id: string, props: ContextProps) {
    const { platform, context, routes, subscriptions, reserveConcurrency, ...rest } = props;
    super(scope, id, rest);
    this.context = context;
    const serving = Object.keys(routes).length > 0 ? [this.#serving(props)] : [];
    const rows = Object.entries(subscriptions);
    if (rows.length > 0) {
      this.letters = deadLetters(this);
      new CfnOutput(this, 'DeadLettersUrl', { value: this.letters.queueUrl, description: 'npm run redrive -- <this>' });
    }
    const { ground, schedules } = platform;
    const shared = { ground, schedules, letters: this.letters as Queue };
    const consumers = rows.map(
      ([entry, row]) => new Consumer(this, { entry, row, rights: rightsOf(entry), reserveConcurrency, ...shared }),
    );
    this.functions = [...serving, ...consumers];
    const closing = consumers.find(({ entry }) => subscriptions[entry]?.steps === 'month-close');
    this.monthClose = closing && new MonthClose(this, 'MonthClose', { closeMonths: closing.lambda, ...shared });
  }

  #serving({ platform: { ground, api }, context, routes, reserveConcurrency }: ContextProps): MarketFunction {
    const entry = `${context}/api`;
    const serving = new MarketFunction(this, 'Api', ground, {
      entry,
      does: `The routes of ${context}`,
      rights: rightsOf(entry),
      computes: computing.has(context),
      environment: { ORIGIN_SECRET: ground.originSecret },
      reservedConcurrency: reserveConcurrency ? reserved[context] : undefined,
    });
    api.serve(this, context, routes, serving);
    return serving;
  }
}
