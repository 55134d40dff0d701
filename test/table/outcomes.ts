import {
  BatchExecuteStatementCommand,
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../infra/local/memory/item.ts';

/*
 * How a command ended, where the engine and the table in memory carry out the same: what both must say alike.
 */

export type Command = { readonly input: object };
export type Answer = { readonly [name: string]: unknown };
export type Outcome = { readonly answer: Item } | { readonly error: Error };
type Key = { pk: string; sk: string };

export const writes = (command: Command): boolean =>
  [PutCommand, UpdateCommand, DeleteCommand, TransactWriteCommand, BatchExecuteStatementCommand].some(
    (kind) => command instanceof kind,
  );
/** An insertion names its key first. */
const insertedKey = ({ Parameters: [pk, sk] = [] }: { Parameters?: unknown[] | undefined }): Key => ({
  pk: String(pk),
  sk: String(sk),
});
const keyOf = ({ Key: key, Item: item }: { Key?: Key; Item?: Key }): Key => {
  const { pk, sk } = (key ?? item) as Key;
  return { pk, sk };
};
/** The items a write would touch. */
export const touched = (command: Command): Key[] => {
  if (command instanceof BatchExecuteStatementCommand) return (command.input.Statements ?? []).map(insertedKey);
  const input = command.input as { TransactItems?: Record<string, never>[] } & { Key?: Key; Item?: Key };
  return input.TransactItems ? input.TransactItems.map((one) => keyOf(Object.values(one)[0] as never)) : [keyOf(input)];
};

/** What of an answer both must say alike: what was read, or why it was refused. */
export const said = (outcome: Outcome): unknown => {
  if ('error' in outcome) {
    const { name, CancellationReasons: reasons } = outcome.error as Error & {
      CancellationReasons?: { Code?: string }[];
    };
    return { name, reasons: reasons?.map(({ Code }) => Code) };
  }
  const {
    Item: item,
    Items: items,
    Responses: found,
  } = outcome.answer as Answer & { Responses?: Record<string, Item[]> };
  const key = ({ pk, sk }: Item) => `${pk} ${sk}`;
  // Of a batch of statements it says what became of each.
  if (Array.isArray(found)) return found.map(({ Error: refused }) => refused?.Code);
  // A batch comes in any order, and under the name of its table.
  const batch = found && Object.values(found)[0]?.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return structuredClone({ item, items, batch });
};

type Input = {
  readonly RequestItems?: Readonly<Record<string, object>>;
  readonly TransactItems?: readonly Readonly<Record<string, object>>[];
  readonly Statements?: readonly { readonly Statement: string }[];
};
/** What a command says of its table, said of another one. */
const aboutTable = (TableName: string, { RequestItems, TransactItems, Statements }: Input): object => {
  if (RequestItems) return { RequestItems: { [TableName]: Object.values(RequestItems)[0] } };
  const part = (one: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(one).map(([action, of]) => [action, { ...of, TableName }]));
  if (TransactItems) return { TransactItems: TransactItems.map(part) };
  const statement = ({ Statement, ...rest }: { readonly Statement: string }) => ({
    ...rest,
    Statement: Statement.replace(/"[^"]+"/, `"${TableName}"`),
  });
  return Statements ? { Statements: Statements.map(statement) } : { TableName };
};

/** The same command, for another table. */
export const sentTo = (table: string, command: Command): Command => {
  const Same = command.constructor as new (input: object) => Command;
  return new Same({ ...command.input, ...aboutTable(table, command.input as Input) });
};
