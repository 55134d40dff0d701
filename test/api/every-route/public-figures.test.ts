import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Key, routeKeys, routeOf } from '../../../shared/contract.ts';

/*
 * Every figure anybody can read without a seat, by its name in the contract, and why no shop's sales can be worked out of it. A
 * new public figure fails here until somebody has said what it is; what sums over shops is attacked in the tests named.
 */

/** Sums and counts over shops: attacked with everything else that is public. */
const attacked = {
  snapshots: [
    'test/domain/equity/disclosure/attack.test.ts',
    'test/domain/equity/disclosure/everything-attack.test.ts',
    'test/domain/equity/disclosure/counts-attack.test.ts',
    'test/domain/equity/disclosure/small-sums-attack.test.ts',
    'test/domain/equity/disclosure/revisions-attack.test.ts',
    'test/domain/equity/disclosure/attainable-attack.test.ts',
  ],
  lists: [
    'test/domain/ranking/steps-attack.test.ts',
    'test/api/ranking/steps.test.ts',
    'test/api/ranking/left.test.ts',
    'test/domain/equity/disclosure/everything-attack.test.ts',
  ],
  centres: ['test/domain/centres/sale.test.ts'],
} as const;

/** Months as they are published, and their files, made of the same public snapshot. */
const monthly = (key: Key): boolean => /\/(snapshots\/\{month\}|reports\/\{month\}\/\{format\})$/.test(key);

const words = (text: string): string[] => text.trim().split(/\s+/);
/** What every other public figure is. */
const known = {
  'a number of a rule, a limit or a version': words(`
    version policyVersion ruleVersion revision number tolerancePercent ratingFloor ratingPriorMean ratingPriorWeight windowDays
    maxSuppliers splitFromUnits freeRefusals cancelledDays pricePowerAbove pricePowerBelow referenceRise ratingPower silenceDays
    newcomerDays provenOwners confirmAfterMonths confirmOldMonths ttl ceilingRupiah personMaxRupiah agencyMaxRupiah
    deliveryFeeMaxRupiah personAheadDays agencyAheadDays approvalDays acceptHours lateDays settleDays handoverDays restDays
    disputeDays rulingDays personOpenOrders personOpenAtShop newPersonOpenOrders newPersonDays maxRupiah shards row column
    batikDay rule upToRupiah fromRupiah firstPercent repeatedPercent monthsInBusiness npwpAboveRupiah`),
  'what a shop says of itself': words(
    `priceRupiah leadDays closedDays minQuantity minUnits perDay feeRupiah freeFromRupiah`,
  ),
  'told in three words only (decision 63), or what a maker says it makes': words('capacityUnits'),
  'what buyers wrote, one by one': words('stars average count ratingSum ratingCount rated'),
  'where an offer stands, and what it was asked for': words(
    'rank ownerRank above below tier quantity lots owners exposure salesOrder',
  ),
  'V in steps far apart (decision 66)': words('step'),
  'a median of many orders or prices, not of one shop': words('unitRupiah medianRupiah lineRupiah'),
  'shops in the register, whoever of them sells': words('shops'),
  'what offices plan to buy, of nobody yet; of a paper, to who holds its code': words('lines rupiah wanted planCount'),
  'how long offices let wait, and how many of them': words(
    'waiting medianDays oldestDays oldestWorkingDays officeCount owingCount',
  ),
  'complaints about city services, by office': words('assigned answered late fixed notFixed reopened'),
  'what was sought and not found, from ten on': words('times'),
  'stalls and seats': words('stalls stall stallsHad rentRupiah asked seats free'),
} as const;
const classified = new Set<string>(Object.values(known).flat());

type Node = Record<string, unknown>;
/** Names of the numbers, and of rupiah in digits, anywhere in an answer. */
const figuresOf = (key: Key): string[] => {
  const { response } = routeOf(key) as { response?: z.ZodType };
  if (!response) return [];
  const schema = z.toJSONSchema(response, { unrepresentable: 'any' }) as Node;
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (node: unknown, name: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, $ref, properties, ...rest } = node as Node;
    if (typeof $ref === 'string') {
      const named = (schema['$defs'] as Node | undefined)?.[$ref.split('/').at(-1) ?? ''];
      if (seen.has(named)) return;
      seen.add(named);
      walk(named, name);
    }
    if (type === 'integer' || type === 'number' || (type === 'string' && /rupiah/i.test(name))) found.add(name);
    for (const [inner, value] of Object.entries((properties ?? {}) as Node)) walk(value, inner);
    for (const word of ['items', 'additionalProperties'] as const) walk(rest[word], name);
    for (const word of ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const)
      for (const value of (rest[word] ?? []) as unknown[]) walk(value, name);
  };
  walk(schema, '');
  return [...found].filter((name) => name !== '');
};

const isPublicRead = (key: Key): boolean => key.startsWith('GET') && routeOf(key).access === 'public';

describe('every figure anybody can read', () => {
  test.each(routeKeys.filter((key) => isPublicRead(key) && !monthly(key)))('of %s is known', (key) => {
    expect(figuresOf(key).filter((name) => !classified.has(name))).toEqual([]);
  });

  test('of a month is in the attack on months', () => {
    const months = routeKeys.filter((key) => isPublicRead(key) && monthly(key));
    expect(months).toHaveLength(6);
    for (const path of Object.values(attacked).flat()) expect(existsSync(path), path).toBe(true);
  });

  test('is read out of some answers, and classified once', () => {
    expect(figuresOf('GET /cities/{city}/centres/{slug}/sales')).toEqual(['owners']);
    expect(figuresOf('GET /rankings/{decisionId}')).toContain('step');
    const all = Object.values(known).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
