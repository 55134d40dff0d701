import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CitySource, mergeCities } from '../../../../shared/domain/equity/files/merge-cities.ts';
import { decodeCityFile, openCityFile } from '../../../../shared/domain/equity/files/read-city-file.ts';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { anyAmounts, ascending, CASES, cityOf } from '../measures/lists.ts';
import { encodeCityFile } from './encode-city-file.ts';

const MONTH = '2026-10';
const fileOf = (amounts: readonly Amount[], cityCode = '35.73'): Uint8Array => {
  const total = amounts.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
  return Buffer.concat([
    ...encodeCityFile({ cityCode, month: MONTH, count: amounts.length, total }, ascending(amounts)),
  ]);
};
const inChunks = (file: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(file.length / size) }, (_, i) => file.subarray(i * size, (i + 1) * size));
const readAll = (file: Uint8Array): Amount[] => [...decodeCityFile(file).amounts];
const named = (name: string) => expect.objectContaining({ name });

const someLists = fc.array(anyAmounts, { maxLength: 30 });

describe('a city file', () => {
  test('gives back its header and its sellers, beyond 2^53 too, however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(someLists, fc.integer({ min: 1, max: 50 }), async (list, size) => {
        const file = fileOf(list);
        const sellers = ascending(list).filter((amount) => amount > 0);
        const { header, amounts } = decodeCityFile(file);
        expect(header).toEqual({
          cityCode: '35.73',
          month: MONTH,
          merchants: list.length,
          unsold: list.length - sellers.length,
          total: list.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n),
        });
        expect([...amounts].map(BigInt)).toEqual(sellers.map(BigInt));

        const streamed: bigint[] = [];
        const opened = await openCityFile(inChunks(file, size));
        expect(opened.header).toEqual(header);
        for (let batch = await opened.next(); batch !== undefined; batch = await opened.next()) {
          streamed.push(...Array.from<Amount, bigint>(batch, BigInt));
        }
        expect(streamed).toEqual(sellers.map(BigInt));
      }),
      { numRuns: 3000 },
    );
  });

  test('is the same file, byte for byte, from the same list; about three bytes a merchant', () => {
    const city = cityOf(100_000, 3);
    expect(Buffer.compare(fileOf(city), fileOf([...city].reverse()))).toBe(0);
    expect(fileOf(city).length).toBeLessThan(300_000);
  });

  test('with any byte changed is refused', () => {
    const file = fileOf([0, 0, 500, 500, 1500, 90_000, 2n ** 60n, 2n ** 61n]);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(file);
        changed[at] = (changed[at] as number) ^ flip;
        expect(() => readAll(changed)).toThrow(expect.objectContaining({ name: expect.stringMatching(/^CityFile/) }));
      }),
      CASES,
    );
  });

  test('cut short anywhere is refused as truncated, and made longer as corrupt', () => {
    const file = fileOf([0, 700, 700, 1400, 2n ** 64n]);
    for (let length = 0; length < file.length; length += 1) {
      expect(() => readAll(file.subarray(0, length))).toThrow(named('CityFileTruncated'));
    }
    expect(() => readAll(Buffer.concat([file, Buffer.of(0)]))).toThrow(named('CityFileCorrupt'));
  });

  test('of another version or another kind is refused by that name', () => {
    const file = Uint8Array.from(fileOf([1, 2]));
    file[4] = 2;
    expect(() => readAll(file)).toThrow(named('CityFileVersionUnknown'));
    expect(() => readAll(Buffer.from('id,amount\n'))).toThrow(named('CityFileCorrupt'));
  });

  test('with a sound checksum and a header that lies is refused all the same', () => {
    const good = fileOf([0, 0, 700, 900]);
    // Magic, version, two texts with their lengths; then n, n₀ (a byte each here) and S (two), and the amounts.
    const at = 4 + 1 + 1 + '35.73'.length + 1 + MONTH.length;
    const forged = (change: (bytes: number[]) => void): Uint8Array => {
      const bytes = [...good.subarray(0, -32)];
      change(bytes);
      return Buffer.concat([Buffer.from(bytes), createHash('sha256').update(Buffer.from(bytes)).digest()]);
    };
    expect(forged(() => {})).toEqual(good);
    const lies: [string, (bytes: number[]) => void][] = [
      ['CityFileTruncated', (bytes) => bytes.splice(at, 1, 5)],
      ['CityFileCorrupt', (bytes) => bytes.splice(at, 1, 3)],
      ['CityFileTruncated', (bytes) => bytes.splice(at + 1, 1, 1)],
      ['CityFileCorrupt', (bytes) => bytes.splice(at + 1, 1, 5)],
      ['CityFileCorrupt', (bytes) => bytes.splice(at + 2, 1, (bytes[at + 2] as number) ^ 1)],
      // n = 2³⁵, n₀ = 2³⁵ − 2: the right number of sellers among more merchants than there are people.
      [
        'CityFileCorrupt',
        (bytes) => bytes.splice(at, 2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01, ...[0xfe, 0xff, 0xff, 0xff, 0xff, 0]),
      ],
      // A number that never ends, and a seller who sold nothing (n₀ one less, one more delta of 0 in front).
      ['CityFileCorrupt', (bytes) => bytes.splice(at, 1, ...Array<number>(60).fill(0x80))],
      [
        'CityFileCorrupt',
        (bytes) => {
          bytes.splice(at + 1, 1, 1);
          bytes.splice(at + 4, 0, 0);
        },
      ],
      ['CityFileCorrupt', (bytes) => bytes.splice(6, 1, 7)],
      ['CityFileCorrupt', (bytes) => bytes.push(0)],
    ];
    for (const [name, change] of lies) expect(() => readAll(forged(change))).toThrow(named(name));
  });

  test('of noise is refused by a name of its own', () => {
    const noise = fc.tuple(fc.boolean(), fc.uint8Array({ maxLength: 90 }));
    fc.assert(
      fc.property(noise, ([isTitled, bytes]) => {
        const file = isTitled ? Buffer.concat([fileOf([]).subarray(0, 5), bytes]) : bytes;
        expect(() => readAll(file)).toThrow(expect.objectContaining({ name: expect.stringMatching(/^CityFile/) }));
      }),
      CASES,
    );
  });

  test('is never written with an amount that could not be read back', () => {
    const most = 2n ** 280n - 1n;
    expect(readAll(fileOf([0, most]))).toEqual([most]);
    for (const list of [[most + 1n], [1, 10n ** 400n], [most, most]]) {
      expect(() => fileOf(list)).toThrow(named('AmountTooLarge'));
    }
  });

  test('is not finished when the list contradicts the register', () => {
    const plan = { cityCode: '35.73', month: MONTH, count: 3, total: 30n };
    expect(() => [...encodeCityFile(plan, [0, 30])]).toThrow(named('ControlTotalsDiffer'));
    expect(() => [...encodeCityFile(plan, [0, 0, 31])]).toThrow(named('ControlTotalsDiffer'));
    expect(() => [...encodeCityFile(plan, [10, 20, 0])]).toThrow(named('AmountsNotAscending'));
    expect(() => [...encodeCityFile({ ...plan, cityCode: '' }, [0, 10, 20])]).toThrow(named('CityFileHeaderInvalid'));
  });
});

describe('a merge of cities', () => {
  const sourceOf = (cityCode: string, file: Uint8Array | undefined): CitySource => ({
    cityCode,
    open: () => file && inChunks(file, 1000),
  });
  const region = (lists: (readonly Amount[])[]) => lists.map((list, i) => sourceOf(`c${i}`, fileOf(list, `c${i}`)));

  test('is, to the last bit, one pass over all merchants', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someLists, { maxLength: 9 }), async (lists) => {
        const merged = await mergeCities(MONTH, region(lists));
        expect(merged.measures).toEqual(measuresOf(lists.flat()));
        expect(merged).toMatchObject({ partial: false, missing: [], corrupt: [] });
      }),
      // Ten thousand smaller regions are in guarantees.test.ts.
      { numRuns: 200 },
    );
    const cities = Array.from({ length: 38 }, (_, i) => cityOf(50 * i, i));
    expect((await mergeCities(MONTH, region(cities), { orders: 90_000 })).measures).toEqual(
      measuresOf(cities.flat(), { orders: 90_000 }),
    );
  });

  test('names every city it has to leave out, and says that it is partial', async () => {
    const lists = [cityOf(3000, 1), cityOf(3000, 2), cityOf(3000, 3), cityOf(3000, 4), cityOf(3000, 5)] as const;
    const broken = Uint8Array.from(fileOf(lists[1], 'c1'));
    broken[2000] = (broken[2000] as number) ^ 1;
    const merged = await mergeCities(MONTH, [
      sourceOf('c0', fileOf(lists[0], 'c0')),
      sourceOf('c1', broken),
      sourceOf('c2', undefined),
      sourceOf('c3', fileOf(lists[3], 'c3').subarray(0, 900)),
      sourceOf('c4', fileOf(lists[4], 'c5')),
    ]);
    expect(merged).toMatchObject({ partial: true, cities: ['c0'], missing: ['c2'] });
    expect(merged.corrupt.map(({ cityCode, name }) => [cityCode, name])).toEqual([
      ['c1', 'CityFileCorrupt'],
      ['c3', 'CityFileTruncated'],
      ['c4', 'CityFileMisplaced'],
    ]);
    expect(merged.measures).toEqual(measuresOf(lists[0]));
  });

  test('refuses a city given twice and passes on a storage that fails', async () => {
    const twice = [...region([[1]]), ...region([[2]])];
    await expect(mergeCities(MONTH, twice)).rejects.toMatchObject({ name: 'CityFileTwice' });
    const failing = { cityCode: 'c0', open: () => Promise.reject(new Error('storage is down')) };
    await expect(mergeCities(MONTH, [failing])).rejects.toThrow('storage is down');
  });

  test('lets go of every file it opened', async () => {
    let open = 0;
    const counted = ({ cityCode, open: bytes }: CitySource): CitySource => ({
      cityCode,
      open: async () => {
        const chunks = await bytes();
        return (async function* () {
          open += 1;
          try {
            yield* chunks ?? [];
          } finally {
            open -= 1;
          }
        })();
      },
    });
    const broken = fileOf(cityOf(5000, 1), 'c9').subarray(0, 4000);
    await mergeCities(MONTH, [...region([[1, 2], cityOf(5000, 2)]), sourceOf('c9', broken)].map(counted));
    expect(open).toBe(0);
  });
});
