import { secretOf } from '../../../../functions/complaints/numbers.ts';
import type { Complaint } from '../../../../shared/domain/complaints/complaint.ts';
import type { Town as Founded, Office } from '../../../market.ts';
import type { Sim } from '../../sim.ts';
import { cityCodes } from '../cities.ts';
import { buyers, keyOf, oneOf, some, type Wish, type Wisher } from '../wish.ts';

/** An office that buys nothing. */
export const NO_BUDGET = 'Dinas Perizinan';
const OFFICERS = ['approver', 'buyer'] as const;

/** A second office, and complaints on their way: one that nobody but the city may read, one at an office, one answered. */
export const complains = async (town: Founded, city: string, { agencyId, approver }: Office): Promise<void> => {
  const admin = town.as(town.adminOf(city));
  await admin('POST /cities/{city}/agencies', { params: { city }, body: { name: NO_BUDGET, address: 'Jl. Ijen 9' } });
  const sends = async (text: string, secret: boolean) => {
    const body = { kind: 'problem', category: 'licence', text, secret } as const;
    const { number } = await town.as()('POST /cities/{city}/complaints', { params: { city }, body });
    return { params: { number } };
  };
  await sends('Rahasia', true);
  for (const text of ['Izin lama', 'Lapak basah']) {
    const of = await sends(text, false);
    await admin('POST /complaints/{number}/verify', { ...of, body: { decision: 'assign', agencyId } });
    if (text === 'Lapak basah')
      await town.as(approver)('POST /complaints/{number}/answer', {
        ...of,
        body: { outcome: 'fixed', text: 'Kering.' },
      });
  }
};

/** Anybody complains, also in secret; an officer types what was said on the phone. */
export const complain: Wisher = (sim, tag) => {
  const { random } = sim;
  const city = random.pick(cityCodes);
  const body = { kind: 'problem', category: 'licence', text: tag, secret: random.chance(0.4) };
  const of = { params: { city }, headers: keyOf(tag), city };
  if (random.chance(0.7))
    return { ...of, person: some(sim, [undefined, ...buyers]), key: 'POST /cities/{city}/complaints', body };
  const scope = `city:${city}`;
  return {
    ...of,
    person: oneOf(sim, scope, ['city-admin']),
    key: 'POST /cities/{city}/typed-complaints',
    needs: [{ scope, roles: ['city-admin'] }],
    body: { ...body, channel: random.pick(['phone', 'desk'] as const) },
  };
};

const officesOf = (sim: Sim, city: string) => sim.ledger.all('Agency').filter(({ cityCode }) => cityCode === city);

/** The city says whose it is: mostly an office of its own. */
const look = (sim: Sim, tag: string, { number, cityCode: city }: Complaint): Wish => {
  const { random } = sim;
  const scope = `city:${city}`;
  const agencies = random.chance(0.95) ? officesOf(sim, city) : sim.ledger.all('Agency');
  const other = some(sim, sim.ledger.all('Complaint'));
  return {
    person: oneOf(sim, scope, ['city-admin']),
    key: 'POST /complaints/{number}/verify',
    params: { number },
    city,
    needs: [{ scope, roles: ['city-admin'] }],
    body: random.weighted([
      [8, { decision: 'assign', agencyId: some(sim, agencies)?.agencyId }],
      [1, { decision: 'assign', category: random.pick(['place', 'licence']) }],
      [1, { decision: 'not-ours', reason: tag }],
      [1, { decision: 'duplicate', of: other?.number ?? number }],
    ] as const),
  };
};

/** Officers move a complaint on, several at once, and sometimes from where it no longer stands. */
export const handle: Wisher = (sim, tag) => {
  const { random, ledger } = sim;
  const one = some(sim, ledger.all('Complaint'));
  if (!one) return undefined;
  const { number, cityCode: city, agencyId, version, state } = one;
  if (random.chance(state === 'received' || state === 'verified' ? 0.9 : 0.1)) return look(sim, tag, one);
  // Whoever has it by the time the request comes: it may have been given on.
  const scopes = officesOf(sim, city).map((office) => ({ scope: `agency:${office.agencyId}`, roles: OFFICERS }));
  const of = {
    person: random.chance(0.7)
      ? oneOf(sim, `agency:${agencyId}`, OFFICERS)
      : oneOf(sim, `city:${city}`, ['city-admin']),
    params: { number },
    city,
    needs: [...scopes, { scope: `city:${city}`, roles: ['city-admin'] as const }],
    headers: random.chance(0.5) ? { 'if-match': `"${version}"` } : {},
  };
  const outcome = random.pick(['fixed', 'not-fixed'] as const);
  const body = { agencyId: some(sim, officesOf(sim, city))?.agencyId, reason: tag };
  return random.weighted<Wish>([
    [2, { ...of, key: 'POST /complaints/{number}/forward', body }],
    [2, { ...of, key: 'POST /complaints/{number}/start' }],
    [5, { ...of, key: 'POST /complaints/{number}/answer', body: { outcome, text: tag } }],
  ]);
};

/** Who has the secret looks, says how it was, opens again; who has another's, or none, tries. */
export const answerBack: Wisher = (sim, tag) => {
  const { random, ledger } = sim;
  const all = ledger.all('Complaint');
  const answered = all.filter(({ state }) => state === 'answered');
  const one = some(sim, random.chance(0.7) && answered.length > 0 ? answered : all);
  const other = some(sim, all);
  if (!one || !other) return undefined;
  const secret = secretOf(sim, random.chance(0.85) ? one.number : other.number);
  const of = { person: undefined, params: { number: one.number }, city: one.cityCode };
  const reply = 'POST /complaints/{number}/reply';
  return random.weighted<Wish>([
    [2, { ...of, key: 'POST /complaints/{number}/track', body: { secret } }],
    [3, { ...of, key: reply, body: { secret, reply: 'confirm', stars: 1 + random.int(5) } }],
    [2, { ...of, key: reply, body: { secret, reply: 'confirm' } }],
    [2, { ...of, key: reply, body: { secret, reply: 'reopen', text: tag } }],
    [
      1,
      {
        ...of,
        key: 'GET /open311/{city}/{list}',
        params: { city: one.cityCode, list: 'requests.json' },
        query: random.chance(0.3) ? { service_request_id: one.number } : {},
      },
    ],
  ]);
};
