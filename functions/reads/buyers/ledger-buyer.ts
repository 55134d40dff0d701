import { buyerOf } from '../../../shared/domain/orders/ledger-entry.ts';
import type { OrderRecord } from '../../../shared/table/orders/orders.ts';
import type { World } from '../../world.ts';

/** Who ordered, as the ledger of a city knows them: a keyed hash of an office or a person, equal for equal buyers. */
export const ledgerBuyer = (
  { identitySealer }: Pick<World, 'identitySealer'>,
  cityCode: string,
  buyer: string,
): string => identitySealer(cityCode).keyed(`buyer ${buyer}`).slice(0, 22);

/** The same of an order: one whose person was erased says for a while still whose it was, so that no question is escaped. */
export const ledgerBuyerOf = (
  world: Pick<World, 'identitySealer'>,
  order: Pick<OrderRecord, 'cityCode' | 'agencyId' | 'buyer' | 'buyerKey'>,
): string => order.buyerKey ?? ledgerBuyer(world, order.cityCode, buyerOf(order));
