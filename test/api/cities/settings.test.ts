import { decode } from 'jpeg-js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sent } from '../../../shared/contract.ts';
import { logoFile } from '../../../shared/domain/photos/sizes.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import { testClock, testWorld } from '../../engine.ts';
import { Refusal, refusalOf, refusedWithoutTrace, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY, { policies: { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000 } });
});

type Change = Sent<'PATCH /cities/{city}'>['body'];
const changes = (body: Change, version?: number, who = town.adminOf(CITY)) =>
  town.as(who)('PATCH /cities/{city}', {
    params: { city: CITY },
    body,
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });
const read = () => town.as()('GET /cities/{city}', { params: { city: CITY } });

describe('a city’s settings', () => {
  test('begin as every city’s, and are the city’s own to change, one by one', async () => {
    expect((await read()).policies).toEqual(startingPolicies);
    const changed = await changes({ policies: { settleDays: 5, agencyLastOrderDay: '12-10' } }, 1);
    expect(changed).toMatchObject({
      version: 2,
      policies: { ...startingPolicies, settleDays: 5, agencyLastOrderDay: '12-10' },
    });
    expect((await changes({ accent: '#003366' })).policies.settleDays).toBe(5);
    expect((await changes({ accent: null })).accent).toBeNull();
    expect(await read()).toMatchObject({ version: 4, policies: { settleDays: 5, agencyLastOrderDay: '12-10' } });
  });

  test('say where people find help, survive founding it again, and can take it off', async () => {
    expect(await changes({ helpPhone: '0812-3456-7890' })).toMatchObject({ helpPhone: '+6281234567890' });
    await town.founds(CITY);
    expect((await read()).helpPhone).toBe('+6281234567890');
    expect(await changes({ accent: '#003366' })).toMatchObject({ helpPhone: '+6281234567890' });
    await changes({ helpPhone: null });
    expect(await read()).not.toHaveProperty('helpPhone');
    const refused = await refusedWithoutTrace(town.world, () => changes({ helpPhone: '12' }));
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/helpPhone' }] });
  });

  test('have a sign that is drawn anew on white, survives founding it again, and is taken off or put there by its admin alone', async () => {
    const logo = await town.putsLogo(CITY);
    expect(logo).toMatch(/^\/photos\/[0-9a-f]{64}\.jpg$/);
    expect(await read()).toMatchObject({ logo, version: 2 });
    for (const [size, side] of [
      ['letter', 256],
      ['page', 96],
    ] as const) {
      const drawn = decode(Buffer.from((await town.world.photos.get(logoFile(logo, size).slice(1))) ?? []));
      expect([drawn.width, drawn.height]).toEqual([side, side]);
    }
    await town.founds(CITY);
    expect((await read()).logo).toBe(logo);
    expect((await changes({ accent: '#003366' })).logo).toBe(logo);
    expect(await refusalOf(town.putsLogo(CITY, 80, 'ani'))).toMatchObject({ code: 'not_allowed' });
    const given = (body: string) => () =>
      town
        .ask('POST /cities/{city}/logo', town.adminOf(CITY), {
          params: { city: CITY },
          rawBody: body,
          headers: { 'content-type': 'image/jpeg' },
        })
        .then((answer) => Promise.reject(new Refusal(answer.status, answer.body)));
    for (const body of ['%PDF-1.7 bukan gambar', '', '<svg xmlns="http://www.w3.org/2000/svg"/>'])
      expect((await refusedWithoutTrace(town.world, given(body))).code).toBe('invalid_request');
    expect((await refusedWithoutTrace(town.world, () => changes({ logo } as unknown as Change))).code).toBe(
      'invalid_request',
    );
    const before = await read();
    expect(await refusalOf(town.putsLogo(CITY, 80, undefined, before.version - 1))).toMatchObject({
      code: 'version_mismatch',
    });
    expect(await read()).toEqual(before);
    await town.putsLogo(CITY, 80, undefined, before.version);
    await changes({ logo: null });
    expect(await read()).not.toHaveProperty('logo');
  });

  test('place each district on one square, survive founding it again, and lay them out in rows when emptied', async () => {
    const tiles = [{ code: `${CITY}.02`, row: 1, column: 2 }];
    expect((await changes({ tiles })).tiles).toEqual(tiles);
    await town.founds(CITY);
    expect((await read()).tiles).toEqual(tiles);
    const [tile = { code: '', row: 0, column: 0 }] = tiles;
    for (const [body, pointer] of [
      [{ tiles: [{ ...tile, code: '35.78.01' }] }, '/tiles/0/code'],
      [{ tiles: [tile, { ...tile, code: `${CITY}.03` }] }, '/tiles/1/row'],
      [{ tiles: [tile, { ...tile, row: 2 }] }, '/tiles/1/code'],
      [{ tiles: [{ ...tile, column: 9 }] }, '/tiles/0/column'],
      [{ tiles: [{ ...tile, row: 0 }] }, '/tiles/0/row'],
    ] as const) {
      const refused = await refusedWithoutTrace(town.world, () => changes(body as unknown as Change));
      expect(refused.body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
    }
    await changes({ tiles: null });
    expect(await read()).not.toHaveProperty('tiles');
  });

  test('survive the operator’s founding it again, which names only the limits', async () => {
    await changes({ policies: { acceptHours: 48 } });
    await town.founds(CITY, { policies: { personMaxRupiah: 5_000_000, agencyMaxRupiah: 200_000_000 } });
    expect((await read()).policies).toMatchObject({ acceptHours: 48, personMaxRupiah: 5_000_000 });
  });

  test('are not written over a version the admin did not see', async () => {
    await changes({ policies: { settleDays: 5 } }, 1);
    const refused = await refusedWithoutTrace(town.world, () => changes({ policies: { settleDays: 6 } }, 1));
    expect(refused.code).toBe('version_mismatch');
  });

  test.each([
    ['no day at all', { policies: { acceptHours: 0 } }, '/policies/acceptHours'],
    ['for ever', { policies: { rulingDays: 61 } }, '/policies/rulingDays'],
    ['half a day', { policies: { lateDays: 1.5 } }, '/policies/lateDays'],
    ['a thirteenth month', { policies: { agencyLastOrderDay: '13-01' } }, '/policies/agencyLastOrderDay'],
    ['a day of leap years', { policies: { agencyLastOrderDay: '02-29' } }, '/policies/agencyLastOrderDay'],
    ['a day that is none', { policies: { agencyLastOrderDay: '11-31' } }, '/policies/agencyLastOrderDay'],
    ['nothing', {}, '/'],
    ['what is not its own', { zone: 'Asia/Jayapura' }, '/zone'],
    ['an unknown one', { policies: { budget: 1 } }, '/policies/budget'],
    ['an emptied one', { policies: { settleDays: null } }, '/policies/settleDays'],
  ])('are refused when out of range: %s', async (_, body, pointer) => {
    const refused = await refusedWithoutTrace(town.world, () => changes(body as Change));
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    });
  });

  test('stay within the law', async () => {
    const refused = await refusedWithoutTrace(town.world, () =>
      changes({ policies: { agencyMaxRupiah: 200_000_001 } }),
    );
    expect(refused).toMatchObject({ status: 422, code: 'amount_over_policy' });
  });

  test('are read as they are this moment by who changes them, however old the public answer may be', async () => {
    const settings = (who = town.adminOf(CITY)) =>
      town.ask('GET /cities/{city}/settings', who, { params: { city: CITY } });
    await read();
    const { version } = await changes({ accent: '#003366' });
    const { body, headers } = await settings();
    expect(body).toMatchObject({ version, accent: '#003366' });
    expect(headers['cache-control']).toContain('no-store');
    expect((await settings('ani')).status).toBe(403);
  });

  test('are nobody else’s to change', async () => {
    await town.founds('35.78');
    for (const who of [town.adminOf('35.78'), 'operator', 'ani'])
      expect((await refusedWithoutTrace(town.world, () => changes({ accent: null }, undefined, who))).status).toBe(403);
  });

  test('has days off of its own beside the country’s, each once, and no two on a day', async () => {
    const year = (of: string) => town.as()('GET /cities/{city}/holidays/{year}', { params: { city: CITY, year: of } });
    const own = { day: '2026-04-01', name: 'Hari jadi kota' };
    await changes({ holidays: [own, { day: '2026-12-25', name: 'Libur lagi' }] });
    const { days, source } = await year('2026');
    expect(days).toContainEqual({ ...own, kind: 'city' });
    expect(days.filter(({ day }) => day === '2026-12-25')).toMatchObject([{ kind: 'national' }]);
    expect(source).toContain('1497/2025');
    expect(await year('2031')).toEqual({ days: [], source: null, confirmed: false });
    const refused = await refusedWithoutTrace(town.world, () => changes({ holidays: [own, own] }));
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/holidays/1/day' }] });
  });
});
