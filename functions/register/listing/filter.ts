import type { MerchantEntry } from '../../../shared/table/register/merchants.ts';
import type { Ask } from '../../http/endpoint.ts';

export type Filter = Omit<Ask<'GET /cities/{city}/register'>['query'], 'limit' | 'cursor'> & {
  /** Where who asks may read; everywhere, if not said. */
  readonly within: readonly string[] | undefined;
};
export type Request = { readonly limit: number; readonly after: string | undefined };
/** Keys of one batch of reads. */
export const AT_ONCE = 100;

export const isWanted = (entry: MerchantEntry, { status, category, proposal, district, within }: Filter): boolean =>
  (within === undefined || within.includes(entry.district)) &&
  (status === undefined || entry.status === status) &&
  (district === undefined || entry.district === district) &&
  (category === undefined || entry.category === category) &&
  (proposal === undefined || entry.proposed?.state === proposal);
