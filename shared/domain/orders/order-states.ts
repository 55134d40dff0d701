import * as z from 'zod';

/**
 * The one table of an order's life: from each state, which moves are possible, who may make them, and where they lead.
 * Drawn in docs/architecture.md by a test. `clock` is the market itself, when a state's time runs out.
 */
export const orderMoves = {
  awaiting_approval: {
    approve: { by: ['approver'], to: 'placed' },
    reject: { by: ['approver'], to: 'rejected' },
    cancel: { by: ['buyer'], to: 'cancelled' },
    reschedule: { by: ['buyer'], to: 'awaiting_approval' },
    lapse: { by: ['clock'], to: 'lapsed' },
  },
  placed: {
    accept: { by: ['merchant'], to: 'accepted' },
    decline: { by: ['merchant'], to: 'declined' },
    cancel: { by: ['buyer'], to: 'cancelled' },
    reschedule: { by: ['buyer'], to: 'placed' },
    lapse: { by: ['clock'], to: 'lapsed' },
  },
  accepted: {
    deliver: { by: ['merchant'], to: 'delivered' },
    cancel: { by: ['buyer', 'merchant'], to: 'cancelled' },
    remind: { by: ['clock'], to: 'accepted' },
    lapse: { by: ['clock'], to: 'lapsed' },
  },
  delivered: {
    receive: { by: ['buyer'], to: 'received' },
    dispute: { by: ['buyer'], to: 'disputed' },
    settle: { by: ['clock'], to: 'received' },
    return: { by: ['clock'], to: 'cancelled' },
    escalate: { by: ['clock'], to: 'disputed' },
  },
  partly_received: {
    deliver: { by: ['merchant'], to: 'delivered' },
    receive: { by: ['buyer'], to: 'received' },
    dispute: { by: ['buyer'], to: 'disputed' },
    settle: { by: ['clock'], to: 'received' },
  },
  disputed: {
    receive: { by: ['buyer'], to: 'received' },
    cancel: { by: ['merchant', 'city'], to: 'cancelled' },
    escalate: { by: ['clock'], to: 'disputed' },
    close: { by: ['clock'], to: 'cancelled' },
  },
  received: {},
  rejected: {},
  declined: {},
  cancelled: {},
  lapsed: {},
} as const satisfies Record<string, Record<string, { by: readonly OrderParty[]; to: string }>>;

/**
 * Who stands where in an order: the buying side (the person, or the agency's buyers and approvers), the agency's
 * approver apart, the shop, the city (only when a dispute is open), and the clock.
 */
export const OrderParty = z.enum(['buyer', 'approver', 'merchant', 'city', 'clock']).meta({ id: 'OrderParty' });
export type OrderParty = z.infer<typeof OrderParty>;
export type OrderMove =
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'accept'
  | 'decline'
  | 'deliver'
  | 'receive'
  | 'dispute'
  | 'reschedule'
  | ClockMove;
/** What the clock does: it reminds the shop, lets lapse, settles, gives back what was refused, calls the city, closes. */
export type ClockMove = 'remind' | 'lapse' | 'settle' | 'return' | 'escalate' | 'close';

export const OrderState = z
  .enum(Object.keys(orderMoves) as [keyof typeof orderMoves, ...(keyof typeof orderMoves)[]])
  .meta({ id: 'OrderState' });
export type OrderState = z.infer<typeof OrderState>;

/** What people call each state. */
export const stateLabels: Record<OrderState, string> = {
  awaiting_approval: 'menunggu persetujuan',
  placed: 'menunggu diterima penjual',
  accepted: 'diproses',
  delivered: 'dikirim',
  partly_received: 'diterima sebagian',
  disputed: 'dipersoalkan',
  received: 'selesai',
  rejected: 'ditolak pejabat',
  declined: 'ditolak penjual',
  cancelled: 'dibatalkan',
  lapsed: 'kedaluwarsa',
};

/** Ended without (the rest of the) delivery: what was taken is given back. */
export const endedUndelivered: readonly OrderState[] = ['rejected', 'declined', 'cancelled', 'lapsed'];

/** States an order never leaves. */
export const isFinal = (state: OrderState): boolean => Object.keys(orderMoves[state]).length === 0;
