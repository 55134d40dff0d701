import { count } from '../../basics/wording.ts';
import type { MonthFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { VisitMade } from '../visit-made.ts';
import { about, isOf, shopsIn } from './visits-made.ts';

/** Whoever talks with a maker about goods, buyers and needs has a day for so many. */
const MOST_A_DAY = 20;

/** An officer who wrote down more shops for a day, or sent more on a day, than anybody can visit. */
export const manyVisits = (facts: MonthFacts): Finding[] => {
  const ofMonth = facts.visits.filter((visit) => isOf(facts, visit));
  return [...Map.groupBy(ofMonth, ({ visitor }) => visitor)].flatMap(([visitor, own]): Finding[] => {
    const days = [({ day }: VisitMade) => day, ({ receivedOn }: VisitMade) => receivedOn].flatMap((dayOf) => [
      ...Map.groupBy(own, dayOf),
    ]);
    const [day, most] = days.reduce((a, b) => (shopsIn(b[1]).length > shopsIn(a[1]).length ? b : a));
    const shops = shopsIn(most).length;
    if (shops <= MOST_A_DAY) return [];
    const { visitorName } = most[0] as VisitMade;
    return [
      {
        rule: 'many-visits',
        subject: `${visitor} ${day}`,
        ...about(most),
        question: `${visitorName} mencatat bertemu orang di ${count(shops)} usaha dalam satu hari. Bagaimana caranya?`,
        facts: [
          { label: 'Usaha', value: count(shops) },
          { label: 'Petugas', value: visitorName },
        ],
        weight: shops,
      },
    ];
  });
};
