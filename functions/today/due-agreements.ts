import type { Waiting } from '../../shared/contract/today.ts';
import { beginningOf } from '../../shared/domain/basics/beginning.ts';
import { addDays, type Day, dayEnd, type Zone } from '../../shared/domain/basics/month.ts';
import type { AgreementCard } from '../../shared/domain/partners/agreement.ts';

/** Letters of what a person wrote, where it stands for the whole. */
export const MOST_SAID = 80;

/** Whether an agreement wakes its office: a day was set for it, and has come. */
export const isAgreementDue = ({ wakeOn }: Pick<AgreementCard, 'wakeOn'>, today: Day): boolean =>
  wakeOn !== null && wakeOn <= today;
export const waitingAgreement = ({ partnerId, brand, title, next, wakeOn }: AgreementCard, zone: Zone): Waiting => ({
  id: partnerId,
  name: beginningOf(`${brand}: ${next?.text ?? title}`, MOST_SAID),
  since: dayEnd(addDays(wakeOn as Day, -1), zone),
  due: next && dayEnd(next.on, zone),
});
