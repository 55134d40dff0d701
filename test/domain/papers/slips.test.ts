import { describe, expect, test } from 'vitest';
import { bppuXml } from '../../../shared/domain/papers/bppu-xml.ts';
import { type PaidOrder, slipsOf } from '../../../shared/domain/papers/slips.ts';
import { taxLines } from '../../../shared/domain/papers/tax-lines.ts';

const seller = { person: false, npwp: true, pkp: false, finalTax: false, belowLimit: false };
const paid = (but: Partial<PaidOrder> = {}, of = seller): PaidOrder => ({
  orderId: 'ord_1',
  merchantName: 'Dapur Bu Sri',
  tin: '0123456789012345',
  treasury: {
    kind: 'LS',
    number: '1/SP2D/2026',
    on: '2026-11-20',
    rupiah: 8_000_000,
    withheld: [{ name: 'PPh Pasal 22', rupiah: 120_000 }],
  },
  state: 'confirmed',
  taxes: taxLines({
    day: '2026-11-20',
    rupiah: 8_000_000,
    purse: 'LS',
    preparedFood: false,
    catering: false,
    seller: of,
  }),
  ...but,
});

describe('the withholding slips of a month', () => {
  test('have a row for the income tax of each payment, at the rate of its day', () => {
    const { slips, troubles } = slipsOf([paid()]);
    expect(troubles).toEqual([]);
    expect(slips).toMatchObject([
      { objectCode: '22-910-01', rate: '1.5', baseRupiah: 8_000_000, rupiah: 120_000, sp2dNumber: '1/SP2D/2026' },
    ]);
    const final = slipsOf([paid({}, { ...seller, finalTax: true })]);
    expect(final.slips).toMatchObject([{ objectCode: '28-423-01', rate: '0.5', rupiah: 40_000 }]);
    expect(final.troubles[0]?.reason).toMatch(/Rp40\.000.*Rp120\.000/);
  });

  // The example of the tax office's school for treasurers: Rp4.440.000 with VAT, of which the price is Rp4.000.000.
  test('carry the tax office’s own example from the payment into the file', () => {
    const rupiah = 4_440_000;
    const lines = taxLines({
      day: '2026-11-20',
      rupiah,
      purse: 'UP/GU',
      preparedFood: false,
      catering: false,
      seller: { ...seller, pkp: true },
    });
    const withheld = lines.map(({ name, rupiah: tax }) => ({ name, rupiah: tax }));
    expect(withheld).toEqual([
      { name: 'PPN', rupiah: 440_000 },
      { name: 'PPh 22', rupiah: 60_000 },
    ]);
    const treasury = { kind: 'UP/GU' as const, number: 'BKU-7', on: '2026-11-20', rupiah, withheld };
    const { slips, troubles } = slipsOf([paid({ treasury, taxes: lines })]);
    expect(troubles).toEqual([]);
    const xml = bppuXml(slips, '0001234567890000');
    for (const element of [
      '<TaxPeriodMonth>11</TaxPeriodMonth>',
      '<TaxObjectCode>22-910-01</TaxObjectCode>',
      '<TaxBase>4000000</TaxBase>',
      '<Rate>1.5</Rate>',
      '<GovTreasurerOpt>Imprest</GovTreasurerOpt>',
      '<SP2DNumber xsi:nil="true"/>',
    ])
      expect(xml).toContain(element);
    expect(xml.match(/<Bpu>/g)).toHaveLength(1);
  });

  test.each([
    ['recorded', 1, []],
    ['not_found', 0, [expect.stringContaining('belum menemukan')]],
    ['void', 0, [expect.stringContaining('tanpa dibayar')]],
    ['return_owed', 1, [expect.stringContaining('kembali ke dinas')]],
    ['returned', 1, [expect.stringContaining('kembali ke dinas')]],
  ] as const)('tell no tax of money that nobody has seen: %s', (state, rows, reasons) => {
    const { slips, troubles } = slipsOf([paid({ state })]);
    expect([slips.length, troubles.map(({ reason }) => reason)]).toEqual([rows, reasons]);
  });

  test('leave out who has no number, and say so', () => {
    const { slips, troubles } = slipsOf([paid({ tin: undefined })]);
    expect(slips).toEqual([]);
    expect(troubles).toMatchObject([{ orderId: 'ord_1', reason: expect.stringContaining('NPWP') }]);
  });

  test('have none where nothing is withheld', () => {
    const none = { ...paid().treasury, withheld: [] };
    expect(slipsOf([paid({ treasury: none }, { ...seller, person: true, belowLimit: true })])).toEqual({
      slips: [],
      troubles: [],
    });
  });
});
