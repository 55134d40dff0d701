import type { Sent } from '../../../../shared/contract.ts';
import type { Instant } from '../../../../shared/domain/basics/month.ts';
import { adminOf, type Office, type Scene } from '../city.ts';
import { dayAndMinute, hoursBefore } from './story.ts';

type New = Sent<'POST /cities/{city}/complaints'>['body'];
type Told = { readonly number: string; readonly secret: string };
/** What somebody sent so many hours ago, and what came of it since. */
type Tale = {
  readonly name: string;
  readonly hours: number;
  readonly said: New;
  readonly since: readonly (readonly [hours: number, step: (told: Told, at: Instant) => Promise<unknown>])[];
};

/** Steps of a complaint, each by whose it is. */
const stepsOf = ({ market, plan }: Scene, office: Office) => {
  const verify =
    (body: Sent<'POST /complaints/{number}/verify'>['body']) =>
    ({ number }: Told, at: Instant) =>
      market.ask('POST /complaints/{number}/verify', adminOf(plan), at, { params: { number }, body });
  const start = ({ number }: Told, at: Instant) =>
    market.ask('POST /complaints/{number}/start', office.approver, at, { params: { number } });
  const answer = (outcome: 'fixed' | 'not-fixed', text: string) => (told: Told, at: Instant) =>
    market.ask('POST /complaints/{number}/answer', office.approver, at, {
      params: { number: told.number },
      body: { outcome, text },
    });
  const replies =
    (body: Omit<Sent<'POST /complaints/{number}/reply'>['body'], 'secret'>) =>
    ({ number, secret }: Told, at: Instant) =>
      market.ask('POST /complaints/{number}/reply', undefined, at, { params: { number }, body: { ...body, secret } });
  return { verify, assign: verify({ decision: 'assign', agencyId: office.agencyId }), start, answer, replies };
};

type Steps = ReturnType<typeof stepsOf>;
/** One that is new, one that is secret, and what comes of most. */
const usual = ({ assign, start, answer, replies }: Steps): Tale[] => [
  {
    name: 'waiting',
    hours: 29,
    since: [],
    said: {
      category: 'place',
      text: 'Atap lapak kami di Pasar Oro-oro Dowo bocor sejak hujan Senin.',
      reporter: { name: 'Bu Lilis', phone: null },
    },
  },
  {
    name: 'secret',
    hours: 47,
    since: [[40, assign]],
    said: {
      category: 'payment',
      secret: true,
      text: 'Pesanan rapat kami sudah diterima tiga minggu lalu dan belum dibayar. Mohon nama kami tidak disebut.',
    },
  },
  {
    name: 'answered',
    hours: 120,
    said: { category: 'training', kind: 'aspiration', text: 'Mohon ada pelatihan foto produk pada hari Sabtu.' },
    since: [
      [100, assign],
      [80, start],
      [26, answer('fixed', 'Pelatihan foto produk dibuka Sabtu pekan depan di balai kecamatan.')],
    ],
  },
  {
    name: 'over',
    hours: 160,
    said: {
      category: 'licence',
      kind: 'question',
      text: 'Apakah usaha rumahan perlu NIB untuk ikut menjual di sini?',
    },
    since: [
      [150, assign],
      [140, answer('fixed', 'Perlu, dan gratis. Petugas kelurahan membantu mengisinya setiap hari kerja.')],
      [110, replies({ reply: 'confirm', stars: 5 })],
    ],
  },
];

/** What comes of the others: every state a complaint can be in is somebody's. */
const unusual = ({ verify, assign, start, answer, replies }: Steps, numberOf: (name: string) => string): Tale[] => [
  {
    name: 'without-office',
    hours: 60,
    since: [[32, verify({ decision: 'assign', category: 'transport' })]],
    said: { category: 'other', text: 'Kurir daring sering menolak antar ke gang kami setelah magrib.' },
  },
  {
    name: 'begun',
    hours: 90,
    since: [
      [84, assign],
      [55, start],
    ],
    said: { category: 'infrastructure', text: 'Listrik dapur bersama turun setiap sore.', address: 'Jl. Muharto 5' },
  },
  {
    name: 'again',
    hours: 130,
    since: [
      [120, assign],
      [78, answer('fixed', 'Lampu lorong sudah diganti.')],
      [28, replies({ reply: 'reopen', text: 'Yang di ujung utara masih mati.' })],
    ],
    said: { category: 'place', text: 'Lampu lorong pasar mati, pembeli tidak mau masuk.' },
  },
  {
    name: 'refused',
    hours: 165,
    since: [
      [152, assign],
      [104, answer('not-fixed', 'Anggaran tenda tahun ini sudah habis; diusulkan untuk tahun depan.')],
      [76, replies({ reply: 'confirm', stars: 2 })],
    ],
    said: { category: 'capital', kind: 'aspiration', text: 'Mohon bantuan tenda untuk pedagang Minggu pagi.' },
  },
  {
    name: 'elsewhere',
    hours: 100,
    since: [[82, verify({ decision: 'not-ours', reason: 'Jalan provinsi. Kirim ke Dinas Bina Marga Jawa Timur.' })]],
    said: { category: 'infrastructure', text: 'Jalan di depan terminal berlubang, barang kami pecah.' },
  },
  {
    name: 'twice',
    hours: 27,
    since: [[25, (told, at) => verify({ decision: 'duplicate', of: numberOf('waiting') })(told, at)]],
    said: { category: 'place', text: 'Atap Pasar Oro-oro Dowo bocor lagi.' },
  },
];

/** Complaints of the last days, one in each state there is, and one whose words nobody else reads. */
export const tellComplaints = (scene: Scene): void => {
  const { agenda, market, plan, offices } = scene;
  const office = offices.find(({ buyer }) => buyer === 'bayu');
  if (!office) return;
  const steps = stepsOf(scene, office);
  const sent = new Map<string, { -readonly [P in keyof Told]: string }>();
  const tales = [...usual(steps), ...unusual(steps, (name) => sent.get(name)?.number ?? '')];
  for (const { name, hours, said, since } of tales) {
    const told = { number: '', secret: '' };
    sent.set(name, told);
    const at = (ago: number, step: (at: Instant) => Promise<unknown>) => {
      const { day, minute } = dayAndMinute(scene, hoursBefore(scene, ago));
      agenda.add(`${plan.cityCode}/complaint/${name}/${ago}`, day, minute, `complaint/${name}`, async (when) => {
        await step(when);
      });
    };
    at(hours, async (when) => {
      const asked = { params: { city: plan.cityCode }, body: said, key: `demo/complaint/${name}` };
      Object.assign(told, await market.ask('POST /cities/{city}/complaints', undefined, when, asked));
    });
    for (const [ago, step] of since) at(ago, (when) => step(told, when));
  }
};
