import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checklist, holderNames, isComplete, neededPapers } from '../../../shared/domain/papers/checklist.ts';
import { type TaxFacts, taxLines, withheldRupiah } from '../../../shared/domain/papers/tax-lines.ts';
import { paymentOf } from '../../../shared/domain/payments/payment-of.ts';
import type { PaymentState } from '../../../shared/domain/payments/payment-states.ts';
import { purchaseFormOn, purchaseForms } from '../../../shared/rules/purchase-forms.ts';
import { spkTerms } from '../../../shared/rules/spk-terms.ts';
import { stampDuties, stampDutyOn } from '../../../shared/rules/stamp-duty.ts';
import { taxRules } from '../../../shared/rules/taxes.ts';
import { officeOrderIn, orderIn } from '../examples.ts';

const day = '2026-11-27';

describe('the form of a purchase', () => {
  test.each([
    [1, 'bukti-pembelian'],
    [10_000_000, 'bukti-pembelian'],
    [10_000_001, 'kuitansi'],
    [50_000_000, 'kuitansi'],
    [50_000_001, 'spk'],
    [200_000_000, 'spk'],
    [200_000_001, 'surat-perjanjian'],
  ])('of Rp%i straight from a shop is a %s', (rupiah, form) => {
    expect(purchaseFormOn(day, 'direct', rupiah).form).toBe(form);
    expect(purchaseFormOn(day, 'e-purchasing', rupiah).form).toBe('surat-pesanan');
  });

  test('of a day before the rule is not invented', () => {
    expect(() => purchaseFormOn('2018-03-21', 'direct', 1)).toThrow();
  });
});

describe('stamp duty', () => {
  test('is on receipts of more than five million, since 2021', () => {
    expect(stampDutyOn(day, 5_000_000)).toBeNull();
    expect(stampDutyOn(day, 5_000_001)?.rupiah).toBe(10_000);
    expect(stampDutyOn('2020-12-31', 6_000_000)).toBeNull();
  });
});

describe('every legal figure', () => {
  test('has its days and its source, and says whether it was read', () => {
    for (const rule of [...purchaseForms, ...stampDuties, ...spkTerms, ...taxRules]) {
      expect(rule.source).toMatch(/\d/);
      expect(rule.validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(rule.validTo === null || rule.validTo > rule.validFrom).toBe(true);
      expect(typeof rule.confirmed).toBe('boolean');
    }
  });
});

const facts = (but: Partial<Omit<TaxFacts, 'seller'>> & { seller?: Partial<TaxFacts['seller']> } = {}): TaxFacts => ({
  day,
  rupiah: 8_000_000,
  purse: 'LS',
  preparedFood: false,
  catering: false,
  ...but,
  seller: { person: false, npwp: true, pkp: false, finalTax: false, belowLimit: false, ...but.seller },
});
const said = (given: TaxFacts) => taxLines(given).map(({ name, rupiah }) => [name, rupiah]);

describe('the taxes of a payment by an office', () => {
  test('are the treasurer’s 1.5% of the price without VAT', () => {
    expect(said(facts())).toEqual([['PPh 22', 120_000]]);
    expect(taxLines(facts({ rupiah: 4_440_000, seller: { pkp: true } }))).toMatchObject([
      { name: 'PPN', baseRupiah: 4_000_000, rupiah: 440_000 },
      { name: 'PPh 22', baseRupiah: 4_000_000, rupiah: 60_000, rate: '1,5%', objectCode: '22-910-01' },
    ]);
  });

  test('are others for small payments, cards, holders of the final tax, and small sellers', () => {
    expect(said(facts({ rupiah: 2_000_000 }))).toEqual([['PPh 22 (sampai Rp2 juta)', 0]]);
    expect(said(facts({ rupiah: 2_000_001 }))).toEqual([['PPh 22', 30_000]]);
    expect(said(facts({ purse: 'KKPD' }))).toEqual([['PPh 22 (kartu kredit pemerintah)', 0]]);
    expect(said(facts({ seller: { finalTax: true } }))).toEqual([['PPh final UMKM', 40_000]]);
    expect(said(facts({ seller: { person: true, belowLimit: true } }))).toEqual([
      ['PPh final UMKM (omzet setahun sampai Rp500 juta)', 0],
    ]);
    expect(taxLines(facts({ seller: { npwp: false } }))).toMatchObject([
      { rupiah: 240_000, rate: '3%', confirmed: false },
    ]);
    // Three per cent of the base, and not twice its one and a half rounded down.
    expect(said(facts({ rupiah: 2_000_034, seller: { npwp: false } }))).toEqual([['PPh 22', 60_001]]);
  });

  test('leave the VAT of a small payment or a card to the shop, and the base without it', () => {
    const charged = (but: Parameters<typeof facts>[0]) => taxLines(facts({ seller: { pkp: true }, ...but }));
    expect(charged({ rupiah: 2_000_000 })).toMatchObject([
      { name: 'PPN (sampai Rp2 juta, disetor penjual sendiri)', baseRupiah: 1_801_802, rupiah: 0, confirmed: false },
      { name: 'PPh 22 (sampai Rp2 juta)', baseRupiah: 1_801_802, rupiah: 0 },
    ]);
    // The two million of VAT count the VAT in, those of the income tax do not.
    expect(charged({ rupiah: 2_000_001 }).map(({ name, rupiah }) => [name, rupiah])).toEqual([
      ['PPN', 198_198],
      ['PPh 22 (sampai Rp2 juta)', 0],
    ]);
    expect(charged({ purse: 'KKPD' }).map(({ name, rupiah }) => [name, rupiah])).toEqual([
      ['PPN (kartu kredit pemerintah, disetor penjual sendiri)', 0],
      ['PPh 22 (kartu kredit pemerintah)', 0],
    ]);
    // Before the rule was in force nobody was freed.
    expect(charged({ rupiah: 2_000_000, day: '2022-04-15' }).map(({ name }) => name)).toEqual(['PPN']);
  });

  test('of meals are the city’s, never VAT', () => {
    expect(said(facts({ preparedFood: true, seller: { pkp: true } })).map(([name]) => name)).toEqual([
      'Pajak daerah (PBJT) makanan dan minuman',
      'PPh 22',
    ]);
  });

  test('of meals brought to a meeting are those of a service: two per cent, of small payments and cards too', () => {
    const catered = (but: Parameters<typeof facts>[0]) =>
      said(facts({ preparedFood: true, catering: true, ...but })).at(-1);
    expect(catered({})).toEqual(['PPh 23 jasa katering', 160_000]);
    expect(catered({ rupiah: 1_000_000 })).toEqual(['PPh 23 jasa katering', 20_000]);
    expect(catered({ purse: 'KKPD' })).toEqual(['PPh 23 jasa katering', 160_000]);
    expect(catered({ seller: { npwp: false } })).toEqual(['PPh 23 jasa katering', 320_000]);
    expect(catered({ seller: { finalTax: true } })).toEqual(['PPh final UMKM', 40_000]);
    expect(catered({ seller: { person: true, belowLimit: true } })?.[1]).toBe(0);
    expect(taxLines(facts({ preparedFood: true, catering: true })).at(-1)).toMatchObject({
      rate: '2%',
      objectCode: '24-104-39',
      confirmed: false,
    });
  });

  test('have no line of a rule that was not yet in force', () => {
    expect(taxLines(facts({ day: '2020-01-01', seller: { pkp: true } }))).toEqual([]);
  });

  test('are never negative, never the whole, and a price is its base and its VAT to the rupiah', () => {
    const seller = fc.record({
      person: fc.boolean(),
      npwp: fc.boolean(),
      pkp: fc.boolean(),
      finalTax: fc.boolean(),
      belowLimit: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.constantFrom('2022-06-01', '2024-12-31', '2025-01-01', day),
        fc.constantFrom(null, 'UP/GU' as const, 'LS' as const, 'KKPD' as const),
        fc.boolean(),
        seller,
        (rupiah, when, purse, preparedFood, who) => {
          const lines = taxLines({ day: when, rupiah, purse, preparedFood, catering: preparedFood, seller: who });
          for (const line of lines) {
            expect(line.rupiah).toBeGreaterThanOrEqual(0);
            expect(Number.isSafeInteger(line.rupiah)).toBe(true);
            if (line.name === 'PPN') expect(line.baseRupiah + line.rupiah).toBe(rupiah);
          }
          expect(withheldRupiah(lines)).toBeLessThan(rupiah);
        },
      ),
    );
  });
});

describe('the checklist of an order’s papers', () => {
  const order = officeOrderIn('received', { handovers: [{ rupiah: 61_000 }] as never });
  const given = (but: object = {}) => ({
    order,
    payment: paymentOf(order),
    day,
    purchase: 'e-purchasing' as const,
    packageRupiah: 61_000,
    photos: 1,
    extra: [],
    ...but,
  });
  const paidIn = (state: PaymentState, treasury = true) => ({
    ...paymentOf(order),
    state,
    ...(treasury ? { treasury: { kind: 'LS' as const, number: '1', on: day, rupiah: 61_000, withheld: [] } } : {}),
  });
  const held = (but: object) =>
    checklist(given(but)).flatMap(({ kind, heldBy, state }) =>
      state === 'missing' && heldBy ? [`${kind}: ${holderNames[heldBy]}`] : [],
    );

  test('asks for an SPK above fifty million, by the sum of the package', () => {
    expect(neededPapers(given({ purchase: 'direct', packageRupiah: 50_000_001 }))).toContain('spk');
    expect(neededPapers(given({ purchase: 'direct', packageRupiah: 50_000_000 }))).not.toContain('spk');
    expect(neededPapers(given({ extra: ['pemeriksaan', 'foto'] }))).toContain('pemeriksaan');
  });

  test('names who holds each paper up', () => {
    expect(held({ order: officeOrderIn('awaiting_approval') })).toContain('surat-pesanan: PPK');
    expect(held({ order: officeOrderIn('placed') })).toContain('bast: penjual');
    expect(held({ order: officeOrderIn('delivered') })).toContain('bast: penerima barang');
    expect(held({ photos: 0 })).toContain('foto: penerima barang');
    expect(held({})).toEqual(['kuitansi: bendahara', 'bukti-bayar: bendahara', 'pajak: bendahara']);
    expect(held({ payment: paidIn('recorded') })).toEqual(['kuitansi: penjual']);
    // A record that the shop has contradicted is no proof of a payment.
    const unfound = held({ payment: paidIn('not_found') });
    expect(unfound).toEqual(['kuitansi: bendahara', 'bukti-bayar: bendahara', 'pajak: bendahara']);
  });

  test('is complete only when the shop has confirmed its money', () => {
    expect(isComplete(checklist(given({ payment: paidIn('recorded') })))).toBe(false);
    expect(isComplete(checklist(given({ payment: paidIn('confirmed') })))).toBe(true);
    expect(isComplete(checklist(given({ payment: undefined })))).toBe(false);
    expect(orderIn('received').agencyId).toBeNull();
  });

  test('waits for the shop while a part of the goods is still to come', () => {
    const [nota] = checklist(given({ order: officeOrderIn('partly_received') })).filter(({ kind }) => kind === 'nota');
    expect(nota).toMatchObject({ heldBy: 'merchant', reason: 'Baru sebagian barang yang diterima.' });
  });
});
