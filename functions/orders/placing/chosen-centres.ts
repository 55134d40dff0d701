import type { Centre } from '../../../shared/domain/centres/centre.ts';
import { requireCentreOpen } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Cart } from '../../../shared/domain/orders/placing/cart.ts';
import { getCentre } from '../../../shared/table/centres/centres.ts';
import type { World } from '../../world.ts';

/** The centres a cart is picked up at, as they are now; most carts name none, and read nothing for it. */
export const chosenCentres = async (
  { table }: World,
  cart: Cart,
  cityCode: string,
): Promise<ReadonlyMap<string, Centre>> => {
  const slugs = [...new Set(cart.flatMap(({ delivery }) => delivery.centre ?? []))];
  const found = await Promise.all(slugs.map((slug) => getCentre(table, { cityCode, slug })));
  return new Map(found.flatMap((centre) => (centre ? [[centre.slug, centre]] : [])));
};

/** Refuses to move an order to a day on which the centre it is picked up at is closed. */
export const requireCentreDay = async ({ table }: World, { cityCode, delivery }: Order, day: string): Promise<void> => {
  const slug = delivery?.centre?.slug;
  const centre = slug === undefined ? undefined : await getCentre(table, { cityCode, slug });
  if (centre) requireCentreOpen(centre, day, '/deliverOn');
};
