import { type Action, only, options, type Part } from './commands.ts';
import { invalid } from './expression.ts';
import { keyOf } from './item.ts';

/** The parts of a transaction as DynamoDB takes them: one action each, of different items, a hundred at most. */
export const transactionOf = (
  items: readonly Partial<Record<Action, Part>>[],
): { readonly action: Action; readonly part: Part }[] => {
  if (items.length === 0 || items.length > 100)
    throw invalid('transactItems failed to satisfy constraint: Member must have length between 1 and 100');
  const parts = items.map((entry) => {
    const [first, ...more] = Object.entries(entry) as [Action, Part][];
    if (!first || more.length > 0) throw invalid('A transaction item holds exactly one action');
    only(first[1], options[first[0]]);
    return { action: first[0], part: first[1] };
  });
  const keys = parts.map(({ action, part }) => keyOf((action === 'Put' ? part.Item : part.Key) ?? {}));
  if (new Set(keys.map(({ pk, sk }) => `${pk} ${sk}`)).size < keys.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
  return parts;
};
