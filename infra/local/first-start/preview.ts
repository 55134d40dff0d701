import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/table/engine/table.ts';
import { localWorld } from '../local-world.ts';
import { marketRoutes } from '../origin/functions.ts';
import type { GatewayRoute } from '../origin/routing.ts';

type Command = Parameters<Table['client']['send']>[0];
const reads = [GetCommand, BatchGetCommand, QueryCommand];

/** Reads as ever; writes (a list's decision, a counter) are dropped, so that whoever looks changes nothing of the year. */
const readOnly = ({ client, ...table }: Table): Table => ({
  ...table,
  client: {
    send: async (command: Command) => (reads.some((read) => command instanceof read) ? client.send(command) : {}),
  } as unknown as Table['client'],
});

const nothing = () => undefined;
const faultsOnly = { info: nothing, warn: nothing, error: console.error };

/** The market while its year is lived, for visitors: the real functions, at the moment the year has come to. */
export const previewOf = (table: Table, folder: string, now: () => string) => {
  const seen = readOnly(table);
  const world = localWorld({ client: seen.client, folder, logger: faultsOnly, now });
  const handlers = new Map(marketRoutes(() => world).map(({ key, handler }) => [key, handler]));
  return (event: { routeKey: string }, context: object): Promise<unknown> =>
    (handlers.get(event.routeKey) as GatewayRoute['handler'])(event as never, context as never);
};
