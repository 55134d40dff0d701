import { byText } from '../../basics/sort.ts';
import { count } from '../../basics/wording.ts';
import { metersBetween } from '../../places/meters.ts';
import type { MonthFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { VisitMade } from '../visit-made.ts';
import { listed } from '../words.ts';
import { about, isOf, namesIn, ownersIn, type Placed, shopsIn } from './visits-made.ts';

/** As near as a phone can tell a kitchen from the one beside it. Metres. */
const ONE_PLACE = 25;
const WELL_MEASURED = 50;
const LEAST_OWNERS = 3;
const isPlaced = (visit: VisitMade): visit is Placed =>
  visit.place !== null && visit.place.accuracyMeters <= WELL_MEASURED;

/** Whoever was visited where others were too: of each place the visit that has most owners about it. */
const placesOf = (visits: readonly Placed[]): VisitMade[][] => {
  const around = visits
    .map((one) => visits.filter(({ place }) => metersBetween(one.place, place) <= ONE_PLACE))
    .filter((near) => ownersIn(near) >= LEAST_OWNERS)
    .sort((a, b) => ownersIn(b) - ownersIn(a) || byText(shopsIn(a).join(), shopsIn(b).join()));
  const taken = new Set<VisitMade>();
  return around.filter((near) => {
    const fresh = !near.some((visit) => taken.has(visit));
    for (const visit of near) taken.add(visit);
    return fresh;
  });
};

/** Several owners who were met at one place, or of whose shops one picture was sent. */
export const oneVisitPlace = (facts: MonthFacts): Finding[] => {
  const groups = [
    ...placesOf(facts.visits.filter(isPlaced)).map((visits) => ['di satu tempat', visits] as const),
    ...[
      ...Map.groupBy(
        facts.visits.flatMap((visit) => visit.photos.map((hash) => ({ hash, visit }))),
        ({ hash }) => hash,
      ).values(),
    ]
      .map((shown) => shown.map(({ visit }) => visit))
      .filter((visits) => ownersIn(visits) > 1)
      .map((visits) => ['dengan foto yang sama', visits] as const),
  ];
  return groups
    .filter(([, visits]) => visits.some((visit) => isOf(facts, visit)))
    .map(
      ([how, visits]): Finding => ({
        rule: 'one-visit-place',
        subject: `${how} ${shopsIn(visits).join(' ')}`,
        ...about(visits),
        question: `${namesIn(visits)} dikunjungi ${how}, padahal tercatat ${count(ownersIn(visits))} pemilik. Apakah memang berlainan?`,
        facts: [
          { label: 'Pemilik', value: count(ownersIn(visits)) },
          { label: 'Petugas', value: listed([...new Set(visits.map(({ visitorName }) => visitorName))].sort(byText)) },
        ],
        weight: ownersIn(visits),
      }),
    );
};
