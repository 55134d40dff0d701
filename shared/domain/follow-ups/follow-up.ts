import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Category } from '../basics/category.ts';
import { addMonths } from '../basics/month.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import { Name, Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { isOpen, type FollowUpState as State, stateWords } from './state-words.ts';

const FollowUpState = z.enum(Object.keys(stateWords) as [State]).meta({ id: 'FollowUpState' });

/** Who looks after a shop: a seat of the city, and the name colleagues know them by. */
export const NewOfficer = z
  .strictObject({
    officer: Person.describe('An admin of the city, or an officer of the shop’s district'),
    officerName: Name(60).describe('What colleagues call them: shown to the city’s people alone'),
  })
  .meta({ id: 'NewOfficer' });
export type NewOfficer = z.infer<typeof NewOfficer>;

export const NewStep = z
  .strictObject({
    state: FollowUpState,
    note: Paragraph(500).describe('What was agreed or found; about the business, nothing private'),
  })
  .meta({ id: 'NewFollowUpStep' });
export type NewStep = z.infer<typeof NewStep>;

/** So many of the last steps are kept: what was agreed long ago is no reason for today's visit. */
export const MOST_STEPS = 12;

/**
 * How a city looks after one shop that does not sell: which officer has it, how far they are, what came of each step. One
 * for each shop, so that two officers cannot both have it. For the city's people alone.
 */
export const FollowUp = z
  .object({
    merchantId: MerchantId,
    cityCode: CityCode,
    name: z.string(),
    district: z.string(),
    category: Category,
    state: FollowUpState,
    officer: Person,
    officerName: z.string(),
    since: Instant.describe('When it was last taken up'),
    month: Month.describe('In which month, on the city’s clock: what comes after is counted from it'),
    note: z.string().nullable().describe('Of the last step'),
    steps: z.array(NewStep.extend({ by: Person, byName: z.string(), at: Instant })).describe('The last ones'),
    version: z.int(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** What a list shows of it. */
export const FollowUpCard = FollowUp.omit({ steps: true, cityCode: true, version: true }).meta({ id: 'FollowUpCard' });
export type FollowUpCard = z.infer<typeof FollowUpCard>;

/** Whether the shop sold in each of the three months after it was taken up, as far as they have begun. */
export const SoldAfter = z.array(z.object({ month: Month, sold: z.boolean() })).meta({ id: 'SoldAfter' });
export type SoldAfter = z.infer<typeof SoldAfter>;

const MONTHS_AFTER = 3;
/** The months after one that say what came of it, up to the running one. */
export const monthsSince = (month: Month, running: Month): Month[] =>
  Array.from({ length: MONTHS_AFTER }, (_, at) => addMonths(month, at + 1)).filter((one) => one <= running);

const taken = ({ officerName, merchantId, name }: FollowUp, mend: string): Problem =>
  new Problem('follow_up_taken', `${name} sedang ditangani ${officerName}. ${mend}`, [
    { pointer: '#/path/merchantId', detail: `${merchantId} ditangani ${officerName}.` },
  ]);

type Shop = Pick<FollowUp, 'merchantId' | 'cityCode' | 'name' | 'district' | 'category'>;
type Moment = { readonly at: Instant; readonly month: Month };

/**
 * The follow-up with its officer, taken up again where it was over; the same value where nothing changes. Who takes one from a
 * colleague has seen that they have it: `seen` says that the version before was theirs to see.
 * @throws Problem follow_up_taken
 */
export const assigned = (
  before: FollowUp | undefined,
  shop: Shop,
  { officer, officerName }: NewOfficer,
  { at, month, seen }: Moment & { readonly seen: boolean },
): FollowUp => {
  if (before && isOpen(before.state)) {
    if (before.officer === officer && before.officerName === officerName) return before;
    if (before.officer !== officer && !seen) throw taken(before, 'Buka dulu, lalu ambil alih bila perlu.');
    return { ...before, officer, officerName, version: before.version + 1 };
  }
  return {
    merchantId: shop.merchantId,
    cityCode: shop.cityCode,
    name: shop.name,
    district: shop.district,
    category: shop.category,
    state: 'todo',
    officer,
    officerName,
    since: at,
    month,
    note: null,
    steps: before?.steps ?? [],
    version: (before?.version ?? 0) + 1,
  };
};

/**
 * The follow-up after a step of its officer; the same value when the last step said just this.
 * @throws Problem follow_up_taken when a colleague has it
 */
export const stepped = (before: FollowUp, { state, note }: NewStep, by: Person, at: Instant): FollowUp => {
  if (before.officer !== by) throw taken(before, 'Ambil alih dulu sebelum mencatat.');
  const [last] = before.steps.slice(-1);
  if (last?.by === by && last.state === state && last.note === note && before.state === state) return before;
  const step = { state, note, by, byName: before.officerName, at };
  return { ...before, state, note, steps: [...before.steps, step].slice(-MOST_STEPS), version: before.version + 1 };
};
