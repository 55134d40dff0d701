import type { Person } from '../people/caller.ts';
import type { Complaint } from './complaint.ts';
import { due, type Moment, moved, requireState } from './moved.ts';
import type { NewAnswer } from './verdict.ts';

export const declined = (complaint: Complaint, reason: string, moment: Moment): Complaint => {
  requireState(complaint, moment, ['received', 'verified']);
  return moved(complaint, moment, 'not-ours', { dueAt: null }, reason);
};

export const duplicated = (complaint: Complaint, of: string, moment: Moment): Complaint => {
  requireState(complaint, moment, ['received', 'verified']);
  return moved(complaint, moment, 'duplicate', { dueAt: null, duplicateOf: of }, null);
};

/** An office says it has begun; its time runs on. */
export const started = (complaint: Complaint, moment: Moment): Complaint => {
  if (complaint.state === 'in-progress') return complaint;
  requireState(complaint, moment, ['assigned', 'reopened']);
  return moved(complaint, moment, 'in-progress', {}, null);
};

/** The first answer stands; the same one sent again is the first. @throws Problem complaint_moved_on */
export const answered = (
  complaint: Complaint,
  { outcome, text }: NewAnswer,
  moment: Moment & { readonly by: Person },
): Complaint => {
  const { answer } = complaint;
  if (complaint.state === 'answered' && answer?.by === moment.by && answer.text === text && answer.outcome === outcome)
    return complaint;
  requireState(complaint, moment, ['assigned', 'in-progress', 'reopened']);
  const given = { outcome, text, at: moment.at, by: moment.by };
  return moved(complaint, moment, 'answered', { answer: given, dueAt: due(moment, 'reply') }, null);
};
