import type { Complaint } from './complaint.ts';
import { due, type Moment } from './moved.ts';
import type { NewComplaint } from './new-complaint.ts';

export const received = (
  given: NewComplaint,
  of: Pick<Complaint, 'number' | 'cityCode' | 'channel'> & { readonly place?: Complaint['place'] },
  moment: Moment,
): Complaint => ({
  ...of,
  kind: given.kind,
  category: given.category,
  text: given.text,
  address: given.address,
  place: of.place ?? null,
  reporter: given.reporter && (given.reporter.name ?? given.reporter.phone) !== null ? given.reporter : null,
  secret: given.secret,
  receivedAt: moment.at,
  state: 'received',
  agencyId: null,
  agencyName: null,
  dueAt: due(moment, 'verify'),
  answer: null,
  duplicateOf: null,
  stars: null,
  reopened: 0,
  steps: [{ state: 'received', at: moment.at, by: moment.by, note: null }],
  updatedAt: moment.at,
  version: 1,
});
