import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import type { Complaint } from './complaint.ts';
import { stateAt } from './due.ts';
import { due, type Moment, moved, requireState } from './moved.ts';
import type { NewReply } from './verdict.ts';

/** So often it is opened again: then the city is called, not a form. */
export const MOST_REOPENED = 3;

/**
 * The reporter says it is over, or is not. Said again it is nothing, but for stars that come later: the trail is not theirs to
 * fill. @throws Problem complaint_moved_on, limit_reached
 */
export const replied = (complaint: Complaint, { reply, text, stars }: NewReply, moment: Moment): Complaint => {
  if (reply === 'confirm') {
    const isClosed = complaint.state === 'closed-fixed' || complaint.state === 'closed-not-fixed';
    if (isClosed && (complaint.stars !== null || stars === undefined)) return complaint;
    requireState(complaint, moment, ['answered', 'closed-fixed', 'closed-not-fixed']);
    const state = complaint.answer?.outcome === 'fixed' ? 'closed-fixed' : 'closed-not-fixed';
    return moved(complaint, moment, state, { dueAt: null, stars: stars ?? complaint.stars }, text ?? null);
  }
  if (complaint.state === 'reopened' && complaint.steps.at(-1)?.note === text) return complaint;
  requireState(complaint, moment, ['answered']);
  if (complaint.reopened >= MOST_REOPENED)
    throw new Problem(
      'limit_reached',
      `Pengaduan ini sudah dibuka lagi ${MOST_REOPENED} kali. Hubungi dinas lewat WhatsApp kota.`,
    );
  const change = { dueAt: due(moment, 'answer'), reopened: complaint.reopened + 1 };
  return moved(complaint, moment, 'reopened', change, text ?? null);
};

export const mayReopen = (complaint: Complaint, now: Instant): boolean =>
  stateAt(complaint, now) === 'answered' && complaint.reopened < MOST_REOPENED;
