import { addMonths } from '../../../../shared/domain/basics/month.ts';
import type { NewBank } from '../../../../shared/domain/capital/bank.ts';
import { adminOf, type Scene, type Shop } from '../city.ts';
import { seat } from '../found.ts';
import { Refusal } from '../market.ts';
import { phoneOf } from '../names.ts';
import { dayAndMinute, hoursBefore } from './story.ts';

/** Whose banks and applications are told: those the city itself named. */
const SLUG = 'malang';
export const bankOfficers = {
  tugu: { person: 'bank-tugu-artha', name: 'Petugas BPR Tugu Artha' },
  jatim: { person: 'bank-jatim', name: 'Petugas Bank Jatim' },
} as const;
type BankName = keyof typeof bankOfficers;

const papers = ['ktp', 'family-card', 'nib', 'business-photo', 'sales'] as const;
const banksFrom = (validFrom: string): Record<BankName, NewBank> => {
  const shared = { schemeId: null, validFrom, validTo: null, source: 'Kesepakatan bank dengan kota' } as const;
  return {
    tugu: {
      name: 'BPR Tugu Artha',
      about: 'Bank perekonomian rakyat milik Kota Malang.',
      open: true,
      schemes: [
        {
          ...shared,
          name: 'Modal Sahabat UMKM',
          kind: 'loan',
          kur: null,
          monthsInBusiness: 6,
          fromRupiah: 2_000_000,
          upToRupiah: 25_000_000,
          needs: [...papers],
          terms: 'Bunga menurut bank, paling lama 24 bulan. Untuk usaha kecil yang berjualan di Pasar Rata.',
        },
      ],
    },
    jatim: {
      name: 'Bank Jatim',
      about: 'Bank pembangunan daerah Jawa Timur, cabang Malang.',
      open: true,
      schemes: [
        {
          ...shared,
          name: 'KUR mikro',
          kind: 'loan',
          kur: 'micro',
          monthsInBusiness: 6,
          fromRupiah: 10_000_001,
          upToRupiah: 100_000_000,
          needs: [...papers, 'npwp'],
          terms: 'Bunga 6% setahun untuk pinjaman pertama, paling lama 3 tahun.',
        },
        {
          ...shared,
          name: 'Talangan tagihan dinas',
          kind: 'invoice',
          kur: null,
          monthsInBusiness: 0,
          fromRupiah: 1_000_000,
          upToRupiah: 200_000_000,
          needs: ['ktp', 'nib'],
          terms: 'Bank membayar tagihan lebih dulu; dinas membayar bank. Biaya menurut bank.',
        },
      ],
    },
  };
};

type Known = Partial<Record<BankName, { readonly bankId: string; readonly schemeIds: readonly string[] }>>;
type Told = {
  readonly at: BankName;
  readonly scheme?: number;
  readonly rupiah: number;
  readonly hours: number;
  readonly answer?: readonly ['accepted' | 'declined', string];
  readonly withdrawn?: true;
  /** Its officer opened the statement pack so many hours ago, and tried so many hours ago. */
  readonly opened?: readonly number[];
};
/**
 * One application in every state, at two banks: a pack that was opened and answered, and one that was opened, withdrawn, and
 * asked for once more. The owners see each of it.
 */
const told: readonly Told[] = [
  {
    at: 'tugu',
    rupiah: 10_000_000,
    hours: 150,
    opened: [135],
    answer: ['accepted', 'Penjualan dan pembayarannya jelas. Datang ke kantor kami membawa KTP dan kartu keluarga.'],
  },
  {
    at: 'jatim',
    rupiah: 40_000_000,
    hours: 130,
    answer: ['declined', 'Usaha baru sebentar berjalan. Ajukan lagi sesudah enam bulan.'],
  },
  { at: 'tugu', rupiah: 5_000_000, hours: 70 },
  { at: 'jatim', rupiah: 25_000_000, hours: 60, withdrawn: true, opened: [50, 30] },
  { at: 'jatim', scheme: 1, rupiah: 3_000_000, hours: 40 },
];

/** What happens so many hours before the end, on the city's own lane. */
const then = (scene: Scene, hours: number, name: string, run: (at: string) => Promise<unknown>): void => {
  const { day, minute } = dayAndMinute(scene, hoursBefore(scene, hours));
  scene.agenda.add(`capital/${name}`, day, minute, `city/${scene.plan.cityCode}`, async (at) => void (await run(at)));
};

/** An officer opens the pack; whose consent ended meanwhile finds nothing, and that is on record. */
const opens = async (
  { market }: Scene,
  officer: string,
  params: { readonly bankId: string; readonly applicationId: string },
  at: string,
): Promise<void> => {
  const body = { purpose: 'loan', printed: false } as const;
  try {
    await market.ask('POST /banks/{bankId}/applications/{applicationId}/open', officer, at, { params, body });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'application_not_found') throw error;
  }
};

const applies = (scene: Scene, banks: Known, { at: name, scheme = 0, ...one }: Told, nth: number): void => {
  const { market } = scene;
  const shop = (): Shop | undefined => scene.shops.filter(({ open }) => open)[nth];
  then(scene, one.hours, `applies-${nth}`, async (at) => {
    const [applicant, bank] = [shop(), banks[name]];
    if (!applicant || !bank) return;
    const { merchantId, owner } = applicant;
    const body = {
      bankId: bank.bankId,
      schemeId: bank.schemeIds[scheme] ?? '',
      amountRupiah: one.rupiah,
      note: 'Menambah bahan dan alat.',
      phone: phoneOf('capital', merchantId),
      consent: { months: 12, days: 90, repeated: true },
    };
    const key = 'POST /merchants/{merchantId}/capital-applications';
    const { applicationId } = await market.ask(key, owner, at, { params: { merchantId }, body });
    const params = { bankId: bank.bankId, applicationId };
    for (const hours of one.opened ?? [])
      then(scene, hours, `opens-${nth}-${hours}`, (later) => opens(scene, bankOfficers[name].person, params, later));
    if (one.withdrawn)
      then(scene, one.hours - 20, `withdraws-${nth}`, (later) =>
        market.ask('POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw', owner, later, {
          params: { merchantId, applicationId },
        }),
      );
    if (one.answer) {
      const [outcome, reason] = one.answer;
      then(scene, one.hours - 30, `answers-${nth}`, (later) =>
        market.ask('POST /banks/{bankId}/applications/{applicationId}/answer', bankOfficers[name].person, later, {
          params,
          body: { outcome, reason },
        }),
      );
    }
  });
};

/** Two banks of Malang with an officer each, and what shops applied for there. */
export const tellCapital = (scene: Scene): void => {
  const { market, plan } = scene;
  if (plan.slug !== SLUG) return;
  const banks: Known = {};
  then(scene, 160, 'banks', async (at) => {
    const admin = adminOf(plan);
    const params = { city: plan.cityCode };
    const validFrom = `${addMonths(at.slice(0, 7), -6)}-01`;
    for (const [name, body] of Object.entries(banksFrom(validFrom)) as [BankName, NewBank][]) {
      const { bankId, schemes } = await market.ask('POST /cities/{city}/banks', admin, at, {
        params,
        body,
        key: `bank-${name}`,
      });
      banks[name] = { bankId, schemeIds: schemes.map(({ schemeId }) => schemeId) };
      await seat(market, at, admin, `bank:${bankId}`, bankOfficers[name].person, 'bank-officer');
    }
  });
  for (const [nth, one] of told.entries()) applies(scene, banks, one, nth);
};
