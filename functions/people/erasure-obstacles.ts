import type { Output } from '../../shared/contract.ts';
import { isFinal } from '../../shared/domain/orders/order-states.ts';
import { moneyBetween } from '../../shared/domain/payments/erase-payment.ts';
import { idOf, kindOf, type Membership } from '../../shared/domain/people/caller.ts';
import { roleNames } from '../../shared/domain/people/role-names.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { ordersOfPerson } from '../../shared/table/orders/orders.ts';
import { getPayments } from '../../shared/table/payments/payments.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import type { World } from '../world.ts';

type Obstacle = Output<'GET /me/erasure'>['obstacles'][number];

/** Enough to begin with; who has more sees the rest when these are done. */
const MOST_NAMED = 50;

const OPEN = 'Terima barangnya, atau batalkan pesanannya.';
const between = {
  owed: {
    what: 'belum dibayar',
    mend: 'Bayar dulu, lalu tunggu penjual mengonfirmasi. Sesudah satu tahun ini tidak menghalangi lagi.',
  },
  denied: {
    what: 'menurut penjual belum dibayar',
    mend: 'Tunjukkan bukti bayar kepada penjual, atau bayar. Sesudah 60 hari ini tidak menghalangi lagi.',
  },
  waits: {
    what: 'uangnya menunggu penjual',
    mend: 'Hubungi penjual. Bila 30 hari tidak dijawab, ini tidak menghalangi lagi.',
  },
} as const;

/** Where somebody leaves a role. */
const placeOf = ({ scope }: Membership): string => {
  const kind = kindOf(scope);
  if (kind === 'merchant') return `/toko-saya/?toko=${idOf(scope)}`;
  if (kind === 'agency') return `/kantor/?dinas=${idOf(scope)}`;
  return kind === 'partner' ? `/akun/mitra?mitra=${idOf(scope)}` : '/dasbor/';
};

const LEAVE = {
  other: 'Lepaskan peran ini. Bila Anda yang terakhir di sana, tunjuk pengganti dulu.',
  merchant: 'Lepaskan peran ini. Bila Anda pemilik terakhir, tunjuk pengganti atau tutup dulu tokonya di Toko saya.',
} as const;

const ofSeat = (seat: Membership): Obstacle => ({
  kind: 'seat',
  what: `Peran ${roleNames[seat.role]} di ${seat.name}`,
  mend: LEAVE[kindOf(seat.scope) === 'merchant' ? 'merchant' : 'other'],
  link: placeOf(seat),
  scope: seat.scope,
});

/** Personal orders that are open, and money of those that are over. */
const ofOrders = async ({ table, now }: World, person: string): Promise<Obstacle[]> => {
  const found: Obstacle[] = [];
  for await (const cards of everyPage((after) => ordersOfPerson(table, person, { limit: 100, after }))) {
    const payments = await getPayments(
      table,
      cards.map(({ orderId }) => orderId),
    );
    for (const [index, { orderId, merchantName, state }] of cards.entries()) {
      const payment = payments[index];
      const money = payment && moneyBetween(payment, now());
      const link = `/pesanan/${orderId}`;
      if (!isFinal(state))
        found.push({ kind: 'order', what: `Pesanan di ${merchantName} belum selesai`, mend: OPEN, link, scope: null });
      else if (money)
        found.push({
          kind: 'money',
          what: `Pesanan di ${merchantName} ${between[money].what}`,
          mend: between[money].mend,
          link,
          scope: null,
        });
    }
  }
  return found;
};

/** What is to be finished before anybody's data are erased, each with the way to finish it. */
export const obstaclesTo = async (world: World, person: string): Promise<Obstacle[]> => {
  const [seats, orders] = await Promise.all([membershipsOf(world.table, person), ofOrders(world, person)]);
  return [...orders, ...seats.map(ofSeat)].slice(0, MOST_NAMED);
};
