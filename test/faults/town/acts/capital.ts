import { keyOf, oneOf, some, type Wisher } from '../wish.ts';

/** Who reads for the bank of a city. */
export const officerOf = (city: string): string => `bank-${city}`;

/** An owner applies at the bank of the city, or at another's, and lets it look once or again. */
export const applyForCapital: Wisher = (sim, tag) => {
  const { random, ledger } = sim;
  const shop = some(sim, ledger.all('Merchant'));
  const banks = ledger.all('Bank').filter(({ cityCode }) => cityCode === shop?.cityCode || random.chance(0.05));
  const bank = some(sim, banks);
  if (!shop || !bank) return undefined;
  const scope = `merchant:${shop.merchantId}`;
  return {
    person: oneOf(sim, scope, ['owner']),
    key: 'POST /merchants/{merchantId}/capital-applications',
    params: { merchantId: shop.merchantId },
    headers: keyOf(tag),
    city: shop.cityCode,
    needs: [{ scope, roles: ['owner'] }],
    body: {
      bankId: bank.bankId,
      schemeId: bank.schemes[0]?.schemeId ?? '',
      amountRupiah: 20_000_000,
      note: tag,
      phone: '081234567890',
      consent: { months: 6, days: random.pick([1, 1, 30]), repeated: random.chance(0.5) },
    },
  };
};

/** The owner takes a consent back, sometimes again. */
export const takeBack: Wisher = (sim) => {
  const one = some(sim, sim.ledger.all('Application'));
  if (!one) return undefined;
  const scope = `merchant:${one.merchantId}`;
  return {
    person: oneOf(sim, scope, ['owner']),
    key: 'POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw',
    params: { merchantId: one.merchantId, applicationId: one.applicationId },
    city: one.cityCode,
    needs: [{ scope, roles: ['owner'] }],
  };
};

/** A bank looks, opens and answers, as long as it may and after; now and then somebody else's officer. */
export const askAsBank: Wisher = (sim, tag) => {
  const { random, ledger } = sim;
  const one = some(sim, ledger.all('Application'));
  if (!one) return undefined;
  const { bankId, applicationId, cityCode: city } = one;
  const scope = `bank:${bankId}`;
  const of = {
    person: random.chance(0.9) ? officerOf(city) : oneOf(sim, scope, ['bank-officer']),
    params: { bankId, applicationId },
    city,
    needs: [{ scope, roles: ['bank-officer'] as const }],
  };
  const open = 'POST /banks/{bankId}/applications/{applicationId}/open';
  return random.pick([
    { ...of, key: 'GET /banks/{bankId}/applications/{applicationId}' },
    { ...of, key: open, headers: keyOf(tag), body: { purpose: 'loan', printed: false } },
    { ...of, key: open, repeatable: false, body: { purpose: 'loan', printed: false } },
    {
      ...of,
      key: 'POST /banks/{bankId}/applications/{applicationId}/answer',
      body: { outcome: random.pick(['accepted', 'declined']), reason: tag },
    },
  ]);
};
