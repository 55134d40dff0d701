import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewBank, requireWithinBands, type Scheme, schemesOf } from '../../../shared/domain/capital/bank.ts';
import { type NeedCode, needNames } from '../../../shared/domain/capital/needs.ts';
import { type MarketFacts, readinessOf } from '../../../shared/domain/capital/readiness.ts';
import { capitalStatistics } from '../../../shared/domain/capital/tally.ts';
import { kurBandsOn } from '../../../shared/rules/kur-bands.ts';
import { bankOf, schemeOf } from '../../banks.ts';
import { idOf } from '../examples.ts';

const kur = kurBandsOn('2026-11-27');
const facts: MarketFacts = { since: '2026-01-05', monthsListed: 10, monthsSold: 7, nib: true, npwp: false };
const scheme = (but: Partial<Scheme> = {}): Scheme => ({ ...schemeOf(), schemeId: idOf('sch', 'a'), ...but }) as Scheme;
const given = (...schemes: ReturnType<typeof schemeOf>[]) => NewBank.parse(bankOf({ schemes })).schemes;

describe('the bands of KUR', () => {
  test('meet without a gap, and say that nobody read the rule itself', () => {
    for (const [index, band] of kur.entries()) {
      expect(band.fromRupiah).toBe((kur[index - 1]?.upToRupiah ?? 0) + 1);
      expect(band).toMatchObject({ confirmed: false, source: expect.stringMatching(/\w/) });
    }
    expect(kurBandsOn('2022-12-31')).toEqual([]);
  });
});

describe('a scheme', () => {
  test('that calls itself KUR keeps to its amounts; another one is free', () => {
    const [small, large] = [schemeOf({ fromRupiah: 1_000_000 }), schemeOf({ upToRupiah: 100_000_001 })];
    for (const [one, field] of [
      [small, 'fromRupiah'],
      [large, 'upToRupiah'],
    ] as const)
      expect(() => requireWithinBands(given(schemeOf(), one), kur)).toThrow(
        expect.objectContaining({
          code: 'invalid_request',
          flaws: [expect.objectContaining({ pointer: `/schemes/1/${field}` })],
        }),
      );
    requireWithinBands(given(schemeOf(), { ...large, kur: null }), kur);
  });

  test('has its amounts and its days in order, and names nothing twice', () => {
    for (const wrong of [
      schemeOf({ fromRupiah: 2, upToRupiah: 1 }),
      schemeOf({ validTo: '2025-12-31' }),
      schemeOf({ needs: ['nib', 'nib'] }),
    ])
      expect(NewBank.safeParse(bankOf({ schemes: [wrong] })).success).toBe(false);
  });

  test('keeps its id when it is changed, and takes none of another bank’s', () => {
    const [known, strange] = [idOf('sch', 'a'), idOf('sch', 'b')];
    const kept = schemesOf(given(schemeOf({ schemeId: known }), schemeOf()), [{ schemeId: known }], () => strange);
    expect(kept.map(({ schemeId }) => schemeId)).toEqual([known, strange]);
    for (const ids of [[strange], [known, known]])
      expect(() =>
        schemesOf(given(...ids.map((schemeId) => schemeOf({ schemeId }))), [{ schemeId: known }], () => 'x'),
      ).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});

describe('readiness', () => {
  test('says what is there, what is not yet, and what nobody here keeps', () => {
    const lines = readinessOf(scheme(), facts, kur);
    expect(lines.map(({ need, state }) => [need, state])).toEqual([
      ['time', 'there'],
      ['ktp', 'bring'],
      ['nib', 'there'],
      ['npwp', 'missing'],
      ['sales', 'there'],
    ]);
    expect(lines.find(({ need }) => need === 'npwp')?.name).toBe('NPWP, untuk pinjaman di atas Rp50.000.000');
  });

  test('is of facts alone: no line weighs, promises or ranks', () => {
    fc.assert(
      fc.property(
        fc.record({
          since: fc.constant('2026-01-05'),
          monthsListed: fc.nat(60),
          monthsSold: fc.nat(12),
          nib: fc.boolean(),
          npwp: fc.boolean(),
        }),
        fc.subarray(Object.keys(needNames) as NeedCode[]),
        fc.nat(60),
        (known, needs, monthsInBusiness) => {
          const lines = readinessOf(scheme({ needs, monthsInBusiness }), known, kur);
          expect(lines).toHaveLength(needs.length + (monthsInBusiness > 0 ? 1 : 0));
          expect(JSON.stringify(lines)).not.toMatch(/layak|skor|nilai|pasti|disetujui|peringkat/i);
          const time = lines.find(({ need }) => need === 'time');
          if (time) expect(time.state === 'there').toBe(known.monthsListed >= monthsInBusiness);
        },
      ),
    );
  });
});

describe('what became of a year’s applications', () => {
  const tally = (district: string, sent: number, accepted = 0) => ({
    bankId: `bnk_${'1'.repeat(26)}`,
    bankName: 'BPR Contoh',
    district,
    sent,
    accepted,
    declined: sent - accepted,
  });
  test('is told in steps of five, and of a district where fewer applied not even that somebody did', () => {
    const { banks, districts } = capitalStatistics([
      tally('35.73.01', 9, 6),
      tally('35.73.02', 4),
      tally('35.73.03', 1),
    ]);
    expect(banks).toMatchObject([{ sent: 10, accepted: 5, declined: 5 }]);
    expect(districts).toEqual([{ district: '35.73.01', sent: 5, accepted: 5, declined: 0 }]);
    expect(capitalStatistics([tally('35.73.02', 4)])).toEqual({ banks: [], districts: [] });
  });
});
