import { describe, expect, test } from 'vitest';
import { drawn } from '../../../shared/domain/programmes/draw.ts';
import { effectSentence } from '../../../shared/domain/programmes/effect/effect-words.ts';
import { monthsAfter, monthsBefore, type Panel, stratumOf } from '../../../shared/domain/programmes/effect/panel.ts';
import { programmeEffect } from '../../../shared/domain/programmes/effect/programme-effect.ts';
import { idOf } from '../examples.ts';

const span = { began: '2026-02', ended: '2026-03' };
const idAt = (at: number) => idOf('mrc', `shop ${at}`);
/** Shops of one trade and place: each sells its level before, and so much more or less after, give or take a little. */
const panelOf = (shops: readonly { id: string; level: number; gain: number }[]): Panel =>
  new Map(
    shops.map(({ id, level, gain }, at) => {
      const wave = ((at * 7) % 5) * 20_000;
      const before = monthsBefore(span).map((month) => [month, level + wave] as const);
      const after = monthsAfter(span, 6).map((month) => [month, level + gain + ((at * 3) % 5) * 20_000] as const);
      return [id, { district: '35.73.02', category: 'batik', sold: new Map([...before, ...after]) }];
    }),
  );

const queue = (many: number, seats: number) => ({
  seriesId: idOf('srs', 'foto'),
  at: '2026-01-20T02:00:00.000Z',
  rule: 1,
  seats,
  ranked: drawn(
    Array.from({ length: many }, (_, at) => ({ merchantId: idAt(at), monthsUnsold: 0 })),
    'seed',
  ),
});
/** A queue of equals in which the drawn gain so much, and nobody else does; beside it shops that never heard of it. */
const town = (many: number, seats: number, gain: number, others = 0) => {
  const draw = queue(many, seats);
  const lucky = new Set(draw.ranked.slice(0, seats).map(({ merchantId }) => merchantId));
  const shops = draw.ranked.map(({ merchantId: id }) => ({ id, level: 1_000_000, gain: lucky.has(id) ? gain : 0 }));
  const rest = Array.from({ length: others }, (_, at) => ({ id: `other ${at}`, level: 1_000_000, gain: 0 }));
  return {
    draw,
    span,
    panel: panelOf([...shops, ...rest]),
    attended: lucky,
    enrolled: new Set(draw.ranked.map(({ merchantId }) => merchantId)),
  };
};

describe('what a programme changed', () => {
  test('is told by its queue, where chance decided among enough', () => {
    const effect = programmeEffect(town(60, 30, 400_000), 3, '2026-12');
    expect(effect).toMatchObject({
      state: 'judged',
      method: 'queue',
      treated: 30,
      matched: 30,
      controls: 30,
      doubts: [],
    });
    expect(Math.abs((effect.effectRupiah ?? 0) - 400_000)).toBeLessThan(40_000);
    expect(effect.lowRupiah).toBeGreaterThan(0);
    expect(effectSentence(effect)).toMatch(
      /^Tiga bulan sesudah program: omzet peserta naik Rp\d+\.000 per bulan karena program, kemungkinan besar antara Rp\d+\.000 dan Rp\d+\.000 \(30 peserta dibanding 30 yang menunggu karena undian\)\.$/,
    );
  });
  test('counts who was drawn though they never came, or the queue would be no comparison', () => {
    const all = town(60, 30, 400_000);
    const nobody = programmeEffect({ ...all, attended: new Set() }, 3, '2026-12');
    expect(nobody.effectRupiah).toBe(programmeEffect(all, 3, '2026-12').effectRupiah);
  });
  test('is said not to be seen where the interval holds nothing too', () => {
    const effect = programmeEffect(town(60, 30, 0), 6, '2026-12');
    expect(effect).toMatchObject({ state: 'judged' });
    expect((effect.lowRupiah ?? 1) <= 0 && (effect.highRupiah ?? -1) >= 0).toBe(true);
    expect(effectSentence(effect)).toContain('belum terlihat pengaruhnya');
    expect(effectSentence(programmeEffect(town(60, 30, -400_000), 1, '2026-12'))).toContain('turun Rp');
  });
  test('falls back on shops alike where the queue was too short, and takes nobody of the queue for one', () => {
    const effect = programmeEffect(town(30, 25, 400_000, 80), 3, '2026-12');
    expect(effect).toMatchObject({ state: 'judged', method: 'strata', treated: 25 });
    expect(effect.controls).toBeLessThanOrEqual(80);
    expect(effectSentence(effect)).toContain('usaha serupa yang tidak ikut');
  });
  test('tells no figure of few, of thin strata, or of sides that were apart before', () => {
    const few = programmeEffect(town(20, 10, 400_000, 80), 3, '2026-12');
    expect(few).toMatchObject({ state: 'doubted', effectRupiah: null, lowRupiah: null, highRupiah: null });
    expect(few.doubts).toContain('few');
    expect(effectSentence(few)).toMatch(/^Tiga bulan sesudah program: belum bisa dinilai, karena kurang dari 20/);
    const alone = programmeEffect(town(25, 25, 400_000, 2), 3, '2026-12');
    expect(alone).toMatchObject({ state: 'doubted', effectRupiah: null });
    expect(alone.doubts).toContain('thin');
    const all = town(30, 25, 400_000, 80);
    const richer = (one: ReturnType<typeof town>): Panel =>
      new Map(
        [...one.panel].map(([id, shop]) => {
          const more = one.attended.has(id) ? 700_000 : 0;
          return [id, { ...shop, sold: new Map([...shop.sold].map(([month, sold]) => [month, sold + more] as const)) }];
        }),
      );
    const apart = programmeEffect({ ...all, panel: richer(all) }, 3, '2026-12');
    expect(apart).toMatchObject({ state: 'doubted', method: 'strata', doubts: ['unbalanced'], effectRupiah: null });
    // By lot it is chance that they were, and what both had before falls out.
    const byLot = town(60, 30, 400_000);
    expect(programmeEffect({ ...byLot, panel: richer(byLot) }, 3, '2026-12')).toMatchObject({
      state: 'judged',
      effectRupiah: programmeEffect(byLot, 3, '2026-12').effectRupiah,
    });
  });
  test('waits for the months it needs', () => {
    const at = (running: string, horizon: 1 | 3 | 6) => programmeEffect(town(60, 30, 1), horizon, running);
    expect(at('2026-04', 1)).toMatchObject({ state: 'too-early', until: '2026-04', method: null });
    expect(at('2026-05', 1).state).toBe('judged');
    expect(at('2026-09', 6).state).toBe('too-early');
    expect(effectSentence(at('2026-04', 1))).toBe(
      'Satu bulan sesudah program: dapat dinilai sesudah April 2026 selesai.',
    );
  });
  test('takes a shop that left for one that sells nothing', () => {
    const all = town(60, 30, 0);
    const gone = new Map(
      [...all.panel].map(([id, shop]) => {
        const kept = [...shop.sold].filter(([month]) => !all.attended.has(id) || month < span.began);
        return [id, { ...shop, sold: new Map(kept) }];
      }),
    );
    expect(programmeEffect({ ...all, panel: gone }, 3, '2026-12').effectRupiah).toBeLessThan(-900_000);
  });
  test('compares trade, place, size, and whether sales were rising', () => {
    const shop = (sold: readonly number[], district = '35.73.02') => ({
      district,
      category: 'batik',
      sold: new Map(monthsBefore(span).map((month, at) => [month, sold[at] ?? 0])),
    });
    const strata = [
      [0, 0, 0],
      [1e6, 1e6, 1e6],
      [1e6, 1e6, 2e6],
      [2e6, 1e6, 1e6],
      [9e6, 9e6, 9e6],
    ].map((sold) => stratumOf(shop(sold), span));
    expect(new Set(strata).size).toBe(5);
    expect(stratumOf(shop([0, 0, 0], '35.73.03'), span)).not.toBe(strata[0]);
  });
});
