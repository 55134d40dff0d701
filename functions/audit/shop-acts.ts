import type { AuditEntry } from '../../shared/domain/audit/act.ts';
import { actsOfShop } from '../../shared/table/audit.ts';
import { expectReadableMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

/** What only the city’s people have use for, an officer’s account above all, is not told a shop. */
const TOLD = new Set(['role', 'month', 'effectiveFrom', 'outcome', 'state', 'scale', 'fromYear']);
const toldOf = (details: AuditEntry['details']) =>
  Object.fromEntries(Object.entries(details).filter(([name]) => TOLD.has(name)));

export const listShopActs = endpoint('GET /merchants/{merchantId}/audit', async ({ params, query, caller }, world) => {
  const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
  const { items, next } = await page(world, `acts about ${merchantId}`, query, (request) =>
    actsOfShop(world.table, merchantId, request),
  );
  return {
    items: items.map(({ chain, seq, at, act, details }) => ({ chain, seq, at, act, details: toldOf(details) })),
    next,
  };
});
