import { Problem } from '../../problem.ts';
import type { Day, Instant, Zone } from '../basics/month.ts';
import type { Person } from '../people/caller.ts';
import type { Complaint } from './complaint.ts';
import { stateAt, workingDays, workingDaysAfter } from './due.ts';
import { type ComplaintState, stateWords } from './states.ts';

/** When, where, and who; nobody for the reporter. */
export type Moment = {
  readonly at: Instant;
  readonly zone: Zone;
  readonly holidays: ReadonlySet<Day>;
  readonly by: Person | null;
};

/** So many steps are kept. */
const MOST_STEPS = 40;

const movedOn = (complaint: Complaint, now: Instant): Problem =>
  new Problem(
    'complaint_moved_on',
    `Pengaduan ini sudah berubah: ${stateWords[stateAt(complaint, now)].toLowerCase()}. Muat ulang.`,
  );

export const requireState = (complaint: Complaint, { at }: Moment, states: readonly ComplaintState[]): void => {
  if (!states.includes(stateAt(complaint, at))) throw movedOn(complaint, at);
};

export const moved = (
  complaint: Complaint,
  moment: Moment,
  state: ComplaintState,
  change: Partial<Complaint>,
  note: string | null,
): Complaint => ({
  ...complaint,
  ...change,
  state,
  steps: [...complaint.steps, { state, at: moment.at, by: moment.by, note }].slice(-MOST_STEPS),
  updatedAt: moment.at,
  version: complaint.version + 1,
});
export const due = ({ at, zone, holidays }: Moment, side: keyof typeof workingDays) =>
  workingDaysAfter(at, workingDays[side], zone, holidays);
