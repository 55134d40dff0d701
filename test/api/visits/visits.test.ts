import { createHash } from 'node:crypto';
import jpeg from 'jpeg-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordText } from '../../../shared/domain/visits/record-text.ts';
import type { NewVisitRecord, VisitRecord } from '../../../shared/domain/visits/visit-record.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveVisitTask, visitTasksOfShop } from '../../../shared/table/visits/tasks.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';
import { visited } from '../../visited.ts';

const CITY = '35.73';
const DAY = '2026-11-12';
const GOES = 'lapangan';
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
const admin = () => town.adminOf(CITY);
beforeAll(async () => {
  world = await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  for (const [person, role] of [
    [GOES, 'field-officer'],
    ['lain', 'field-officer'],
    ['inspektur', 'inspectorate'],
  ] as const)
    await town.seats(`city:${CITY}`, person, role);
  await town.seats(`district:${CITY}.02`, 'kecamatan', 'district-officer', admin());
});

type Plan = { merchantId: string; day?: string; visitor?: string; visitorName?: string; reason?: string };
const plans = (plan: Plan, by = admin()) =>
  town.ask('POST /cities/{city}/visits', by, {
    params: { city: CITY },
    body: { day: DAY, visitor: GOES, visitorName: 'Pak Dwi', ...plan },
  });
const planned = async (shop: Pick<Shop, 'merchantId'>, more: Partial<Plan> = {}) => {
  const { status, body } = await plans({ merchantId: shop.merchantId, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return { visitId: String(body['visitId']) };
};
const records = (
  params: { visitId: string },
  record: Partial<NewVisitRecord> = {},
  { by = GOES, key = 'uuid:1' }: { by?: string; key?: string | undefined } = {},
) =>
  town.ask('POST /visits/{visitId}/record', by, {
    params,
    body: { ...visited, ...record },
    headers: { 'content-type': 'application/json', 'idempotency-key': `${key}-${params.visitId}` },
  });
const picture = (shade: number) =>
  Buffer.from(jpeg.encode({ data: Buffer.alloc(80 * 80 * 4, shade), width: 80, height: 80 }, 60).data);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const sends = (params: { visitId: string; hash: string }, bytes: Buffer, by = GOES) =>
  town.ask('POST /visits/{visitId}/photos/{hash}', by, {
    params,
    rawBody: bytes.toString('latin1'),
    headers: { 'content-type': 'image/jpeg' },
  });
const followUp = async ({ merchantId }: Shop) =>
  (await town.as(admin())('GET /cities/{city}/follow-ups/{merchantId}', { params: { city: CITY, merchantId } }))
    .followUp;
const kept = async () => JSON.stringify((await everything(world)).filter(({ type }) => type !== 'DailyCount'));

describe('a planned visit', () => {
  test('is one for a shop and day, and whoever goes looks after the shop', async () => {
    const shop = await town.opens(CITY, { name: 'Sambel Bu Yuni' });
    const first = await plans({ merchantId: shop.merchantId, reason: 'Belum ada foto yang baik' });
    const before = await kept();
    expect((await plans({ merchantId: shop.merchantId })).body).toMatchObject({ visitId: first.body['visitId'] });
    expect(await kept()).toBe(before);
    expect(await followUp(shop)).toMatchObject({ officer: GOES, officerName: 'Pak Dwi', state: 'todo' });
    const other = () => plans({ merchantId: shop.merchantId, visitor: 'lain' });
    expect((await other()).body).toMatchObject({ code: 'visit_moved_on' });
  });

  test('takes no shop from a colleague who has it', async () => {
    const shop = await town.opens(CITY);
    await town.as('kecamatan')('PUT /cities/{city}/follow-ups/{merchantId}/officer', {
      params: { city: CITY, merchantId: shop.merchantId },
      body: { officer: 'kecamatan', officerName: 'Bu Rini' },
    });
    const { body } = await plans({ merchantId: shop.merchantId });
    expect(body).toMatchObject({ code: 'follow_up_taken' });
    expect(String(body['title'])).toContain('Bu Rini');
    expect((await plans({ merchantId: shop.merchantId, visitor: 'kecamatan' }, 'kecamatan')).status).toBe(200);
  });

  test('is for somebody who may go there, on a day to come, by who may send them', async () => {
    const shop = await town.opens(CITY);
    const of = { merchantId: shop.merchantId };
    for (const visitor of ['inspektur', 'seseorang', town.adminOf('35.78')])
      expect((await plans({ ...of, visitor })).body).toMatchObject({ code: 'membership_not_found' });
    for (const day of ['2026-11-09', '2027-02-01'])
      expect((await plans({ ...of, day })).body).toMatchObject({ code: 'date_not_possible' });
    expect((await plans(of, 'kecamatan')).body).toMatchObject({ code: 'not_allowed' });
    for (const by of [GOES, 'inspektur']) expect((await plans(of, by)).status).toBe(403);
    expect((await plans(of)).status).toBe(200);
  });

  test('is made by nobody in a shop of their own, however they came to both', async () => {
    const shop = await town.opens(CITY);
    const ofShop = { merchantId: shop.merchantId };
    await town.seats(`city:${CITY}`, 'dekat', 'field-officer');
    await town.seats(`merchant:${shop.merchantId}`, 'dekat', 'staff', shop.owner);
    expect((await plans({ ...ofShop, visitor: 'dekat' })).body).toMatchObject({ code: 'own_shop' });
    expect((await plans({ ...ofShop, visitor: 'lain' })).status).toBe(200);
  });

  test('is seen by who makes it with the phone they need, and by no other officer in the field', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Jauh' });
    const { visitId } = await planned(shop);
    const mine = async (person: string) =>
      (await town.as(person)('GET /me/visits', {})).items.find((one) => one.visitId === visitId);
    expect(await mine(GOES)).toMatchObject({ name: 'Dapur Jauh', shop: { place: null } });
    expect((await mine(GOES))?.shop.phone).toMatch(/^\+62/);
    expect(await mine('lain')).toBeUndefined();
    const params = { visitId };
    expect((await refusalOf(town.as('lain')('GET /visits/{visitId}', { params }))).code).toBe('visit_not_found');
    expect((await town.as('inspektur')('GET /visits/{visitId}', { params })).shop.phone).toBeNull();
    for (const key of [
      'GET /cities/{city}/visits',
      'GET /cities/{city}/follow-ups',
      'GET /cities/{city}/register',
    ] as const)
      expect((await town.ask(key, GOES, { params: { city: CITY } })).status, key).toBe(403);
  });

  test('that is cancelled is planned anew, for somebody else too', async () => {
    const shop = await town.opens(CITY);
    const params = await planned(shop);
    const cancels = () => town.as(admin())('POST /visits/{visitId}/cancel', { params });
    expect(await cancels()).toMatchObject({ state: 'cancelled' });
    expect(await cancels()).toMatchObject({ state: 'cancelled', version: 2 });
    await town.as(admin())('PUT /cities/{city}/follow-ups/{merchantId}/officer', {
      params: { city: CITY, merchantId: shop.merchantId },
      body: { officer: admin(), officerName: 'Bu Retno' },
      headers: { 'if-match': '"1"' },
    });
    expect(await planned(shop, { visitor: 'lain', visitorName: 'Bu Ana' })).toEqual(params);
  });
});

describe('what was found', () => {
  test('is stored once, however often and however many at once it is sent', async () => {
    const shop = await town.opens(CITY);
    const params = await planned(shop);
    const answers = await Promise.all([records(params), records(params), records(params)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const before = await kept();
    expect((await records(params)).body).toMatchObject({ state: 'done', version: 2 });
    expect(await kept()).toBe(before);
    expect((await records(params, { met: 'family' })).body).toMatchObject({ code: 'key_reused' });
    const { body } = await records(params, {}, { key: 'uuid:2' });
    expect(body).toMatchObject({
      code: 'visit_moved_on',
      title: expect.stringMatching(/HP atau tab lain pada \d+ .* pukul .* WIB/),
    });
    expect(body['title']).toMatch(/tetap tersimpan di HP ini dengan fotonya/);
    expect(body['title']).not.toMatch(/uat ulang/);
    expect(await followUp(shop)).toMatchObject({ state: 'visited', note: 'Bertemu pemilik. Foto ulang pekan depan.' });
  });

  test('is answered by the hash of what is kept, which the phone makes of what it typed, also after a correction', async () => {
    const params = await planned(await town.opens(CITY));
    const typed = {
      production: ' Cafe\u0301\u00a0 robusta,\r\n40 kg\u200b sepekan ',
      needs: [{ kind: 'training' as const, text: 'Cara\u3000 memotret' }],
      story: 'Sejak 1998\u2060.',
    };
    const { body } = await records(params, typed);
    const mine = hashOf(Buffer.from(recordText({ ...visited, ...typed })));
    expect(body).toMatchObject({ hash: mine, record: { production: 'Café robusta,\n40 kg sepekan' } });
    const { receivedAt: _, ...stored } = body['record'] as VisitRecord;
    expect(hashOf(Buffer.from(recordText(stored)))).toBe(mine);
    const { marketing, obstacles, problems, needs, agreed, again } = stored;
    await town.as(GOES)('POST /visits/{visitId}/corrections', {
      params,
      body: { marketing, obstacles, problems, needs, agreed, again, production: 'Lain.', reason: 'Salah.' },
    });
    expect((await records(params, typed)).body).toMatchObject({ hash: mine, record: { production: 'Lain.' } });
  });

  test('is the visitor’s to send, under a key, while they hold the seat they were sent by', async () => {
    const params = await planned(await town.opens(CITY));
    for (const by of ['lain', admin(), 'kecamatan'])
      expect((await records(params, {}, { by })).body).toMatchObject({ code: 'visit_not_found' });
    const asked = { params, body: visited };
    expect((await town.ask('POST /visits/{visitId}/record', GOES, asked)).body).toMatchObject({
      code: 'idempotency_key_required',
    });
    await town.seats(`city:${CITY}`, 'sebentar', 'field-officer');
    const shop = await town.opens(CITY);
    const lost = await planned(shop, { visitor: 'sebentar' });
    const headers = { 'idempotency-key': 'uuid:3' };
    await town.as(admin())('DELETE /scopes/{scope}/members/{person}', {
      params: { scope: `city:${CITY}`, person: 'sebentar' },
    });
    const revoked = () =>
      town.as('sebentar')('POST /visits/{visitId}/record', { params: lost, body: visited, headers });
    expect(await refusedWithoutTrace(world, revoked)).toMatchObject({ code: 'visit_not_found' });
  });

  test('is kept of a visit that was cancelled while the visitor had no line', async () => {
    const params = await planned(await town.opens(CITY));
    await town.as(admin())('POST /visits/{visitId}/cancel', { params });
    expect((await records(params)).body).toMatchObject({ state: 'done' });
  });

  test('says where the shop is, for the next route; both clocks are kept', async () => {
    const shop = await town.opens(CITY);
    const first = await planned(shop);
    await records(first, { openedAt: '2031-01-01T00:00:00.000Z', place: { ...place, accuracyMeters: 3000 } });
    const second = await planned(shop, { day: '2026-11-13' });
    const read = () => town.as(GOES)('GET /visits/{visitId}', { params: second });
    expect((await read()).shop.place).toBeNull();
    await records(second);
    expect(await read()).toMatchObject({
      shop: { place },
      record: { openedAt: visited.openedAt, receivedAt: world.now() },
    });
    const { record } = await town.as(GOES)('GET /visits/{visitId}', { params: first });
    expect(record?.openedAt).toBe('2031-01-01T00:00:00.000Z');
  });
});
const place = { latitude: -7.9829, longitude: 112.6414, accuracyMeters: 12 };

describe('a picture of a visit', () => {
  test('is answered by the hash of what came, and stored once', async () => {
    const params = await planned(await town.opens(CITY));
    const [one, other] = [picture(90), picture(160)];
    const sent = { ...params, hash: hashOf(one) };
    expect((await sends(sent, one)).body).toMatchObject({ code: 'visit_moved_on' });
    await records(params, { photos: [hashOf(one), hashOf(other)] });
    expect((await sends(sent, other)).body).toMatchObject({ code: 'photo_differs' });
    expect((await sends(sent, one)).body).toEqual({ hash: hashOf(one) });
    const before = await kept();
    expect((await sends(sent, one)).body).toEqual({ hash: hashOf(one) });
    expect(await kept()).toBe(before);
    expect((await sends({ ...params, hash: hashOf(picture(10)) }, picture(10))).body).toMatchObject({
      code: 'visit_moved_on',
    });
    expect((await sends(sent, one, 'lain')).status).toBe(404);
    const { pictures } = await town.as(admin())('GET /visits/{visitId}', { params });
    expect(pictures.map(({ hash }) => hash)).toEqual([hashOf(one)]);
    const token = pictures[0]?.link.split('/').at(-1) ?? '';
    expect((await town.ask('GET /private-photos/{token}', undefined, { params: { token } })).status).toBe(200);
  });
});

describe('what a maker needs', () => {
  /** A visit with one need, and the office that can help. */
  const needed = async (shared = true) => {
    const shop = await town.opens(CITY, { name: 'Keripik Bu Sri' });
    const office = await town.seatsOffice(CITY);
    const params = await planned(shop);
    await records(params, { shared });
    const { tasks } = await town.as(admin())('GET /visits/{visitId}', { params });
    const task = { merchantId: shop.merchantId, taskId: tasks[0]?.taskId ?? '' };
    const assigns = (dueOn = '2026-11-20', agencyId = office.agencyId) =>
      town.ask('POST /merchants/{merchantId}/tasks/{taskId}/assign', admin(), {
        params: task,
        body: { agencyId, dueOn },
      });
    const done = (by: string, text = 'Sudah difoto.') =>
      town.ask('POST /merchants/{merchantId}/tasks/{taskId}/done', by, { params: task, body: { text } });
    const reopens = (by: string) =>
      town.ask('POST /merchants/{merchantId}/tasks/{taskId}/reopen', by, {
        params: task,
        body: { reason: 'Fotonya gelap.' },
      });
    const own = async () =>
      (await town.as(shop.owner)('GET /merchants/{merchantId}/visits', { params: { merchantId: shop.merchantId } }))
        .items;
    const ofOffice = async (waits: 'office' | 'over') =>
      (await town.as(office.buyer)('GET /agencies/{agencyId}/visit-tasks', { params: office, query: { waits } })).items;
    return { shop, office, task, assigns, done, reopens, own, ofOffice };
  };

  test('is a task of an office with a day, done with a picture, and opened again by the shop', async () => {
    const { shop, office, task, assigns, done, reopens, own, ofOffice } = await needed();
    expect((await assigns()).status).toBe(200);
    expect(await ofOffice('office')).toMatchObject([{ ...task, late: false, phone: expect.stringMatching(/^\+62/) }]);
    const sent = { params: task, rawBody: picture(200).toString('latin1'), headers: { 'content-type': 'image/jpeg' } };
    expect((await town.ask('POST /merchants/{merchantId}/tasks/{taskId}/photo', office.buyer, sent)).status).toBe(201);
    expect((await done(office.buyer)).body).toMatchObject({ state: 'done' });
    const before = await kept();
    expect((await done(office.buyer)).status).toBe(200);
    expect(await kept()).toBe(before);
    // All of a form whose answer was lost: its picture first. Another picture is another proof.
    const again = (one: typeof sent) =>
      town.ask('POST /merchants/{merchantId}/tasks/{taskId}/photo', office.buyer, one);
    expect((await again(sent)).status).toBe(201);
    const other = { ...sent, rawBody: picture(90).toString('latin1') };
    expect((await again(other)).body).toMatchObject({ code: 'visit_moved_on' });
    const [visit] = await own();
    expect(visit).toMatchObject({ visitorName: 'Pak Dwi', record: { met: 'owner' } });
    expect(visit?.tasks).toMatchObject([{ state: 'done', proof: { text: 'Sudah difoto.' }, mayReopen: true }]);
    const token = visit?.tasks[0]?.proof?.picture?.link.split('/').at(-1) ?? '';
    expect((await town.ask('GET /private-photos/{token}', undefined, { params: { token } })).status).toBe(200);
    expect(visit?.record).not.toHaveProperty('place');
    expect((await reopens(shop.owner)).body).toMatchObject({ state: 'reopened', reopened: 1 });
    expect(await ofOffice('office')).toHaveLength(1);
    for (let times = 2; times <= 3; times += 1) {
      await done(office.buyer, `Difoto lagi ${times}.`);
      expect((await reopens(shop.owner)).status).toBe(200);
    }
    await done(office.buyer, 'Difoto di studio.');
    expect((await reopens(shop.owner)).body).toMatchObject({ code: 'limit_reached' });
  });

  test('goes to no office unless its shop agreed; the city does it itself', async () => {
    const { assigns, done, own } = await needed(false);
    expect((await assigns()).body).toMatchObject({ code: 'not_allowed' });
    expect((await done(admin())).body).toMatchObject({ state: 'done', agencyId: null });
    expect((await own())[0]?.tasks[0]).toMatchObject({ state: 'done' });
  });

  test('is its office’s and its shop’s alone, and has a day to come', async () => {
    const { task, assigns, done, reopens } = await needed();
    for (const dueOn of ['2026-11-09', '2028-01-01'])
      expect((await assigns(dueOn)).body).toMatchObject({ code: 'date_not_possible' });
    const elsewhere = await town.seatsOffice('35.78');
    expect((await assigns('2026-11-20', elsewhere.agencyId)).body).toMatchObject({ code: 'agency_not_found' });
    await assigns();
    const stranger = await town.seatsOffice(CITY);
    for (const by of [stranger.buyer, GOES, 'inspektur', 'seseorang']) {
      expect((await done(by)).body, by).toMatchObject({ code: 'visit_not_found' });
      expect((await reopens(by)).body, by).toMatchObject({ code: 'visit_not_found' });
    }
    expect((await done(admin())).body).toMatchObject({ taskId: task.taskId, state: 'done' });
  });
});

describe('what was written down wrong', () => {
  const corrects = (params: { visitId: string }, change: object, by = GOES) => {
    const { production, marketing, obstacles, problems, needs, agreed, again } = visited;
    const body = {
      production,
      marketing,
      obstacles,
      problems,
      needs,
      agreed,
      again,
      reason: 'Salah tulis.',
      ...change,
    };
    return town.ask('POST /visits/{visitId}/corrections', by, { params, body });
  };
  const read = (shop: Shop) =>
    town.as(shop.owner)('GET /merchants/{merchantId}/visits', { params: { merchantId: shop.merchantId } });

  test('is put right by who wrote it, tasks with it, and its shop reads both and why', async () => {
    const shop = await town.opens(CITY, { name: 'Tempe Bu Ngatini' });
    const params = await planned(shop);
    expect((await corrects(params, {})).body).toMatchObject({ code: 'visit_moved_on' });
    await records(params);
    const change = { production: 'Enam kilo.', needs: [{ kind: 'permit', text: 'Mengurus PIRT' }] };
    expect((await corrects(params, change)).body).toMatchObject({ version: 3 });
    const before = await kept();
    expect((await corrects(params, change)).body).toMatchObject({ version: 3 });
    expect(await kept()).toBe(before);
    const [found] = (await read(shop)).items;
    expect(found).toMatchObject({
      record: { production: 'Enam kilo.' },
      corrections: [{ reason: 'Salah tulis.', before: { production: visited.production, needs: visited.needs } }],
    });
    expect(JSON.stringify(found?.corrections)).not.toContain(GOES);
    const states = found?.tasks.map(({ kind, state }) => `${kind} ${state}`).sort();
    expect(states).toEqual(['permit waiting', 'photos done']);
    const made = await town.as(GOES)('GET /me/visits', { query: { state: 'done' } });
    expect(made.items.map(({ visitId }) => visitId)).toContain(params.visitId);
  });

  test('is put right with its own tasks, however many needs its shop had before', async () => {
    const shop = await town.opens(CITY);
    const params = await planned(shop);
    await records(params);
    const [task] = await visitTasksOfShop(town.world.table, shop.merchantId);
    if (!task) throw new Error('the visit named no need');
    for (let at = 0; at < 120; at++)
      await commit(town.world.table, [
        saveVisitTask({ ...task, taskId: `tsk_${String(at).padStart(26, '0')}`, visitId: `vst_${'0'.repeat(26)}` }),
      ]);
    const change = { needs: [{ kind: 'permit', text: 'Mengurus PIRT' }] };
    expect((await corrects(params, change)).status).toBe(200);
    const found = (await read(shop)).items.flatMap(({ tasks }) => tasks);
    expect(found.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['permit waiting', 'photos done']);
  });

  test('is put right by nobody else, and not over what another device wrote', async () => {
    const shop = await town.opens(CITY);
    const params = await planned(shop);
    await records(params);
    for (const by of ['lain', admin(), shop.owner])
      expect((await corrects(params, { production: 'Nol.' }, by)).body, by).toMatchObject({ code: 'visit_not_found' });
    const asked = { params, headers: { 'content-type': 'application/json', 'if-match': '"1"' } };
    const { production: _, ...rest } = visited;
    const { marketing, obstacles, problems, needs, agreed, again } = rest;
    const body = { production: 'Satu.', marketing, obstacles, problems, needs, agreed, again, reason: 'Salah.' };
    expect((await town.ask('POST /visits/{visitId}/corrections', GOES, { ...asked, body })).body).toMatchObject({
      code: 'version_mismatch',
    });
  });
});
