import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';

/** The attribute values of an item or of an expression's placeholders. */
export type Values = Readonly<Record<string, unknown>>;
export type Bindings = { readonly names: Readonly<Record<string, string>>; readonly values: Values };

export const invalid = (message: string): DynamoDBServiceException =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata: {}, message });
/** What the table's code has never used: the memory table does not guess how the engine would answer. */
export const unknown = (what: string): Error => new Error(`the memory table does not know ${what}`);

export type Operand = (item: Values, bound: Bindings) => unknown;

/** Attribute names known not to be reserved words; every other one needs a placeholder. */
const plainNames = new Set(
  'pk sk leftRupiah committedRupiah productId merchantId agencyId agencyName orderVersion card person'.split(' '),
);

/** The words of an expression, taken one after the other. */
const tokensOf = (text: string): string[] => {
  const tokens = text.match(/[#:]?[A-Za-z_][A-Za-z0-9_]*(?:\.#?[A-Za-z_][A-Za-z0-9_]*)*|<>|<=|>=|[=<>(),+-]|\S/g) ?? [];
  const odd = tokens.find(
    (token) => !/^([#:]?[A-Za-z_][A-Za-z0-9_]*(\.#?[A-Za-z_][A-Za-z0-9_]*)*|<=|>=|[=<>(),+-])$/.test(token),
  );
  if (odd !== undefined) throw unknown(`'${odd}' in an expression`);
  return tokens;
};

export const reader = (text: string) => {
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
export type Reader = ReturnType<typeof reader>;

export const nameOf = (token: string, { names }: Bindings): string => {
  if (!token.startsWith('#')) return token;
  const name = names[token];
  if (name === undefined)
    throw invalid(`An expression attribute name used in the document path is not defined; attribute name: ${token}`);
  return name;
};
export const boundValue = (token: string, { values }: Bindings): unknown => {
  if (!(token in values))
    throw invalid(`An expression attribute value used in expression is not defined; attribute value: ${token}`);
  return values[token];
};
export const path = (token: string): string[] => {
  const parts = token.split('.');
  if (parts.some((part) => !part.startsWith('#') && !plainNames.has(part))) throw unknown(`the path '${token}'`);
  return parts;
};
export const found = (item: Values, parts: readonly string[], bound: Bindings): unknown =>
  parts.reduce<unknown>((value, part) => (value as Values | undefined)?.[nameOf(part, bound)], item);

export const operand = (read: Reader): Operand => {
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

/** Each text is read once, however often it is asked with. */
export const once = <T>(parse: (text: string) => T) => {
  const parsed = new Map<string, T>();
  return (text: string): T => {
    const found = parsed.get(text) ?? parse(text);
    parsed.set(text, found);
    return found;
  };
};
export const toTheEnd = <T>(read: Reader, part: T): T => {
  if (!read.done()) throw unknown(`the rest of: ${read.text}`);
  return part;
};

const placeholdersOf = once((text: string): readonly string[] => text.match(/[#:][A-Za-z0-9_]+/g) ?? []);
/** The engine refuses placeholders that no expression uses. */
export const requireUsed = (expressions: readonly string[], { names, values }: Bindings): void => {
  const used = expressions.map(placeholdersOf);
  for (const [kind, given] of [
    ['Names', names],
    ['Values', values],
  ] as const)
    for (const placeholder of Object.keys(given))
      if (!used.some((known) => known.includes(placeholder)))
        throw invalid(`Value provided in ExpressionAttribute${kind} unused in expressions: keys: {${placeholder}}`);
};
