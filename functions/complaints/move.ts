import { countedBy } from '../../shared/domain/complaints/tally.ts';
import { type ComplaintRecord, countComplaint, replaceComplaint } from '../../shared/table/complaints.ts';
import type { Write } from '../../shared/table/engine/writes.ts';

/** A move and what it adds to its office's tally, together. */
export const moveWrites = (before: ComplaintRecord, after: ComplaintRecord): Write[] => {
  const { agencyId, agencyName, cityCode } = after;
  const office = agencyId !== null && agencyName !== null ? { agencyId, agencyName } : undefined;
  return [replaceComplaint(after), ...(office ? countComplaint(cityCode, office, countedBy(before, after)) : [])];
};
