import { addDays, dayOf } from '../../shared/domain/basics/month.ts';
import { day as written } from '../../shared/domain/basics/wording.ts';
import type { Centre } from '../../shared/domain/centres/centre.ts';
import { drawnOnOf, type MarketDay, stateOf } from '../../shared/domain/centres/market-day.ts';
import { type Applicant, drawnRoster } from '../../shared/domain/centres/roster.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { unitIn } from '../../shared/domain/ranking/ledger/units.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { marketDaysFrom, saveMarketDay } from '../../shared/table/centres/market-days.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { type Present, presentLedger } from '../reads/city-ledger.ts';
import { inBatches } from '../reads/in-batches.ts';
import type { World } from '../world.ts';
import { expectCentre, expectMarketDay } from './expect-centre.ts';
import { shownDay } from './market-days.ts';

/** Stalls of a year count. */
const HAD_DAYS = 365;

/** Stalls that each shop had at this centre in the year before a day. */
const stallsHad = async ({ table }: World, centre: Centre, day: string): Promise<ReadonlyMap<string, number>> => {
  const had = new Map<string, number>();
  for (const { roster, cancelled, ...market } of await marketDaysFrom(table, centre, addDays(day, -HAD_DAYS)))
    for (const { merchantId, stall } of (market.day < day && !cancelled && roster?.rows) || [])
      if (stall !== null) had.set(merchantId, (had.get(merchantId) ?? 0) + 1);
  return had;
};

/**
 * Who asks, with what their owner had through any shop. By shops, not by the owner's name in rosters of then: that is another one as
 * soon as an owner opens a shop or is joined with one.
 */
const applicantsOf = async (
  world: World,
  centre: Centre,
  { applicants, day }: MarketDay,
  { ledger }: Present,
): Promise<Applicant[]> => {
  const had = await stallsHad(world, centre, day);
  const known = [...new Set([...applicants, ...had.keys()])];
  const shops = (await inBatches(known, (some) => getMerchants(world.table, some))).filter(
    (shop) => shop !== undefined,
  );
  const ownerOf = ({ merchantId, ownerId }: (typeof shops)[number]) => ledger.ownerOf.get(merchantId) ?? ownerId;
  const byOwner = Map.groupBy(shops, ownerOf);
  const hadBy = (ownerId: string): number =>
    (byOwner.get(ownerId) ?? []).reduce((sum, { merchantId }) => sum + (had.get(merchantId) ?? 0), 0);
  const asking = new Set(applicants);
  return shops.flatMap((shop) => {
    const { merchantId, name: merchantName, status } = shop;
    if (!asking.has(merchantId)) return [];
    const ownerId = ownerOf(shop);
    return [{ merchantId, merchantName, ownerId, verified: status === 'verified', stallsHad: hadBy(ownerId) }];
  });
};

const drawn = async (world: World, city: City, centre: Centre, market: MarketDay): Promise<MarketDay> => {
  const present = await presentLedger(world, city);
  const { ledger, policy } = present;
  const [drawnOn, drawnAt] = [drawnOnOf(market), world.now()];
  const dayKey = world.dayKey(city.cityCode, drawnOn);
  const facts = { cityCode: city.cityCode, ledger, policy, dayKey, unitRupiah: unitIn(ledger, null, policy) };
  const roster = drawnRoster(
    await applicantsOf(world, centre, market, present),
    market.stalls,
    { drawnAt, drawnOn },
    {
      ...facts,
      rentRupiah: centre.rentRupiah,
    },
  );
  return { ...market, roster, changedAt: drawnAt, version: market.version + 1 };
};

/** Draws once: who asks again, however late, gets the roster that was drawn. */
export const drawRoster = endpoint(
  'POST /cities/{city}/centres/{slug}/days/{day}/draw',
  async ({ params, caller }, world) => {
    const { city, centre } = await expectCentre(world, params);
    requireCityAdmin(caller, city.cityCode);
    const market = await expectMarketDay(world, params);
    if (market.roster) return shownDay(world, city, market);
    const state = stateOf(market, dayOf(world.now(), city.zone));
    if (state === 'cancelled')
      throw new Problem('roster_too_early', 'Hari pasar ini dibatalkan. Tidak ada lapak yang dibagi.');
    if (state === 'asking')
      throw new Problem(
        'roster_too_early',
        `Usaha masih boleh meminta lapak sampai ${written(market.applyUntil)}. Bagi lapak sesudahnya.`,
      );
    const after = await drawn(world, city, centre, market);
    const act = {
      chain: city.cityCode,
      at: world.now(),
      by: caller.person,
      act: 'roster-drawn',
      person: null,
    } as const;
    const details = { day: market.day, asked: String(market.applicants.length) };
    await commit(world.table, [
      saveMarketDay(after),
      ...(await recordAct(world.table, { ...act, subjects: [centre.slug], details }, caller)),
    ]);
    return shownDay(world, city, after);
  },
);
