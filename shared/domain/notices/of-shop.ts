import type { Appeal } from '../ranking/list/appeal.ts';
import type { Merchant, MerchantStatus } from '../register/merchant.ts';
import type { Message, Subject } from './next-notice.ts';
import type { Topic } from './topics.ts';

const owners = (merchantId: string): Message['audience'] => ({ scope: `merchant:${merchantId}`, roles: ['owner'] });
const officers = (cityCode: string): Message['audience'] => ({ scope: `city:${cityCode}`, roles: ['city-admin'] });
const SHOP = '/toko-saya/';

const registered: Record<MerchantStatus, { owner?: Topic; city?: Topic }> = {
  pending: { city: 'register-to-check' },
  returned: { owner: 'register-returned' },
  verified: { owner: 'register-verified' },
  suspended: { owner: 'register-suspended' },
};

/**
 * Where an application or a shop stands says to its owners and to the city that decides. That it was closed is told to all of its
 * owners, also to who did it: it may have been somebody else with their session.
 */
export const registerSubject = ({
  merchantId,
  cityCode,
  name,
  status,
  closedAt,
  history,
  version,
}: Merchant): Subject => {
  const last = history.at(-1);
  const { at = '', by = '' } = closedAt === undefined ? { ...last } : { at: closedAt };
  const topic = closedAt === undefined ? registered[status].owner : 'shop-closed';
  const shared = { at, by, facts: { name } };
  const link = `${SHOP}?toko=${merchantId}`;
  return {
    id: `register ${merchantId}`,
    cityCode,
    version,
    messages: [
      { ...shared, side: 'owner', audience: owners(merchantId), link, topic: topic ?? null },
      {
        ...shared,
        side: 'city',
        audience: officers(cityCode),
        topic: registered[status].city ?? null,
        link: `/dasbor/usaha/${merchantId}?kota=${cityCode}`,
      },
    ],
  };
};

const proposalTopics = {
  open: null,
  withdrawn: null,
  confirmed: 'proposal-confirmed',
  refused: 'proposal-refused',
} as const;

/** Another name or place that a shop proposed: the city has to look, and the owners hear what it decided. */
export const proposalSubject = ({ merchantId, cityCode, name, proposed, version }: Merchant): Subject => {
  const id = `proposal ${merchantId}`;
  if (!proposed) return { id, cityCode, version, messages: [] };
  const { state, at: proposedAt, by: proposer, decidedAt = proposedAt, decidedBy = proposer } = proposed;
  const open = state === 'open';
  const shared = { at: open ? proposedAt : decidedAt, by: open ? proposer : decidedBy, facts: { name } };
  const link = `${SHOP}?toko=${merchantId}`;
  return {
    id,
    cityCode,
    version,
    messages: [
      { ...shared, side: 'owner', audience: owners(merchantId), link, topic: proposalTopics[state] },
      {
        ...shared,
        side: 'city',
        audience: officers(cityCode),
        topic: open ? 'proposal-to-check' : null,
        link: `/dasbor/usaha/${merchantId}?kota=${cityCode}`,
      },
    ],
  };
};

/** A shop's objection to its rank: the city answers, the owners hear it. */
export const appealSubject = (appeal: Appeal): Subject => {
  const { appealId, merchantId, merchantName: name, cityCode, state, answer, version } = appeal;
  const open = state === 'open';
  const shared = { at: answer?.at ?? appeal.at, by: answer?.by ?? appeal.by, facts: { name } };
  return {
    id: `appeal ${appealId}`,
    cityCode,
    version,
    messages: [
      {
        ...shared,
        side: 'owner',
        audience: owners(merchantId),
        topic: open ? null : 'appeal-answered',
        link: `${SHOP}?toko=${merchantId}`,
      },
      {
        ...shared,
        side: 'city',
        audience: officers(cityCode),
        topic: open ? 'appeal-to-answer' : null,
        link: `/dasbor/hari-ini?kota=${cityCode}`,
      },
    ],
  };
};
