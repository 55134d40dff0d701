import * as z from 'zod';
import { jsonOf, type SentNotice } from '../../basics/webhooks/signed-notice.ts';
import { midtrans } from './midtrans.ts';
import { type Notice, noticeId, type Provider } from './notice.ts';
import type { Profile } from './profile.ts';
import { snapBi, snapSecrets } from './snap-bi.ts';
import { xendit } from './xendit.ts';

/** What a shop has from its provider to tell genuine notices by. */
export const ProviderSecret = z.union([
  z.object({ provider: z.literal('midtrans'), serverKey: z.string() }),
  z.object({ provider: z.literal('xendit'), callbackToken: z.string() }),
  snapSecrets.asymmetric.extend({ provider: z.literal('snap-bi') }),
  snapSecrets.symmetric.extend({ provider: z.literal('snap-bi') }),
]);
export type ProviderSecret = z.infer<typeof ProviderSecret>;

const profiles: { readonly [P in Provider]: Profile<Extract<ProviderSecret, { provider: P }>> } = {
  midtrans,
  xendit,
  'snap-bi': snapBi,
};

/** What a provider hears when its notice was taken. */
export const noticeAnswer = (provider: Provider): Readonly<Record<string, string>> => profiles[provider].answer;

/** A delivery as a notice of a shop's account: verified first, read after. Throws `notice_not_genuine` or `malformed_json`. */
export const receiveNotice = (delivery: SentNotice, secret: ProviderSecret, merchantId: string): Notice => {
  const profile = profiles[secret.provider] as Profile<ProviderSecret>;
  profile.verify(delivery, secret);
  const said = profile.read(jsonOf(delivery.raw));
  const notice = { ...said, provider: secret.provider, merchantId, receivedAt: delivery.receivedAt };
  return { ...notice, noticeId: noticeId(notice) };
};
