import { type TaxRule, type TaxRuleId, taxRuleOn } from '../../rules/taxes.ts';
import type { Day } from '../basics/month.ts';
import type { TreasuryKind } from '../payments/treasury-record.ts';

/** What decides about the taxes of one payment by an office. */
export type TaxFacts = {
  readonly day: Day;
  readonly rupiah: number;
  /** From which purse; null while nobody recorded it. */
  readonly purse: TreasuryKind | null;
  /** Prepared food and drink are taxed by the city (PBJT), never by VAT. */
  readonly preparedFood: boolean;
  /** Meals made to order and brought to where they are eaten: a service to the income tax, not goods. */
  readonly catering: boolean;
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

/** VAT that the shop hands in itself, as for a private buyer: of a small payment, the VAT counted in, or one by card. */
const sellerPaysVat = ({ day, purse, rupiah }: TaxFacts): TaxRule | undefined => {
  if (purse === 'KKPD') return taxRuleOn('ppn-kkpd', day);
  const small = taxRuleOn('ppn-sampai-2-juta', day);
  return rupiah <= (small?.upToRupiah ?? 0) ? small : undefined;
};

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
  const freed = sellerPaysVat(facts);
  return [freed ? lineBy(freed, facts.rupiah - tax) : { ...lineBy(rule, facts.rupiah - tax), rupiah: tax }];
};

const incomeRule = ({ day, purse, seller, catering }: TaxFacts, baseRupiah: number): TaxRuleId => {
  if (seller.person && seller.belowLimit) return 'pph-final-500-juta';
  if (seller.finalTax) return 'pph-final-umkm';
  // What frees small payments and cards is said of PPh 22 alone.
  if (catering) return 'pph23-katering';
  if (purse === 'KKPD') return 'pph22-kkpd';
  const free = taxRuleOn('pph22-sampai-2-juta', day)?.upToRupiah ?? 0;
  return baseRupiah <= free ? 'pph22-sampai-2-juta' : 'pph22-bendahara';
};

/** The income taxes that are twice as much without a tax number, and by what. Not read in full. */
const doubled: Partial<Record<TaxRuleId, string>> = {
  'pph22-bendahara': 'UU PPh pasal 22 ayat 3',
  'pph23-katering': 'UU PPh pasal 23 ayat 1a',
};
const withoutNumber = (rule: TaxRule, by: string): TaxRule => ({
  ...rule,
  rate: [rule.rate[0] * 2, rule.rate[1]],
  confirmed: false,
  source: `${rule.source}; dua kali lipat tanpa NPWP (${by})`,
});
const incomeTax = (facts: TaxFacts, baseRupiah: number): TaxLine[] => {
  const id = incomeRule(facts, baseRupiah);
  const rule = taxRuleOn(id, facts.day);
  if (!rule) return [];
  const by = facts.seller.npwp ? undefined : doubled[id];
  return [lineBy(by === undefined ? rule : withoutNumber(rule, by), baseRupiah)];
};

/**
 * The tax lines of one payment of an office, on its day. Information for the treasurer with the source of every line; this
 * market withholds nothing. Sums are exact: a VAT line's base and tax make the price, every other tax is rounded down.
 */
export const taxLines = (facts: TaxFacts): readonly TaxLine[] => {
  const vat = vatOf(facts);
  const base = vat[0]?.baseRupiah ?? facts.rupiah;
  return [...vat, ...incomeTax(facts, base)];
};

/** What is taken off the payment of these lines: VAT and income tax that are withheld, to the rupiah. */
export const withheldRupiah = (lines: readonly TaxLine[]): number => lines.reduce((sum, { rupiah }) => sum + rupiah, 0);
