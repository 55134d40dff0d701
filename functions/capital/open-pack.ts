import { createHash } from 'node:crypto';
import { addMonths, dayOf, type Month, type Zone } from '../../shared/domain/basics/month.ts';
import { openedApplication } from '../../shared/domain/capital/application-moves.ts';
import { isUsed } from '../../shared/domain/capital/consent.ts';
import { Opening } from '../../shared/domain/capital/opening.ts';
import type { Pack } from '../../shared/domain/capital/pack/pack.ts';
import { packContent } from '../../shared/domain/capital/pack/pack-content.ts';
import { isIntact, signedPack } from '../../shared/domain/capital/pack/signed-pack.ts';
import { checkCode, paperHash, typedCode } from '../../shared/domain/papers/check-code.ts';
import { Problem } from '../../shared/problem.ts';
import {
  type ApplicationRecord,
  applicationStands,
  replaceApplication,
} from '../../shared/table/capital/applications.ts';
import { getOpening, insertOpening, openingStands } from '../../shared/table/capital/openings.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getMerchant, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import type { World } from '../world.ts';
import { packPdf } from './draw-pack.ts';
import { certificatesOf } from './earned.ts';
import { expectLive, noApplication } from './inbox.ts';
import { recordRefusal } from './refused-opening.ts';
import { tradedIn } from './traded.ts';

/** The page to print, where it was asked for; of the same pack the same bytes. */
const printedPage = async ({ origin }: World, pack: Pack, wanted: boolean): Promise<Uint8Array | null> =>
  wanted ? packPdf(pack, origin) : null;
const handed = (pack: Pack, page: Uint8Array | null) => ({
  pack,
  pdf: page && Buffer.from(page).toString('base64'),
});
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the market knows now of a shop's months. */
const contentOf = async (world: World, shop: MerchantRecord, range: { from: Month; to: Month }, zone: Zone) => {
  const [traded, certificates] = await Promise.all([
    tradedIn(world.table, shop.merchantId, range, zone),
    certificatesOf(world.table, shop.merchantId, zone),
  ]);
  return packContent(traded, { shop, ...range, zone, now: world.now(), certificates });
};

/** The pack of a consent's months as the market knows them now. */
const made = async (
  world: World,
  { merchantId, cityCode, consent }: ApplicationRecord,
  code: string,
): Promise<Pack> => {
  const [shop, { zone }] = await Promise.all([getMerchant(world.table, merchantId), expectCity(world, cityCode)]);
  // Closed in the moment between: what was consented to with the shop open is not handed over.
  if (!shop || shop.closedAt !== undefined) throw noApplication();
  const { from, to } = consent;
  const content = await contentOf(world, shop, { from, to }, zone);
  return signedPack(code, content, paperHash(content), world.signer);
};

/** The same request again, as long as the consent stands: what was handed over before. */
const again = async (world: World, application: ApplicationRecord, opening: Opening): Promise<Pack> => {
  if (opening.applicationId !== application.applicationId || !opening.pack) throw noApplication();
  await commit(world.table, [applicationStands(application), openingStands(opening)]);
  return opening.pack;
};

/**
 * An opening, its record and the consent it stands on are one commit: whoever withdraws or opens in between is met by the
 * version, and everything is read again. Two tabs that share a consent for one opening are two requests, and one of them gets it.
 */
export const openStatementPack = endpoint(
  'POST /banks/{bankId}/applications/{applicationId}/open',
  async (ask, world) => {
    const application = await expectLive(world, ask);
    const code = checkCode(world.linkSealer.keyed, ask.newId('opn'));
    const earlier = ask.keyed ? await getOpening(world.table, code) : undefined;
    if (earlier) {
      const before = await again(world, application, firstResult(earlier, ask, Opening));
      return handed(before, await printedPage(world, before, ask.body.printed));
    }
    if (isUsed(application.consent)) await recordRefusal(world, application, ask.caller.person, 'used');
    const at = world.now();
    const after = openedApplication(application, ask.body.purpose, at);
    const pack = await made(world, application, code);
    const page = await printedPage(world, pack, ask.body.printed);
    const { applicationId, merchantId, bankId, bankName, consent, request } = application;
    const opening: Opening = {
      code,
      applicationId,
      merchantId,
      bankId,
      bankName,
      at,
      by: ask.caller.person,
      outcome: 'opened',
      cause: null,
      from: consent.from,
      to: consent.to,
      consentVersion: application.version,
      pack,
      pdfHash: page && hashOf(page),
      request: ask.fingerprint(),
      version: 1,
    };
    await commit(world.table, [
      replaceApplication({ ...after, request }),
      insertOpening(opening),
      countToday('opening', applicationId, at),
    ]);
    return handed(pack, page);
  },
);

/** The owner sees beforehand what a bank would read. It is signed only when a bank opens it, because then it is on record. */
export const readOwnPack = endpoint(
  'GET /merchants/{merchantId}/statement-pack',
  async ({ params, query, caller }, world) => {
    const shop = await expectOwnMerchant(world, caller, params.merchantId, ['owner']);
    const { zone } = await expectCity(world, shop.cityCode);
    const running = dayOf(world.now(), zone).slice(0, 7);
    const range = { from: addMonths(running, -query.months), to: addMonths(running, -1) };
    return contentOf(world, shop, range, zone);
  },
);

/** For everybody who holds a copy: that it was handed over and is signed. What it says stands on the copy alone. */
export const checkPack = endpoint('GET /statement-packs/{code}', async ({ params }, world) => {
  const code = typedCode(params.code);
  const opening = code === undefined ? undefined : await getOpening(world.table, code, { consistent: false });
  const pack = opening?.pack;
  if (!pack || code === undefined)
    throw new Problem('pack_not_found', 'Rekam usaha dengan kode ini tidak ada. Periksa lagi hurufnya.');
  const { content, hash, signature, publicKey } = pack;
  const { shop, from, to, madeOn } = content;
  const intact = paperHash(content) === hash && isIntact(pack);
  const { pdfHash } = opening;
  return { code, shopName: shop.name, from, to, madeOn, hash, pdfHash, signature, publicKey, intact };
});
