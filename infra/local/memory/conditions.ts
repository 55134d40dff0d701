import {
  type Bindings,
  boundValue,
  found,
  nameOf,
  once,
  operand,
  path,
  type Reader,
  reader,
  toTheEnd,
  unknown,
  type Values,
} from './expression.ts';
import { compareBytes } from './sorted.ts';

type Test = (item: Values, bound: Bindings) => boolean;

const compared: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
const order = (left: unknown, right: unknown): number | undefined => {
  if (typeof left !== typeof right) return undefined;
  if (typeof left === 'number') return left - (right as number);
  // Truth is equal or not; it has no order.
  if (typeof left === 'boolean') return left === right ? 0 : undefined;
  return typeof left === 'string' ? compareBytes(left, right as string) : undefined;
};

const simple = (read: Reader): Test => {
  if (read.take('(')) {
    const inner = either(read);
    read.expect(')');
    return inner;
  }
  for (const exists of [true, false]) {
    if (!read.take(exists ? 'ATTRIBUTE_EXISTS' : 'ATTRIBUTE_NOT_EXISTS')) continue;
    read.expect('(');
    const wanted = path(read.next());
    read.expect(')');
    return (item, bound) => (found(item, wanted, bound) !== undefined) === exists;
  }
  const left = operand(read);
  const sign = read.next();
  const holds = compared[sign];
  if (!holds) throw unknown(`the comparison '${sign}'`);
  const right = operand(read);
  return (item, bound) => {
    const sides = order(left(item, bound), right(item, bound));
    return sides !== undefined && holds(sides);
  };
};
const both = (read: Reader): Test => {
  let test = simple(read);
  while (read.take('AND')) {
    const [left, right] = [test, simple(read)];
    test = (item, bound) => left(item, bound) && right(item, bound);
  }
  return test;
};
const either = (read: Reader): Test => {
  let test = both(read);
  while (read.take('OR')) {
    const [left, right] = [test, both(read)];
    test = (item, bound) => left(item, bound) || right(item, bound);
  }
  return test;
};

/** `attribute_not_exists(pk) or #v < :v`: whether a write may be made of an item as it stands. */
export const conditionOf = once((text): Test => {
  const read = reader(text);
  return toTheEnd(read, either(read));
});

/** `#p = :p and #s between :from and :to`: the one shape in which the table's lists ask. */
export const keyConditionOf = once((text) => {
  const read = reader(text);
  const partition = path(read.next());
  read.expect('=');
  const wanted = read.next();
  read.expect('AND');
  const sort = path(read.next());
  read.expect('BETWEEN');
  const from = read.next();
  read.expect('AND');
  const to = read.next();
  return toTheEnd(read, (bound: Bindings) => ({
    partition: nameOf(partition[0] ?? '', bound),
    sort: nameOf(sort[0] ?? '', bound),
    pk: boundValue(wanted, bound),
    from: boundValue(from, bound),
    to: boundValue(to, bound),
  }));
});
