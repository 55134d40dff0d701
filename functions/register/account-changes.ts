import { type Caller, holds, readsCity } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { helperActsOf } from '../../shared/table/people/helper-acts.ts';
import { accountChangesOf } from '../../shared/table/register/account-changes.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectReadableMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { calledIn } from '../reads/called-in.ts';

/** Where the money goes is the owners' and the city's to see; who helps in the shop sees the rest of its file. */
export const seesAccount = (caller: Caller, { merchantId, cityCode }: MerchantRecord): boolean =>
  holds(caller, `merchant:${merchantId}`, ['owner']) || readsCity(caller, cityCode);

export const listAccountChanges = endpoint(
  'GET /merchants/{merchantId}/account-changes',
  async ({ params, query, caller }, world) => {
    const file = await expectReadableMerchant(world, caller, params.merchantId);
    if (!seesAccount(caller, file)) throw new Problem('not_allowed', 'Catatan rekening hanya untuk pemilik dan kota.');
    const { merchantId, cityCode } = file;
    const list = await page(world, `account changes ${merchantId}`, query, (request) =>
      accountChangesOf(world.table, merchantId, request),
    );
    // The names of its seats are the city's own to read.
    const told = readsCity(caller, cityCode) ? list.items.map(({ by }) => by) : [];
    return { ...list, people: await calledIn(world, cityCode, told) };
  },
);

export const listHelperActs = endpoint(
  'GET /merchants/{merchantId}/helper-acts',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
    return page(world, `helper acts ${merchantId}`, query, (request) => helperActsOf(world.table, merchantId, request));
  },
);
