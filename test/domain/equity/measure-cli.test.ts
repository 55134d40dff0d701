import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../shared/domain/equity/ascending-pass.ts';
import { decompose } from '../../../shared/domain/equity/decompose.ts';

const measure = (input: string | Uint8Array, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/measure.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('npm run measure', () => {
  test('prints what the engine says, of all and of each group', () => {
    const file =
      '\uFEFFid,"district, so ""called""",amount\r\na,"Lowok\nwaru",0\r\n\r\nb,Klojen,"10"\r\nc,Klojen,99999999999999999999';
    const { status, stdout, stderr } = measure(file, '--group', 'district, so "called"', '--orders', '2');
    expect([status, stderr]).toEqual([0, '']);
    const parts = [
      { name: 'Klojen', measures: measuresOf([10, 99999999999999999999n]) },
      { name: 'Lowok\nwaru', measures: measuresOf([0]) },
    ];
    const { groups, ...decomposition } = decompose(parts);
    expect(JSON.parse(stdout)).toEqual({
      ...measuresOf([0, 10, 99999999999999999999n], { orders: 2 }),
      decomposition: { column: 'district, so "called"', ...decomposition },
      groups: parts.map((part, i) => ({ ...part, ...groups[i] })),
    });
  });

  test('measures an empty list as undefined', () => {
    const { status, stdout } = measure('id,amount\n');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(measuresOf([]));
  });

  test.for([
    ['', 'Baris 1: berkas kosong'],
    ['id;amount\na;1\n', 'Baris 1: kolom "id" tidak ada'],
    ['id,amount\na,1\nb,-5\n', 'Baris 3: amount "-5"'],
    ['id,amount\na,1.5\n', 'Baris 2: amount "1.5"'],
    ['id,amount\r\na,\r\n', 'Baris 2: amount ""'],
    ['id,amount\n"a\nb",1\nc,Rp1', 'Baris 4: amount "Rp1"'],
    ['id,amount\na,1,2\n', 'Baris 2: ada 3 kolom'],
    ['id,amount\na,"1\n', 'Baris 2: tanda kutip tidak ditutup'],
    ['id,amount\na,"1"0\n', 'Baris 2: tanda kutip tidak pada tempatnya'],
    ['id,amount\na,1\na,2\n', 'Baris 3: id "a" sudah ada di baris 2'],
  ] as const)('refuses %j with one sentence', ([file, sentence]) => {
    const { status, stdout, stderr } = measure(file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  });

  test('refuses an unknown group, an unknown option and bytes that are no text', () => {
    expect(measure('id,amount\na,1\n', '--group', 'kota')).toMatchObject({ status: 1, stdout: '' });
    expect(measure('id,amount\n', '--grup', 'kota').stderr).toMatch(/^Pemakaian: /);
    expect(measure(Uint8Array.of(105, 100, 0xff)).stderr).toBe('Berkas bukan teks UTF-8.\n');
  });
});
