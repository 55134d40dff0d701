import type { marketOf } from '../market.ts';

type Shop = { readonly merchantId: string; readonly owner: string };

/** A centre of the first city in October: three shops ask for the two stalls of a day in November, to be drawn by whoever walks there. */
export const askForStalls = async (m: ReturnType<typeof marketOf>, shops: readonly Shop[]): Promise<void> => {
  const [admin, params] = [m.as('admin-35.73'), { city: '35.73', slug: 'pasar-dinoyo' }];
  await admin('PUT /cities/{city}/centres/{slug}', {
    params,
    body: {
      name: 'Pasar Dinoyo',
      description: 'Halaman pasar, tiap akhir pekan.',
      address: 'Jl. MT Haryono 1',
      district: '35.73.05',
      schedules: [{ byDay: ['SA', 'SU'], opensAt: '06:00', closesAt: '11:00' }],
      stalls: 2,
      rentRupiah: 3_000,
      pickUp: false,
      rules: [],
    },
  });
  const day = { ...params, day: '2026-11-08' };
  const times = { opensAt: '06:00', closesAt: '11:00', applyUntil: '2026-10-20' };
  await admin('PUT /cities/{city}/centres/{slug}/days/{day}', {
    params: day,
    body: { name: 'Pasar Minggu pagi', ...times, stalls: 2 },
  });
  for (const { merchantId, owner } of shops)
    await m.as(owner)('PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}', {
      params: { ...day, merchantId },
    });
};
