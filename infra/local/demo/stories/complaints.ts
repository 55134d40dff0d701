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

const talesOf = ({ market, plan }: Scene, office: Office): Tale[] => {
  const admin = adminOf(plan);
  const assign = ({ number }: Told, at: Instant) =>
    market.ask('POST /complaints/{number}/verify', admin, at, {
      params: { number },
      body: { decision: 'assign', agencyId: office.agencyId },
    });
  const start = ({ number }: Told, at: Instant) =>
    market.ask('POST /complaints/{number}/start', office.approver, at, { params: { number } });
  const answer = (outcome: 'fixed' | 'not-fixed', text: string) => (told: Told, at: Instant) =>
    market.ask('POST /complaints/{number}/answer', office.approver, at, {
      params: { number: told.number },
      body: { outcome, text },
    });
  const confirm = ({ number, secret }: Told, at: Instant) =>
    market.ask('POST /complaints/{number}/reply', undefined, at, {
      params: { number },
      body: { secret, reply: 'confirm', stars: 5 },
    });
  return [
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
        [110, confirm],
      ],
    },
  ];
};

/** Complaints of the last days, one in each state that people meet: new, secret with its office, answered, over. */
export const tellComplaints = (scene: Scene): void => {
  const { agenda, market, plan, offices } = scene;
  const office = offices.find(({ buyer }) => buyer === 'bayu');
  if (!office) return;
  for (const { name, hours, said, since } of talesOf(scene, office)) {
    const told: { -readonly [P in keyof Told]: string } = { number: '', secret: '' };
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
