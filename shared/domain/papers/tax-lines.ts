import { type TaxRule, type TaxRuleId, taxRuleOn } from '../../rules/taxes.ts';
import type { Day } from '../basics/month.ts';
import type { TreasuryKind } from '../payments/payment.ts';

/** What decides about the taxes of one payment by an office. */
export type TaxFacts = {
  readonly day: Day;
  readonly rupiah: number;
  /** From which purse; null while nobody recorded it. */
  readonly purse: TreasuryKind | null;
  /** Prepared food and drink are taxed by the city (PBJT), never by VAT. */
  readonly preparedFood: boolean;
  readonly seller: {
    readonly person: boolean;
    readonly npwp: boolean;
    /** Charges VAT (pengusaha kena pajak): its prices hold the tax. */
    readonly pkp: boolean;
    /** Holds a Surat Keterangan PP 55. */
    readonly finalTax: boolean;
    /** Declared that its year stays within Rp 500 million. */
    readonly belowLimit: boolean;
  };
};

/** One line on a paper: what is to be withheld, of how much, by which rule, and whether somebody read that rule. */
export type TaxLine = {
  readonly ruleId: TaxRuleId;
  readonly name: string;
  readonly baseRupiah: number;
  readonly rupiah: number;
  readonly rate: string;
  readonly objectCode?: string;
  readonly source: string;
  readonly confirmed: boolean;
};

const percent = ([above, below]: TaxRule['rate']): string => `${String((above * 100) / below).replace('.', ',')}%`;

/** Tax is rounded down to whole rupiah. */
const share = (rupiah: number, [above, below]: readonly [number, number]): number =>
  Number((BigInt(rupiah) * BigInt(above)) / BigInt(below));

const lineBy = ({ id, name, rate, objectCode, source, confirmed }: TaxRule, baseRupiah: number): TaxLine => ({
  ruleId: id as TaxRuleId,
  name,
  baseRupiah,
  rupiah: share(baseRupiah, rate),
  rate: percent(rate),
  ...(objectCode === undefined ? {} : { objectCode }),
  source,
  confirmed,
});

/** VAT inside a price: the base is what is left, so base and tax always add up to the price. */
const vatOf = (facts: TaxFacts): TaxLine[] => {
  if (facts.preparedFood) {
    const rule = taxRuleOn('pbjt-makanan', facts.day);
    return rule ? [lineBy(rule, facts.rupiah)] : [];
  }
  if (!facts.seller.pkp) return [];
  const rule = taxRuleOn('ppn-11-per-12', facts.day) ?? taxRuleOn('ppn-11', facts.day);
  if (!rule) return [];
  const [above, below] = rule.rate;
  const tax = share(facts.rupiah, [above, above + below]);
  return [{ ...lineBy(rule, facts.rupiah - tax), rupiah: tax }];
};

const incomeRule = ({ day, purse, seller }: TaxFacts, baseRupiah: number): TaxRuleId => {
  if (seller.person && seller.belowLimit) return 'pph-final-500-juta';
  if (seller.finalTax) return 'pph-final-umkm';
  if (purse === 'KKPD') return 'pph22-kkpd';
  const free = taxRuleOn('pph22-sampai-2-juta', day)?.upToRupiah ?? 0;
  return baseRupiah <= free ? 'pph22-sampai-2-juta' : 'pph22-bendahara';
};

/** Without a tax number the treasurer's PPh 22 is twice as much. Source: UU PPh pasal 22 ayat (3); not read in full. */
const withoutNumber = (rule: TaxRule): TaxRule => ({
  ...rule,
  rate: [rule.rate[0] * 2, rule.rate[1]],
  confirmed: false,
  source: `${rule.source}; dua kali lipat tanpa NPWP (UU PPh pasal 22 ayat 3)`,
});
const incomeTax = (facts: TaxFacts, baseRupiah: number): TaxLine[] => {
  const rule = taxRuleOn(incomeRule(facts, baseRupiah), facts.day);
  if (!rule) return [];
  return [lineBy(rule.id === 'pph22-bendahara' && !facts.seller.npwp ? withoutNumber(rule) : rule, baseRupiah)];
};

/**
 * The tax lines of one payment of an office, on its day. Information for the treasurer with the source of every line; this
 * market withholds nothing. Sums are exact: a VAT line's base and tax make the price, every other tax is rounded down.
 */
export const taxLines = (facts: TaxFacts): readonly TaxLine[] => {
  const vat = vatOf(facts);
  const base = vat.find(({ name }) => name === 'PPN')?.baseRupiah ?? facts.rupiah;
  return [...vat, ...incomeTax(facts, base)];
};

/** What is taken off the payment of these lines: VAT and income tax that are withheld, to the rupiah. */
export const withheldRupiah = (lines: readonly TaxLine[]): number => lines.reduce((sum, { rupiah }) => sum + rupiah, 0);
