import type { RuleCode } from './rule-code.ts';

/** What a rule found, before it is a question: whom it is about, what stands behind it, and how far from usual it is. */
export type Finding = {
  readonly rule: RuleCode;
  /** Names the subject among all subjects of the rule in a city: the same every month. */
  readonly subject: string;
  readonly agencyId: string | null;
  readonly merchantIds: readonly string[];
  readonly orderIds: readonly string[];
  /** Officers whose doing it asks about. */
  readonly officers?: readonly string[];
  readonly question: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Larger is further from usual; only compared within a rule. */
  readonly weight: number;
};
