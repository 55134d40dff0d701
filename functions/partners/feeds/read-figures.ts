import type { Output } from '../../../shared/contract.ts';
import { judgedAs } from '../../../shared/domain/partners/feeds/corridor.ts';
import { type Feed, feedDueOn, owesMonth } from '../../../shared/domain/partners/feeds/feed.ts';
import { latestOf } from '../../../shared/domain/partners/feeds/latest.ts';
import { type FeedKindCode, feedKinds } from '../../../shared/domain/partners/feeds/words.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import { mostCutOn, rideTariffOn } from '../../../shared/rules/ride-tariffs.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { feedsOfCity, getFeeds } from '../../../shared/table/partners/feeds.ts';
import { partnersOf } from '../../../shared/table/partners/partners.ts';
import { expectCity, requireCityReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

/** The last revision of each partner. */
const lastOnes = async ({ table }: World, cityCode: string, kind: FeedKindCode, month: string): Promise<Feed[]> => {
  const cards = await everyEntry((after) => feedsOfCity(table, { cityCode, kind, month }, { limit: 100, after }));
  return getFeeds(table, latestOf(cards));
};

const receivedOf = ({ revision, reason, receivedAt, late }: Feed) => ({ revision, reason, receivedAt, late });
type Told = Output<'GET /cities/{city}/partner-figures/{month}'>['partners'][number];
const toldBy = (feeds: readonly Feed[]): Pick<Told, FeedKindCode> => {
  const told: Pick<Told, FeedKindCode> = { activity: null, demand: null, fares: null };
  for (const feed of feeds) {
    const { figures } = feed;
    const received = receivedOf(feed);
    if (figures.kind === 'activity') told.activity = { ...received, cells: figures.cells };
    else if (figures.kind === 'demand') told.demand = { ...received, ...figures };
    else {
      const cells = figures.cells.map((cell) => ({ ...cell, judged: judgedAs(cell.service, cell.vehicle) }));
      told.fares = { ...received, cells };
    }
  }
  return told;
};

export const readPartnerFigures = endpoint('GET /cities/{city}/partner-figures/{month}', async (ask, world) => {
  const { cityCode, zone } = await expectCity(world, ask.params.city);
  requireCityReader(ask.caller, cityCode);
  const { month } = ask.params;
  const kinds = Object.keys(feedKinds) as FeedKindCode[];
  const [own, above, ...feeds] = await Promise.all([
    partnersOf(world.table, cityCode),
    partnersOf(world.table, provinceOf(cityCode)),
    ...kinds.map((kind) => lastOnes(world, cityCode, kind, month)),
  ]);
  const partners = [...own, ...above.filter(({ cities }) => cities.includes(cityCode))];
  return {
    city: cityCode,
    month,
    dueOn: feedDueOn(month),
    partners: partners.map((partner) => ({
      partnerId: partner.partnerId,
      brand: partner.brand,
      owes: owesMonth(partner, month, zone),
      ...toldBy(feeds.flat().filter((feed) => feed.partnerId === partner.partnerId)),
    })),
    tariff: rideTariffOn(cityCode, `${month}-01`) ?? null,
    mostCut: mostCutOn(`${month}-01`) ?? null,
  };
});
