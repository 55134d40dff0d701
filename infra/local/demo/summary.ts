import { PAGE_LIMIT } from '../../../shared/contract/route/paging.ts';
import type { Instant } from '../../../shared/domain/basics/month.ts';
import { OrderState, stateLabels } from '../../../shared/domain/orders/order-states.ts';
import type { Scene } from './city.ts';
import type { DemoMarket } from './market.ts';

export type Summary = {
  readonly orders: number;
  readonly merchants: number;
  readonly products: number;
  readonly agencies: number;
  readonly states: Record<OrderState, number>;
  readonly refusals: Record<string, number>;
  readonly neverSold: number;
  readonly requests: number;
  /** States no order stands in: the whole province is meant to show them all. */
  readonly missing: readonly OrderState[];
  readonly lines: readonly string[];
};

/** What stands at the end, read as the shops' owners read it. */
export const summaryOf = async (market: DemoMarket, scenes: readonly Scene[], until: Instant): Promise<Summary> => {
  const states = Object.fromEntries(OrderState.options.map((state) => [state, 0])) as Record<OrderState, number>;
  let neverSold = 0;
  const shops = scenes.flatMap((scene) => scene.shops).filter(({ since }) => since !== null);
  await Promise.all(
    shops.map(async ({ merchantId, owner }) => {
      let received = 0;
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const query = { limit: PAGE_LIMIT, ...(cursor === undefined ? {} : { cursor }) };
        const asked = { params: { merchantId }, query };
        const page = await market.ask('GET /merchants/{merchantId}/orders', owner, until, asked);
        for (const { state } of page.items) states[state] += 1;
        received += page.items.filter(({ state }) => state === 'received' || state === 'partly_received').length;
        cursor = page.next ?? undefined;
      }
      if (received === 0) neverSold += 1;
    }),
  );
  const orders = Object.values(states).reduce((sum, count) => sum + count, 0);
  const missing = OrderState.options.filter((state) => states[state] === 0);
  const refusals = Object.fromEntries([...market.refusals].sort());
  const products = shops.reduce((sum, shop) => sum + shop.products.length, 0);
  const agencies = scenes.reduce((sum, { offices }) => sum + offices.length, 0);
  const byState = OrderState.options.map((state) => `${states[state]} ${stateLabels[state]}`).join(', ');
  return {
    orders,
    merchants: scenes.reduce((sum, scene) => sum + scene.shops.length, 0),
    products,
    agencies,
    states,
    refusals,
    neverSold,
    requests: market.requests(),
    missing,
    lines: [
      `${orders} pesanan: ${byState}.`,
      ...(missing.length > 0
        ? [`Tidak ada pesanan yang ${missing.map((state) => stateLabels[state]).join(', ')}.`]
        : []),
    ],
  };
};
