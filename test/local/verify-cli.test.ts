import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Arguments are read before any market is opened, so these need none. */
test.for([
  [[], 'Tulis wilayah dan bulan: '],
  [['35.73', '2026-13'], 'Bulan "2026-13" bukan tahun-bulan'],
  [['35,73', '2026-10'], 'Wilayah "35,73" bukan kode'],
  [['35.73', '2026-10', '--revision', '0x2'], '--revision adalah angka mulai 1. '],
  [['35.73', '2026-10', '--revisi', '2'], 'Tulis wilayah dan bulan: '],
  [['35.73', '2026-10'], 'Belum ada pasar di '],
] as const)('npm run verify-snapshot %j is refused with one sentence', ([args, sentence]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/verify-snapshot.ts', ...args], {
    env: { ...process.env, LOCAL_FOLDER: '/nowhere' },
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.startsWith(sentence)).toBe(true);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});
