import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import type { World } from '../../../functions/world.ts';
import type { Instant } from '../../../shared/domain/basics/month.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import type { Table } from '../../../shared/table/engine/table.ts';

type Item = Record<string, unknown> & { readonly type?: string; readonly version?: number };
type Sent = { readonly Item?: Item; readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Item } }[] };

/** The event a written item becomes, by its beginning: those who listen decide from the thing as it is. */
const heard: Readonly<Record<string, string>> = {
  Order: 'OrderMoved',
  Payment: 'PaymentMoved',
  Paper: 'PaperIssued',
  Review: 'ReviewChanged',
  Merchant: 'MerchantChanged',
  Appeal: 'AppealOpened',
};

export type Written = { readonly type: string; readonly item: Item };

/**
 * What the table's stream would bring to who listens, while the province is built: payments follow their orders, and people
 * are told of what happened in its last weeks. `table` is to be written
 * through; `drain` brings what was written in the moment at hand.
 */
export const outboxOf = (table: Table, toldFrom: Instant, writtenNow: () => Written[]) => {
  const note = (item: Item | undefined) => {
    const type = item?.type === undefined ? undefined : heard[item.type];
    if (item && type) writtenNow().push({ type, item: fromItem(item) });
  };
  const send = async (command: { readonly input: Sent }) => {
    const answer = await table.client.send(command as never);
    if (command instanceof PutCommand) note(command.input.Item);
    if (command instanceof TransactWriteCommand)
      for (const { Put } of command.input.TransactItems ?? []) note(Put?.Item as Item | undefined);
    return answer;
  };
  const drain = async (world: World): Promise<void> => {
    const [follow, tell] = [followOrders(() => world), tellPeople(() => world)];
    const told = world.now() >= toldFrom;
    const written = writtenNow();
    for (let one = written.shift(); one; one = written.shift()) {
      const event = { 'detail-type': one.type, detail: one.item } as never;
      if (one.type === 'OrderMoved' && asksForMoney(one.item)) await follow(event);
      if (told) await tell(event);
    }
  };
  return { table: { ...table, client: { send } as unknown as Table['client'] }, drain };
};

/** Steps before the handover ask for the same money as before; the next one that does not is followed with all of them. */
const asksForMoney = ({ version, handovers, state }: Item): boolean =>
  version !== 1 && ((Array.isArray(handovers) && handovers.length > 0) || ended.includes(String(state)));
const ended = ['rejected', 'declined', 'cancelled', 'lapsed'];
