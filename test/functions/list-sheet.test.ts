import { describe, expect, test } from 'vitest';
import { listSheet } from '../../functions/print/list-sheet.ts';
import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import { SHEET_ROWS } from '../../shared/contract/route/sheet.ts';
import { testWorld } from '../engine.ts';

describe('a list as a file', () => {
  test('ends after ten thousand rows and goes on in the next, each row once', async () => {
    const world = await testWorld();
    const [rows, reads] = [2 * SHEET_ROWS + 150, [] as number[]];
    const read = async (cursor: string | undefined) => {
      const from = Number(cursor ?? 0);
      reads.push(from);
      const items = Array.from({ length: Math.min(PAGE_LIMIT, rows - from) }, (_, at) => ({ row: from + at }));
      return { items, next: from + items.length < rows ? String(from + items.length) : null };
    };
    const sheet = {
      city: { cityCode: '35.73', name: 'Kota Malang', zone: 'Asia/Jakarta' } as never,
      file: 'usaha',
      title: 'Usaha',
      says: 'semua',
      columns: [['Baris', ({ row }: { row: number }) => row]] as const,
    };
    const found: string[] = [];
    const sizes: number[] = [];
    for (let cursor: string | undefined | null; cursor !== null; ) {
      const { bytes, next } = await listSheet(world, sheet, { format: 'csv', cursor }, read);
      const [, ...lines] = Buffer.from(bytes).toString('utf8').trimEnd().split('\r\n');
      sizes.push(lines.length);
      found.push(...lines);
      cursor = next ?? null;
    }
    expect(sizes).toEqual([SHEET_ROWS, SHEET_ROWS, 150]);
    expect(found).toEqual(Array.from({ length: rows }, (_, at) => String(at)));
    expect(reads).toHaveLength(Math.ceil(rows / PAGE_LIMIT));
  });
});
