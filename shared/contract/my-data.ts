import * as z from 'zod';
import { AuditEntry } from '../domain/audit/act.ts';
import { Instant } from '../domain/basics/month.ts';
import { Device } from '../domain/notices/device.ts';
import { NoticeCard } from '../domain/notices/notice.ts';
import { NoticeSettings } from '../domain/notices/settings.ts';
import { Order } from '../domain/orders/order.ts';
import { CodStanding } from '../domain/payments/cod-standing.ts';
import { Payment } from '../domain/payments/payment.ts';
import { Membership, Person } from '../domain/people/caller.ts';
import { Invitation } from '../domain/people/seat.ts';
import { Merchant } from '../domain/register/merchant.ts';
import { Review } from '../domain/reviews/review.ts';

/** What an account reaches of its person. Seats' offices and shops keep their own papers: a role reads them, nobody takes them along. */
export const MyData = z
  .object({
    madeAt: Instant,
    person: Person.describe('The account’s number. Name, mail and sign-ins are kept by whoever signs people in'),
    about: z
      .object({
        memberships: z.array(Membership),
        invitations: z.array(Invitation),
        shops: z.array(Merchant).describe('Files of shops one owns; identity numbers are kept sealed and shown masked'),
        notices: z.array(NoticeCard),
        noticeSettings: NoticeSettings,
        devices: z.array(Device),
        cashOnDelivery: z.array(CodStanding),
        acts: z.object({ byMe: z.array(AuditEntry), aboutMe: z.array(AuditEntry) }),
      })
      .nullable()
      .describe('Null on further pages'),
    orders: z.array(
      z.object({
        order: Order,
        payment: Payment.nullable(),
        review: Review.omit({ reports: true }).nullable(),
      }),
    ),
    next: z.string().nullable().describe('Cursor of the next page of orders; null at the end'),
  })
  .meta({ id: 'MyData' });
