import { addDays, dayOf, type Instant, type Zone } from '../../shared/domain/basics/month.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { toEventBridge } from '../event-bus.ts';
import { allCities } from '../reads/all-cities.ts';
import { type World, workingWorld } from '../world.ts';

/** So long after midnight it is looked again, so that one run that failed is made up for. */
const AGAIN_MS = 10 * 60_000;
/** Shops of one event: seconds of work. */
const SHOPS = 20;

/** Yesterday, in a zone whose day has just begun; undefined where it is later. */
const dayJustOver = (now: Instant, zone: Zone): string | undefined => {
  const before = dayOf(new Date(Date.parse(now) - AGAIN_MS).toISOString(), zone);
  const today = dayOf(now, zone);
  return before === today ? undefined : addDays(today, -1);
};

/** Shops of a city whose last day off is over. */
const reopened = async ({ table }: World, cityCode: string, over: string): Promise<string[]> => {
  const found: string[] = [];
  const read = (after: string | undefined) => merchantsOfCity(table, cityCode, 'verified', { limit: 1000, after });
  for await (const page of everyPage(read))
    found.push(...page.filter(({ pausedUntil }) => pausedUntil === over).map(({ merchantId }) => merchantId));
  return found;
};

/**
 * A shop that is closed until a day is open again with the next one, though nothing was written: its pages, which say that
 * it is closed, are made again as its city's day begins.
 */
export const callReopened = (world: () => World) => async (): Promise<{ called: number }> => {
  const here = world();
  const at = here.now();
  let called = 0;
  for (const { cityCode, zone } of await allCities(here)) {
    const over = dayJustOver(at, zone);
    const shops = over === undefined ? [] : await reopened(here, cityCode, over);
    for (let from = 0; from < shops.length; from += SHOPS) {
      const detail = { eventId: here.newId('call'), version: 1 as const, at, cityCode };
      await here.publish({ type: 'PagesDue', detail: { ...detail, shops: shops.slice(from, from + SHOPS) } });
    }
    called += shops.length;
  }
  return { called };
};

export const handler = callReopened(workingWorld({ publish: toEventBridge }));
