import { midtrans } from './midtrans.ts';
import { type Notice, noticeId, type Provider } from './notice.ts';
import { type Delivery, jsonOf, type Profile } from './profile.ts';
import { type SnapSecret, snapBi } from './snap-bi.ts';
import { xendit } from './xendit.ts';

/** What a shop has from its provider to tell genuine notices by. */
export type ProviderSecret =
  | { readonly provider: 'midtrans'; readonly serverKey: string }
  | { readonly provider: 'xendit'; readonly callbackToken: string }
  | ({ readonly provider: 'snap-bi' } & SnapSecret);

const profiles: { readonly [P in Provider]: Profile<Extract<ProviderSecret, { provider: P }>> } = {
  midtrans,
  xendit,
  'snap-bi': snapBi,
};

/** What a provider hears when its notice was taken. */
export const noticeAnswer = (provider: Provider): Readonly<Record<string, string>> => profiles[provider].answer;

/** A delivery as a notice of a shop's account: verified first, read after. Throws `notice_not_genuine` or `malformed_json`. */
export const receiveNotice = (delivery: Delivery, secret: ProviderSecret, merchantId: string): Notice => {
  const profile = profiles[secret.provider] as Profile<ProviderSecret>;
  profile.verify(delivery, secret);
  const said = profile.read(jsonOf(delivery.raw));
  const notice = { ...said, provider: secret.provider, merchantId, receivedAt: delivery.receivedAt };
  return { ...notice, noticeId: noticeId(notice) };
};
