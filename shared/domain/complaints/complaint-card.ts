import type * as z from 'zod';
import { Complaint } from './complaint.ts';

/** What a list for officers shows. */
export const ComplaintCard = Complaint.pick({
  number: true,
  cityCode: true,
  category: true,
  kind: true,
  text: true,
  secret: true,
  receivedAt: true,
  state: true,
  agencyId: true,
  agencyName: true,
  dueAt: true,
  answer: true,
  address: true,
  updatedAt: true,
  place: true,
}).meta({ id: 'ComplaintCard' });
export type ComplaintCard = z.infer<typeof ComplaintCard>;
