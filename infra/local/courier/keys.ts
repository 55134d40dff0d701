import type { CourierPartner } from '../../../shared/domain/deliveries/delivery.ts';

/** The account a shop of this machine has with each invented ride company: nobody has these keys anywhere else. */
export const simulatedKeys = (merchantId: string, partner: CourierPartner): Readonly<Record<string, string>> => {
  const account = `contoh-${merchantId}`;
  if (partner === 'grab')
    return { clientId: account, clientSecret: `rahasia-${merchantId}`, webhookSecret: `kabar-${merchantId}` };
  if (partner === 'gojek')
    return { clientId: account, passKey: `rahasia-${merchantId}`, callbackToken: `kabar-${merchantId}` };
  return { apiKey: account, apiSecret: `rahasia-${merchantId}` };
};

/** Whose account a key is of. */
export const shopOfAccount = (account: string | undefined): string | undefined =>
  /^contoh-(mrc_[0-9a-z]{26})$/.exec(account ?? '')?.[1];
