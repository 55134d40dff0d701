import * as z from 'zod';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity     | pk                       | sk      |
// | VisitorDay | VISITOR#35.73#2026-11-22 | visitor |

/** Which shops a visitor was shown on a day. The visitor is a keyed hash that is another one tomorrow: nobody's name. */
export const VisitorDay = z.object({
  cityCode: z.string(),
  day: z.string(),
  visitor: z.string(),
  shops: z.array(z.string()),
  version: z.int(),
  ttl: z.int(),
});
export type VisitorDay = z.infer<typeof VisitorDay>;

/** A day of any zone is over after this. */
const KEPT_SECONDS = 2 * 86_400;

const visitors = entity({
  type: 'VisitorDay',
  schema: VisitorDay,
  key: ({ cityCode, day, visitor }: Pick<VisitorDay, 'cityCode' | 'day' | 'visitor'>) => ({
    pk: `VISITOR#${cityCode}#${day}`,
    sk: visitor,
  }),
});

export const getVisitor = (table: Table, named: Pick<VisitorDay, 'cityCode' | 'day' | 'visitor'>) =>
  get(table, visitors, visitors.key(named as VisitorDay));
export const saveVisitor = (visitor: Omit<VisitorDay, 'ttl'>, now: string): Write =>
  save(visitors, { ...visitor, ttl: Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS });
