import type { Item, Table } from '../../../shared/table/engine/table.ts';

/**
 * Bytes of a stored value: text by UTF-8, a number 1 + half its digits, a map or list 3 and 1
 * for each entry beside what it holds.
 */
const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return numberBytes(value);
  if (Array.isArray(value)) return value.reduce((sum, entry) => sum + 1 + valueBytes(entry), 3);
  if (value !== null && typeof value === 'object')
    return Object.values(value).reduce((sum: number, entry) => sum + 1 + valueBytes(entry), 3 + namesBytes(value));
  return 1;
};
const namesBytes = (map: object): number => Object.keys(map).reduce((sum, name) => sum + Buffer.byteLength(name), 0);
const numberBytes = (value: number): number => {
  const [whole = '', fraction = ''] = String(Math.abs(value)).split('.');
  return 1 + Math.ceil(whole.length / 2) + Math.ceil(fraction.length / 2) + (value < 0 ? 1 : 0);
};
/** Bytes of an item: names and values of its attributes, or of those named. */
export const itemBytes = (item: Item, only?: ReadonlySet<string>): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) =>
      value === undefined || (only && !only.has(name)) ? sum : sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );

type Capacity = { CapacityUnits?: number; Table?: { CapacityUnits?: number } };
type Answer = { ConsumedCapacity?: Capacity | Capacity[]; Items?: Item[] };
export type Sent = {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly units: number;
  readonly answer: Answer;
};

/** A client that asks the engine for the units of every command and keeps them. */
export const meter = ({ client }: Pick<Table, 'client'>) => {
  let sent: Sent[] = [];
  const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    command.input['ReturnConsumedCapacity'] = 'INDEXES';
    const answer = (await client.send(command as never)) as Answer;
    const units = [answer.ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
    sent.push({ name: command.constructor.name, input: command.input, units, answer });
    return answer;
  };
  /** What was sent since the last look. */
  const take = (): Sent[] => {
    const taken = sent;
    sent = [];
    return taken;
  };
  return { client: { send } as unknown as Table['client'], take };
};

const isWrite = ({ name }: Sent) => /^(Put|Update|Delete|TransactWrite)/.test(name);
export const writeUnits = (sent: readonly Sent[]): number =>
  sent.filter(isWrite).reduce((sum, { units }) => sum + units, 0);
export const readUnits = (sent: readonly Sent[]): number =>
  sent.filter((one) => !isWrite(one)).reduce((sum, { units }) => sum + units, 0);
