import type { Act } from '../../shared/domain/audit/act.ts';
import { holds, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import { consented, declined, withdrawn } from '../../shared/domain/stories/moves.ts';
import type { Story } from '../../shared/domain/stories/story.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getStory, saveStory } from '../../shared/table/stories.ts';
import { photosOfVisit } from '../../shared/table/visits/visit-photos.ts';
import { expectMerchantOfCity, expectOwnersWord, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

const OWNER = ['owner'] as const;

const expectStory = async (world: World, merchantId: string): Promise<Story> => {
  const story = await getStory(world.table, merchantId);
  if (!story) throw new Problem('story_moved_on', 'Belum ada cerita tentang usaha ini.');
  return story;
};

/** Pictures of a proposal's visit that can be looked at by now. */
const cameWith = async ({ table }: World, { proposal }: Story): Promise<string[]> =>
  proposal ? (await photosOfVisit(table, proposal.visitId)).map(({ hash }) => hash) : [];

const consentToStory = endpoint(
  'POST /merchants/{merchantId}/story/consent',
  async ({ params, body, caller }, world) => {
    const { merchantId } = await expectOwnersWord(world, caller, params.merchantId);
    const before = await expectStory(world, merchantId);
    const came = await cameWith(world, before);
    const photos = body.photos?.filter((hash) => came.includes(hash)) ?? came;
    const after = consented(before, { version: body.version, photos }, { at: world.now(), by: caller.person });
    await commit(world.table, [saveStory(after)]);
    return after;
  },
);

const declineStory = endpoint('POST /merchants/{merchantId}/story/decline', async ({ params, body, caller }, world) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
  const before = await expectStory(world, merchantId);
  const after = declined(before, body.version, body.reason, { at: world.now(), by: caller.person });
  await commit(world.table, [saveStory(after)]);
  return after;
});

const actOf = ({ cityCode, merchantId }: Story, caller: SeatedCaller, at: string): Act => ({
  chain: cityCode,
  at,
  by: caller.person,
  act: 'story-withdrawn',
  person: null,
  subjects: [merchantId],
  details: {},
});

/** In one tap, whatever version was read: who takes a story back means all of it. The city’s doing so is an act. */
const withdrawStory = endpoint('POST /merchants/{merchantId}/story/withdraw', async ({ params, caller }, world) => {
  const own = holds(caller, `merchant:${params.merchantId}`, OWNER);
  const { merchantId } = own
    ? await expectOwnMerchant(world, caller, params.merchantId, OWNER)
    : await expectMerchantOfCity(world, caller, params.merchantId);
  const before = await expectStory(world, merchantId);
  const at = world.now();
  const after = withdrawn(before, { at, by: caller.person });
  if (after === before) return after;
  const recorded = own ? [] : await recordAct(world.table, actOf(after, caller, at), caller);
  await commit(world.table, [saveStory(after), ...recorded]);
  return after;
});

/** What its owner says to a story, and the city of last resort. */
export const answerStory = [consentToStory, declineStory, withdrawStory] as const;
