import { addDays, dayOf } from '../../../../shared/domain/basics/month.ts';
import { attendanceCode } from '../../../../shared/domain/programmes/attendance.ts';
import { NewSeries } from '../../../../shared/domain/programmes/series.ts';
import type { Town as Founded, Shop } from '../../../market.ts';
import type { Sim } from '../../sim.ts';
import { atMerchant, merchantRoles, oneOf, some, type Wish, type Wisher, zoneOf } from '../wish.ts';

const mentorOf = (city: string): string => `dampingi-${city}`;
/** The day of an instant in milliseconds, so many days on, as the city counts. */
const dayAt = (city: string, ms: number, days: number) => addDays(dayOf(new Date(ms), zoneOf(city)), days);

/**
 * Series with one seat and two shops that want it: one whose queue has just closed when the history begins; one that is drawn
 * before, and who got its seat let it go and came back; one that is drawn before and whose meetings have begun. Answers what
 * happens once their queues are closed.
 */
export const opensSeries = async (
  { as, adminOf, seats, world }: Founded,
  city: string,
  shops: readonly Shop[],
  begins: number,
): Promise<() => Promise<void>> => {
  await seats(`city:${city}`, mentorOf(city), 'mentor');
  const enrols = (seriesId: string, { merchantId, owner }: Shop) =>
    as(owner)('POST /series/{seriesId}/enrolments', { params: { seriesId }, body: { merchantId } });
  const opens = async (title: string, enrolUntil: string, days: readonly number[]) => {
    const sessions = days.map((days) => {
      const day = dayAt(city, begins, days);
      return { day, from: '00:00', to: '23:00', place: 'Balai kota' };
    });
    const { seriesId } = await as(adminOf(city))('POST /cities/{city}/series', {
      params: { city },
      body: {
        kind: 'training',
        title,
        about: 'Belajar bersama.',
        mentor: mentorOf(city),
        mentorName: 'Bu Retno',
        seats: 1,
        enrolUntil,
        sessions,
      },
    });
    for (const shop of shops) await enrols(seriesId, shop);
    return { params: { seriesId } };
  };
  const today = dayAt(city, Date.parse(world.now()), 0);
  await opens('Foto produk', dayAt(city, begins, -1), [3, 5]);
  const left = await opens('Label', today, [3, 5]);
  const begun = await opens('Kemasan', today, [-1, 1]);
  return async () => {
    for (const closed of [left, begun]) await as(adminOf(city))('POST /series/{seriesId}/draw', closed);
    const { items } = await as(adminOf(city))('GET /series/{seriesId}/enrolments', left);
    const seated = shops.find(({ merchantId }) => items.some((one) => one.merchantId === merchantId && one.seatedAt));
    if (!seated) throw new Error('nobody has a seat');
    const { seriesId } = left.params;
    const leaves = { params: { seriesId, merchantId: seated.merchantId } };
    await as(seated.owner)('POST /series/{seriesId}/enrolments/{merchantId}/withdraw', leaves);
    await enrols(seriesId, seated);
  };
};

const ofCity = (city: string) => ({ scope: `city:${city}`, roles: ['city-admin'] as const });
const byCity = (city: string) => ({ params: {}, city, needs: [ofCity(city)] });

/** A shop enters a queue or leaves it, by itself or through an officer; now and then one of another city. */
export const takePlace: Wisher = (sim) => {
  const { random, ledger } = sim;
  const series = some(sim, ledger.all('Series'));
  const of = random.chance(0.95) ? series?.cityCode : undefined;
  const shop = some(
    sim,
    ledger.all('Merchant').filter(({ cityCode, status }) => cityCode === of || (!of && status === 'verified')),
  );
  if (!series || !shop) return undefined;
  const { merchantId, cityCode: city } = shop;
  const person = random.chance(0.7)
    ? oneOf(sim, `merchant:${merchantId}`, merchantRoles)
    : oneOf(sim, `city:${city}`, ['city-admin']);
  const wish = { person, city: series.cityCode, needs: [...atMerchant(merchantId), ofCity(city)] };
  const { seriesId } = series;
  const known = ledger.find('Enrolment', `SERIES#${seriesId} ENROLMENT#${merchantId}`);
  if (random.chance(known && known.state !== 'withdrawn' ? 0.75 : 0.1))
    return {
      ...wish,
      key: 'POST /series/{seriesId}/enrolments/{merchantId}/withdraw',
      params: { seriesId, merchantId },
    };
  return { ...wish, key: 'POST /series/{seriesId}/enrolments', params: { seriesId }, body: { merchantId } };
};

/** The city gives what is free, also twice at once; now and then it has more seats, or fewer. */
export const giveSeats: Wisher = (sim) => {
  const { random } = sim;
  const series = some(sim, sim.ledger.all('Series'));
  if (!series) return undefined;
  const { seriesId, cityCode: city, seats, version } = series;
  const wish = { ...byCity(city), person: oneOf(sim, `city:${city}`, ['city-admin']), params: { seriesId } };
  if (random.chance(0.7)) return { ...wish, key: 'POST /series/{seriesId}/draw' };
  const resized = { ...series, seats: Math.max(1, seats + random.pick([1, 1, -1])) };
  const given = Object.fromEntries(Object.keys(NewSeries.shape).map((name) => [name, resized[name as never]]));
  const headers = { 'if-match': `"${version}"` };
  return { ...wish, key: 'PUT /series/{seriesId}', body: given, headers };
};

/** The mentor sends who came, whenever there is a line; sometimes a code of another meeting, or of who has no seat. */
export const attend: Wisher = (sim): Wish | undefined => {
  const { random, ledger } = sim;
  const seated = ledger.all('Enrolment').filter(({ state }) => state === 'seated' || random.chance(0.1));
  const one = some(sim, seated);
  const series = one && ledger.find('Series', `SERIES#${one.seriesId} SERIES`);
  if (!series) return undefined;
  const { seriesId, cityCode: city } = series;
  const session = 1 + random.int(series.sessions.length);
  const shown = random.chance(0.9) ? session : 1 + random.int(series.sessions.length);
  return {
    person: random.chance(0.9) ? mentorOf(city) : oneOf(sim, `city:${city}`, ['city-admin', 'mentor']),
    key: 'POST /series/{seriesId}/attendance',
    params: { seriesId },
    city,
    needs: [{ scope: `city:${city}`, roles: ['city-admin', 'mentor'] }],
    body: {
      session,
      code: attendanceCode(sim.keyedIds.derived, series, shown, one.merchantId),
      at: new Date(sim.now - random.int(3_600_000)).toISOString(),
    },
  };
};

/** Whose code it is that a scan sent. */
export const scanned = (
  sim: Sim,
  seriesId: string,
  { session, code }: { readonly session: number; readonly code: string },
) =>
  sim.ledger
    .all('Enrolment')
    .find(
      (one) => one.seriesId === seriesId && attendanceCode(sim.keyedIds.derived, one, session, one.merchantId) === code,
    );
