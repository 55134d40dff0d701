import { SMALL_PAYMENT_RUPIAH, type TaxRule, type TaxRuleId, taxRuleOn } from '../../rules/taxes.ts';
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

const line = (id: TaxRuleId, { day }: TaxFacts, baseRupiah: number, rupiah?: number): TaxLine[] => {
  const rule = taxRuleOn(id, day);
  if (!rule) return [];
  const { name, rate, objectCode, source, confirmed } = rule;
  return [
    {
      ruleId: id,
      name,
      baseRupiah,
      rupiah: rupiah ?? share(baseRupiah, rate),
      rate: percent(rate),
      ...(objectCode === undefined ? {} : { objectCode }),
      source,
      confirmed,
    },
  ];
};

/** VAT inside a price: the base is what is left, so base and tax always add up to the price. */
const vatOf = (facts: TaxFacts): TaxLine[] => {
  if (facts.preparedFood) return line('pbjt-makanan', facts, facts.rupiah);
  if (!facts.seller.pkp) return [];
  const rule = taxRuleOn('ppn-11-per-12', facts.day) ?? taxRuleOn('ppn-11', facts.day);
  if (!rule) return [];
  const [above, below] = rule.rate;
  const tax = share(facts.rupiah, [above, above + below]);
  return line(rule.id as TaxRuleId, facts, facts.rupiah - tax, tax);
};

const incomeRule = ({ purse, seller }: TaxFacts, baseRupiah: number): TaxRuleId => {
  if (seller.person && seller.belowLimit) return 'pph-final-500-juta';
  if (seller.finalTax) return 'pph-final-umkm';
  if (purse === 'KKPD') return 'pph22-kkpd';
  return baseRupiah <= SMALL_PAYMENT_RUPIAH ? 'pph22-sampai-2-juta' : 'pph22-bendahara';
};

/** Without a tax number the treasurer's PPh 22 is twice as much. Source: UU PPh pasal 22 ayat (3); not read in full. */
const doubled = (found: readonly TaxLine[], { seller }: TaxFacts): TaxLine[] =>
  found.map((one) =>
    one.ruleId === 'pph22-bendahara' && !seller.npwp
      ? {
          ...one,
          rupiah: one.rupiah * 2,
          rate: '3%',
          confirmed: false,
          source: `${one.source}; dua kali lipat tanpa NPWP (UU PPh pasal 22 ayat 3)`,
        }
      : one,
  );

/**
 * The tax lines of one payment of an office, on its day. Information for the treasurer with the source of every line; this
 * market withholds nothing. Sums are exact: a VAT line's base and tax make the price, every other tax is rounded down.
 */
export const taxLines = (facts: TaxFacts): readonly TaxLine[] => {
  const vat = vatOf(facts);
  const base = vat.find(({ name }) => name === 'PPN')?.baseRupiah ?? facts.rupiah;
  return [...vat, ...doubled(line(incomeRule(facts, base), facts, base), facts)];
};

/** What is taken off the payment of these lines: VAT and income tax that are withheld, to the rupiah. */
export const withheldRupiah = (lines: readonly TaxLine[]): number => lines.reduce((sum, { rupiah }) => sum + rupiah, 0);
