import { byText } from '../../basics/sort.ts';
import { count } from '../../basics/wording.ts';
import { metersBetween, type Point } from '../../places/meters.ts';
import type { Finding, MonthFacts, VisitMade } from '../facts.ts';
import { centreOf } from '../tails.ts';
import { listed } from '../words.ts';

/** Whoever talks with a maker about goods, buyers and needs has a day for so many. */
const MOST_A_DAY = 20;
const isOf = ({ month }: MonthFacts, { receivedOn }: VisitMade): boolean => receivedOn.slice(0, 7) === month;
const shopsIn = (visits: readonly VisitMade[]): string[] =>
  [...new Set(visits.map(({ merchantId }) => merchantId))].sort(byText);
const ownersIn = (visits: readonly VisitMade[]): number => new Set(visits.map(({ ownerId }) => ownerId)).size;
const about = (visits: readonly VisitMade[]) => ({
  agencyId: null,
  merchantIds: shopsIn(visits),
  orderIds: [],
  officers: [...new Set(visits.map(({ visitor }) => visitor))].sort(byText),
});
const namesIn = (visits: readonly VisitMade[]): string =>
  listed([...new Set(visits.map(({ name }) => name))].sort(byText));

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

/** As near as a phone can tell a kitchen from the one beside it. Metres. */
const ONE_PLACE = 25;
const WELL_MEASURED = 50;
const LEAST_OWNERS = 3;
type Placed = VisitMade & { readonly place: NonNullable<VisitMade['place']> };
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

const FAR_METERS = 10_000;
const FAR_TIMES = 3;
const LEAST_OTHERS = 5;
const middleOf = (places: readonly Point[]): Point => ({
  latitude: centreOf(places.map(({ latitude }) => latitude)).median,
  longitude: centreOf(places.map(({ longitude }) => longitude)).median,
});

/** Visits written down far from where other shops of the same kecamatan were visited. */
export const farVisits = (facts: MonthFacts): Finding[] =>
  [
    ...Map.groupBy(
      facts.visits.filter((visit): visit is Placed => visit.place !== null),
      ({ district }) => district,
    ).values(),
  ].flatMap((visits) =>
    visits.flatMap((visit): Finding[] => {
      const others = visits.filter(({ merchantId }) => merchantId !== visit.merchantId);
      if (!isOf(facts, visit) || shopsIn(others).length < LEAST_OTHERS) return [];
      const middle = middleOf(others.map(({ place }) => place));
      const usual = centreOf(others.map(({ place }) => metersBetween(middle, place))).median;
      const meters = metersBetween(middle, visit.place) - visit.place.accuracyMeters;
      if (meters <= FAR_METERS || meters <= FAR_TIMES * usual) return [];
      const kilometres = `${count(Math.round(meters / 1000))} km`;
      return [
        {
          rule: 'far-visit',
          subject: visit.merchantId,
          ...about([visit]),
          question: `Kunjungan ke ${visit.name} dicatat ${kilometres} dari usaha lain di kecamatannya. Di mana usahanya?`,
          facts: [
            { label: 'Jarak', value: kilometres },
            { label: 'Petugas', value: visit.visitorName },
          ],
          weight: meters,
        },
      ];
    }),
  );
