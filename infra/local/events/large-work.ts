import * as z from 'zod';
import { type Consumer, subscriptionOf } from '../../../events/subscriptions.ts';
import { FEW_SHOPS } from '../../../functions/reads/large-city.ts';
import type { World } from '../../../functions/world.ts';
import { placesInCity } from '../../../shared/table/register/merchants.ts';

/** What a whole core computes of a city, on AWS in functions of their own. */
export const computes = (consumer: Consumer): boolean => subscriptionOf(consumer).computes === true;

/** An event about a city, or a step of its close. */
const OfCity = z.union([
  z.object({ detail: z.object({ cityCode: z.string() }) }).transform(({ detail }) => detail.cityCode),
  z.object({ cityCode: z.string() }).transform(({ cityCode }) => cityCode),
]);

/** Whether a call is about a city of so many shops that whoever waits for an answer meanwhile would notice. */
export const isLargeWork = async ({ table }: World, event: unknown, few = FEW_SHOPS): Promise<boolean> => {
  const { data: cityCode } = OfCity.safeParse(event);
  if (cityCode === undefined) return false;
  const { items } = await placesInCity(table, cityCode, 'verified', { limit: few + 1 });
  return items.length > few;
};
