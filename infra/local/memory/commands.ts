import { type IndexName, indexes } from '../../../shared/table/engine/schema.ts';
import { keyConditionOf } from './conditions.ts';
import { type Bindings, invalid, requireUsed, unknown } from './expression.ts';
import type { Item } from './item.ts';
import { compareBytes } from './sorted.ts';

/*
 * What may be asked of the table in memory: the options of each command, and a query checked as the engine checks it.
 */

export type Part = {
  TableName: string;
  Key?: Item;
  Item?: Item;
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
};
export type Projected = { ProjectionExpression?: string; ExpressionAttributeNames?: Record<string, string> };
export type Action = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

export const only = (input: object, known: readonly string[]): void => {
  const odd = Object.keys(input).find(
    (name) => (input as Readonly<Record<string, unknown>>)[name] !== undefined && !known.includes(name),
  );
  if (odd !== undefined) throw unknown(`the option ${odd}`);
};
const writing = ['TableName', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];
export const options: Record<Action, readonly string[]> = {
  Put: [...writing, 'ReturnValuesOnConditionCheckFailure', 'Item'],
  Update: [...writing, 'ReturnValuesOnConditionCheckFailure', 'Key', 'UpdateExpression'],
  Delete: [...writing, 'ReturnValuesOnConditionCheckFailure', 'Key'],
  ConditionCheck: [...writing, 'ReturnValuesOnConditionCheckFailure', 'Key'],
};
const querying = [
  'IndexName',
  'KeyConditionExpression',
  'ProjectionExpression',
  'ScanIndexForward',
  'Limit',
  'ConsistentRead',
];

/** A query as it is asked, checked as the engine checks it. */
export type Query = {
  TableName: string;
  IndexName?: IndexName;
  KeyConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
  ScanIndexForward?: boolean;
  Limit?: number;
  ConsistentRead?: boolean;
  ProjectionExpression?: string;
};
const rangeOf = ({ KeyConditionExpression: condition, IndexName: index }: Query, bound: Bindings) => {
  const { partition, sort, pk, from, to } = keyConditionOf(condition)(bound);
  const names = index ? indexes[index] : { partition: 'pk', sort: 'sk' };
  if (partition !== names.partition || sort !== names.sort) throw invalid('Query condition missed key schema element');
  if (typeof pk !== 'string' || typeof from !== 'string' || typeof to !== 'string')
    throw invalid('Condition parameter type does not match schema type');
  // AWS refuses empty strings for keys; the local engine lets them pass here, so this is stricter on purpose.
  if (pk === '' || from === '' || to === '') throw invalid('A key attribute cannot contain an empty string value');
  if (compareBytes(from, to) > 0)
    throw invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound');
  return { partition, sort, pk, from, to };
};
export const queryOf = (input: Query) => {
  only(input, [...querying, 'TableName', 'ExpressionAttributeNames', 'ExpressionAttributeValues']);
  const { IndexName: index, Limit: limit = 1000, ScanIndexForward: forward = true } = input;
  if (limit < 1) throw invalid('Limit must be greater than or equal to 1');
  if (index && !indexes[index]) throw invalid('The table does not have the specified index');
  if (index && input.ConsistentRead) throw invalid('Consistent reads are not supported on global secondary indexes');
  const bound = { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
  const { KeyConditionExpression: condition, ProjectionExpression: wanted } = input;
  requireUsed(wanted === undefined ? [condition] : [condition, wanted], bound);
  return { index, limit, forward, wanted, bound, range: rangeOf(input, bound) };
};
