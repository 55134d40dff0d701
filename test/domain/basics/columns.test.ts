import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../shared/domain/basics/columns.ts';

const plain = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);
const row = fc.record(
  { name: plain, price: fc.integer(), inner: fc.record({ a: plain, b: plain }, { requiredKeys: ['a'] }) },
  { requiredKeys: ['name', 'inner'] },
);

describe('rows in columns', () => {
  test('are the rows that were put in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
        const columns = columnsOf(rows);
        expect(columns.length).toBe(rows.length);
        expect(Array.from({ length: columns.length }, (_, at) => columns.at(at))).toEqual(rows);
      }),
    );
  });

  test('hold as many different values as there are rows', () => {
    for (const count of [255, 256, 257, 65_535, 65_536, 70_000]) {
      const columns = columnsOf(Array.from({ length: count }, (_, at) => ({ at })));
      for (const at of [0, 254, 255, count - 1]) expect(columns.at(at % count)).toEqual({ at: at % count });
    }
  });
});
