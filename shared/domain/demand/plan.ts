import type { Category } from '../basics/category.ts';
import { classify } from './classify.ts';
import { likenessOf } from './likeness.ts';
import type { PlanLine, PlannedPurchase } from './plan-line.ts';
import { wantedIn } from './quantity.ts';

/** What officers of the city said of lines like one: the category, or that no shop sells such a thing. */
export type Corrections = ReadonlyMap<string, Category | null>;
type Of = Pick<PlanLine, 'agencyId' | 'agencyName' | 'cityCode' | 'year'>;

/** A purchase as a line of the plan: an officer's word on lines like it counts before any rule. */
export const lineOf = (purchase: PlannedPurchase, of: Of, corrections: Corrections): Omit<PlanLine, 'version'> => {
  const { rupCode, name, rupiah, month, until, method, forSmall, volume, description } = purchase;
  const likeness = likenessOf(name);
  const said = corrections.get(likeness);
  const { category, because } = said === undefined ? classify(name, description) : { category: said, because: null };
  const wanted = wantedIn(volume, category, rupiah);
  return {
    ...of,
    rupCode,
    name,
    rupiah,
    month,
    until,
    method,
    forSmall,
    likeness,
    category,
    because,
    by: said === undefined ? 'rule' : 'correction',
    count: wanted?.count ?? null,
    unit: wanted?.unit ?? null,
  };
};

/** A line with what an officer said of it; the same value where it says so already. */
export const corrected = (line: PlanLine, category: Category | null): PlanLine =>
  line.category === category && line.by === 'correction'
    ? line
    : { ...line, category, by: 'correction', because: null, version: line.version + 1 };

const content = ({ version: _version, ...line }: PlanLine): string => JSON.stringify(Object.entries(line).sort());

export type PlanChange = {
  readonly added: readonly PlanLine[];
  readonly changed: readonly PlanLine[];
  readonly removed: readonly PlanLine[];
  readonly unchanged: number;
};

/**
 * What a file changes of an office's plan: a code's line is replaced, what is called ended is removed, and so is, of a file that
 * is the whole plan, what is not in it. The same file again changes nothing.
 */
export const planChange = (
  known: readonly PlanLine[],
  lines: readonly Omit<PlanLine, 'version'>[],
  { ended, isWhole }: { readonly ended: readonly string[]; readonly isWhole: boolean },
): PlanChange => {
  const before = new Map(known.map((line) => [line.rupCode, line]));
  const added: PlanLine[] = [];
  const changed: PlanLine[] = [];
  let unchanged = 0;
  for (const line of lines) {
    const old = before.get(line.rupCode);
    const next = { ...line, version: (old?.version ?? 0) + 1 };
    if (!old) added.push(next);
    else if (content(old) === content({ ...line, version: 0 })) unchanged += 1;
    else changed.push(next);
  }
  const [named, over] = [new Set(lines.map(({ rupCode }) => rupCode)), new Set(ended)];
  const removed = known.filter(({ rupCode }) => !named.has(rupCode) && (isWhole || over.has(rupCode)));
  return { added, changed, removed, unchanged };
};
