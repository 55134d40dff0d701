import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Arguments are read before any market is opened, so these need none. */
test.for([
  ['scripts/verify/snapshot.ts', [], 'Tulis wilayah dan bulan: '],
  ['scripts/verify/snapshot.ts', ['35.73', '2026-13'], 'Bulan "2026-13" bukan tahun-bulan'],
  ['scripts/verify/snapshot.ts', ['35,73', '2026-10'], 'Wilayah "35,73" bukan kode'],
  ['scripts/verify/snapshot.ts', ['35.73', '2026-10', '--revision', '0x2'], '--revision adalah angka mulai 1. '],
  ['scripts/verify/snapshot.ts', ['35.73', '2026-10', '--revisi', '2'], 'Tulis wilayah dan bulan: '],
  ['scripts/verify/snapshot.ts', ['35.73', '2026-10'], 'Belum ada pasar di '],
  ['scripts/effect/city.ts', ['35'], 'Tulis kotanya: '],
  ['scripts/effect/city.ts', ['35.73'], 'Belum ada pasar di '],
] as const)('%s with %j is refused with one sentence', ([script, args, sentence]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, LOCAL_FOLDER: '/nowhere' },
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.startsWith(sentence)).toBe(true);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});
