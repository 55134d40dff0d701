import * as z from 'zod';
import type { Course } from './activity.ts';
import { byReason, type Paid } from './prices-paid.ts';

/*
 * Prices and courses without names, in one fixed order, so that equal ones make equal bytes: a table may give
 * attributes back in another order.
 */

export const PaidLine = z.tuple([z.int().min(0), z.int().min(0), z.array(z.tuple([z.string(), z.int()]))]);
export const paidLine = ({ comparedRupiah, referenceRupiah, below }: Paid): z.infer<typeof PaidLine> => [
  comparedRupiah,
  referenceRupiah,
  byReason(below),
];
export const paidOf = ([comparedRupiah, referenceRupiah, below]: z.infer<typeof PaidLine>): Paid => ({
  comparedRupiah,
  referenceRupiah,
  below: Object.fromEntries(below),
});

export const CourseLine = z.tuple([
  z.int().describe('months'),
  z.int().describe('newcomer, 0 or 1'),
  z.int().describe('activated, 0 or 1'),
  z.int().describe('dropped, 0 or 1'),
  z.int().describe('offered, 0 or 1'),
  z.int().describe('unsold'),
  z.int().describe('reports'),
  z.int().describe('reportedRupiah'),
  z.int().describe('reportersRupiah'),
  PaidLine.nullable(),
]);
export const courseLine = (course: Course): z.infer<typeof CourseLine> => [
  course.months,
  Number(course.newcomer),
  Number(course.activated),
  Number(course.dropped),
  Number(course.offered),
  course.unsold,
  course.reports,
  course.reportedRupiah,
  course.reportersRupiah,
  course.paid ? paidLine(course.paid) : null,
];
export const courseIn = (line: z.infer<typeof CourseLine>): Course => {
  const [months, newcomer, activated, dropped, offered, unsold, reports, reportedRupiah, reportersRupiah, paid] = line;
  const events = {
    newcomer: newcomer === 1,
    activated: activated === 1,
    dropped: dropped === 1,
    offered: offered === 1,
  };
  const sums = { unsold, reports, reportedRupiah, reportersRupiah };
  return { months, ...events, ...sums, ...(paid ? { paid: paidOf(paid) } : {}) };
};
