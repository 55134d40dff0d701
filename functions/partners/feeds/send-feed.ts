import { createHash } from 'node:crypto';
import { carriedIn, opens } from '../../../shared/domain/partners/client-key.ts';
import type { Feed } from '../../../shared/domain/partners/feeds/feed.ts';
import { isOfPartner, type Partner, readsPartnerIn } from '../../../shared/domain/partners/partner.ts';
import type { SeatedCaller } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import { recordAct } from '../../../shared/table/audit.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { feedsOfPartner } from '../../../shared/table/partners/feeds.ts';
import { getClientKeys } from '../../../shared/table/partners/keys.ts';
import { getPartner } from '../../../shared/table/partners/partners.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import type { RequestMeta } from '../../http/request-meta.ts';
import type { World } from '../../world.ts';
import { expectPartner, takesPart } from '../expect-partner.ts';
import { partFile } from './read-parts.ts';
import { takeFeed } from './take-feed.ts';

/** The partner whose program asks, by the key it carries. @throws Problem partner_key_not_valid */
const partnerCarried = async (world: World, { headers }: RequestMeta['sent']): Promise<Partner> => {
  const carried = carriedIn(headers['authorization']);
  const keys = carried && (await getClientKeys(world.table, carried.partnerId));
  const partner = keys && opens(keys, carried, world.now()) ? await getPartner(world.table, keys.partnerId) : undefined;
  if (!partner)
    throw new Problem(
      'partner_key_not_valid',
      'Kunci mitra tidak berlaku. Minta kunci baru kepada pemerintah daerah.',
      [{ pointer: '#/header/authorization', detail: 'Tulis Bearer, spasi, lalu kunci seperti saat ditampilkan.' }],
    );
  return partner;
};

/** A part is known by its bytes, so that sending it again costs nothing and replaces nothing. */
const keepPart = async (world: World, { partnerId }: Partner, bytes: Uint8Array) => {
  const partId = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length === 0)
    throw new Problem('sheet_not_readable', 'Bagian berkas ini kosong.', [
      { pointer: '/', detail: 'Pilih lagi berkasnya.' },
    ]);
  await commit(world.table, [countToday('feed-part', partnerId, world.now())]);
  await world.files.put(partFile(partnerId, partId), bytes, 'application/octet-stream');
  return { partId, bytes: bytes.length };
};

export const sendFeedPart = endpoint('POST /partner-feeds/parts', async ({ sent, bytes }, world) =>
  keepPart(world, await partnerCarried(world, sent), bytes),
);
export const sendFeed = endpoint('POST /partner-feeds', async ({ sent, body }, world) =>
  takeFeed(world, await partnerCarried(world, sent), body, { sentBy: 'key' }),
);

export const uploadFeedPart = endpoint(
  'POST /partners/{partnerId}/feed-parts',
  async ({ params, caller, bytes }, world) =>
    keepPart(world, await expectPartner(world, caller, params.partnerId, takesPart), bytes),
);

const actOf =
  (world: World, caller: SeatedCaller, { place }: Partner) =>
  (feed: Feed) =>
    recordAct(
      world.table,
      {
        ...({ chain: place, at: world.now(), by: caller.person, act: 'feed-taken', person: null } as const),
        subjects: [feed.partnerId, feed.cityCode],
        details: { month: feed.month, version: String(feed.revision) },
      },
      caller,
    );
export const uploadFeed = endpoint('POST /partners/{partnerId}/feeds', async ({ params, caller, body }, world) => {
  const partner = await expectPartner(world, caller, params.partnerId, takesPart);
  const sentBy = isOfPartner(caller, partner) ? 'partner' : 'place';
  return takeFeed(world, partner, body, { sentBy, acts: actOf(world, caller, partner) });
});

export const listFeeds = endpoint('GET /partners/{partnerId}/feeds', async ({ params, query, caller }, world) => {
  const { city, kind, ...paging } = query;
  const partner = await expectPartner(world, caller, params.partnerId, (who, one) => readsPartnerIn(who, one, city));
  const of = { partnerId: partner.partnerId, cityCode: city, kind };
  return page(world, `feeds ${of.partnerId} ${city} ${kind}`, paging, (request) =>
    feedsOfPartner(world.table, of, request),
  );
});
