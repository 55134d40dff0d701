import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../../../../shared/domain/equity/measures/decompose.ts';

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
    ['id,amount\n,1\n', 'Baris 2: kolom "id" kosong'],
    ['id,amount,amount\na,1,2\n', 'Baris 1: kolom "amount" ada lebih dari sekali'],
    ['id,amount\nwarung\0,1\n', 'Baris 2: ada huruf yang bukan UTF-8'],
  ] as const)('refuses %j with one sentence', ([file, sentence]) => {
    const { status, stdout, stderr } = measure(file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    // One line, and not the trace of an error nobody thought of.
    expect(stderr).toMatch(/^Baris \d+: .+[.]\n$/);
  });

  test('refuses an unknown group, one without a name, too many groups and an unknown option', () => {
    expect(measure('id,amount\na,1\n', '--group', 'kota')).toMatchObject({ status: 1, stdout: '' });
    expect(measure('id,amount,kota\na,1,\n', '--group', 'kota').stderr).toMatch(/^Baris 2: kolom "kota" kosong; /);
    const many = Array.from({ length: 10_001 }, (_, i) => `${i},1\n`).join('');
    expect(measure(`id,amount\n${many}`, '--group', 'id')).toMatchObject({ status: 1, stdout: '' });
    expect(measure('id,amount\n', '--grup', 'kota').stderr).toMatch(/^Pemakaian: /);
  });

  test('refuses bytes that are no text, and says on which line', () => {
    const latin = Buffer.from('id,amount\na,1\nkaf\u00e9,2\n', 'latin1');
    expect(measure(latin)).toMatchObject({ status: 1, stdout: '' });
    expect(measure(latin).stderr).toMatch(/^Baris 3: ada huruf yang bukan UTF-8; /);
    expect(measure(Uint8Array.of(105, 100, 0xe2, 0x82)).stderr).toMatch(/^Baris 1: ada huruf yang bukan UTF-8; /);
  });

  test('keeps every digit of amounts of any size and reads leading zeros as the number they are', () => {
    for (const large of [10n ** 39n, 10n ** 400n]) {
      const { status, stdout } = measure(`id,amount\na,${large}\nb,007\n`);
      expect([status, JSON.parse(stdout)]).toEqual([0, measuresOf([7, large])]);
    }
  });

  test('says nothing when its reader stops early', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${i},1`).join('\n');
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" scripts/measure.ts --group id | head -n 1`], {
      input: `id,amount\n${lines}\n`,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });
});
