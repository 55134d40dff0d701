import { policySubject } from '../../shared/domain/notices/of-policy.ts';
import { type PolicyAnnouncement, rangeTold } from '../../shared/domain/ranking/policy/announcement.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getAnnouncement, openAnnouncements, saveAnnouncement } from '../../shared/table/ranking/announcements.ts';
import { merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { webPush } from '../web-push.ts';
import { type World, workingWorld } from '../world.ts';
import { deliver } from './deliver.ts';
import type { Speaking } from './subjects.ts';

/** Shops of one range, and ranges of one run: what is left waits for the next run. */
const RANGE = 100;
const RANGES = 60;

/** Tells one range of shops, then says how far it came. Told again after a crash, nobody hears twice. */
const tellRange = async (world: World, before: PolicyAnnouncement): Promise<PolicyAnnouncement> => {
  const request = { limit: RANGE, ...(before.after === null ? {} : { after: before.after }) };
  const { items, next } = await merchantsOfCity(world.table, before.city, 'verified', request);
  const speaking = items.map(
    (shop): Speaking => ({ thing: { kind: 'shop', id: shop.merchantId }, subject: policySubject(before, shop) }),
  );
  const faults: unknown[] = [];
  await deliver(world, speaking, (_, error) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, `a rule of ${before.city} was not told to every shop`);
  const after = rangeTold(before, { shops: items.length, next }, world.now());
  await commit(world.table, [saveAnnouncement(after)]);
  return after;
};

/** Tells the shops of each city the rules it decided. A city whose range fails is no other's delay. */
export const announcePolicies = (world: () => World) => async (): Promise<void> => {
  const here = world();
  const faults: unknown[] = [];
  let ranges = RANGES;
  for (const { city, policyVersion } of await openAnnouncements(here.table)) {
    try {
      let open = await getAnnouncement(here.table, city, policyVersion);
      for (; open && open.announcedAt === null && ranges > 0; ranges--) open = await tellRange(here, open);
    } catch (error) {
      // Another run is at it.
      if (!(error instanceof Stale)) faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some rules were not told to every shop');
};

export const handler = announcePolicies(workingWorld({ push: webPush }));
