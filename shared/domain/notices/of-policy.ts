import type { PolicyAnnouncement } from '../ranking/policy/announcement.ts';
import type { Subject } from './next-notice.ts';

type Shop = { readonly merchantId: string; readonly name: string };
/** A rule that a city decided says to each of its shops from when on it holds. It never changes: the next is another. */
export const policySubject = (
  { city, policyVersion, effectiveFrom, decidedAt }: PolicyAnnouncement,
  { merchantId, name }: Shop,
): Subject => ({
  id: `policy ${city} ${policyVersion} ${merchantId}`,
  cityCode: city,
  version: 1,
  messages: [
    {
      side: 'merchant',
      audience: { scope: `merchant:${merchantId}`, roles: ['owner', 'staff'] },
      topic: 'policy-decided',
      at: decidedAt,
      by: '',
      link: `/toko-saya/?toko=${merchantId}`,
      facts: { place: name, day: `${effectiveFrom}-01` },
    },
  ],
});
