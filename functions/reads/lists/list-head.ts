import type { RankingOfList } from '../../../shared/domain/ranking/list/ranking-of-list.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { beginsLater } from '../../../shared/domain/ranking/policy/starts.ts';
import { listSentence, waitingSentence } from '../../../shared/domain/ranking/rule/counting-sentence.ts';
import { lineOf } from '../../../shared/domain/ranking/rule/price-line.ts';
import type { Offer } from '../../../shared/domain/ranking/rule/request.ts';
import type { Drawn } from './decide.ts';

type Line = ReturnType<typeof lineOf>;
const lines = new WeakMap<Drawn['ordered'], Line>();
/**
 * The one line of a list whose goods are all alike; else each offer has its own. Every offer has to be looked at, so a
 * list is asked once, not for every page.
 */
export const lineOfList = ({ input, policy, ordered }: Pick<Drawn, 'input' | 'policy' | 'ordered'>): Line => {
  const known = lines.get(ordered) ?? lineOfAll(input.offers, ordered, policy);
  lines.set(ordered, known);
  return known;
};
const lineOfAll = (offers: readonly Offer[], { line }: Drawn['ordered'], { tolerancePercent }: RankingPolicy): Line => {
  const [first] = offers;
  const alike = offers.every(
    ({ like, ceilingRupiah }) =>
      like?.medianRupiah === first?.like?.medianRupiah &&
      like?.owners === first?.like?.owners &&
      ceilingRupiah === first?.ceilingRupiah,
  );
  if (first && alike) return lineOf(first, line, tolerancePercent);
  return { ...line, medianRupiah: null, lineRupiah: null, ceilingRupiah: null, source: null };
};

export const beginsIn = ({ decision, policy }: Pick<Drawn, 'decision' | 'policy'>) =>
  beginsLater(policy, decision.request, decision.drawnOn);
/** The sentence over a list: by which rule it is ordered. */
export const sentenceOfList = (drawn: Pick<Drawn, 'decision' | 'policy'>): string => {
  const begins = beginsIn(drawn);
  return begins === null ? listSentence(drawn.policy) : waitingSentence(begins);
};

/** The list's head: what it was made from and the sentence over it. */
export const headOf = (drawn: Drawn, ledgerAt: string | null): RankingOfList => {
  const { decisionId, ledgerVersion, policyVersion, dayKeyHash, drawnOn, unitRupiah, owners, above, below } =
    drawn.decision;
  return {
    decisionId,
    ledgerVersion,
    ledgerAt,
    policyVersion,
    dayKeyHash,
    drawnOn,
    unitRupiah,
    owners,
    above,
    below,
    sentence: sentenceOfList(drawn),
    line: lineOfList(drawn),
  };
};
