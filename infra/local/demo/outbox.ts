import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse } from 'aws-lambda';
import { eventOf } from '../../../events/changes.ts';
import { subscriptions } from '../../../events/subscriptions.ts';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import type { World } from '../../../functions/world.ts';
import type { Instant } from '../../../shared/domain/basics/month.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import type { Table } from '../../../shared/table/engine/table.ts';

/** An item that was written. */
export type Written = Record<string, unknown> & { readonly type?: string; readonly version?: number };
type Sent = {
  readonly Item?: Written;
  readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Written } }[];
};

const told: ReadonlySet<string> = new Set(subscriptions['notices/tell-people'].queues.hears);

/**
 * Who listens decides from the thing as it is, whatever it was before; but of an order that was only placed nobody asks what
 * became of it, and of a payment that was only opened nobody asks what it says.
 */
const beforeOf = (after: Written): Written | undefined => {
  const version = Number(after.version) - 1;
  if (version < 1) return undefined;
  if (after.type === 'Order') return { ...after, version };
  return after.type === 'Payment' && after['unplaced'] ? { ...after, unplaced: undefined, version } : undefined;
};

/** Hands over at once what items announce, as a queue does; what could not be done ends the building. */
const handOver = async (
  consume: (batch: unknown) => Promise<SQSBatchResponse>,
  written: readonly Written[],
  at: Instant,
): Promise<void> => {
  const events = written
    .map((after) => eventOf({ before: beforeOf(after), after, at }))
    .filter((event) => event !== undefined);
  const Records = events
    .filter(({ type }) => told.has(type))
    .map(({ type, detail }, index) => ({
      messageId: String(index),
      body: JSON.stringify({ 'detail-type': type, detail }),
    }));
  if (Records.length === 0) return;
  const { batchItemFailures } = await consume({ Records });
  if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} of ${Records.length} were not done`);
};

/** Steps before the handover ask for the same money as before; the next one that does not is followed with all of them. */
const asksForMoney = ({ type, version, handovers, state }: Written): boolean =>
  type === 'Order' &&
  version !== 1 &&
  ((Array.isArray(handovers) && handovers.length > 0) || ended.includes(String(state)));
const ended = ['rejected', 'declined', 'cancelled', 'lapsed'];

/**
 * What the table's stream would bring to who listens, while the province is built: payments follow their orders, and people
 * are told of what happened in its last weeks. `table` is to be written through; `drain` brings what was written in the moment
 * at hand.
 */
export const outboxOf = (table: Table, toldFrom: Instant, writtenNow: () => Written[]) => {
  const note = (item: Written | undefined) => void (item && writtenNow().push(fromItem(item)));
  const send = async (command: { readonly input: Sent }) => {
    const answer = await table.client.send(command as never);
    if (command instanceof PutCommand) note(command.input.Item);
    if (command instanceof TransactWriteCommand)
      for (const { Put } of command.input.TransactItems ?? []) note(Put?.Item);
    return answer;
  };
  const drain = async (world: World): Promise<void> => {
    const now = world.now();
    // What following writes is told with the rest; what telling writes says nothing more.
    const written = writtenNow();
    await handOver(
      followOrders(() => world),
      written.filter(asksForMoney),
      now,
    );
    const all = written.splice(0);
    if (now >= toldFrom)
      await handOver(
        tellPeople(() => world),
        all,
        now,
      );
    written.splice(0);
  };
  return { table: { ...table, client: { send } as unknown as Table['client'] }, drain };
};
