import { type Proposal, pick } from '../../shared/domain/register/proposal.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getMembership, membershipStands } from '../../shared/table/people/memberships.ts';
import { type MerchantRecord, replaceMerchant } from '../../shared/table/register/merchants.ts';
import { expectMerchantOfCity, expectOwnMerchant } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import type { World } from '../world.ts';
import { fileWrites } from './file-writes.ts';

/**
 * A proposal is its owner's word: it is confirmed while whoever made it still owns the shop, to stand in the same commit. The
 * city may refuse it and the shop withdraw it all the same.
 */
const proposerStands = async (world: World, { by }: Proposal, merchantId: string): Promise<Write> => {
  const seat = await getMembership(world.table, by, `merchant:${merchantId}`);
  if (seat?.role === 'owner') return membershipStands(seat);
  throw new Problem(
    'proposal_not_found',
    'Pengusulnya bukan pemilik usaha ini lagi. Minta pemilik yang sekarang mengusulkan kembali.',
  );
};

type Decide = Ask<'POST /merchants/{merchantId}/proposal/confirm' | 'POST /merchants/{merchantId}/proposal/refuse'>;

/** The open proposal; a suspended shop's waits until it is back. Nobody decides about their own. */
const expectOpen = (before: MerchantRecord, { caller }: Pick<Decide, 'caller'>): Proposal => {
  if (before.proposed?.by === caller.person)
    throw new Problem('own_shop', 'Usulan usaha Anda sendiri diputuskan oleh petugas lain.');
  if (before.proposed?.state !== 'open')
    throw new Problem('proposal_not_found', 'Tidak ada usulan yang menunggu keputusan untuk usaha ini.');
  if (before.status !== 'verified')
    throw new Problem('merchant_moved_on', 'Usaha ini sedang ditangguhkan; usulannya menunggu sampai dibuka lagi.');
  return before.proposed;
};

/** What the city decided about a proposal, with the act on record, in one commit. */
const decide = async (
  ask: Pick<Decide, 'caller' | 'ifMatch'>,
  world: World,
  before: MerchantRecord,
  decision: Pick<Proposal, 'state' | 'reason'>,
): Promise<MerchantRecord> => {
  if (before.proposed?.state === decision.state) return before;
  await requireForeignShop(world, ask.caller, before);
  const open = expectOpen(before, ask);
  requireVersion(ask, before);
  const [at, by] = [world.now(), ask.caller.person];
  const proposed = { ...open, ...decision, decidedBy: by, decidedAt: at };
  const became = decision.state === 'confirmed' ? pick(open) : {};
  const after = { ...before, ...became, proposed, version: before.version + 1 } as MerchantRecord;
  const { cityCode, merchantId } = after;
  await commit(world.table, [
    ...(await fileWrites(world, before, after)),
    ...(decision.state === 'confirmed' ? [await proposerStands(world, open, merchantId)] : []),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at,
        by,
        subjects: [merchantId],
        person: null,
        details: {},
        act: decision.state === 'confirmed' ? 'proposal-confirmed' : 'proposal-refused',
      },
      ask.caller,
    )),
  ]);
  return after;
};

/** The shop is called and stands as it proposed; its goods, words and month follow (follow-merchants). */
export const confirmProposal = endpoint('POST /merchants/{merchantId}/proposal/confirm', async (ask, world) => {
  const before = await expectMerchantOfCity(world, ask.caller, ask.params.merchantId);
  return decide(ask, world, before, { state: 'confirmed' });
});

export const refuseProposal = endpoint('POST /merchants/{merchantId}/proposal/refuse', async (ask, world) => {
  const before = await expectMerchantOfCity(world, ask.caller, ask.params.merchantId);
  return decide(ask, world, before, { state: 'refused', reason: ask.body.reason });
});

/** The shop takes its own proposal back before the city has decided; then it may propose another. */
export const withdrawProposal = endpoint('POST /merchants/{merchantId}/proposal/withdraw', async (ask, world) => {
  const before = await expectOwnMerchant(world, ask.caller, ask.params.merchantId, ['owner']);
  if (before.proposed?.state === 'withdrawn') return before;
  if (before.proposed?.state !== 'open')
    throw new Problem('proposal_not_found', 'Tidak ada usulan yang menunggu keputusan untuk usaha ini.');
  requireVersion(ask, before);
  const [at, by] = [world.now(), ask.caller.person];
  const proposed: Proposal = { ...before.proposed, state: 'withdrawn', decidedBy: by, decidedAt: at };
  const after = { ...before, proposed, version: before.version + 1 };
  await commit(world.table, [replaceMerchant(after)]);
  return after;
});
