import {
  type Bindings,
  found,
  invalid,
  nameOf,
  type Operand,
  once,
  operand,
  path,
  type Reader,
  reader,
  unknown,
  type Values,
} from './expression.ts';

type Assignment = { readonly target: string; readonly value: Operand };

const arithmetic = (value: unknown): number => {
  if (value === undefined)
    throw invalid('The provided expression refers to an attribute that does not exist in the item');
  if (typeof value !== 'number') throw invalid('An operand in the update expression has an incorrect data type');
  return value;
};
const assignment = (read: Reader): Assignment => {
  const [target = '', ...deeper] = path(read.next());
  if (deeper.length > 0) throw unknown('an assignment inside an attribute');
  read.expect('=');
  const left = operand(read);
  const sign = read.take('+') ? 1 : read.take('-') ? -1 : 0;
  if (sign === 0) {
    const value: Operand = (item, bound) => {
      const found = left(item, bound);
      if (found === undefined)
        throw invalid('The provided expression refers to an attribute that does not exist in the item');
      return found;
    };
    return { target, value };
  }
  const right = operand(read);
  return { target, value: (item, bound) => arithmetic(left(item, bound)) + sign * arithmetic(right(item, bound)) };
};

/** The set an attribute is, or the empty one where it is not there. */
const textsOf = (value: unknown): ReadonlySet<string> => {
  if (value !== undefined && !(value instanceof Set))
    throw invalid('An operand in the update expression has an incorrect data type');
  return value ?? new Set();
};

/** `ADD a :b`: an attribute that is not there counts from nothing, or is the empty set. */
const addition = (read: Reader): Assignment => {
  const [target = '', ...deeper] = path(read.next());
  if (deeper.length > 0) throw unknown('an addition inside an attribute');
  const amount = operand(read);
  return {
    target,
    value: (item, bound) => {
      const [known, more] = [found(item, [target], bound), amount(item, bound)];
      if (more instanceof Set) return new Set([...textsOf(known), ...more]);
      return arithmetic(known ?? 0) + arithmetic(more);
    },
  };
};

/** `REMOVE a`: what is not there stays away. */
const omission = (read: Reader): Assignment => {
  const [target = '', ...deeper] = path(read.next());
  if (deeper.length > 0) throw unknown('an omission inside an attribute');
  return {
    target,
    value: (_, bound) => {
      if (['pk', 'sk'].includes(nameOf(target, bound))) throw unknown('a key that is taken away');
      return undefined;
    },
  };
};

/** `DELETE a :b`: takes texts out of a set; one that comes to nothing is gone. */
const removal = (read: Reader): Assignment => {
  const [target = '', ...deeper] = path(read.next());
  if (deeper.length > 0) throw unknown('a removal inside an attribute');
  const gone = operand(read);
  return {
    target,
    value: (item, bound) => {
      const taken = textsOf(gone(item, bound));
      const left = [...textsOf(found(item, [target], bound))].filter((text) => !taken.has(text));
      return left.length === 0 ? undefined : new Set(left);
    },
  };
};

const clauses = { SET: assignment, ADD: addition, DELETE: removal, REMOVE: omission } as const;

/** `SET a = b + :c, …`, `ADD d :e, …`, `DELETE f :g, …`, `REMOVE h, …`, each at most once: every right side sees the item as it was. */
export const updateOf = once((text) => {
  const read = reader(text);
  const assignments: Assignment[] = [];
  const left = new Set(Object.keys(clauses) as (keyof typeof clauses)[]);
  while (!read.done()) {
    const clause = [...left].find((word) => read.take(word));
    if (!clause) throw unknown(`the rest of: ${text}`);
    left.delete(clause);
    do assignments.push(clauses[clause](read));
    while (read.take(','));
  }
  if (assignments.length === 0) throw unknown('an update of nothing');
  return (item: Values, bound: Bindings): Values => {
    const changed = assignments.map(({ target, value }) => [nameOf(target, bound), value(item, bound)] as const);
    return { ...item, ...Object.fromEntries(changed) };
  };
});
