import { addMonths, type Instant, type Month, monthsBetween } from '../../../../shared/domain/basics/month.ts';
import { chanceOf } from '../chance.ts';
import { adminOf, mentorOf, type Scene, type Shop } from '../city.ts';

/** Whose training is told: that of the city in which one looks around. */
const SLUG = 'malang';
/** So long a year must be that what came six months after can be said. */
const MONTHS = 11;
/** So many enrol, those that sell first: among them chance decides. */
const ENROLLED = 64;

type Told = {
  readonly title: string;
  readonly about: string;
  readonly after: number;
  readonly seats: number;
  readonly lift: number;
};
/** Two series: after one its participants are bought from more, after the other they are not. */
const told: readonly Told[] = [
  {
    title: 'Foto produk dan tampilan toko',
    after: 4,
    seats: 32,
    lift: 4,
    about: 'Memotret dengan HP, menulis nama barang yang dicari pembeli, dan mengatur stok.',
  },
  {
    title: 'Pembukuan harian dengan HP',
    after: 5,
    seats: 36,
    lift: 1,
    about: 'Mencatat penjualan dan belanja setiap hari, dan membaca rekening koran.',
  },
];

type Programme = Told & { seriesId: string; readonly month: Month };

const announce = async ({ market, plan }: Scene, programme: Programme, at: Instant): Promise<void> => {
  const meeting = (day: string) => ({ day, from: '09:00', to: '12:00', place: 'Malang Creative Center, lantai 4' });
  const { title, about, month, seats } = programme;
  const { seriesId } = await market.ask('POST /cities/{city}/series', adminOf(plan), at, {
    params: { city: plan.cityCode },
    body: {
      kind: 'training',
      title,
      about,
      mentor: mentorOf(plan),
      mentorName: 'Wira Santosa',
      seats,
      enrolUntil: `${addMonths(month, -1)}-20`,
      materials: [{ title: 'Lembar latihan', url: 'https://www.malangkota.go.id/' }],
      sessions: [meeting(`${month}-04`), meeting(`${month}-11`)],
    },
  });
  programme.seriesId = seriesId;
};

const enrolAll = async ({ market, shops }: Scene, { seriesId }: Programme, at: Instant): Promise<void> => {
  const open = shops.filter((shop) => shop.open).sort((a, b) => b.pull - a.pull || (a.id < b.id ? -1 : 1));
  for (const { merchantId, owner } of open.slice(0, ENROLLED))
    await market.ask('POST /series/{seriesId}/enrolments', owner, at, { params: { seriesId }, body: { merchantId } });
};

/** Nine of ten who have a seat come, and what they learn tells from then on. */
const meet = async (scene: Scene, { seriesId, lift }: Programme, session: number, at: Instant): Promise<void> => {
  const { market, plan, shops } = scene;
  const [mentor, params] = [mentorOf(plan), { seriesId }];
  const { items } = await market.ask('GET /series/{seriesId}/enrolments', mentor, at, { params });
  const shopsById = new Map<string, Shop>(shops.map((shop) => [shop.merchantId, shop]));
  for (const { merchantId, state, codes } of items) {
    const chance = chanceOf('meeting', shopsById.get(merchantId)?.id ?? '', seriesId, session);
    const code = codes[session - 1];
    if (state !== 'seated' || code === undefined || !chance.happens(0.9)) continue;
    await market.ask('POST /series/{seriesId}/attendance', mentor, at, { params, body: { session, code, at } });
    const shop = shopsById.get(merchantId);
    if (shop && session === 2) shop.lift = (shop.lift ?? 1) * lift;
  }
};

/** Training whose seats went by need and lot, with certificates and an effect that is measured: one works, one does not. */
export const tellProgrammes = (scene: Scene): void => {
  const { plan, span, agenda, market } = scene;
  if (plan.slug !== SLUG || monthsBetween(span.first, span.running) < MONTHS) return;
  for (const one of told) {
    const programme: Programme = { ...one, seriesId: '', month: addMonths(span.first, one.after) };
    const { month } = programme;
    const before = addMonths(month, -1);
    const lane = `programme ${one.after}`;
    const add = (step: string, day: string, minute: number, run: (at: Instant) => Promise<void>) =>
      agenda.add(`${plan.cityCode}/${lane}/${step}`, day, minute, lane, run);
    add('announce', `${before}-02`, 540, (at) => announce(scene, programme, at));
    add('enrol', `${before}-12`, 600, (at) => enrolAll(scene, programme, at));
    add('draw', `${before}-21`, 540, async (at) => {
      const { seriesId } = programme;
      await market.ask('POST /series/{seriesId}/draw', adminOf(plan), at, { params: { seriesId } });
    });
    for (const [session, day] of [
      [1, '04'],
      [2, '11'],
    ] as const)
      add(`meeting ${session}`, `${month}-${day}`, 640, (at) => meet(scene, programme, session, at));
    add('certify', `${month}-12`, 540, async (at) => {
      const { seriesId } = programme;
      await market.ask('POST /series/{seriesId}/certificates', adminOf(plan), at, { params: { seriesId } });
    });
  }
};
