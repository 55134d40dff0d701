import type { Output } from '../../../shared/contract.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { type Rule, ruleFields, told } from '../rules/rule-words.ts';
import type { CityTrend } from './city-trends.ts';

type Policies = Output<'GET /cities/{city}/ranking-policy'>;

/** A rule a city began to order by within the months shown, and what its share of unsold shops was before and since. */
export type PolicyStep = {
  readonly code: string;
  readonly name: string;
  readonly from: Month;
  /** What was turned: `Nilai terendah: 3 → 3,5`. */
  readonly turned: readonly string[];
  readonly before: number | null;
  readonly since: number | null;
};

/** What one rule turned in the one before it. */
export const turnedWords = (before: Rule, after: Rule): string[] =>
  ruleFields
    .filter(({ name }) => before[name] !== after[name])
    .map((field) => `${field.label}: ${told(field, before)} → ${told(field, after)}`);

const stepsOf = ({ past, inForce }: Policies, months: readonly Month[]): { from: Month; turned: string[] }[] => {
  const rules = [...past, inForce].sort((a, b) => a.version - b.version);
  return rules.flatMap((rule, at) => {
    const before = rules[at - 1];
    return before && months.includes(rule.effectiveFrom)
      ? [{ from: rule.effectiveFrom, turned: turnedWords(before, rule) }]
      : [];
  });
};

/** Every change of a rule beside what became of the city: the best first. Months oldest first, as the trends are. */
export const policySteps = (
  trends: readonly CityTrend[],
  policies: ReadonlyMap<string, Policies>,
  months: readonly Month[],
): PolicyStep[] =>
  trends
    .flatMap(({ cell: { code, name }, series: { shares } }) => {
      const known = policies.get(code);
      return known
        ? stepsOf(known, months).map(({ from, turned }) => ({
            code,
            name,
            from,
            turned,
            before: shares[months.indexOf(from) - 1] ?? null,
            since: shares.at(-1) ?? null,
          }))
        : [];
    })
    .sort((a, b) => movedBy(a) - movedBy(b) || (a.name < b.name ? -1 : 1));

const movedBy = ({ before, since }: PolicyStep): number => (before === null || since === null ? 0 : since - before);

/** From which share to which, in whole percent as they are shown. */
const pointsOf = (step: PolicyStep): number => Math.round(movedBy(step) * 100);

/**
 * Which city improved after which change of its rule, the most first, in one sentence: that one came after the other, never that it
 * came of it. Undefined where no rule was turned in these months.
 */
export const policySentence = (steps: readonly PolicyStep[]): string | undefined => {
  if (steps.length === 0) return undefined;
  const known = steps.filter(({ before, since }) => before !== null && since !== null);
  const [best] = known;
  if (!best) return 'Sesudah aturan urutannya berubah belum ada bulan yang bisa dibandingkan.';
  if (pointsOf(best) >= 0) return 'Belum ada kota yang membaik sesudah mengubah aturan urutannya.';
  const { name, from, turned, before, since } = best;
  const rule = turned.length === 0 ? 'aturan urutan' : turned.join(', ');
  const others = known.filter((step) => step.code !== best.code && pointsOf(step) < 0).length;
  const more = others === 0 ? '' : ` ${others} kota lain juga membaik sesudah mengubah aturannya.`;
  return `${name} paling membaik sesudah mengubah aturannya sejak ${monthName(from)} (${rule}): yang belum menjual dari ${percent(before ?? 0)} menjadi ${percent(since ?? 0)}.${more}`;
};
