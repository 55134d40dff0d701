import { addMonths } from '../../../shared/domain/basics/month.ts';
import type { Item, Table } from '../../../shared/table/engine/table.ts';
import { merchantKey } from '../../../shared/table/register/merchants.ts';
import { city, lastStandingItems, MONTH, merchantItems, nextStandingItems, standingItems } from './seeds.ts';

type Input = {
  Key?: { pk: string; sk: string };
  IndexName?: string;
  ExpressionAttributeValues?: Record<string, string>;
  Limit?: number;
  RequestItems?: Record<string, { Keys: { pk: string }[] }>;
};
/** The months everybody has; nobody has an earlier one. */
const opened = new Map([
  [addMonths(MONTH, -1), lastStandingItems],
  [MONTH, standingItems],
  [addMonths(MONTH, 1), nextStandingItems],
]);
const FIRST_SERIAL = /_(\d{26})/;
const serialIn = (text: string): number => Number(FIRST_SERIAL.exec(text)?.[1]);

/**
 * A table that holds one city of any size and invents each item when it is asked for: what the monthly close reads of
 * it is what it would read of the engine, and nothing is kept here. Lists are in order: a third sold nothing.
 */
export const endlessCity = (merchants: number): Pick<Table, 'client'> => {
  const unsold = Math.ceil(merchants / 3);
  const byRank = (rank: number): number => {
    const sold = rank - unsold;
    return sold < 0 ? 3 * rank : 3 * Math.floor(sold / 2) + 1 + (sold % 2);
  };
  const rankOf = (serial: number): number =>
    serial % 3 === 0 ? serial / 3 : unsold + 2 * Math.floor(serial / 3) + (serial % 3) - 1;
  const standingOf = (serial: number, month: string): Item[] => opened.get(month)?.(serial) ?? [];

  /** One page from where the last one ended; its end is in it once more, as `between` answers. */
  const page = (
    at: number,
    entries: (serial: number) => Item[],
    { Limit = 100 }: Input,
    order: (rank: number) => number,
  ) => {
    const Items: Item[] = [];
    for (let rank = at; rank < merchants && Items.length < Limit; rank++) Items.push(...entries(order(rank)));
    return { Items, ...(at + Items.length < merchants ? { LastEvaluatedKey: {} } : {}) };
  };
  const query = (input: Input) => {
    const { ':p': partition = '', ':from': from = '', ':to': to = '' } = input.ExpressionAttributeValues ?? {};
    const last = serialIn(from);
    if (partition.endsWith('#MERCHANT#verified'))
      return page(Number.isNaN(last) ? 0 : last, merchantItems, input, (rank) => rank);
    if (/^(STANDING|ROLLING)#/.test(partition) && partition.includes(MONTH))
      return page(Number.isNaN(last) ? 0 : rankOf(last), standingItems, input, byRank);
    // A merchant's earlier standings: those of the next month have the closing month before them.
    const earlier = partition.startsWith('MERCHANT#') && to.startsWith(`STANDING#${addMonths(MONTH, 1)}`);
    return { Items: earlier ? standingItems(serialIn(partition)) : [] };
  };
  const get = ({ pk, sk }: { pk: string; sk: string }) => {
    if (sk === 'CITY') return { Item: { ...city() } };
    const serial = serialIn(pk);
    return { Item: sk === merchantKey('').sk ? merchantItems(serial)[0] : standingOf(serial, sk.slice(9))[0] };
  };
  const batch = (asked: NonNullable<Input['RequestItems']>) => ({
    Responses: Object.fromEntries(
      Object.entries(asked).map(([name, { Keys }]) => [
        name,
        (Keys as { pk: string; sk: string }[]).flatMap(({ pk, sk }) => standingOf(serialIn(pk), sk.slice(9))),
      ]),
    ),
  });
  const answer = (name: string, input: Input): unknown => {
    if (name === 'QueryCommand') return query(input);
    if (name === 'GetCommand' && input.Key) return get(input.Key);
    if (name === 'BatchGetCommand' && input.RequestItems) return batch(input.RequestItems);
    return {};
  };
  const send = async ({ constructor: { name }, input }: { constructor: { name: string }; input: Input }) => {
    // As over a wire: what waits is let in between.
    await new Promise(setImmediate);
    return answer(name, input);
  };
  return { client: { send } as unknown as Table['client'] };
};
