import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bppu } from '../../../shared/domain/papers/bppu.ts';
import { bppuXml } from '../../../shared/domain/papers/bppu-xml.ts';

/*
 * DJP publishes its schema with the converter "BPPU Excel to XML v.3" (4 September 2025) and not on the open web, so it is not
 * here. What it asks for was taken from two public programs that write the same file: the order of the elements from Odoo's
 * l10n_id_efaktur_coretax, types, lists and bounds from a converter that carries them over from the schema. They agree with
 * each other. The words of the lists are DJP's, misspellings included.
 */
const text = /^[\s\S]+$/;
const day = /^\d{4}-\d\d-\d\d$/;
const oneOf = (...words: string[]) => new RegExp(`^(${words.join('|')})$`);
const documents = [
  'TaxInvoice',
  'CommercialInvoice',
  'Announchment',
  'Contract',
  'PaymentProof',
  'DeedofEngangement',
  'DeedofGeneralMeetingStakeholder',
  'StatementLetter',
  'BankAccountNumber',
];
type Rule = { readonly form: RegExp; readonly above?: number; readonly least?: number; readonly nillable?: true };
const rules: Record<string, Rule> = {
  TaxPeriodMonth: { form: /^\d+$/ },
  TaxPeriodYear: { form: /^\d+$/ },
  CounterpartTin: { form: /^\d{16}$/, nillable: true },
  IDPlaceOfBusinessActivityOfIncomeRecipient: { form: /^\d{22}$/ },
  TaxCertificate: { form: oneOf('N/A', 'TaxExAr22', 'TaxExAr23', 'TaxExIntDep', 'TaxExIntPhtb', 'DTP', 'PP23', 'ETC') },
  TaxObjectCode: { form: /^\d\d-\d{3}-\d\d$/ },
  TaxBase: { form: /^\d+$/, above: 0 },
  Rate: { form: /^\d+(\.\d+)?$/, least: 0 },
  Document: { form: oneOf(...documents) },
  DocumentNumber: { form: text },
  DocumentDate: { form: day, nillable: true },
  IDPlaceOfBusinessActivity: { form: /^\d{22}$/ },
  GovTreasurerOpt: { form: oneOf('N/A', 'Imprest', 'Direct') },
  SP2DNumber: { form: text, nillable: true },
  WithholdingDate: { form: day },
};

const ELEMENT = /<(\w+)(?: xsi:nil="true"\/>|>([^<]*)<\/\1>)/g;
/** What the schema says against one slip, in words. */
const flaws = (bpu: string): string[] => {
  const found = [...bpu.matchAll(ELEMENT)];
  const order = found.map(([, name]) => name);
  if (JSON.stringify(order) !== JSON.stringify(Object.keys(rules))) return [`order ${order}`];
  return found.flatMap(([, name = '', value]) => {
    const { form, above, least, nillable } = rules[name] as Rule;
    if (value === undefined) return nillable ? [] : [`${name} is nil`];
    if (!form.test(value)) return [`${name} is ${value}`];
    if (above !== undefined && Number(value) <= above) return [`${name} is not above ${above}`];
    return least !== undefined && Number(value) < least ? [`${name} is below ${least}`] : [];
  });
};

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const anyDay = fc
  .integer({ min: 0, max: 5000 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const slip: fc.Arbitrary<Bppu> = fc
  .record({
    counterpartTin: digits(16),
    objectCode: fc.constantFrom('22-910-01', '28-423-01'),
    baseRupiah: fc.integer({ min: 1, max: 1_000_000_000_000 }),
    rate: fc.constantFrom('1.5', '0.5', '3'),
    document: fc.constantFrom('CommercialInvoice' as const, 'PaymentProof' as const, 'Contract' as const),
    documentNumber: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((number) => `1${number}`),
    documentDate: anyDay,
    purse: fc.constantFrom('UP/GU' as const, 'LS' as const, 'KKPD' as const),
    withheldOn: anyDay,
  })
  .map((one) => ({ ...one, facility: 'N/A', sp2dNumber: one.purse === 'LS' ? one.documentNumber : null }));

describe('the file for Coretax', () => {
  test('holds every slip with all of its elements, in their order, of their types and within their lists', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), digits(16), (slips, tin) => {
        const xml = bppuXml(slips, tin);
        expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<BpuBulk xmlns:xsi=/);
        expect(xml).toContain(`<TIN>${tin}</TIN>`);
        const found = xml.match(/<Bpu>[\s\S]*?<\/Bpu>/g) ?? [];
        expect(found).toHaveLength(slips.length);
        expect(found.flatMap((bpu) => flaws(bpu.replace(/^<Bpu>|<\/Bpu>$/g, '')))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
