import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealer } from '../../../shared/domain/basics/keys/seal.ts';
import { checkCode, paperHash, typedCode } from '../../../shared/domain/papers/check-code.ts';
import { PaperKind } from '../../../shared/domain/papers/paper-kinds.ts';
import {
  DEFAULT_PATTERN,
  NumberPattern,
  nextSerial,
  type PaperSeries,
  paperNumber,
  seriesOf,
} from '../../../shared/domain/papers/paper-number.ts';

const day = '2026-11-27';
const DISDIK = '{nomor}/{jenis}/DISDIK/{romawi}/{tahun}';

describe('the number of a paper', () => {
  test('is written as the office writes it', () => {
    expect(paperNumber(DISDIK, { kind: 'bast', serial: 485, day })).toBe('0485/BAST/DISDIK/XI/2026');
    expect(paperNumber(DEFAULT_PATTERN, { kind: 'kuitansi', serial: 12_345, day })).toBe('KW-2026-11-12345');
  });

  test.each([
    ['{nomor}/{jenis}', 'tahun'],
    ['{nomor}/{nomor}/{jenis}/{tahun}', 'satu kali'],
    ['{jenis}/{tahun}', 'nomor'],
    ['{nomor}{jenis}/{tahun}', 'Pisahkan'],
    ['A{nomor}/{jenis}/{tahun}', 'Pisahkan'],
    ['{nomor}/{jenis}/{tahun}/{acak}', 'tidak dikenal'],
    ['{nomor}/{jenis}/{tahun}/{constructor}', 'tidak dikenal'],
    ['{nomor}/{jenis}/{tahun}<b>', 'Nomor berisi'],
    ['', 'Nomor'],
  ])('cannot be written as %s', (pattern, words) => {
    const read = NumberPattern.safeParse(pattern);
    expect(read.error?.issues.map(({ message }) => message).join()).toContain(words);
  });

  test('is dense for each office, year and kind, and never given twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(DISDIK, DEFAULT_PATTERN, '{tahun}.{bulan}.{jenis}.{nomor}'),
        fc.array(
          fc.record({
            kind: fc.constantFrom(...PaperKind.options),
            day: fc.constantFrom('2026-11-27', '2026-12-31', '2027-01-01'),
            agencyId: fc.constantFrom('agc_a', 'agc_b'),
          }),
          { maxLength: 60 },
        ),
        (pattern, papers) => {
          const all = new Map<string, PaperSeries>();
          const given = papers.map((paper) => {
            const key = seriesOf(paper.agencyId, paper.day, paper.kind);
            const next = nextSerial(all.get(JSON.stringify(key)) ?? { ...key, last: 0 });
            all.set(JSON.stringify(key), next.series);
            return { ...paper, serial: next.serial, number: paperNumber(pattern, { ...paper, serial: next.serial }) };
          });
          for (const [key, series] of all) {
            const own = given.filter((one) => JSON.stringify(seriesOf(one.agencyId, one.day, one.kind)) === key);
            expect(own.map(({ serial }) => serial)).toEqual(own.map((_, index) => index + 1));
            expect(series.last).toBe(own.length);
          }
          expect(new Set(given.map(({ agencyId, number }) => `${agencyId} ${number}`)).size).toBe(given.length);
        },
      ),
    );
  });
});

describe('the short code of a paper', () => {
  const { keyed } = sealer('secret of the tests, long enough', 'papers');
  test('is the same for one paper and another for every other', () => {
    const codes = Array.from({ length: 5000 }, (_, paper) => checkCode(keyed, `pap_${paper}`));
    expect(new Set(codes).size).toBe(5000);
    expect(codes[0]).toBe(checkCode(keyed, 'pap_0'));
    expect(checkCode(keyed, 'pap_0', 1)).not.toBe(codes[0]);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  test('is found however it is typed', () => {
    const code = checkCode(keyed, 'pap_1');
    expect(typedCode(code)).toBe(code);
    expect(typedCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
    expect(typedCode('k7m4o-2i9lq')).toBe('K7M40-2191Q');
    // As a chat or a word processor passes it on.
    expect(typedCode(code.replace('-', '\u2013'))).toBe(code);
    expect(typedCode(`\u200e${code.replace('-', '\u00a0\u2011')}\u200b`)).toBe(code);
    for (const none of ['', 'K7M4', 'UUUUU-UUUUU', `${code}X`, '../../etc']) expect(typedCode(none)).toBeUndefined();
  });
});

describe('the fingerprint of a paper', () => {
  test('is of what it says, in whatever order it is written', () => {
    const content = { number: 'KW-1', rupiah: 1, parties: { from: 'a', to: 'b' }, lines: [1, 2] };
    expect(paperHash({ lines: [1, 2], parties: { to: 'b', from: 'a' }, rupiah: 1, number: 'KW-1' })).toBe(
      paperHash(content),
    );
    for (const changed of [
      { ...content, rupiah: 2 },
      { ...content, lines: [2, 1] },
      { ...content, extra: true },
    ])
      expect(paperHash(changed)).not.toBe(paperHash(content));
  });
});
