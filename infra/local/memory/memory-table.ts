import { isDeepStrictEqual } from 'node:util';
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/table/engine/table.ts';
import { type Action, only, options, type Part, type Projected, type Query, queryOf } from './commands.ts';
import { conditionOf } from './conditions.ts';
import { invalid, requireUsed, unknown } from './expression.ts';
import { type Item, keyOf, stored, takenApart } from './item.ts';
import { Kept, noShelf, type Shelf } from './kept.ts';
import { type Change, copied, Lists, type Partitions, type Shown } from './lists.ts';
import { projectionOf, shownOf } from './projections.ts';
import { cancelled, refused, Unmet } from './refusals.ts';
import { Sorted } from './sorted.ts';
import { answerOf, insertionsOf } from './statements.ts';
import { transactionOf } from './transaction.ts';
import { updateOf } from './updates.ts';

type Outcome = { key: Item; before: Item | undefined; after: Item | undefined };
type Given = { readonly [name: string]: unknown };
type Command = { readonly input: object };

/**
 * DynamoDB in memory, of exactly the commands, options and expressions that shared/table uses; anything else is refused
 * rather than guessed. memory-table.test.ts holds it against the real engine. It decides at once: who wants commands to
 * wait, fail or get lost wraps `execute`.
 */
export class MemoryTable {
  readonly name: string;
  /** Called with the changes of one write, in order, after it happened. */
  onCommit: (changes: readonly Change[]) => void = () => {};
  /** When set, a write waits here instead of reaching the indexes: `catchUp` lets it through. */
  lagging = false;
  readonly #items: Partitions;
  readonly #lists: Lists;
  readonly #shelf: Shelf;
  #waiting: Shown[] = [];
  #tokens = new Set<string>();

  /** A copy of a table (`from`) shares its items; a shelf takes what would be too much for memory. */
  constructor(name = 'memory', from?: MemoryTable, shelf = noShelf) {
    this.name = name;
    this.#shelf = shelf;
    this.#items = from ? copied(from.#items) : new Map();
    this.#lists = from ? new Lists(from.#lists) : new Lists();
  }

  get client(): Table['client'] {
    const send = async (command: Command) => this.execute(command);
    return { send } as unknown as Table['client'];
  }

  /** Everything in the table, in no promised order. */
  *all(): Generator<Item> {
    for (const partition of this.#items.values())
      for (const { value } of partition.entries) yield this.#shelf.looked(value);
  }
  get(pk: string, sk: string): Item | undefined {
    const kept = this.#items.get(pk)?.get(sk);
    return kept && this.#shelf.item(kept);
  }
  /** A quiet moment: what nobody asked for lately goes to the shelf, and transactions long answered are not known any more. */
  rest(): void {
    this.#shelf.rest();
    this.#tokens.clear();
  }
  /** How many changes the indexes have not seen. */
  get behind(): number {
    return this.#waiting.length;
  }
  /** Lets one waiting change of the item at this index (or all of them) through to the indexes; order per item is kept. */
  catchUp(index?: number): void {
    if (index === undefined) {
      for (const change of this.#waiting.splice(0)) this.#lists.follow(change);
      return;
    }
    const key = this.#waiting[index]?.key;
    const first = this.#waiting.findIndex((change) => change.key === key);
    for (const change of first < 0 ? [] : this.#waiting.splice(first, 1)) this.#lists.follow(change);
  }

  execute(command: Command): Given {
    const { input } = command as { input: never };
    if (command instanceof GetCommand) return this.#get(input);
    if (command instanceof BatchGetCommand) return this.#batchGet(input);
    if (command instanceof QueryCommand) return this.#query(input);
    if (command instanceof PutCommand) return this.#write('Put', input);
    if (command instanceof UpdateCommand) return this.#write('Update', input);
    if (command instanceof DeleteCommand) return this.#write('Delete', input);
    if (command instanceof TransactWriteCommand) return this.#transact(input);
    if (command instanceof BatchExecuteStatementCommand) return this.#insertEach(input);
    throw unknown(`the command ${command.constructor.name}`);
  }

  #mine(tableName: string): void {
    if (tableName !== this.name) throw unknown(`the table ${tableName}`);
  }
  #find(key: Item): Item | undefined {
    return this.get(key['pk'] as string, key['sk'] as string);
  }
  #get(input: { TableName: string; Key: Item }): Given {
    only(input, ['TableName', 'Key', 'ConsistentRead']);
    this.#mine(input.TableName);
    const found = this.#find(keyOf(input.Key));
    return found ? { Item: found } : {};
  }

  #batchGet(input: { RequestItems: Record<string, { Keys: Item[] } & Projected> }): Given {
    only(input, ['RequestItems']);
    const asked = Object.entries(input.RequestItems);
    const [first] = asked;
    if (asked.length !== 1 || !first) throw unknown('a batch over other than one table');
    const [tableName, request] = first;
    only(request, ['Keys', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames']);
    this.#mine(tableName);
    if (request.Keys.length === 0 || request.Keys.length > 100)
      throw invalid('Keys failed to satisfy constraint: Member must have length between 1 and 100');
    const keys = request.Keys.map(keyOf);
    if (new Set(keys.map(({ pk, sk }) => `${pk} ${sk}`)).size < keys.length)
      throw invalid('Provided list of item keys contains duplicates');
    const bound = { names: request.ExpressionAttributeNames ?? {}, values: {} };
    const { ProjectionExpression: wanted } = request;
    requireUsed(wanted === undefined ? [] : [wanted], bound);
    const found = keys.flatMap((key) => {
      const item = this.#find(key);
      return item ? [wanted === undefined ? item : projectionOf(wanted)(item, bound)] : [];
    });
    return { Responses: { [tableName]: found }, UnprocessedKeys: {} };
  }

  #query(input: Query): Given {
    const { index, limit, forward, wanted, bound, range } = queryOf(input);
    this.#mine(input.TableName);
    const { partition, sort, pk, from, to } = range;
    const kept = (index ? this.#lists.of(index) : this.#items).get(pk)?.between(from, to, limit, !forward) ?? [];
    // A list of everything there is would otherwise bring all of it back.
    const whole = kept.map((one) => this.#shelf.looked(one));
    const items = index ? whole.map((item) => shownOf(item, index)) : whole;
    const last = items.length === limit ? items.at(-1) : undefined;
    const keys = last && ['pk', 'sk', partition, sort].map((name) => [name, last[name]]);
    return {
      // An entry of a list is its reader's own, to be put together with its cards; an item is the one that is kept.
      Items: items.map((item) => {
        const asked = wanted === undefined ? item : projectionOf(wanted)(item, bound);
        return index ? takenApart(asked) : asked;
      }),
      Count: items.length,
      ScannedCount: items.length,
      ...(keys ? { LastEvaluatedKey: Object.fromEntries(keys) } : {}),
    };
  }

  /** What a write would do, or Unmet; nothing happens yet. */
  #plan(action: Action, part: Part): Outcome | Unmet {
    const bound = { names: part.ExpressionAttributeNames ?? {}, values: part.ExpressionAttributeValues ?? {} };
    const expressions = [part.ConditionExpression, part.UpdateExpression].filter((text) => text !== undefined);
    requireUsed(expressions, bound);
    const whole = action === 'Put' ? stored(part.Item ?? {}) : undefined;
    const key = whole ?? keyOf(part.Key ?? {});
    const before = this.#find(key);
    if (part.ConditionExpression !== undefined && !conditionOf(part.ConditionExpression)(before ?? {}, bound))
      return new Unmet(part.ReturnValuesOnConditionCheckFailure ? before : undefined);
    if (action === 'ConditionCheck') return { key, before, after: before };
    if (action !== 'Update') return { key, before, after: whole };
    const changed = updateOf(part.UpdateExpression ?? '')(before ?? key, bound);
    if (changed['pk'] !== key['pk'] || changed['sk'] !== key['sk'])
      throw invalid('Cannot update attribute. This attribute is part of the key');
    return { key, before, after: stored(changed) };
  }

  #write(action: Action, input: Part): Given {
    only(input, options[action]);
    this.#mine(input.TableName);
    const plan = this.#plan(action, input);
    if (plan instanceof Unmet) throw refused(plan);
    this.#apply([plan]);
    return {};
  }

  /** Each for itself: what one meets is no matter of the others. */
  #insertEach(input: Parameters<typeof insertionsOf>[0]): Given {
    const one = (part: Part) => {
      this.#mine(part.TableName);
      const plan = this.#plan('Put', part);
      if (!(plan instanceof Unmet)) this.#apply([plan]);
      return answerOf(plan, part.TableName);
    };
    return { Responses: insertionsOf(input).map(one) };
  }

  #transact(input: { TransactItems: Partial<Record<Action, Part>>[]; ClientRequestToken?: string }): Given {
    only(input, ['TransactItems', 'ClientRequestToken']);
    if (input.ClientRequestToken && this.#tokens.has(input.ClientRequestToken)) return {};
    const parts = transactionOf(input.TransactItems);
    for (const { part } of parts) this.#mine(part.TableName);
    const plans = parts.map(({ action, part }) => {
      try {
        return this.#plan(action, part);
      } catch (error) {
        // What can only be seen beside the item is a reason of the cancellation; the rest is refused outright.
        if (
          !(error as Error).message.includes('update expression') &&
          !(error as Error).message.includes('not exist in')
        )
          throw error;
        return error as Error;
      }
    });
    const done = plans.filter((plan) => !(plan instanceof Unmet) && !(plan instanceof Error)) as Outcome[];
    if (done.length < plans.length) throw cancelled(plans);
    if (input.ClientRequestToken) this.#tokens.add(input.ClientRequestToken);
    this.#apply(done);
    return {};
  }

  #apply(outcomes: readonly Outcome[]): void {
    const changes: Shown[] = [];
    for (const { key, before, after } of outcomes) {
      // A write that changes nothing leaves no trace in the stream.
      if (before === after || isDeepStrictEqual(before, after)) continue;
      const [pk, sk] = [key['pk'] as string, key['sk'] as string];
      const partition = this.#items.get(pk) ?? new Sorted<Kept>();
      this.#items.set(pk, partition);
      const [old, kept] = [partition.get(sk), after && new Kept(after)];
      if (old) old.gone = true;
      if (kept) {
        this.#shelf.keep(kept);
        partition.set(sk, '', kept);
      } else partition.delete(sk);
      changes.push({ key: `${pk} ${sk}`, before, after, kept });
    }
    if (this.lagging) this.#waiting.push(...changes);
    else for (const change of changes) this.#lists.follow(change);
    if (changes.length > 0) this.onCommit(changes);
  }
}
