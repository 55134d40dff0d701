import type { Role } from '../../../shared/domain/people/caller.ts';

/** One person's wish, sent as a request, and again under the same marks until the person knows how it ended. */
export type Intent = {
  readonly id: number;
  readonly person: string | undefined;
  readonly key: string;
  readonly params: Record<string, string>;
  readonly body?: unknown;
  readonly query?: Record<string, unknown>;
  /** Sent as it is, where a signature is over the bytes. */
  readonly rawBody?: string;
  readonly headers: Record<string, string>;
  /** A mark the effect carries, so that effects can be counted. */
  readonly tag: string;
  /** Roles of which one must be held to write; undefined when none is needed. */
  readonly needs?: readonly { readonly scope: string; readonly roles: readonly Role[] }[] | undefined;
  /** The city the request is about: nothing of another one may be in the answer. */
  readonly city?: string | undefined;
  /** May be sent again when no answer came. */
  readonly repeatable: boolean;
  /** How often it comes although it was answered; once, unless it says so. */
  readonly deliveries?: number;
  /** What a provider's notice says. */
  readonly notice?: {
    readonly provider: string;
    readonly merchantId: string;
    readonly reference: string;
    readonly transaction: string;
    readonly rupiah: number;
    readonly paid: boolean;
  };
  /** How many orders a placed cart makes. */
  readonly shops?: number;
  sent: number;
  settled: boolean;
  /** The step at which its order was committed. */
  made?: number;
  readonly answers: { status: number; code: string | undefined; body: never; began: number }[];
};
