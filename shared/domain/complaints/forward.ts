import { Problem } from '../../problem.ts';
import type { Complaint } from './complaint.ts';
import { due, type Moment, moved, requireState } from './moved.ts';

type Office = { readonly agencyId: string; readonly agencyName: string };
/** So often it goes from one office to another: then the city says whose it is. */
export const MOST_FORWARDED = 3;

/**
 * Checked by the city and given to an office; without one it waits for the city to name it, and looking again gives no more time.
 * @throws Problem complaint_moved_on
 */
export const assigned = (
  complaint: Complaint,
  office: Office | undefined,
  category: Complaint['category'],
  moment: Moment,
): Complaint => {
  requireState(complaint, moment, ['received', 'verified']);
  if (office) return moved(complaint, moment, 'assigned', { ...office, category, dueAt: due(moment, 'answer') }, null);
  if (complaint.state === 'verified' && complaint.category === category) return complaint;
  const dueAt = complaint.state === 'verified' ? complaint.dueAt : due(moment, 'answer');
  return moved(complaint, moment, 'verified', { category, dueAt }, null);
};

/** Of its steps those by which an office gave it on: they carry a reason. */
const timesForwarded = ({ steps }: Complaint): number =>
  steps.filter(({ state, note }) => state === 'assigned' && note !== null).length;

/**
 * To another office, with the reason; the same office again changes nothing. Each office has its own time, so offices that hand
 * it to and fro would never be late: after a few times the city says whose it is. @throws Problem complaint_moved_on, limit_reached
 */
export const forwarded = (
  complaint: Complaint,
  office: Office,
  reason: string,
  { byCity, ...moment }: Moment & { readonly byCity: boolean },
): Complaint => {
  if (complaint.agencyId === office.agencyId) return complaint;
  requireState(complaint, moment, ['verified', 'assigned', 'in-progress', 'reopened']);
  if (!byCity && timesForwarded(complaint) >= MOST_FORWARDED)
    throw new Problem(
      'limit_reached',
      `Pengaduan ini sudah ${MOST_FORWARDED} kali diteruskan. Minta kota menentukan dinasnya.`,
    );
  return moved(complaint, moment, 'assigned', { ...office, dueAt: due(moment, 'answer') }, reason);
};
