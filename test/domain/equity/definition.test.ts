import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { rendered, written } from '../../../scripts/docs/method.ts';
import { ATTAINABLE_DEFINITION, Attainable, Reached } from '../../../shared/domain/equity/attainable/attainable.ts';
import {
  definitionOf,
  everyIndicator,
  indicators,
  monthlyIndicators,
  reasonInWords,
} from '../../../shared/domain/equity/definitions/definition.ts';
import { AgencySpread, Between, Cell, Spread } from '../../../shared/domain/equity/snapshot/cell.ts';
import { DEFINITION } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { PricesPaidTotal } from '../../../shared/domain/equity/standing/prices-paid-total.ts';

const measures = everyIndicator.flatMap((indicator) => indicator.measures);
const meaningOf = (of: typeof indicators): string => {
  const meaning = of.flatMap(({ measures: all }) =>
    all.map(({ id, formula, inclusion, overYear }) => [id, formula, inclusion, overYear]),
  );
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 16);
};

describe('the definitions', () => {
  test('are of the fifteen indicators, in order, each with its measures', () => {
    expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
    expect(monthlyIndicators.map(({ number }) => number)).toEqual([16, 17, 18, 19, 20]);
    for (const indicator of everyIndicator) expect(indicator.measures.length, indicator.id).toBeGreaterThan(0);
  });

  test('say everything: name, sentence, formula, who is counted, source', () => {
    for (const one of [...everyIndicator, ...measures])
      for (const part of [one.name, one.sentence, one.formula, one.inclusion, one.source])
        expect(part.trim(), one.id).not.toBe('');
    for (const { sentence, overYear } of measures) for (const told of [sentence, overYear]) expect(told).toMatch(/\.$/);
  });

  test('name every figure of a snapshot, once', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
    const silent = ['ownPoints', 'topTwoShare', 'spread', 'agencyId', 'name', 'pricesPaid'];
    const fields = [Cell, Spread, Between, AgencySpread, PricesPaidTotal].flatMap(({ shape }) => Object.keys(shape));
    for (const field of fields.filter((one) => !silent.includes(one))) expect(definitionOf(field).id).toBe(field);
    const monthly = monthlyIndicators.flatMap(({ measures: all }) => all.map(({ id }) => id));
    const kept = [Reached, Attainable, Attainable.shape.exposure.element].flatMap(({ shape }) => Object.keys(shape));
    expect(monthly.filter((id) => !kept.includes(id))).toEqual([]);
  });

  test('are the method page', () => {
    expect(written(), 'run npm run method').toBe(rendered());
  });

  test('do not change their meaning under one version', () => {
    // A new hash here means figures mean something else: raise DEFINITION with it.
    expect([DEFINITION, meaningOf(indicators)]).toEqual(['pemerataan-5', '196fa1dd51dd3d89']);
    expect([ATTAINABLE_DEFINITION, meaningOf(monthlyIndicators)]).toEqual(['tercapai-1', '56335999890b484e']);
  });

  test('tell every reason in words', () => {
    expect(reasonInWords('no_turnover')).toBe('belum ada penjualan');
    expect(reasonInWords('something_new')).toBe('something_new');
  });
});
