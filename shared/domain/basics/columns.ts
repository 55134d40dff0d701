type Numbers = Uint8Array | Uint16Array | Uint32Array;
type Column = { readonly inside: string; readonly name: string; readonly values: readonly unknown[]; numbers: Numbers };

/** Rows of one shape, kept as columns: each different value of a field once, and by row only its number. */
export type Columns<T> = {
  readonly length: number;
  /** The row as it was, made again; lists in it are shared with other rows. */
  readonly at: (row: number) => T;
};

const isInner = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As few bytes a row as so many different values need. */
const narrowed = (numbers: Uint32Array, values: number): Numbers =>
  values < 0x100 ? Uint8Array.from(numbers) : values < 0x1_0000 ? Uint16Array.from(numbers) : numbers;

/** Which field a value is of, by the object it stands in, if not the row itself. */
const fieldsOf = (row: object): [inside: string, name: string, value: unknown][] =>
  Object.entries(row).flatMap(([name, value]): [string, string, unknown][] =>
    isInner(value)
      ? Object.entries(value).map(([inner, one]): [string, string, unknown] => [name, inner, one])
      : [['', name, value]],
  );

/**
 * Keeps rows in a fraction of what they take as objects. A field may hold a plain value, a list, or an object of such; a
 * field that is left out stays left out.
 */
export const columnsOf = <T extends object>(rows: readonly T[]): Columns<T> => {
  const made = new Map<string, { column: Column & { values: unknown[] }; known: Map<unknown, number> }>();
  for (const [row, one] of rows.entries())
    for (const [inside, name, value] of fieldsOf(one)) {
      if (value === undefined) continue;
      const path = `${inside}.${name}`;
      let field = made.get(path);
      if (!field) {
        // Number 0 is no value at all.
        const column = { inside, name, values: [undefined] as unknown[], numbers: new Uint32Array(rows.length) };
        field = { column, known: new Map() };
        made.set(path, field);
      }
      const { column, known } = field;
      const key = Array.isArray(value) ? JSON.stringify(value) : value;
      let number = known.get(key);
      if (number === undefined) {
        number = column.values.push(value) - 1;
        known.set(key, number);
      }
      column.numbers[row] = number;
    }
  const columns = [...made.values()].map(({ column }) => ({
    ...column,
    numbers: narrowed(column.numbers as Uint32Array, column.values.length),
  }));
  return {
    length: rows.length,
    at: (row) => {
      const whole: Record<string, unknown> = {};
      for (const { inside, name, values, numbers } of columns) {
        const number = numbers[row] as number;
        if (number === 0) continue;
        if (inside === '') whole[name] = values[number];
        else {
          whole[inside] ??= {};
          (whole[inside] as Record<string, unknown>)[name] = values[number];
        }
      }
      return whole as T;
    },
  };
};
