import { describe, expect, test } from 'vitest';
import { type Bppu, bppuColumns, bppuCsv, bppuRow } from '../../../shared/domain/papers/bppu.ts';
import { bppuXml } from '../../../shared/domain/papers/bppu-xml.ts';

const slip: Bppu = {
  counterpartTin: '0123456789012345',
  objectCode: '22-910-01',
  baseRupiah: 4_000_000,
  rate: '1.5',
  facility: 'N/A',
  document: 'PaymentProof',
  documentNumber: '00123/SP2D/2026',
  documentDate: '2026-11-27',
  purse: 'LS',
  sp2dNumber: '00123/SP2D/2026',
  withheldOn: '2026-11-27',
};
const TREASURER = '0001234567890000';

describe('a withholding slip', () => {
  test('fills every column of the sheet', () => {
    const row = bppuRow(slip, TREASURER);
    expect(row).toHaveLength(bppuColumns.length);
    expect(row).toEqual([
      11,
      2026,
      '0123456789012345',
      '0123456789012345000000',
      'N/A',
      '22-910-01',
      4_000_000,
      1.5,
      'PaymentProof',
      '00123/SP2D/2026',
      '2026-11-27',
      '0001234567890000000000',
      'Direct',
      '00123/SP2D/2026',
      '2026-11-27',
    ]);
    expect(bppuRow({ ...slip, purse: 'UP/GU', sp2dNumber: null }, TREASURER).slice(12, 14)).toEqual(['Imprest', '']);
  });

  test('is a sheet with the withholder in C1 and the columns from B in row 3', () => {
    const rows = bppuCsv([slip], TREASURER).replace('\ufeff', '').split('\r\n');
    expect(rows[0]?.split(';')[2]).toBe(TREASURER);
    expect(rows[2]).toBe(`;${bppuColumns.join(';')}`);
    expect(rows[3]?.startsWith(';11;2026;0123456789012345;')).toBe(true);
    expect(rows[3]).toContain(';4000000;1,5;');
  });

  test('runs nothing in a spreadsheet and breaks no cell', () => {
    const csv = bppuCsv([{ ...slip, documentNumber: '=HYPERLINK("x");\n1' }], TREASURER);
    expect(csv).toContain('"\'=HYPERLINK(""x"");\n1"');
  });

  test('is an element of the bulk file, with marks written as entities', () => {
    const xml = bppuXml([{ ...slip, sp2dNumber: null, documentNumber: '<A&B>\u0000' }], TREASURER);
    expect(xml).toContain('<TIN>0001234567890000</TIN>');
    expect(xml).toContain('<SP2DNumber xsi:nil="true"/>');
    expect(xml).toContain('<DocumentNumber>&lt;A&amp;B&gt;</DocumentNumber>');
    expect(xml.match(/<Bpu>/g)).toHaveLength(1);
    expect(xml).toContain('<Rate>1.5</Rate>');
  });
});
