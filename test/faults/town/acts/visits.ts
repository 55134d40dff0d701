import { addDays, dayOf } from '../../../../shared/domain/basics/month.ts';
import { visited } from '../../../visited.ts';
import type { Sim } from '../../sim.ts';
import { keyOf, oneOf, shopOf, some, type Wish, type Wisher, zoneOf } from '../wish.ts';

const admins = (city: string) => [{ scope: `city:${city}`, roles: ['city-admin'] as const }];

/** Somebody of the city goes to a shop, mostly for themselves. */
const plan = (sim: Sim, tag: string): Wish | undefined => {
  const shop = shopOf(sim);
  if (!shop) return undefined;
  const { merchantId, cityCode: city } = shop;
  const person = oneOf(sim, `city:${city}`, ['city-admin']);
  const visitor = sim.random.chance(0.8) ? person : oneOf(sim, `city:${city}`, ['city-admin']);
  const day = addDays(dayOf(new Date(sim.now), zoneOf(city)), sim.random.pick([0, 0, 1, 2]));
  return {
    person,
    key: 'POST /cities/{city}/visits',
    params: { city },
    city,
    needs: admins(city),
    body: { merchantId, day, visitor, visitorName: 'Bu Retno', reason: tag },
  };
};

/** A phone sends what was found, and again until it hears an answer; now and then another phone sends something else. */
export const visit: Wisher = (sim, tag) => {
  const { random } = sim;
  const one = some(sim, sim.ledger.all('Visit'));
  if (!one || random.chance(0.35)) return plan(sim, tag);
  const { visitId, cityCode: city } = one;
  const of = { params: { visitId }, city, needs: admins(city) };
  if (random.chance(0.15))
    return { ...of, person: oneOf(sim, `city:${city}`, ['city-admin']), key: 'POST /visits/{visitId}/cancel' };
  return {
    ...of,
    person: random.chance(0.9) ? one.visitor : oneOf(sim, `city:${city}`, ['city-admin']),
    key: 'POST /visits/{visitId}/record',
    headers: keyOf(tag),
    body: { ...visited, agreed: tag, needs: [{ kind: random.pick(['photos', 'training'] as const), text: tag }] },
  };
};
