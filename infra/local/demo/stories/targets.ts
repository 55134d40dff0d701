import { countOrder } from '../../../../functions/targets/count-participation.ts';
import type { Instant } from '../../../../shared/domain/basics/month.ts';
import { addMonths, monthOf } from '../../../../shared/domain/basics/month.ts';
import { everyEntry } from '../../../../shared/table/engine/pages.ts';
import { ordersOfPerson } from '../../../../shared/table/orders/orders.ts';
import { chanceOf } from '../chance.ts';
import { adminOf, type Office, type Scene } from '../city.ts';

/** Of the people who wrote a review so many are civil servants of some office; one can sign in as one of them. */
const JOINED = 60;
const KNOWN = 'hendra';
/** Civil servants of an office who have no account here. */
const [LEAST, MOST] = [8, 30];

/** A made-up number: a birthday, a year of appointment, and a number of its own. */
const nipOf = (at: number): string =>
  `19${70 + (at % 25)}0${1 + (at % 9)}${10 + (at % 18)}20${10 + (at % 10)}01${1 + (at % 2)}${String((at % 999) + 1).padStart(3, '0')}`;

type Listed = { readonly nip: string; readonly office: Office; readonly person?: string };
const listOf = ({ plan, offices, reviews }: Scene): Listed[] => {
  const chance = chanceOf('civil servants', plan.cityCode);
  const buyers = [...new Set([...(plan.cityCode === '35.73' ? [KNOWN] : []), ...reviews.map(({ by }) => by)])];
  const joined = buyers.slice(0, JOINED).map((person) => ({ person, office: chance.pick(offices) }));
  const others = offices.flatMap((office) => Array.from({ length: chance.whole(LEAST, MOST) }, () => ({ office })));
  return [...joined, ...others].map((one, at) => ({ ...one, nip: nipOf(at) }));
};

/** The city's list of civil servants, those of them who shop here, and what the city asks of its offices. */
export const tellTargets = async (scene: Scene, at: Instant): Promise<void> => {
  const { market, plan, city } = scene;
  const listed = listOf(scene);
  const sheet = ['NIP,UNIT KERJA', ...listed.map(({ nip, office }) => `${nip},"${office.name}"`)].join('\n');
  await market.ask('POST /cities/{city}/civil-servants/import', adminOf(plan), at, {
    params: { city: plan.cityCode },
    query: { mode: 'good' as const },
    type: 'text/csv',
    bytes: new TextEncoder().encode(sheet),
  });
  const month = monthOf(at, city.zone);
  await market.ask('PUT /cities/{city}/participation-goals/{month}', adminOf(plan), at, {
    params: { city: plan.cityCode, month },
    body: { percent: 30 },
  });
  const from = addMonths(month, -2);
  for (const { person, nip } of listed) {
    if (person === undefined) continue;
    await market.ask('PUT /me/civil-servant', person, at, { body: { cityCode: plan.cityCode, nip } });
    const { world } = market;
    const orders = await everyEntry((after) => ordersOfPerson(world.table, person, { limit: 100, after }));
    for (const { orderId, placedAt, state } of orders)
      if (state === 'received' && placedAt >= from) await market.at(at, () => countOrder(world, orderId));
  }
};
