import type { RuleCode } from '../../../shared/domain/integrity/rule-code.ts';
import { rules } from '../../../shared/domain/integrity/rules.ts';
import { dasborAddress } from '../address.ts';

export const SLUG = 'integritas';

/** What the address asks for; anything malformed is as if it were not there. */
export type Wanted = {
  readonly view: 'open' | 'closed' | 'rules';
  readonly rule?: RuleCode;
  readonly cursor?: string;
};

const views = { ditutup: 'closed', aturan: 'rules' } as const;
const words = { open: undefined, closed: 'ditutup', rules: 'aturan' } as const;
const isRule = (code: string | undefined): code is RuleCode => code !== undefined && Object.hasOwn(rules, code);

export const wantedOf = ({ lihat = '', aturan, lanjut }: Partial<Record<string, string>>): Wanted => ({
  view: Object.hasOwn(views, lihat) ? views[lihat as keyof typeof views] : 'open',
  ...(isRule(aturan) ? { rule: aturan } : {}),
  ...(lanjut ? { cursor: lanjut } : {}),
});

/** The address of a view. */
export const addressOf = (
  cityCode: string,
  { view = 'open', rule, cursor }: { [P in keyof Wanted]?: Wanted[P] | undefined },
): string =>
  dasborAddress(SLUG, { level: 'city', code: cityCode }, { lihat: words[view], aturan: rule, lanjut: cursor });
