/**
 * Every expected refusal and its HTTP status. Clients switch on the code; people read the sentence.
 * Anything that is not a Problem is a fault of ours: logged, and answered as `internal`.
 */
export const problems = {
  invalid_request: 400,
  malformed_json: 400,
  malformed_cursor: 400,
  month_invalid: 400,
  idempotency_key_required: 400,
  sign_in_required: 401,
  notice_not_genuine: 401,
  not_found: 404,
  body_too_large: 413,
  unsupported_media_type: 415,
  version_mismatch: 412,
  city_not_found: 404,
  district_not_found: 404,
  region_not_found: 422,
  merchant_not_found: 404,
  proposal_not_found: 404,
  product_not_found: 404,
  order_not_found: 404,
  agency_not_found: 404,
  snapshot_not_found: 404,
  report_part_not_found: 404,
  photo_not_found: 422,
  link_not_valid: 404,
  membership_not_found: 404,
  invitation_not_found: 404,
  decision_not_found: 404,
  allocation_not_found: 404,
  appeal_not_found: 404,
  payment_not_found: 404,
  paper_not_found: 404,
  review_not_found: 404,
  integrity_question_not_found: 404,
  follow_up_not_found: 404,
  plan_line_not_found: 404,
  civil_servant_not_found: 404,
  proof_not_found: 404,
  complaint_not_found: 404,
  partner_not_found: 404,
  agreement_not_found: 404,
  obligation_not_found: 404,
  document_not_found: 404,
  bank_not_found: 404,
  notice_not_found: 404,
  centre_not_found: 404,
  market_day_not_found: 404,
  cart_not_found: 404,
  address_not_found: 404,
  simulation_not_found: 404,
  ceiling_not_found: 404,
  budget_line_not_found: 422,
  not_allowed: 403,
  own_order: 403,
  own_payment: 403,
  own_review: 403,
  own_shop: 403,
  own_proof: 403,
  merchant_moved_on: 409,
  merchant_closed: 409,
  product_withdrawn: 409,
  product_barred: 409,
  product_limit: 409,
  photo_limit: 409,
  price_changed: 409,
  stock_too_little: 409,
  capacity_too_little: 409,
  budget_too_little: 409,
  limit_reached: 409,
  too_many_open_orders: 409,
  order_moved_on: 409,
  report_locked: 409,
  month_not_over: 409,
  last_admin: 409,
  seat_limit: 409,
  shop_limit: 409,
  cart_limit: 409,
  address_limit: 409,
  already_applied: 409,
  already_answered: 409,
  already_claimed: 409,
  civil_servant_taken: 409,
  proof_repeated: 409,
  proposal_open: 409,
  identity_limit: 409,
  allocation_used: 409,
  policy_not_simulated: 409,
  policy_too_early: 409,
  follow_up_taken: 409,
  complaint_moved_on: 409,
  roster_drawn: 409,
  roster_too_early: 409,
  changed_meanwhile: 409,
  payment_moved_on: 409,
  payment_too_early: 409,
  cod_closed: 409,
  review_locked: 409,
  review_not_possible: 409,
  paper_not_ready: 409,
  amount_over_policy: 422,
  date_not_possible: 422,
  category_not_possible: 422,
  content_required: 422,
  goods_not_allowed: 422,
  not_delivered_there: 422,
  delivery_not_offered: 422,
  quantity_not_possible: 422,
  key_reused: 422,
  policy_out_of_range: 422,
  split_not_possible: 422,
  reason_required: 422,
  choice_not_valid: 422,
  evidence_not_found: 422,
  way_not_offered: 422,
  amount_differs: 422,
  tax_number_missing: 422,
  sheet_not_readable: 422,
  unit_needed: 422,
  document_not_accepted: 422,
  qris_not_valid: 422,
  too_many_requests: 429,
  too_busy: 503,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof problems;

/** One thing to mend: `pointer` is a JSON Pointer into the body, or `#/query/…`, `#/path/…`, `#/header/…`. */
export type Flaw = { pointer: string; detail: string };

/** An expected refusal: a stable code, one Indonesian sentence that says what and how to mend it, and where. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly flaws: readonly Flaw[];
  /** Seconds after which the same request can be tried again. */
  readonly retryAfter: number | undefined;
  constructor(code: ProblemCode, sentence: string, flaws: readonly Flaw[] = [], retryAfter?: number) {
    super(sentence);
    this.name = 'Problem';
    this.code = code;
    this.flaws = flaws;
    this.retryAfter = retryAfter ?? (problems[code] === 503 ? 2 : undefined);
  }
  get status(): number {
    return problems[this.code];
  }
}

/** RFC 9457 body. `type` is a relative URI that leads to the code's entry in the API documentation. */
export const problemBody = (problem: Problem, requestId: string) => ({
  type: `/masalah#${problem.code}`,
  code: problem.code,
  title: problem.message,
  status: problem.status,
  instance: requestId,
  ...(problem.flaws.length > 0 ? { errors: problem.flaws } : {}),
});
