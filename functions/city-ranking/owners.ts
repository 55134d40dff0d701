import type { OwnerQuestion } from '../../shared/domain/register/owners/owner-question.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { paidByQris } from '../../shared/table/payments/paid-by-qris.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import {
  insertRuling,
  ownerChangesOf,
  questionsAsked,
  rulingsOf,
  StoredRuling,
  sortOfQuestion,
} from '../../shared/table/register/owners.ts';
import {
  expectCity,
  expectMerchantOfCity,
  expectOwnMerchant,
  requireCityAdmin,
  requireCityReader,
} from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { inBatches } from '../reads/in-batches.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import { evidenceOf } from '../reads/owner-evidence.ts';
import type { World } from '../world.ts';

export const listOwnerChanges = endpoint(
  'GET /cities/{city}/owner-changes',
  async ({ params, query, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const { items, next } = await page(world, `owner changes ${cityCode}`, query, (request) =>
      ownerChangesOf(world.table, cityCode, request),
    );
    return {
      items,
      next,
      names: Object.fromEntries(
        await namesOf(
          world,
          items.flatMap(({ shopIds }) => shopIds),
        ),
      ),
    };
  },
);

/** What shops share and nobody has answered; a ruling does, at the next look. */
export const listOwnerQuestions = endpoint(
  'GET /cities/{city}/owner-questions',
  async ({ params, query, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const { state, ...paging } = query;
    const { items, next } = await page(world, `owner questions ${cityCode} ${state}`, paging, (request) =>
      fullPage(
        request,
        (wider) => questionsAsked(world.table, cityCode, wider),
        (question) => question.state === state,
        sortOfQuestion,
      ),
    );
    return { items: await withNames(world, items), next };
  },
);

const namesOf = async ({ table }: World, shopIds: readonly string[]): Promise<Map<string, string>> => {
  const found = await inBatches([...new Set(shopIds)], (batch) => getMerchants(table, batch));
  return new Map(found.flatMap((shop) => (shop ? [[shop.merchantId, shop.name]] : [])));
};

const withNames = async (world: World, questions: readonly OwnerQuestion[]) => {
  const names = await namesOf(
    world,
    questions.flatMap(({ shops }) => shops.map(({ shopId }) => shopId)),
  );
  return questions.map((question) => ({
    ...question,
    shops: question.shops.map((shop) => ({ ...shop, name: names.get(shop.shopId) ?? '' })),
  }));
};

/** Rulings of a city may be this old for a shop that looks. */
const OWN_SECONDS = 60;

/**
 * That a shop was joined with another, for its owner, who may object. What is only asked is not told: whoever writes down a
 * number that is not theirs would learn from it that some shop has it. Nor is a ruling that a number proves nothing.
 */
export const listOwnRulings = endpoint(
  'GET /merchants/{merchantId}/owner-rulings',
  async ({ params, caller }, world) => {
    const { merchantId, cityCode } = await expectOwnMerchant(world, caller, params.merchantId, ['owner']);
    const all = await cachedFor(world, `owner rulings ${cityCode}`, OWN_SECONDS, () =>
      rulingsOf(world.table, cityCode),
    );
    const own = all.filter(({ rule, shopIds }) => rule === 'same_owner' && shopIds.includes(merchantId));
    return { rulings: own.sort((a, b) => (a.at < b.at ? 1 : -1)) };
  },
);

type RuleAsk = Ask<'POST /cities/{city}/owner-rulings'>;

/** What was ruled, with the evidence looked up in the register: the phone or the account itself never leaves. */
const ruled = async (world: World, { body, caller }: RuleAsk) => {
  if (body.rule === 'same_owner') {
    for (const shopId of body.shopIds)
      await requireForeignShop(world, caller, await expectMerchantOfCity(world, caller, shopId));
    return { shopIds: [...body.shopIds], kind: null, value: null };
  }
  const shop = await expectMerchantOfCity(world, caller, body.shopId);
  await requireForeignShop(world, caller, shop);
  const [qris] = await paidByQris(world.table, [shop.merchantId]);
  const value = evidenceOf(shop, qris)[body.kind];
  if (value === undefined)
    throw new Problem(
      'evidence_not_found',
      'Usaha ini tidak punya rekening atau QRIS itu. Sebutkan usaha lain yang memakainya.',
      [{ pointer: '/shopId', detail: 'Belum ada di berkas usaha ini.' }],
    );
  return { shopIds: [shop.merchantId], kind: body.kind, value };
};

/** The next look at the city's owners, within a quarter of an hour, follows the ruling. */
export const ruleOnOwners = endpoint('POST /cities/{city}/owner-rulings', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const ruling: StoredRuling = {
    rulingId: ask.newId('rul'),
    city: cityCode,
    rule: ask.body.rule,
    ...(await ruled(world, ask)),
    reason: ask.body.reason,
    by: ask.caller.person,
    at: world.now(),
    request: ask.fingerprint(),
  };
  const existing = await commit(world.table, [
    insertRuling(ruling),
    countToday('ruling', cityCode, ruling.at),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: ruling.at,
        by: ruling.by,
        act: 'owners-ruled',
        person: null,
        subjects: [ruling.rulingId, ...ruling.shopIds],
        details: { rule: ruling.rule },
      },
      ask.caller,
    )),
  ]);
  return existing ? firstResult(existing, ask, StoredRuling) : ruling;
});
