import type { Complaint } from '../../shared/domain/complaints/complaint.ts';
import { countedBy, countedOnLeaving, toldAfter } from '../../shared/domain/complaints/tally.ts';
import {
  type ComplaintRecord,
  countComplaint,
  getComplaintTally,
  replaceComplaint,
} from '../../shared/table/complaints.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import type { World } from '../world.ts';

const officeOf = ({ agencyId, agencyName }: Complaint) =>
  agencyId !== null && agencyName !== null ? { agencyId, agencyName } : undefined;
const NONE = { rated: 0, stars: 0, toldRated: 0, toldStars: 0 };

/** A move and what it adds to the tallies of its offices, together. */
export const moveWrites = async (
  { table }: World,
  before: ComplaintRecord,
  after: ComplaintRecord,
): Promise<Write[]> => {
  const [left, office, { cityCode }] = [officeOf(before), officeOf(after), after];
  const counted = countedBy(before, after);
  const tally =
    office && counted.rated ? ((await getComplaintTally(table, cityCode, office.agencyId)) ?? NONE) : undefined;
  const known = tally && { rated: tally.rated, ...toldAfter(tally, counted) };
  return [
    replaceComplaint(after),
    ...(office ? countComplaint(cityCode, office, counted, known) : []),
    ...(left ? countComplaint(cityCode, left, countedOnLeaving(before, after)) : []),
  ];
};
