import { type Month, monthEnd, monthOf } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import {
  HORIZONS,
  monthsAfter,
  monthsBefore,
  type Panel,
  type Span,
} from '../../shared/domain/programmes/effect/panel.ts';
import { programmeEffect } from '../../shared/domain/programmes/effect/programme-effect.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { streamStandings } from '../../shared/table/equity/standings.ts';
import { enrolmentsOf } from '../../shared/table/programmes/enrolments.ts';
import { drawAt } from '../../shared/table/programmes/series.ts';
import { endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { expectSeries, sees } from './programme-access.ts';

const MONTHS_AT_ONCE = 3;
/** What every shop of the city sold in the months that are over; who is in no list of a month sold nothing in it. */
const panelOf = async ({ table }: World, { cityCode, shards }: City, months: readonly Month[]): Promise<Panel> => {
  const panel = new Map<string, { district: string; category: string; sold: Map<Month, number> }>();
  await inParallel(months, MONTHS_AT_ONCE, async (month) => {
    for await (const item of streamStandings(table, { cityCode, month, shards })) {
      const merchantId = String(item['merchantId']);
      const shop = panel.get(merchantId) ?? {
        district: String(item['district']),
        category: String(item['category']),
        sold: new Map(),
      };
      shop.sold.set(month, Number(item['turnoverRupiah']));
      panel.set(merchantId, shop);
    }
  });
  return panel;
};

export const readProgrammeEffect = endpoint('GET /series/{seriesId}/effect', async ({ params, caller }, world) => {
  const { series, city } = await expectSeries(world, params.seriesId, caller, sees);
  const { seriesId } = series;
  const [all, { draw }] = await Promise.all([
    enrolmentsOf(world.table, seriesId),
    readTogether(world.table, { draw: drawAt(seriesId) }),
  ]);
  if (!draw) return { effects: [] };
  const span: Span = { began: monthOf(series.startsAt, city.zone), ended: monthOf(series.endsAt, city.zone) };
  const now = world.now();
  const over = [...monthsBefore(span), ...monthsAfter(span, 6)].filter((month) => monthEnd(month, city.zone) <= now);
  const facts = {
    draw,
    span,
    panel: await panelOf(world, city, over),
    attended: new Set(all.flatMap(({ merchantId, attended }) => (attended.length > 0 ? [merchantId] : []))),
    enrolled: new Set(all.map(({ merchantId }) => merchantId)),
  };
  const running = monthOf(now, city.zone);
  return { effects: HORIZONS.map((horizon) => programmeEffect(facts, horizon, running)) };
});
