import { beforeEach, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.72';
const PRAISE = [5, 1, 5, 1, 5, 1, 5, 1, 5, 1];
const BLAME = [1, 5, 1, 5, 1, 5, 1, 5, 1, 5];
let town: Town;
let clock: ReturnType<typeof testClock>;
let world: Awaited<ReturnType<typeof testWorld>>;
let partnerId: string;
const admin = () => town.as(town.adminOf(CITY));
beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  await town.founds(CITY);
  const grab = { legalName: 'PT Ojek Contoh', brand: 'Ojek Contoh', kind: 'ride' } as const;
  ({ partnerId } = await admin()('POST /cities/{city}/partners', { params: { city: CITY }, body: grab }));
});
const agrees = (start = '2026-01-01', end = '2027-06-30') =>
  admin()('POST /partners/{partnerId}/agreements', {
    params: { partnerId },
    body: {
      number: '1/MOU/2026',
      title: 'Data',
      scope: 'Data.',
      parties: ['Kota', 'PT'],
      offices: ['Dinas'],
      data: [],
      start,
      end,
      obligations: [],
    },
  });
/** A shop of somebody with a number of their own. */
const opens = (at: number, name = `Toko ${at}`) => town.opens(CITY, { name, nik: `3573024508800${String(100 + at)}` });
const asked = async ({ merchantId, owner }: Shop) =>
  (await town.as(owner)('GET /merchants/{merchantId}/usability', { params: { merchantId } })).partners;
const answers = ({ merchantId, owner }: Shop, said: number[] | null) =>
  town.as(owner)('POST /merchants/{merchantId}/usability', {
    params: { merchantId },
    body: { partnerId, answers: said },
  });
const read = (person = town.adminOf(CITY)) =>
  town.as(person)('GET /partners/{partnerId}/usability', { params: { partnerId } });

describe('how easy a partner’s app is', () => {
  test('is asked of an owner while an agreement runs, once a quarter, also when they leave it', async () => {
    const [shop, other] = [await opens(1), await opens(2)];
    expect(await asked(shop)).toEqual([]);
    await agrees();
    expect(await asked(shop)).toEqual([{ partnerId, brand: 'Ojek Contoh' }]);
    await answers(shop, PRAISE);
    await answers(other, null);
    for (const one of [shop, other]) expect(await asked(one)).toEqual([]);
    await answers(shop, BLAME);
    const tally = (await everything(world)).filter(({ type }) => type === 'UsabilityTally');
    expect(tally).toMatchObject([{ quarter: '2026-Q4', group: 'merchant', answers: 1, points: 40 }]);
    clock.set('2027-01-01T00:00:00.000+07:00');
    expect(await asked(shop)).toHaveLength(1);
  });

  test('is counted for an owner once, whatever shops they have', async () => {
    await agrees();
    const [first, second] = [await opens(1), await opens(1, 'Cabang')];
    await answers(first, PRAISE);
    expect(await asked(second)).toEqual([]);
    await answers(second, PRAISE);
    expect((await everything(world)).find(({ type }) => type === 'UsabilityTally')?.['answers']).toBe(1);
  });

  test('is asked of nobody whom the city has not verified, nor about a partner without an agreement', async () => {
    const pending = await town.applies(CITY, { name: 'Toko Baru' });
    expect((await refusalOf(answers(await opens(1), PRAISE))).code).toBe('partner_not_found');
    await agrees();
    expect(await asked(pending)).toEqual([]);
    expect((await refusalOf(answers(pending, PRAISE))).code).toBe('merchant_closed');
    expect((await everything(world)).filter(({ type }) => String(type).startsWith('Usability'))).toEqual([]);
  });

  test('is told when the quarter has ended and ten have answered: mean and n, and before that nothing', async () => {
    await agrees();
    for (let at = 0; at < 10; at++) await answers(await opens(at), at < 5 ? PRAISE : [3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
    const hidden = { quarter: '2026-Q4', group: 'merchant', statedBy: 'owners', answers: null, score: null };
    expect((await read()).figures).toEqual([{ ...hidden, state: 'collecting' }]);
    clock.set('2027-01-02T09:00:00.000+07:00');
    expect((await read()).figures).toEqual([{ ...hidden, state: 'shown', answers: 10, score: 75 }]);
  });

  test('is answered by drivers through a link of the quarter, a few from one place, and by no other link', async () => {
    const { link } = await read();
    const mark = /uso_[0-9a-z]{26}/.exec(link ?? '')?.[0] ?? '';
    const params = { partnerId, mark };
    expect(await town.as()('GET /partners/{partnerId}/usability/{mark}', { params })).toMatchObject({
      brand: 'Ojek Contoh',
    });
    const answer = () => town.as()('POST /partners/{partnerId}/usability/{mark}', { params, body: { answers: BLAME } });
    for (let at = 0; at < 40; at++) await answer();
    expect((await refusalOf(answer())).code).toBe('limit_reached');
    clock.set('2027-01-02T09:00:00.000+07:00');
    expect((await refusalOf(answer())).code).toBe('partner_not_found');
    const stated = { group: 'driver', statedBy: 'partner', state: 'shown', answers: 40, score: 0 };
    expect((await read()).figures).toMatchObject([stated]);
  });

  test('is read by those who take part alone, and handed out by those who may', async () => {
    await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
    expect((await read('inspektur')).link).toBeNull();
    await town.founds('35.73');
    for (const person of [town.adminOf('35.73'), 'seseorang'])
      expect((await refusalOf(read(person))).code).toBe('partner_not_found');
  });
});
