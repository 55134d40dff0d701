import * as z from 'zod';

/** The names of the rules, apart from what is published of each: an order carries a name, and none of those words. */
export const RuleCode = z
  .enum([
    'repeated-pair',
    'few-owners',
    'linked-shops',
    'split-packages',
    'far-price',
    'new-product',
    'both-sides',
    'delivery-fee',
    'one-buyer',
    'buyer-cancels',
    'same-report',
    'shared-report',
    'report-jump',
    'many-visits',
    'one-visit-place',
    'far-visit',
  ])
  .meta({ id: 'IntegrityRuleCode' });
export type RuleCode = z.infer<typeof RuleCode>;
export const ruleCodes = RuleCode.options;
