import * as z from 'zod';
import { MerchantStatus } from '../shared/domain/register/merchant.ts';
import { type Item, type Maker, Versioned } from './maker.ts';

const merchantEvents = {
  verified: 'MerchantVerified',
  returned: 'MerchantReturned',
  pending: 'MerchantResubmitted',
  suspended: 'MerchantSuspended',
} as const;
/** What tells a shop's owner from another (see functions/ranking/ledger/cluster-owners.ts). Only that it changed is announced. */
const evidence = ['phone', 'accountKey', 'ownerId'] as const;
/** What lists show of a shop; the city confirms each change of it. */
const shown = ['name', 'district', 'village'] as const;
/** What its pages say besides, by its own word. */
const said = ['description', 'pausedUntil', 'phoneShown'] as const;
/** Which proposal a shop's last one is, and where it stands. */
const Proposed = z.looseObject({ state: z.string(), at: z.string() });
const proposalOf = (item: Item | undefined): string | undefined => {
  const { data } = Proposed.safeParse(item?.['proposed']);
  return data && `${data.state} ${data.at}`;
};
const MerchantImage = Versioned.extend({ status: MerchantStatus });
const registered: ReadonlySet<unknown> = new Set(['verified', 'suspended']);
/** A shop's status, its owner's evidence, its name or place, its proposal or its words: what moved, in that order. */
export const merchantChanged: Maker = ({ before, after, at, id }) => {
  if (!after) return undefined;
  const moved = before?.['status'] !== after['status'];
  const other = registered.has(after['status']) && evidence.some((name) => before?.[name] !== after[name]);
  const renamed = registered.has(after['status']) && shown.some((name) => before?.[name] !== after[name]);
  const proposed = proposalOf(before) !== proposalOf(after);
  const edited = registered.has(after['status']) && said.some((name) => before?.[name] !== after[name]);
  if (!moved && !other && !renamed && !proposed && !edited) return undefined;
  const merchant = MerchantImage.parse(after);
  const detail = {
    ...merchant,
    merchantVersion: merchant.version,
    eventId: `${id}#${merchant.version}`,
    version: 1,
    at,
  };
  if (!before) return { type: 'MerchantRegistered', detail };
  if (moved) return { type: merchantEvents[merchant.status], detail };
  if (renamed) return { type: 'MerchantChanged', detail };
  if (other) return { type: 'OwnerEvidenceChanged', detail };
  return { type: proposed ? 'ProposalMoved' : 'ShopEdited', detail };
};
