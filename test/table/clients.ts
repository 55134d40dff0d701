import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item, Table } from '../../shared/table/engine/table.ts';

/** A command as a client sends it, by name and input. */
export type Sent = { readonly name: string; readonly input: Record<string, unknown> };
type Command = { input: Record<string, unknown>; constructor: { name: string } };
const sentAs = (command: unknown): Sent => ({
  name: (command as Command).constructor.name.replace(/Command$/, ''),
  input: (command as Command).input,
});

const writing = new Set(['Put', 'Update', 'Delete', 'TransactWrite', 'BatchWrite', 'BatchExecuteStatement']);
export const isWrite = ({ name }: Sent): boolean => writing.has(name);

type Parts = { readonly Item?: Item; readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Item } }[] };
/** The items that a write puts, alone or beside others. */
export const putItems = ({ input }: Sent): Item[] => {
  const { Item: alone, TransactItems = [] } = input as Parts;
  return [alone, ...TransactItems.map(({ Put }) => Put?.Item)].filter((item) => item !== undefined);
};

/** The same table, its client asked first: what `before` throws is what the caller gets, what `after` throws comes after the work is done. */
export const tampered = (
  table: Table,
  {
    before,
    after,
    pause,
  }: {
    before?: (sent: Sent) => void | Promise<void>;
    after?: (sent: Sent) => void | Promise<void>;
    pause?: Table['pause'];
  },
): Table => {
  const send = async (command: unknown, ...rest: unknown[]): Promise<unknown> => {
    const sent = sentAs(command);
    await before?.(sent);
    const answer = await (table.client.send as (...args: unknown[]) => Promise<unknown>).call(
      table.client,
      command,
      ...rest,
    );
    await after?.(sent);
    return answer;
  };
  return { ...table, client: { send: send as Table['client']['send'] }, pause: pause ?? table.pause };
};

/** The same table, everything sent to it kept in `sent`. */
export const watched = (table: Table): Table & { sent: Sent[] } => {
  const sent: Sent[] = [];
  return { ...tampered(table, { before: (one) => void sent.push(one) }), sent };
};

type Answer = { readonly Items?: readonly unknown[]; readonly Item?: unknown; readonly Responses?: object };
const itemsIn = ({ Items = [], Item, Responses = {} }: Answer): number =>
  Items.length + (Item === undefined ? 0 : 1) + Object.values(Responses).flat().length;

/** The same table, with how often it was asked and how many items it answered. */
export const weighed = (table: Table): Table & { read: () => { calls: number; items: number } } => {
  let [calls, items] = [0, 0];
  const send = async (command: unknown, ...rest: unknown[]): Promise<unknown> => {
    calls += 1;
    const asked = table.client.send as (...args: unknown[]) => Promise<Answer | undefined>;
    const answer = await asked.call(table.client, command, ...rest);
    items += itemsIn(answer ?? {});
    return answer;
  };
  return { ...table, client: { send: send as Table['client']['send'] }, read: () => ({ calls, items }) };
};

export const noPause = async (): Promise<void> => {};

/** What DynamoDB answers for a cancelled transaction: one reason per item, in order; `Item` where a condition failed. */
export const cancelled = (...reasons: ({ Code: string; Item?: Item } | string)[]): TransactionCanceledException =>
  new TransactionCanceledException({
    message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    $metadata: {},
    CancellationReasons: reasons.map((reason) => {
      if (typeof reason === 'string') return { Code: reason };
      const { Code, Item } = reason;
      return { Code, ...(Item ? { Item: marshall(Item) } : {}) };
    }),
  });

/** An error of a name only, as throttling and lost connections come. */
export const named = (name: string): Error => Object.assign(new Error(name), { name });
