import type { Sent } from '../shared/contract.ts';
import type { Town } from './market.ts';

type NewBank = Sent<'POST /cities/{city}/banks'>['body'];
type NewScheme = NewBank['schemes'][number];

/** A scheme as a city writes it down. */
export const schemeOf = (but: Partial<NewScheme> = {}): NewScheme => ({
  schemeId: null,
  name: 'KUR mikro',
  kind: 'loan',
  kur: 'micro',
  fromRupiah: 15_000_000,
  upToRupiah: 80_000_000,
  monthsInBusiness: 6,
  terms: 'Bunga 6% setahun.',
  needs: ['ktp', 'nib', 'npwp', 'sales'],
  validFrom: '2026-01-01',
  validTo: null,
  source: 'Surat bank',
  ...but,
});
export const bankOf = (but: Partial<NewBank> = {}): NewBank => ({
  name: 'BPR Tugu Artha',
  about: 'Bank milik kota.',
  schemes: [schemeOf()],
  ...but,
});

export type SeatedBank = {
  readonly bankId: string;
  readonly schemeId: string;
  readonly schemeIds: readonly string[];
  readonly officer: string;
};
/** A bank that a city wrote down, with an officer of it. */
export const seatsBank = async (town: Town, city: string, but: Partial<NewBank> = {}): Promise<SeatedBank> => {
  const admin = town.adminOf(city);
  const { bankId, schemes } = await town.as(admin)('POST /cities/{city}/banks', {
    params: { city },
    body: bankOf(but),
  });
  const officer = town.somebody('bank');
  await town.seats(`bank:${bankId}`, officer, 'bank-officer', admin);
  const schemeIds = schemes.map(({ schemeId }) => schemeId);
  return { bankId, schemeId: schemeIds[0] ?? '', schemeIds, officer };
};

type Shop = { readonly merchantId: string; readonly owner: string };
type Given = Partial<Sent<'POST /merchants/{merchantId}/capital-applications'>['body']['consent']>;
/** A shop applies at a bank, and lets it look. */
export const appliesAt = (town: Town, { merchantId, owner }: Shop, bank: SeatedBank, consent: Given = {}) =>
  town.as(owner)('POST /merchants/{merchantId}/capital-applications', {
    params: { merchantId },
    body: {
      bankId: bank.bankId,
      schemeId: bank.schemeId,
      amountRupiah: 20_000_000,
      phone: '081234567890',
      consent: { months: 6, days: 30, repeated: true, ...consent },
    },
  });
