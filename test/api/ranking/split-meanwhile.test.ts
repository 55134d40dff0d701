import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../market.ts';
import { CITY, stallsOf } from './stalls.ts';

let stalls: Awaited<ReturnType<typeof stallsOf>>;
let office: Office;
beforeEach(async () => {
  stalls = await stallsOf([18_000, 18_000, 18_000]);
  await stalls.refresh('OwnersRuled');
  stalls.clock.pass(1000);
  office = await stalls.town.seatsOffice(CITY);
  await stalls.town.budgets(office, 1_000_000_000);
});

let proposals = 0;
/** The one shop that an office is proposed for an order of a usual size. */
const proposed = async (): Promise<string> => {
  const wanted = { category: 'meeting-food' as const, quantity: 4, district: '35.73.02', deliverOn: '2026-11-12' };
  const { suppliers } = await stalls.town.as(office.buyer)('POST /cities/{city}/allocations', {
    params: { city: CITY },
    body: { agencyId: office.agencyId, ...wanted },
    headers: { 'idempotency-key': `usulan-${proposals++}` },
  });
  return suppliers[0]?.merchantId ?? '';
};
const sellerOf = (merchantId: string) => {
  const seller = [0, 1, 2].map(stalls.stall).find(({ shop }) => shop.merchantId === merchantId);
  if (!seller) throw new Error('nobody was proposed');
  return seller;
};

describe('a split of an office', () => {
  test('asks the next shop while the ledger does not know yet what the first was given', async () => {
    const { town, follow } = stalls;
    const asked: string[] = [];
    for (let time = 0; time < 3; time++) {
      const seller = sellerOf(await proposed());
      asked.push(seller.shop.merchantId);
      const order = await town.buys('ani', seller.product, 4);
      await town.moves(seller.shop.owner, 'accept', order);
      await follow(order.orderId);
    }
    expect(new Set(asked).size).toBe(3);
  });

  test('asks the next shop while the first has not answered another office, and the first again after it said no, or a day', async () => {
    const { town, clock } = stalls;
    const asked: string[] = [];
    for (let time = 0; time < 3; time++) {
      const seller = sellerOf(await proposed());
      asked.push(seller.shop.merchantId);
      const order = await town.orders(office, seller.product, 4);
      await town.moves(office.approver, 'approve', order);
      if (time === 2) await town.moves(seller.shop.owner, 'decline', order);
    }
    expect(new Set(asked).size).toBe(3);
    expect(await proposed()).toBe(asked[2]);
    // A day later only what was offered since counts: to the two others.
    clock.pass(86_400_000);
    for (const merchantId of asked.slice(1)) {
      const order = await town.orders(office, sellerOf(merchantId).product, 4);
      await town.moves(office.approver, 'approve', order);
    }
    expect(await proposed()).toBe(asked[0]);
  });

  test('is moved by nothing that a shop cannot end itself: orders of people, those an approver has not seen, or proposals', async () => {
    const { town } = stalls;
    const first = await proposed();
    const { product } = sellerOf(first);
    await town.buys('ani', product, 40);
    await town.orders(office, product, 40);
    for (let time = 0; time < 3; time++) expect(await proposed()).toBe(first);
  });

  test('holds a shop back by one usual order at the most, however much it was offered', async () => {
    const { town, clock, follow, refresh } = stalls;
    const first = sellerOf(await proposed());
    const others = [0, 1, 2].map(stalls.stall).filter(({ shop }) => shop !== first.shop);
    // The others have sold more than a usual order each; the first was offered a hundred times that.
    for (const { shop, product } of others) {
      const order = await town.buys('ani', product, 30);
      await town.moves(shop.owner, 'accept', order);
      await follow(order.orderId);
    }
    await refresh();
    clock.pass(1000);
    const order = await town.orders(office, first.product, 400);
    await town.moves(office.approver, 'approve', order);
    expect(await proposed()).toBe(first.shop.merchantId);
  });
});
