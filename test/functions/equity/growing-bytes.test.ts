import { expect, test } from 'vitest';
import { growingBytes } from '../../../functions/equity/close/growing-bytes.ts';

test('bytes follow each other, also beyond the room they began with', () => {
  const parts = [[1, 2, 3], [], [4], Array.from({ length: 40 }, (_, at) => at), [5, 6]].map((part) =>
    Uint8Array.from(part),
  );
  for (const room of [0, 1, 4, 46, 1 << 10]) {
    const bytes = growingBytes(room);
    for (const part of parts) bytes.add(part);
    expect([...bytes.all()]).toEqual(parts.flatMap((part) => [...part]));
    bytes.empty();
    expect(bytes.all()).toHaveLength(0);
  }
});
