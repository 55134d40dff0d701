import * as z from 'zod';
import { Instant, Month } from '../../basics/month-schema.ts';
import { CityCode } from '../../places/region.ts';

/** How far a decided rule was told to the shops of its city: in ranges of its list of shops, each once. */
export const PolicyAnnouncement = z
  .object({
    city: CityCode,
    policyVersion: z.int(),
    effectiveFrom: Month,
    decidedAt: Instant,
    after: z.string().nullable().describe('Where in the list of shops the next range begins'),
    shops: z.int().describe('Told so far'),
    announcedAt: Instant.nullable().describe('When the last shop was told; null while some are not'),
    version: z.int(),
  })
  .meta({ id: 'PolicyAnnouncement' });
export type PolicyAnnouncement = z.infer<typeof PolicyAnnouncement>;

type Decided = { readonly city: string; readonly version: number; readonly effectiveFrom: string };
/** Written with the decision: nobody was told yet. */
export const announcementOf = ({ city, version, effectiveFrom }: Decided, decidedAt: Instant): PolicyAnnouncement => ({
  city,
  policyVersion: version,
  effectiveFrom,
  decidedAt,
  after: null,
  shops: 0,
  announcedAt: null,
  version: 1,
});

/** One range further; without a next one everybody is told. */
export const rangeTold = (
  before: PolicyAnnouncement,
  { shops, next }: { readonly shops: number; readonly next: string | undefined },
  at: Instant,
): PolicyAnnouncement => ({
  ...before,
  after: next ?? null,
  shops: before.shops + shops,
  announcedAt: next === undefined ? at : null,
  version: before.version + 1,
});
