import { only, type Part } from './commands.ts';
import { invalid, unknown } from './expression.ts';
import type { Item } from './item.ts';
import { Unmet } from './refusals.ts';

/*
 * PartiQL as far as shared/table speaks it: a batch of insertions, each for itself.
 */

type Statement = { Statement: string; Parameters: unknown[] };
const INSERTION = /^INSERT INTO "([^"]+)" VALUE \{((?:'\w+': \?(?:, (?!\}))?)+)\}$/;

/** The put that an insertion is. */
const putOf = (statement: Statement): Part & { Item: Item } => {
  only(statement, ['Statement', 'Parameters']);
  const [, TableName, shape] = INSERTION.exec(statement.Statement) ?? [];
  if (TableName === undefined || shape === undefined) throw unknown(`the statement ${statement.Statement}`);
  const names = [...shape.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  if (names.length !== statement.Parameters.length) throw unknown('another number of parameters than of attributes');
  const Item = Object.fromEntries(names.map((name, at) => [name, statement.Parameters[at]]));
  return { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' };
};

/** The puts of a batch, checked as the engine checks it. */
export const insertionsOf = (input: { Statements: Statement[] }): (Part & { Item: Item })[] => {
  only(input, ['Statements']);
  const { Statements: statements } = input;
  if (statements.length === 0 || statements.length > 25)
    throw invalid('Statements failed to satisfy constraint: Member must have length between 1 and 25');
  const puts = statements.map(putOf);
  if (new Set(puts.map(({ Item: { pk, sk } }) => `${pk} ${sk}`)).size < puts.length)
    throw invalid('Provided list of item keys contains duplicates');
  return puts;
};

/** What the engine says of one insertion: nothing when it was done. */
export const answerOf = (plan: object, TableName: string): object =>
  plan instanceof Unmet
    ? { Error: { Code: 'DuplicateItem', Message: 'Duplicate primary key exists in table' }, TableName }
    : { TableName };
