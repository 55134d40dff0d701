import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { compareBytes } from './sorted.ts';

/** The attribute values of an item or of an expression's placeholders. */
export type Values = Readonly<Record<string, unknown>>;
export type Bindings = { readonly names: Readonly<Record<string, string>>; readonly values: Values };

export const invalid = (message: string): DynamoDBServiceException =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata: {}, message });
/** What the table's code has never used: the memory table does not guess how the engine would answer. */
export const unknown = (what: string): Error => new Error(`the memory table does not know ${what}`);

type Operand = (item: Values, bound: Bindings) => unknown;
type Test = (item: Values, bound: Bindings) => boolean;
type Assignment = { readonly target: string; readonly value: Operand };

/** Attribute names known not to be reserved words; every other one needs a placeholder. */
const plainNames = new Set(['pk', 'sk', 'leftRupiah', 'committedRupiah', 'productId', 'merchantId', 'orderVersion']);

const tokensOf = (text: string): string[] => {
  const tokens = text.match(/[#:]?[A-Za-z_][A-Za-z0-9_]*(?:\.#?[A-Za-z_][A-Za-z0-9_]*)*|<>|<=|>=|[=<>(),+-]|\S/g) ?? [];
  const odd = tokens.find(
    (token) => !/^([#:]?[A-Za-z_][A-Za-z0-9_]*(\.#?[A-Za-z_][A-Za-z0-9_]*)*|<=|>=|[=<>(),+-])$/.test(token),
  );
  if (odd !== undefined) throw unknown(`'${odd}' in an expression`);
  return tokens;
};

const reader = (text: string) => {
  const tokens = tokensOf(text);
  let at = 0;
  const is = (word: string) => tokens[at]?.toUpperCase() === word;
  const take = (word: string): boolean => {
    if (!is(word)) return false;
    at += 1;
    return true;
  };
  const expect = (word: string) => {
    if (!take(word)) throw unknown(`'${tokens[at] ?? 'the end'}' where ${word} is expected in: ${text}`);
  };
  const next = (): string => tokens[at++] ?? '';
  return { take, expect, next, done: () => at === tokens.length, text };
};
type Reader = ReturnType<typeof reader>;

const nameOf = (token: string, { names }: Bindings): string => {
  if (!token.startsWith('#')) return token;
  const name = names[token];
  if (name === undefined)
    throw invalid(`An expression attribute name used in the document path is not defined; attribute name: ${token}`);
  return name;
};
const boundValue = (token: string, { values }: Bindings): unknown => {
  if (!(token in values))
    throw invalid(`An expression attribute value used in expression is not defined; attribute value: ${token}`);
  return values[token];
};
const path = (token: string): string[] => {
  const parts = token.split('.');
  if (parts.some((part) => !part.startsWith('#') && !plainNames.has(part))) throw unknown(`the path '${token}'`);
  return parts;
};
const found = (item: Values, parts: readonly string[], bound: Bindings): unknown =>
  parts.reduce<unknown>((value, part) => (value as Values | undefined)?.[nameOf(part, bound)], item);

const operand = (read: Reader): Operand => {
  const token = read.next();
  if (token.startsWith(':')) return (_, bound) => boundValue(token, bound);
  if (token === 'size') {
    read.expect('(');
    const sized = path(read.next());
    read.expect(')');
    return (item, bound) => sizeOf(found(item, sized, bound));
  }
  if (token !== 'if_not_exists') {
    const known = path(token);
    return (item, bound) => found(item, known, bound);
  }
  read.expect('(');
  const wanted = path(read.next());
  read.expect(',');
  const otherwise = operand(read);
  read.expect(')');
  return (item, bound) => found(item, wanted, bound) ?? otherwise(item, bound);
};

/** How many texts a set has. Of what is not there the engine knows no size, and no comparison with it holds. */
const sizeOf = (value: unknown): number | undefined => {
  if (value !== undefined && !(value instanceof Set)) throw unknown('the size of anything but a set');
  return value?.size;
};

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

const once = <T>(parse: (text: string) => T) => {
  const parsed = new Map<string, T>();
  return (text: string): T => {
    const found = parsed.get(text) ?? parse(text);
    parsed.set(text, found);
    return found;
  };
};
const whole = <T>(read: Reader, part: T): T => {
  if (!read.done()) throw unknown(`the rest of: ${read.text}`);
  return part;
};

export const conditionOf = once((text): Test => {
  const read = reader(text);
  return whole(read, either(read));
});

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

const clauses = { SET: assignment, ADD: addition, DELETE: removal } as const;

/** `SET a = b + :c, …`, `ADD d :e, …` and `DELETE f :g, …`, each at most once: every right side sees the item as it was. */
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
  return whole(read, (bound: Bindings) => ({
    partition: nameOf(partition[0] ?? '', bound),
    sort: nameOf(sort[0] ?? '', bound),
    pk: boundValue(wanted, bound),
    from: boundValue(from, bound),
    to: boundValue(to, bound),
  }));
});

/** `pk, #a, #b.#c`: the named attributes alone, at most one level deep. A map of which nothing is named or there is gone. */
export const projectionOf = once((text) => {
  const read = reader(text);
  const wanted = [path(read.next())];
  while (read.take(',')) wanted.push(path(read.next()));
  if (wanted.some((parts) => parts.length > 2)) throw unknown(`a path so deep: ${text}`);
  return whole(read, (item: Values, bound: Bindings): Values => {
    const shown: Record<string, unknown> = {};
    for (const parts of wanted) {
      const value = found(item, parts, bound);
      const [first = '', second] = parts.map((part) => nameOf(part, bound));
      if (value === undefined) continue;
      shown[first] = second === undefined ? value : { ...(shown[first] as Values | undefined), [second]: value };
    }
    return shown;
  });
});

/** The engine refuses placeholders that no expression uses. */
export const requireUsed = (expressions: readonly string[], { names, values }: Bindings): void => {
  const used = new Set(expressions.flatMap((text) => text.match(/[#:][A-Za-z0-9_]+/g) ?? []));
  for (const [kind, given] of [
    ['Names', names],
    ['Values', values],
  ] as const)
    for (const placeholder of Object.keys(given))
      if (!used.has(placeholder))
        throw invalid(`Value provided in ExpressionAttribute${kind} unused in expressions: keys: {${placeholder}}`);
};
