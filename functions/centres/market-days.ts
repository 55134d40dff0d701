import { dayOf } from '../../shared/domain/basics/month.ts';
import { cardOf, drawnOnOf, type MarketDay, requireMarketDay } from '../../shared/domain/centres/market-day.ts';
import { replayRoster } from '../../shared/domain/centres/roster.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { dayKeyShownFrom } from '../../shared/domain/ranking/list/day-key.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getMarketDay, saveMarketDay } from '../../shared/table/centres/market-days.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { policyOfVersion } from '../reads/city-ledger.ts';
import type { World } from '../world.ts';
import { expectCentre, expectMarketDay } from './expect-centre.ts';

/** A day with its roster as anybody may check it: the key of its draw is shown once its day is over. */
export const shownDay = async (world: World, city: City, market: MarketDay) => {
  const { roster } = market;
  const today = dayOf(world.now(), city.zone);
  const card = cardOf(market, today);
  if (!roster) return { ...card, roster, dayKey: null, replay: null };
  const dayKey = world.dayKey(city.cityCode, roster.drawnOn);
  const policy = await policyOfVersion(world, city, roster.policyVersion);
  const { matches, differences } = replayRoster(roster, { cityCode: city.cityCode, policy, dayKey });
  const isShown = today >= dayKeyShownFrom(drawnOnOf(market));
  return { ...card, roster, dayKey: isShown ? dayKey : null, replay: { matches, differences: [...differences] } };
};

export const readMarketDay = endpoint('GET /cities/{city}/centres/{slug}/days/{day}', async ({ params }, world) => {
  const { city } = await expectCentre(world, params);
  return shownDay(world, city, await expectMarketDay(world, params));
});

export const setMarketDay = endpoint('PUT /cities/{city}/centres/{slug}/days/{day}', async (ask, world) => {
  const { body, caller } = ask;
  const { day } = ask.params;
  const { city, centre } = await expectCentre(world, ask.params);
  const { cityCode, slug } = centre;
  requireCityAdmin(caller, cityCode);
  const at = world.now();
  const today = dayOf(at, city.zone);
  const before = await getMarketDay(world.table, { cityCode, slug, day });
  if (before && ask.ifMatch === 0)
    throw new Problem('version_mismatch', 'Hari pasar pada tanggal ini sudah ada. Ubah dari daftar hari pasar.', [
      { pointer: '#/path/day', detail: 'Pilih tanggal lain.' },
    ]);
  requireVersion(ask, { version: before?.version ?? 0 });
  requireMarketDay(body, day, today, before);
  if (body.stalls > centre.stalls)
    throw new Problem('invalid_request', `Sentra ini punya ${centre.stalls} lapak.`, [
      { pointer: '/stalls', detail: `Paling banyak ${centre.stalls}.` },
    ]);
  const { applicants = [], roster = null, version = 0 } = before ?? {};
  const market = { ...body, cityCode, slug, day, applicants, roster, changedAt: at, version: version + 1 };
  const act = { chain: cityCode, at, by: caller.person, act: 'market-day-set', person: null } as const;
  const details = { day, cancelled: String(body.cancelled) };
  await commit(world.table, [
    saveMarketDay(market),
    ...(await recordAct(world.table, { ...act, subjects: [slug], details }, caller)),
  ]);
  return cardOf(market, today);
});
