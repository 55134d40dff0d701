import type { Partner } from '../../../shared/domain/partners/partner.ts';
import { type Quarter, usabilityFigure } from '../../../shared/domain/partners/usability.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getPartner } from '../../../shared/table/partners/partners.ts';
import { countAnswers, usabilityTallies } from '../../../shared/table/partners/usability.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { houseOf } from '../../http/address.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';
import { expectPartner, reads, takesPart } from '../expect-partner.ts';
import { quarterNow } from './ask-owners.ts';

/** The mark of a quarter’s link, which nobody outside can work out; nothing is kept of it. */
const markOf = ({ keyedIds }: World, partnerId: string, quarter: Quarter): string =>
  keyedIds.derived('uso', 'usability', partnerId, quarter);

export const readUsability = endpoint('GET /partners/{partnerId}/usability', async ({ params, caller }, world) => {
  const partner = await expectPartner(world, caller, params.partnerId, reads);
  const { partnerId } = partner;
  const quarter = quarterNow(world);
  const tallies = await usabilityTallies(world.table, partnerId);
  const link = `/cek/kemudahan/${markOf(world, partnerId, quarter)}?mitra=${partnerId}`;
  return {
    figures: tallies.map((tally) => usabilityFigure(tally, quarter)),
    link: takesPart(caller, partner) ? link : null,
  };
});

type OfLink = { readonly partnerId: string; readonly mark: string };
/** The partner of a link that is of this quarter; any other is as if there were none. */
const expectLinked = async (world: World, { partnerId, mark }: OfLink): Promise<Partner> => {
  const partner = mark === markOf(world, partnerId, quarterNow(world)) && (await getPartner(world.table, partnerId));
  if (!partner)
    throw new Problem('partner_not_found', 'Tautan ini sudah berganti. Minta tautan triwulan ini dari mitra Anda.');
  return partner;
};

export const openUsabilityLink = endpoint('GET /partners/{partnerId}/usability/{mark}', async ({ params }, world) => {
  const { brand } = await expectLinked(world, params);
  return { brand, quarter: quarterNow(world) };
});

/** Nobody is asked who they are, so a place answers a few times a day, and a partner’s link so often that nobody floods it. */
export const answerUsabilityLink = endpoint('POST /partners/{partnerId}/usability/{mark}', async (ask, world) => {
  const { brand, partnerId } = await expectLinked(world, ask.params);
  const [quarter, at] = [quarterNow(world), world.now()];
  const visitor = world.keyedIds.derived('vis', 'usability', partnerId, houseOf(ask.address));
  await commit(world.table, [
    countAnswers({ partnerId, quarter, group: 'driver' }, ask.body.answers),
    countToday('driver-answer', visitor, at),
    countToday('driver-answers', partnerId, at),
  ]);
  return { brand, quarter };
});
