import { expect, test } from 'vitest';
import { engineTable, testWorld } from '../../engine.ts';
import { refusalOf, townOf } from '../../market.ts';
import { putItems, type Sent, tampered } from '../../table/clients.ts';

const CITY = '35.73';

test('a paper is not issued for an order that is called off while it is written', async () => {
  let hold: (() => Promise<unknown>) | undefined;
  const before = (sent: Sent) => {
    const between = putItems(sent).some(({ type }) => type === 'Paper') ? hold : undefined;
    hold = between ? undefined : hold;
    return between?.() as Promise<void> | undefined;
  };
  const town = await townOf(await testWorld({ table: tampered(await engineTable(), { before }) }));
  await town.founds(CITY);
  const [shop, office] = [await town.opens(CITY), await town.seatsOffice(CITY, 500_000_000)];
  const order = await town.orders(office, await town.offers(shop), 2);
  await town.moves(office.approver, 'approve', order);
  const params = { orderId: order.orderId };
  const issues = () =>
    town.as(office.buyer)('POST /orders/{orderId}/papers/{kind}', { params: { ...params, kind: 'surat-pesanan' } });
  hold = () => town.moves(office.buyer, 'cancel', order);
  expect(await refusalOf(issues())).toMatchObject({ code: 'paper_not_ready' });
  const { papers } = await town.as(office.buyer)('GET /orders/{orderId}/papers', { params });
  expect(papers.filter(({ state }) => state === 'issued')).toEqual([]);
});
