import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { Partner } from '../../../shared/domain/partners/partner.ts';
import { type Quarter, quarterOf } from '../../../shared/domain/partners/usability.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { everyAgreementOf, partnersOf } from '../../../shared/table/partners/partners.ts';
import { countAnswers, insertAsked, wereAsked } from '../../../shared/table/partners/usability.ts';
import { expectOwnMerchant } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

/** Quarters are the country’s: a partner may work in several zones. */
const ZONE = 'Asia/Jakarta';
export const quarterNow = ({ now }: Pick<World, 'now'>): Quarter => quarterOf(dayOf(now(), ZONE));

/** Partners with an agreement that runs today, of a city or for it. */
const partnersIn = async ({ table, now }: World, cityCode: string): Promise<Partner[]> => {
  const today = dayOf(now(), ZONE);
  const places = [cityCode, provinceOf(cityCode)];
  const [partners, agreements] = await Promise.all([
    Promise.all(places.map((place) => partnersOf(table, place))),
    Promise.all(places.map((place) => everyAgreementOf(table, place))),
  ]);
  const running = new Set(
    agreements
      .flat()
      .filter(({ start, end, closed }) => !closed && start <= today && today <= end)
      .map(({ partnerId }) => partnerId),
  );
  return partners.flat().filter(({ partnerId, cities }) => running.has(partnerId) && cities.includes(cityCode));
};

/** So many partners a shop is asked about at most: nobody answers more. */
const MOST = 5;

export const listUsabilityQuestions = endpoint(
  'GET /merchants/{merchantId}/usability',
  async ({ params, caller }, world) => {
    const { cityCode, ownerId, status } = await expectOwnMerchant(world, caller, params.merchantId);
    const quarter = quarterNow(world);
    const partners = status === 'verified' ? await partnersIn(world, cityCode) : [];
    const of = partners.slice(0, 100).map(({ partnerId }) => ({ partnerId, quarter, ownerId }));
    const asked = await wereAsked(world.table, of);
    return { quarter, partners: partners.filter((_, at) => asked[at] === false).slice(0, MOST) };
  },
);

/**
 * An owner’s answer and that they gave one are one commit; a second one counts nothing. Who is whose owner is known of verified
 * shops alone: anybody may apply for several, each with an owner of its own.
 */
export const answerUsability = endpoint('POST /merchants/{merchantId}/usability', async (ask, world) => {
  const { partnerId, answers } = ask.body;
  const { cityCode, ownerId, status } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  if (status !== 'verified')
    throw new Problem('merchant_closed', 'Pertanyaan ini untuk toko yang sudah diverifikasi kota.');
  const partners = await partnersIn(world, cityCode);
  if (!partners.some((partner) => partner.partnerId === partnerId))
    throw new Problem('partner_not_found', 'Mitra ini tidak bekerja di kota Anda.', [
      { pointer: '/partnerId', detail: 'Pilih mitra kota Anda.' },
    ]);
  const quarter = quarterNow(world);
  await commit(world.table, [
    insertAsked({ partnerId, quarter, ownerId, at: world.now() }),
    ...(answers ? [countAnswers({ partnerId, quarter, group: 'merchant' }, answers)] : []),
  ]);
  return { quarter };
});
