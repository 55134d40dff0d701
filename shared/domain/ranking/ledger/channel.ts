import * as z from 'zod';
import type { Decision } from '../list/decision-record.ts';

/** The kinds of list a buyer can see. */
export const Channel = z.enum(['default', 'category', 'district', 'search', 'similar']);
export type Channel = z.infer<typeof Channel>;

/** Of which kind a list is, from the record of its decision. */
export const channelOf = ({ request, similarTo }: Pick<Decision, 'request' | 'similarTo'>): Channel => {
  if (request.text !== undefined) return 'search';
  if (similarTo !== null) return 'similar';
  if (request.category !== null) return 'category';
  return request.shopsIn === undefined ? 'default' : 'district';
};
