import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
let office: Office;
let product: Product;

beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, {}, 'sri');
  office = await town.seatsOffice(CITY);
  product = await town.offers(shop, { amount: 100 });
});

type Move = 'approve' | 'reject' | 'accept' | 'decline' | 'deliver' | 'receive' | 'cancel' | 'dispute';
const answers = async (person: string, move: Move, { orderId }: { orderId: string }) => {
  const body = { reject: 1, decline: 1, cancel: 1, dispute: 1 }[move as string] ? { reason: 'Alasan' } : undefined;
  const asked = { params: { orderId }, body: move === 'receive' ? { receivedBy: 'Tuti' } : body };
  const { status, body: said } = await town.ask(`POST /orders/{orderId}/${move}`, person, asked);
  return [status, (said as { code?: string }).code];
};
const refused = [403, 'own_order'];
const works = (person: string, as: 'owner' | 'staff' = 'staff') =>
  town.seats(`merchant:${shop.merchantId}`, person, as, 'sri');
const buysFor = (person: string, as: 'buyer' | 'approver' | 'treasurer') =>
  town.seats(`agency:${office.agencyId}`, person, as, town.adminOf(CITY));
const leaves = (person: string, scope: string) =>
  town.ask('DELETE /scopes/{scope}/members/{person}', person, { params: { scope, person } });

describe('one person on both sides of an order', () => {
  test.each(['owner', 'staff'] as const)('approves nothing of a shop whose %s they are', async (role) => {
    const order = await town.orders(office, product, 2);
    await works(office.approver, role);
    expect(await answers(office.approver, 'approve', order)).toEqual(refused);
  });

  test('makes none of the steps from order to handover, and may only let go', async () => {
    for (const role of ['buyer', 'approver', 'treasurer'] as const) {
      const [person, order] = [`dua-sisi-${role}`, await town.orders(office, product, 2)];
      await town.moves(office.approver, 'approve', order);
      await buysFor(person, role);
      await works(person);
      expect(await answers(person, 'accept', order)).toEqual(refused);
      await town.moves('sri', 'accept', order);
      expect(await answers(person, 'deliver', order)).toEqual(refused);
      await town.moves('sri', 'deliver', order);
      expect(await answers(person, 'receive', order)).toEqual(refused);
      expect(await answers(person, 'dispute', order)).toEqual(refused);
    }
    const order = await town.orders(office, product, 2);
    expect(await answers('dua-sisi-approver', 'reject', order)).toEqual([200, undefined]);
  });

  test('is found also when one seat was left before the other was taken', async () => {
    const order = await town.orders(office, product, 2);
    await buysFor('bayu', 'approver');
    await town.moves('bayu', 'approve', order);
    await leaves('bayu', `agency:${office.agencyId}`);
    await works('bayu');
    expect(await answers('bayu', 'accept', order)).toEqual(refused);
    await town.moves('sri', 'accept', order);
    await works('tuti');
    await town.moves('tuti', 'deliver', order);
    await leaves('tuti', `merchant:${shop.merchantId}`);
    await buysFor('tuti', 'treasurer');
    expect(await answers('tuti', 'receive', order)).toEqual(refused);
    expect(await answers(office.treasurer, 'receive', order)).toEqual([200, undefined]);
  });

  test('is found in a personal order too: who is hired after buying does not serve themselves', async () => {
    const order = await town.buys('ani', product, 2);
    await works('ani');
    expect(await answers('ani', 'accept', order)).toEqual(refused);
    await town.moves('sri', 'accept', order);
    await town.moves('sri', 'deliver', order);
    expect(await answers('ani', 'receive', order)).toEqual(refused);
    await leaves('ani', `merchant:${shop.merchantId}`);
    expect(await answers('ani', 'receive', order)).toEqual([200, undefined]);
  });

  test('who founded the shop and left it before approving is a question on the order', async () => {
    const founded = await town.opens(CITY, { nik: '3573024508800777' }, office.approver);
    const order = await town.orders(office, await town.offers(founded), 2);
    const scope = `merchant:${founded.merchantId}`;
    await town.seats(scope, 'penolong', 'owner', office.approver);
    await leaves(office.approver, scope);
    const approved = await town.moves(office.approver, 'approve', order);
    expect(approved.questions).toMatchObject([{ kind: 'shared_owner', side: 'approver' }]);
  });

  test.each(['buyer', 'approver'] as const)(
    'who worked in the shop and left it for an hour is a question: %s',
    async (side) => {
      const person = office[side];
      const order = side === 'approver' ? await town.orders(office, product, 2) : undefined;
      await works(person);
      await leaves(person, `merchant:${shop.merchantId}`);
      const asked = order ?? (await town.orders(office, product, 2));
      const approved = await town.moves(office.approver, 'approve', asked);
      expect(approved.questions).toMatchObject([{ kind: 'shared_owner', side }]);
      // Whoever comes back is of the shop again, not of both.
      await works(person);
      expect((await leaves(person, `merchant:${shop.merchantId}`)).status).toBe(204);
    },
  );

  test('through another shop of the owner is a question on the order, not a refusal', async () => {
    const other = await town.opens(CITY, { name: 'Toko Saudara' }, 'joko');
    await town.seats(`merchant:${other.merchantId}`, office.approver, 'staff', 'joko');
    const order = await town.orders(office, product, 2);
    const approved = await town.moves(office.approver, 'approve', order);
    expect(approved.questions).toMatchObject([{ kind: 'shared_owner', side: 'approver' }]);
    expect((await town.moves('sri', 'accept', order)).questions).toEqual(approved.questions);
    const strange = await town.opens(CITY, { nik: '3573024508800009', phone: '0812-9999-0000' }, 'budi');
    const clean = await town.orders(office, await town.offers(strange), 1);
    expect((await town.moves(office.approver, 'approve', clean)).questions).toBeUndefined();
  });

  test('does not decide as the city about a dispute of their own', async () => {
    const admin = town.adminOf(CITY);
    const order = await town.buys(admin, product, 2);
    await town.moves('sri', 'accept', order);
    await town.moves('sri', 'deliver', order);
    await town.moves(admin, 'dispute', order);
    expect(await answers(admin, 'cancel', order)).toEqual(refused);
    await town.seats(`city:${CITY}`, 'admin-lain', 'city-admin', admin);
    expect(await answers('admin-lain', 'cancel', order)).toEqual([200, undefined]);
  });
});
