import { beforeAll, describe, expect, test } from 'vitest';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getCertificate, replaceCertificate } from '../../../shared/table/programmes/certificates.ts';
import { enrolmentsOf } from '../../../shared/table/programmes/enrolments.ts';
import { seatsAt, takeSeats } from '../../../shared/table/programmes/series.ts';
import { freshTable, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock('2026-11-01T02:00:00.000Z');
let world: Awaited<ReturnType<typeof testWorld>>;
let town: Town;
const shops: Shop[] = [];
const admin = () => town.adminOf(CITY);
beforeAll(async () => {
  world = await testWorld({ now: clock.now, table: await freshTable() });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
  for (const person of ['wira', 'sari']) await town.seats(`city:${CITY}`, person, 'mentor');
  for (let at = 0; at < 12; at++)
    shops.push(await town.opens(CITY, { name: `Warung ${at}`, nik: `357302450885${1000 + at}` }));
});

const session = (day: string) => ({ day, from: '09:00', to: '12:00', place: 'Balai Kota' });
const plan = {
  kind: 'training' as const,
  title: 'Foto produk',
  about: 'Memotret dengan HP.',
  mentor: 'wira',
  mentorName: 'Wira',
  seats: 3,
  enrolUntil: '2026-11-10',
  sessions: [session('2026-11-12'), session('2026-11-19')],
};
const announces = (but: object = {}) =>
  town.as(admin())('POST /cities/{city}/series', { params: { city: CITY }, body: { ...plan, ...but } });
const shopAt = (at: number): Shop => shops[at] as Shop;
const enrols = (seriesId: string, { merchantId, owner }: Shop, by = owner) =>
  town.as(by)('POST /series/{seriesId}/enrolments', { params: { seriesId }, body: { merchantId } });
const withdraws = (seriesId: string, { merchantId, owner }: Shop) =>
  town.as(owner)('POST /series/{seriesId}/enrolments/{merchantId}/withdraw', { params: { seriesId, merchantId } });
const draws = (seriesId: string) => town.as(admin())('POST /series/{seriesId}/draw', { params: { seriesId } });
const participants = (seriesId: string, by = admin()) =>
  town.as(by)('GET /series/{seriesId}/enrolments', { params: { seriesId } });
const own = async ({ merchantId, owner }: Shop, seriesId: string) =>
  (await town.as(owner)('GET /merchants/{merchantId}/enrolments', { params: { merchantId } })).items.find(
    (one) => one.series.seriesId === seriesId,
  );

/** Series of which the city's first page says that they can be drawn. */
const drawable = async () => {
  const { queues } = await town.as(admin())('GET /cities/{city}/today', { params: { city: CITY } });
  return queues.find(({ queue }) => queue === 'draws')?.first.map(({ id }) => id) ?? [];
};

describe('a series', () => {
  test('goes from its announcement to a seat, a meeting and a note', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const { seriesId, lotMark } = await announces();
    const five = [0, 1, 2, 3, 4].map(shopAt);
    for (const shop of five) await enrols(seriesId, shop);
    expect(await refusalOf(draws(seriesId))).toMatchObject({ code: 'programme_not_ready' });
    expect(await drawable()).toEqual([]);
    clock.set('2026-11-11T02:00:00.000Z');
    expect(await drawable()).toContain(seriesId);
    expect(await draws(seriesId)).toEqual({ seated: 3, free: 0, waiting: 2 });
    expect(await draws(seriesId)).toEqual({ seated: 0, free: 0, waiting: 2 });
    expect(await drawable()).not.toContain(seriesId);
    const shown = await town.as()('GET /series/{seriesId}', { params: { seriesId } });
    expect(shown).toMatchObject({ free: 0, lotMark, lot: { rule: 1, seed: expect.stringMatching(/^lot_/) } });
    expect(JSON.stringify(shown)).not.toContain('wira');
    const { items } = await participants(seriesId, 'wira');
    const seatedId = items.find(({ state }) => state === 'seated')?.merchantId;
    const lucky = five.find(({ merchantId }) => merchantId === seatedId) as Shop;
    const next = items.find(({ place }) => place === 1)?.merchantId;
    expect(await own(five.find(({ merchantId }) => merchantId === next) as Shop, seriesId)).toMatchObject({
      state: 'waiting',
      place: 1,
      need: 1,
      ticket: expect.any(String),
      meetings: [{ code: null }, { code: null }],
    });

    clock.set('2026-11-12T03:00:00.000Z');
    const [first, second] = (await own(lucky, seriesId))?.meetings ?? [];
    const marks = (session: number, code: string, by = 'wira') =>
      town.as(by)('POST /series/{seriesId}/attendance', {
        params: { seriesId },
        body: { session, code, at: clock.now() },
      });
    const spelled = (first?.code ?? '').toUpperCase().replace(/(....)/, '$1-');
    expect(await marks(1, spelled)).toMatchObject({ merchantId: seatedId, session: 1 });
    expect(await marks(1, first?.code ?? '')).toMatchObject({ session: 1 });
    expect((await refusalOf(marks(1, second?.code ?? ''))).body['title']).toBe(
      'Kode ini untuk pertemuan 2, bukan pertemuan 1. Minta peserta membuka kode pertemuan 1.',
    );
    expect(await refusalOf(marks(2, second?.code ?? ''))).toMatchObject({ code: 'attendance_not_possible' });
    await town.as('wira')('POST /series/{seriesId}/enrolments/{merchantId}/notes', {
      params: { seriesId, merchantId: lucky.merchantId },
      body: { text: 'Foto sudah terang; coba latar polos.' },
    });
    expect(await own(lucky, seriesId)).toMatchObject({
      state: 'seated',
      meetings: [{ attended: true }, { attended: false }],
      notes: [{ text: 'Foto sudah terang; coba latar polos.' }],
    });
  });

  test('is led by its own mentor alone, and read without phones and codes by the inspectorate', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const { seriesId } = await announces({ title: 'Kemasan' });
    await enrols(seriesId, shopAt(0));
    clock.set('2026-11-11T02:00:00.000Z');
    await draws(seriesId);
    expect(await refusalOf(participants(seriesId, 'sari'))).toMatchObject({ status: 404 });
    expect((await participants(seriesId, 'wira')).items).toMatchObject([
      { phone: expect.any(String), codes: ['', ''].map(() => expect.stringMatching(/^\w{8}$/)) },
    ]);
    expect((await participants(seriesId, 'inspektur')).items).toMatchObject([{ phone: null, codes: [] }]);
    expect((await town.as('sari')('GET /me/series')).items).toEqual([]);
    expect((await town.as('wira')('GET /me/series')).items.map((one) => one.title)).toContain('Kemasan');
    clock.set('2026-11-02T02:00:00.000Z');
    expect(await refusalOf(announces({ mentor: 'inspektur' }))).toMatchObject({ code: 'membership_not_found' });
    await town.as(admin())('DELETE /scopes/{scope}/members/{person}', {
      params: { scope: `city:${CITY}`, person: 'sari' },
    });
    await town.seats(`city:${CITY}`, 'sari', 'mentor');
  });

  test('has no mentor who writes down that somebody of a shop of their own was there', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const { seriesId } = await announces({ title: 'Laporan' });
    const shop = await town.opens(CITY, { name: 'Warung Wira', nik: '3573024508852001' }, 'wira');
    await enrols(seriesId, shop);
    clock.set('2026-11-11T02:00:00.000Z');
    await draws(seriesId);
    clock.set('2026-11-12T05:00:00.000Z');
    const code = (await own(shop, seriesId))?.meetings[0]?.code ?? '';
    const marks = (by: string) =>
      town.as(by)('POST /series/{seriesId}/attendance', {
        params: { seriesId },
        body: { session: 1, code, at: clock.now() },
      });
    expect(await refusalOf(marks('wira'))).toMatchObject({ code: 'own_shop' });
    expect((await own(shop, seriesId))?.meetings[0]).toMatchObject({ attended: false });
    await marks(admin());
    expect((await own(shop, seriesId))?.meetings[0]).toMatchObject({ attended: true });
  });

  test('passes a seat that is let go to who is next, and takes none away', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const series = await announces({ seats: 1 });
    const { seriesId } = series;
    for (const at of [0, 1]) await enrols(seriesId, shopAt(at), at === 0 ? admin() : undefined);
    clock.set('2026-11-11T02:00:00.000Z');
    await draws(seriesId);
    const seatedIn = async () => (await participants(seriesId)).items.filter(({ state }) => state === 'seated');
    const [before] = await seatedIn();
    await withdraws(seriesId, shops.find(({ merchantId }) => merchantId === before?.merchantId) as Shop);
    expect(await draws(seriesId)).toEqual({ seated: 1, free: 0, waiting: 0 });
    expect((await seatedIn())[0]?.merchantId).not.toBe(before?.merchantId);
    const body = { ...plan, seats: 2 };
    const grown = await town.as(admin())('PUT /series/{seriesId}', { params: { seriesId }, body });
    expect(grown.version).toBe(series.version + 2);
    await enrols(seriesId, shopAt(2));
    expect(await draws(seriesId)).toMatchObject({ seated: 1, free: 0 });
    const smaller = town.as(admin())('PUT /series/{seriesId}', {
      params: { seriesId },
      body: plan && { ...plan, seats: 1 },
    });
    expect(await refusalOf(smaller)).toMatchObject({ code: 'seats_taken' });
  });

  test('ends in a certificate for who came to three of four meetings, which is checked, printed and taken back', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const { seriesId } = await announces({ title: 'Label halal', sessions: [session('2026-11-12')] });
    for (const at of [0, 1]) await enrols(seriesId, shopAt(at));
    clock.set('2026-11-12T03:00:00.000Z');
    await draws(seriesId);
    const code = (await own(shopAt(0), seriesId))?.meetings[0]?.code ?? '';
    const body = { session: 1, code, at: clock.now() };
    await town.as('wira')('POST /series/{seriesId}/attendance', { params: { seriesId }, body });
    const issues = () => town.as(admin())('POST /series/{seriesId}/certificates', { params: { seriesId } });
    expect(await refusalOf(issues())).toMatchObject({ code: 'programme_not_ready' });
    clock.set('2026-11-13T03:00:00.000Z');
    // Leaving afterwards would take the certificate from who has earned it.
    expect(await refusalOf(withdraws(seriesId, shopAt(0)))).toMatchObject({ code: 'programme_closed' });
    expect(await issues()).toEqual({ issued: 1 });
    expect(await issues()).toEqual({ issued: 0 });
    const certificate = (await own(shopAt(0), seriesId))?.certificate ?? '';
    expect((await own(shopAt(1), seriesId))?.certificate).toBeNull();
    const checks = (typed = certificate) => town.as()('GET /certificates/{code}', { params: { code: typed } });
    const checked = await checks(certificate.toLowerCase().replace('-', ' '));
    expect(checked).toMatchObject({ state: 'valid', title: 'Label halal', shop: 'Warung 0', revoked: null });
    expect(checked.credential).toContain('OpenBadgeCredential');
    expect(checked.credential).not.toMatch(/3573\d{12}|0812/);
    const { bytes } = await town.as()('GET /certificates/{code}/pdf', { params: { code: certificate } });
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await refusalOf(checks('AAAAA-AAAAA'))).toMatchObject({ code: 'certificate_not_found' });

    const revokes = (reason: string, by = admin()) =>
      town.as(by)('POST /certificates/{code}/revoke', { params: { code: certificate }, body: { reason } });
    expect(await refusalOf(revokes('Iseng', town.adminOf('35.78')))).toMatchObject({ status: 404 });
    await revokes('Kehadirannya keliru dicatat.');
    expect(await revokes('Alasan lain')).toMatchObject({ revoked: { reason: 'Kehadirannya keliru dicatat.' } });
    const after = await checks();
    // A verifier that knows only the credential follows its status, and finds itself in the list of what was taken back.
    const { id, credentialStatus } = JSON.parse(checked.credential);
    expect(credentialStatus).toEqual({
      id: `https://pasar.contoh.id/api/certificates/${certificate}`,
      type: '1EdTechRevocationList',
    });
    expect(checked.revokedCredential).toEqual([]);
    expect(after).toMatchObject({
      state: 'revoked',
      revokedCredential: [{ id, revoked: true, revocationReason: 'Kehadirannya keliru dicatat.' }],
    });
    expect(JSON.stringify(after)).not.toContain(admin());
    expect(await refusalOf(town.as()('GET /certificates/{code}/pdf', { params: { code: certificate } }))).toMatchObject(
      {
        code: 'certificate_revoked',
      },
    );
    const kept = await getCertificate(world.table, certificate);
    if (!kept) throw new Error('no certificate');
    const credential = kept.credential.replace('Warung 0', 'Warung 9');
    for (const [at, change] of [
      { credential },
      { shop: 'Warung 9' },
      { title: 'Lain' },
      { issuer: 'Lain' },
    ].entries()) {
      await commit(world.table, [
        replaceCertificate({ ...kept, revoked: null, ...change, version: kept.version + 1 + at }),
      ]);
      expect(await checks()).toMatchObject({ state: 'altered' });
      const printed = town.as()('GET /certificates/{code}/pdf', { params: { code: certificate } });
      expect((await refusalOf(printed)).code).toBe('certificate_revoked');
    }
  });

  test('never has more in it than seats, however many take one at once', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const { seriesId } = await announces({ seats: 5 });
    const takes = async (): Promise<boolean> => {
      const { seats } = await readTogether(world.table, { seats: seatsAt(seriesId) });
      if (!seats || seats.free === 0) return false;
      await commit(world.table, [takeSeats(seriesId, 1, seats.given)]);
      return true;
    };
    const writers = await Promise.all(Array.from({ length: 64 }, () => rerunOnStale(world.table, 64, takes)));
    expect(writers.filter(Boolean)).toHaveLength(5);
    const late = commit(world.table, [takeSeats(seriesId, 0, 4)]);
    await expect(late).rejects.toThrow('changed between read and write');
    const { seats } = await readTogether(world.table, { seats: seatsAt(seriesId) });
    expect(seats).toMatchObject({ taken: 5, free: 0 });
  });

  test('counts right while shops take, leave and come back, and the city draws', async () => {
    clock.set('2026-11-02T02:00:00.000Z');
    const { seriesId } = await announces({ seats: 5 });
    for (const shop of shops) await enrols(seriesId, shop);
    clock.set('2026-11-11T02:00:00.000Z');
    const works = shops.map((shop, at) => () => (at % 3 === 0 ? draws(seriesId) : withdraws(seriesId, shop)));
    await Promise.allSettled([...works, ...works.reverse()].map((work) => work()));
    for (const at of [1, 2]) await enrols(seriesId, shopAt(at));
    await draws(seriesId);
    const [all, { seats }] = await Promise.all([
      enrolmentsOf(world.table, seriesId),
      readTogether(world.table, { seats: seatsAt(seriesId) }),
    ]);
    const held = all.filter(({ state }) => state === 'seated').length;
    expect(seats).toMatchObject({ taken: held, free: 5 - held, enrolled: shops.length });
    expect(held).toBeGreaterThan(0);
  });
});
