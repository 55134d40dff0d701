import { addDays, DAY_MS, type Instant, later } from '../../../../shared/domain/basics/month.ts';
import type { NewVisitRecord } from '../../../../shared/domain/visits/visit-record.ts';
import { adminOf, fieldOfficerOf, type Scene, type Shop, todayIn } from '../city.ts';

const VISITOR = 'Pak Dwi Santoso';
/** The city in which visits are told. */
const TOLD_IN = '35.73';
/** Some two hundred metres apart, in the middle of the city. */
const placeOf = (at: number): NewVisitRecord['place'] => ({
  latitude: -7.978 - ((at * 7) % 5) * 0.002,
  longitude: 112.628 + ((at * 3) % 5) * 0.002,
  accuracyMeters: 8 + at,
});

type Found = Pick<NewVisitRecord, 'story' | 'production' | 'marketing' | 'obstacles' | 'problems' | 'needs' | 'agreed'>;
const found: readonly Found[] = [
  {
    production: 'Dua orang, delapan puluh bungkus sehari.',
    marketing: 'Dititip di tiga warung tetangga.',
    obstacles: ['photo', 'delivery'],
    problems: 'Fotonya gelap, dan motornya dipakai anak sekolah.',
    needs: [{ kind: 'photos', text: 'Foto barang dengan latar terang' }],
    agreed: 'Difoto di balai kelurahan.',
  },
  {
    production: 'Sendiri, menurut pesanan.',
    marketing: 'Hanya lewat kenalan.',
    story:
      'Semuanya dibuat sendiri, dari belanja bahan sampai membungkus. Resepnya dari ibu, dan belum pernah diganti.',
    obstacles: ['permit'],
    problems: null,
    agreed: 'Berkas PIRT dibawa pekan depan.',
    needs: [
      { kind: 'permit', text: 'Pendampingan mengurus PIRT' },
      { kind: 'training', text: 'Menghitung harga jual' },
    ],
  },
  {
    production: 'Empat orang, seminggu sekali.',
    marketing: 'Pasar Minggu dan pesanan RT.',
    story: 'Empat tetangga bergantian memakai satu dapur. Setiap Minggu mereka menggelar tikar di pasar, sejak subuh.',
    obstacles: ['money', 'material'],
    problems: 'Harga bahan naik.',
    agreed: null,
    needs: [{ kind: 'equipment', text: 'Mesin pres tutup gelas' }],
  },
];

const plans = async ({ market, plan }: Scene, { merchantId }: Shop, day: string, at: Instant): Promise<string> => {
  const body = {
    merchantId,
    day,
    visitor: fieldOfficerOf(plan),
    visitorName: VISITOR,
    reason: 'Belum menjual bulan ini.',
  };
  const asked = { params: { city: plan.cityCode }, body };
  return (await market.ask('POST /cities/{city}/visits', adminOf(plan), at, asked)).visitId;
};

/** Goes there, and answers the tasks that came of it. */
const goes = async (scene: Scene, shop: Shop, index: number, at: Instant) => {
  const { market, plan } = scene;
  const visitId = await plans(scene, shop, todayIn(scene, at), at);
  const body: NewVisitRecord = {
    ...(found[index % found.length] as Found),
    openedAt: at,
    finishedAt: later(at, 25 * 60_000),
    met: 'owner',
    again: addDays(todayIn(scene, at), 30),
    place: placeOf(index),
    photos: [],
    shared: true,
  };
  const officer = fieldOfficerOf(plan);
  const asked = { params: { visitId }, body, key: `demo/visit/${visitId}` };
  await market.ask('POST /visits/{visitId}/record', officer, later(at, DAY_MS / 24), asked);
  return (await market.ask('GET /visits/{visitId}', officer, at, { params: { visitId } })).tasks;
};

/** A week of visits to who sells least, with needs in every state, and a route for the days to come. */
export const tellVisits = async (scene: Scene, until: Instant): Promise<void> => {
  const { market, plan, shops, offices } = scene;
  const [office] = offices;
  if (plan.cityCode !== TOLD_IN || !office) return;
  const quiet = shops.filter(({ open }) => open).sort((a, b) => a.pull - b.pull || (a.id < b.id ? -1 : 1));
  const [first, second, third, ...others] = quiet;
  if (!first || !second || !third) return;
  const weekAgo = later(until, -7 * DAY_MS);
  const [photos] = await goes(scene, first, 0, weekAgo);
  const [permit] = await goes(scene, second, 1, later(weekAgo, DAY_MS));
  const [machine] = await goes(scene, third, 2, later(weekAgo, 2 * DAY_MS));
  // One owner lets their story be read; the other has not answered yet.
  await market.ask('POST /merchants/{merchantId}/story/consent', second.owner, later(until, -2 * DAY_MS), {
    params: { merchantId: second.merchantId },
    body: { version: 1 },
  });
  const dueOn = addDays(todayIn(scene, until), 14);
  for (const task of [photos, permit, machine])
    if (task)
      await market.ask('POST /merchants/{merchantId}/tasks/{taskId}/assign', adminOf(plan), later(until, -3 * DAY_MS), {
        params: { merchantId: task.merchantId, taskId: task.taskId },
        body: { agencyId: office.agencyId, dueOn },
      });
  for (const [task, text] of [
    [photos, 'Difoto di balai kelurahan dengan latar putih.'],
    [machine, 'Mesin dipinjamkan dari rumah produksi bersama.'],
  ] as const)
    if (task)
      await market.ask('POST /merchants/{merchantId}/tasks/{taskId}/done', office.buyer, later(until, -2 * DAY_MS), {
        params: { merchantId: task.merchantId, taskId: task.taskId },
        body: { text },
      });
  if (machine)
    await market.ask('POST /merchants/{merchantId}/tasks/{taskId}/reopen', third.owner, later(until, -DAY_MS), {
      params: { merchantId: machine.merchantId, taskId: machine.taskId },
      body: { reason: 'Mesinnya belum sampai.' },
    });
  for (const shop of [first, second, third, ...others.slice(0, 3)])
    await plans(scene, shop, addDays(todayIn(scene, until), 1), until);
};
